import type { Doubt, Question } from '../types.ts'
import { mixedRecords } from './mixed-sentences.ts'
import { numberDoubts } from './numbering-doubts.ts'
import { placeOf } from './numbers.ts'
import type { Unplaced } from './records.ts'
import { endsSentence, startsAsking } from './sentences.ts'
import { beginsWithin, isTorn, showsError, type Texts } from './signs-of-error.ts'

/**
 * Places the records, and marks on each what a reader should check: gaps, repeated numbers, texts that look wrong.
 *
 * @param isByColumns an extraction has printed a table of questions and answers column by column
 */
export function placed(records: readonly Unplaced[], isByColumns = false): Question[] {
  const usual = usualOf(records)
  const numbering = numberDoubts(records)
  const isSwallowed = lastHasAll(records)
  const behindAll = records.reduce((highest, { number }) => Math.max(highest, placeOf(number)), 0) + 1
  const tornPages = pagesOfTorn(records)
  const jumbledPages = pagesOutOfOrder(records)
  const mixed = mixedRecords(records)
  const lastParted = isByColumns ? lastWithParagraphs(records) : null
  return records.map(({ ended, ...record }, order) => {
    const doubts = new Set<Doubt>(record.doubts)
    if (
      tornPages.has(record.ownPage) ||
      jumbledPages.has(record.ownPage) ||
      order <= (lastParted?.get(record.ownPage) ?? -1)
    )
      doubts.add('doubtful-split')
    const { doubt, missing } = numbering[order] ?? { doubt: null, missing: null }
    if (doubt !== null) doubts.add(doubt)
    if (
      looksWrong(record, usual) ||
      mixed[order] ||
      isSwallowed ||
      (missing !== null && maySwallow(record, missing)) ||
      holdsNext(record, behindAll)
    )
      doubts.add('doubtful-split')
    // The next one's answer may have lost its heading, and stands here.
    const isNextEmpty = usual.answered && records[order + 1]?.answer === ''
    if (isNextEmpty && record.answer.length > shortestJoined) doubts.add('doubtful-split')
    // The words of the next one, whose number was printed below them.
    if (records[order + 1]?.question === '') doubts.add('doubtful-split')
    const isLast = order === records.length - 1
    // Within the document an answer that stops in the middle of a sentence has lost its end, or gained what is no answer.
    if (!isLast && record.answer !== '' && !ended && !isWhole(record)) doubts.add('doubtful-split')
    const complete = !isLast || ended || isWhole(record)
    if (!complete) doubts.add('cut-off')
    return { order, ...record, complete, doubts: [...doubts] }
  })
}

/**
 * The last record on each page whose answer has several paragraphs. Where a table is printed column by column, a second paragraph stands
 * below the next questions as a rule: it may be the answer of any above it.
 */
function lastWithParagraphs(records: readonly Unplaced[]): ReadonlyMap<number, number> {
  return new Map(records.flatMap(({ ownPage, answer }, order) => (answer.includes('\n\n') ? [[ownPage, order]] : [])))
}

/** Of so many records on its page one is torn, at least; fewer are carelessly written. */
const recordsOfTorn = 5

/**
 * The pages on which texts are torn: an extraction that prints columns through each other leaves sentences without their ends and others
 * without their beginnings, and whatever stands beside them may be out of its place. Either alone tells nothing: the items of a list have
 * no stops, and some write questions in small letters.
 */
function pagesOfTorn(records: readonly Unplaced[]): ReadonlySet<number> {
  const isTornPage = (own: readonly Unplaced[]) => {
    const begun = own.filter(({ question }) => beginsWithin(question)).length
    const ended = own.filter(({ question, answer }) => isTorn(question) || isTorn(answer)).length
    return begun > 0 && ended > 0 && (begun + ended) * recordsOfTorn >= own.length
  }
  const pages = Map.groupBy(records, ({ ownPage }) => ownPage)
  return new Set([...pages].flatMap(([page, own]) => (isTornPage(own) ? [page] : [])))
}

/**
 * The pages of a text on which numbers fall that no joint answer explains: its columns were printed one after the other, and what stands
 * at their edges may be out of its place. A file with positions tells its columns.
 */
function pagesOutOfOrder(records: readonly Unplaced[]): ReadonlySet<number> {
  const pages = new Set<number>()
  const areOnce = new Set(records.map(({ number }) => number)).size === records.length
  if (!areOnce || records.some(({ number }) => number.includes('.'))) return pages
  records.forEach((record, order) => {
    const before = records[order - 1]
    const place = placeOf(record.number)
    if (!before || record.top !== undefined || place >= placeOf(before.number)) return
    const isExplained = before.answeredWith.some((number) => placeOf(number) < place)
    if (!isExplained && before.ownPage === record.ownPage) pages.add(record.ownPage)
  })
  return pages
}

type Parted = Texts & Pick<Question, 'answeredWith'>

/** What no well-parted item looks like, whatever its layout. */
function looksWrong(record: Parted, { answered, areCapital, areStopped, usual }: Usual): boolean {
  const { answer, answeredWith } = record
  if (answered && answer === '') return true
  if (beginsWithin(answer) && answeredWith.length === 0) return true
  if (areStopped && endsWithin(record.question)) return true
  if (areCapital && isBeheaded(record.question)) return true
  return showsError(record, usual)
}

/** Fewer questions in small letters have lost their beginnings; where more have none, they are written so. */
const mostSmall = 0.8
/** As many without a stop are written so. */
const mostOpen = 0.2
/** «… gedaald? Wanneer verwacht u dat», «… geregistreerd,»; one that has no question mark at all was written without. */
const endsWithin = (question: string) =>
  !endsSentence(question) && /,$|\?[»”"’')]*\s(?!Graag\b|Gaarne\b|Indien\b)[^?]*\p{L}$/u.test(question)

/** «onderhoud tegen te gaan?» has lost its beginning; «wat kost dat?» was written in small letters. */
function isBeheaded(question: string): boolean {
  return beginsWithin(question) && !startsAsking(question.charAt(0).toUpperCase() + question.slice(1))
}

/** What holds for most records of a document. */
interface Usual {
  readonly answered: boolean
  /** Questions begin with capitals. */
  readonly areCapital: boolean
  /** Questions end as sentences do. */
  readonly areStopped: boolean
  /** Characters of the answer in the middle. */
  readonly usual: number
}

function usualOf(records: readonly Texts[]): Usual {
  const lengths = records.flatMap(({ answer }) => (answer === '' ? [] : [answer.length])).sort((a, b) => a - b)
  const small = records.filter(({ question }) => beginsWithin(question)).length
  return {
    answered: lengths.length > records.length / 3,
    areStopped: records.filter(({ question }) => endsWithin(question)).length < records.length * mostOpen,
    areCapital: small < records.length * mostSmall,
    usual: lengths[lengths.length >> 1] ?? 0,
  }
}

/** What asks once and is answered in a sentence or two leaves no room for the question whose number is missing behind it. */
function maySwallow({ question, answer }: Texts, missing: number): boolean {
  if (new RegExp(`(?:^|\\s)${missing}[.)]?\\s+\\p{Lu}`, 'u').test(`${question} ${answer}`)) return true
  return question.split('?').length !== 2 || answer.includes('?') || answer.length > longestAlone
}

/** The question behind the last one stands in an answer, with its number: columns that were read across, or a list that was not told. */
function holdsNext({ answer }: Texts, number: number): boolean {
  const place = answer.indexOf(`${number}. `)
  if (place < 0 || !answer.includes('?', place) || answer.includes(`${number - 1}. `)) return false
  return (
    startsAsking(answer.slice(place + `${number}. `.length)) && (place === 0 || /\s/.test(answer.charAt(place - 1)))
  )
}

const longestAlone = 200

/** Nothing is answered but the last question, at length: the answers to the others stand there, or in a last question that is none. */
function lastHasAll(records: readonly Texts[]): boolean {
  const last = records.at(-1)
  if (!last || records.length < 3 || records.slice(0, -1).some(({ answer }) => answer !== '')) return false
  return (
    last.answer.length > shortestJoined ||
    (last.question.length > shortestJoined && /^(?:Ja|Nee)\b/.test(last.question))
  )
}
/** Two answers in one are longer than most that are one alone. */
const shortestJoined = 200

const longestFigure = 80

/** Answers that end without a full stop and yet are whole: «Ja», «N.v.t.», an address, a list, a table's figures. */
function isWhole(record: { readonly answer: string; readonly question: string }): boolean {
  const text = record.answer || record.question
  const lastLine = text.slice(text.lastIndexOf('\n') + 1)
  if (record.answer !== '' && text.length <= 25) return true
  // The last row of a table; «€ 2,3 miljoen (prijspeil 2025)».
  if (text.includes('\n') && lastLine.includes('\t')) return true
  if (record.answer !== '' && text.length <= longestFigure && /^[\d€±<>].*\)$/.test(text)) return true
  return (
    /(?:https?:\/\/\S+|www\.\S+|\d[\d.,%]*)$/.test(lastLine) ||
    (text.includes('\n') && /^(?:[•·▪–-]|\d+[.)])\s/.test(lastLine) && !lastLine.endsWith(','))
  )
}
