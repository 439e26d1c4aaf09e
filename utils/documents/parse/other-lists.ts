import { isDigit, oneOf } from '../signs.ts'
import { areMany } from './are-many.ts'
import { isTitle } from './asking.ts'
import { readHeading } from './headings.ts'
import { areFrequent, areOfExam, areOfProgramme } from './named-otherwise.ts'
import { isFaction } from './party-column.ts'
import { areOfCitizen, areOfConsultation, areOfGuide, areOfPositionPaper, areProposed } from './put-to-public.ts'
import type { Row } from './rows.ts'
import { startsAsking } from './sentences.ts'
import type { Start } from './structure.ts'

/** Whether what is numbered here is something else than questions, though it asks: a study's or a form's questions, chapters, points. */
export function areOtherThings(rows: readonly Row[], starts: readonly Start[]): boolean {
  if (
    areContents(rows, starts) ||
    areInContents(rows, starts) ||
    haveSections(rows, starts) ||
    arePoints(rows, starts) ||
    areChanges(rows, starts)
  )
    return true
  const mayBe =
    areResearched(rows, starts) ||
    areOfAgenda(rows, starts) ||
    areOfForm(rows, starts) ||
    areTitles(rows, starts) ||
    areOfExam(rows, starts) ||
    areOfProgramme(rows, starts) ||
    areOfMembers(rows, starts) ||
    areFrequent(rows, starts) ||
    areOfConsultation(rows, starts) ||
    areOfGuide(rows, starts) ||
    areOfPositionPaper(rows, starts) ||
    areProposed(rows, starts) ||
    areOfCitizen(rows, starts)
  return mayBe && !answered(rows, starts)
}

/** Whether most of several headings of questions have one of an answer behind them: then what they head need not ask («De leden vragen of …»). */
export function answered(rows: readonly Row[], starts: readonly Start[], share = mostAnswered): boolean {
  const answers = rows.filter(({ text }) => {
    const heading = readHeading(text)
    return heading?.type === 'answer' && heading.end > 0
  }).length
  return starts.length > 1 && starts.every(({ score }) => score >= 2) && answers >= starts.length * share
}

const mostAnswered = 0.8

const sectionTitle = /^(\d{1,2})\.\d{1,2}\.?\s+\p{Lu}[^.?!:;]{2,80}$/u
/** The same whatever its words, under a chapter whose title does not ask. */
const anySection = /^(\d{1,2})\.\d{1,2}\.?\s+\p{Lu}/u
/** In a text without lines sections stand within their chapter. */
const holdsSection = /[.?!] \d{1,2}\.1 \p{Lu}/u
const chapterTitle = /^\p{Lu}[^.?!:;]{2,60}$/u
const sectionOf = (text: string, isTitled: boolean) =>
  sectionTitle.exec(text) ?? (isTitled ? anySection.exec(text) : null)
const enoughSections = 0.3
/** A figure or two, and a stop: few rows of figures begin so. */
const mayNumberSection = (text: string) => isDigit(text) && (text.charAt(1) === '.' || text.charAt(2) === '.')

const research =
  /\b(?:[Dd]eel|[Hh]oofd|[Ss]ub|[Oo]nderzoeks|[Ee]valuatie|[Tt]oets)vra(?:ag|gen)\b|^(?:Concepta|A)genda(?: [^?]{1,80})?$/

const mayNameResearch = (text: string) => text.includes('vra') || text.includes('genda')

/** In a text without lines a chapter is one with what leads to the questions in it. */
const namesResearch = /\b(?:[Dd]eel|[Oo]nderzoeks|[Ee]valuatie)vragen\b[^.?!]{0,60}:$/

/** «Dit rapport beantwoordt vier vragen:», «Drie vragen stonden centraal:»; whoever asked them is named in «De commissie heeft over het rapport deze vragen:», and «Lijst van vragen over het rapport:» is a title. */
const researched =
  /^(?![^.?!]*\b[Vv]ragen(?: en antwoorden)? (?:over|bij|op|inzake|naar aanleiding van)\b)(?![^.?!]*\b(?:commissie|leden|lid|Kamer|fracties?|gesteld|voorgelegd|ingezonden)\b)(?=[^.?!]*\bvragen\b)[^.?!]*\b(?:rapport|onderzo(?:ek|cht)|evaluatie|verkenning|studie|centraal)\b[^.?!]*:$/
/** Lines of the sentence before a list. */
const rowsOfSentence = 3
const longestSentence = 300

/** The questions of a study: «Deelvragen:», and the questions below it; or the points of an «Agenda». */
function areResearched(rows: readonly Row[], starts: readonly Start[]): boolean {
  const row = startOfSecondList(rows, starts) ?? starts[0]?.row ?? 0
  const chapter = rows[starts[0]?.row ?? 0]
  if (chapter?.flows && namesResearch.test(chapter.text)) return true
  if (row === 0) return false
  const before = rows.slice(Math.max(0, row - rowsOfSentence), row).map(({ text }) => text)
  const sentence =
    before
      .join(' ')
      .replace(/(?<=\d)\.(?=\d)/g, '')
      .slice(-longestSentence)
      .split(/[.?!]\s/)
      .at(-1) ?? ''
  const last = before.at(-1) ?? ''
  return (mayNameResearch(last) && research.test(last)) || (sentence.endsWith(':') && researched.test(sentence))
}

/** Where a report's questions begin again at 1 behind its own chapter 1, so that the run seems to go on with their 2. */
function startOfSecondList(rows: readonly Row[], starts: readonly Start[]): number | null {
  const [first, second] = starts
  if (!first || !second || first.numbers[0] !== '1') return null
  for (let row = second.row - 1; row > first.row && row > second.row - rowsOfSentence; row -= 1) {
    if (/^1[.)]?\s/.test(rows[row]?.text ?? '') && rows[row - 1]?.text.endsWith(':')) return row
  }
  return null
}

/** The points of an agenda or of what was decided on it: «1. Agendapunt: …», «Besluit: …» below it. */
function areOfAgenda(rows: readonly Row[], starts: readonly Start[]): boolean {
  const textOf = (start: Start | undefined) => rows[start?.row ?? 0]?.text.slice(start?.textStart ?? 0) ?? ''
  const named = starts.filter((start) => agendaPoint.test(textOf(start) || (rows[start.row + 1]?.text ?? ''))).length
  const first = textOf(starts[0])
  return named * 2 >= starts.length || (mayOpen(first) && opening.test(first))
}

/** «Agendapunt 2: Asiel. Kunt u …?» asks about one. */
const agendaPoint = /^Agendapunt(?:en)?\s?:/
const mayOpen = oneOf('OWV')
const opening =
  /^(?:Opening|Welkom)(?: en (?:opening|welkom|mededelingen|vaststell(?:en|ing) (?:van de )?agenda))?[.:;]?$|^Vaststell(?:en|ing)(?: van)?(?: de)? agenda[.:;]?$/

/** Where a paper's chapters stand, some of whose titles ask: «Inhoudsopgave», «1. Waarom deze nota? 3». */
function areContents(rows: readonly Row[], starts: readonly Start[]): boolean {
  if (!/^[Ii]nhoud(?:sopgave)?$/.test(rows[(starts[0]?.row ?? 0) - 1]?.text ?? '')) return false
  const titles = starts.flatMap(({ row, textStart }) => {
    const [, title, page] = /^(.*\S)\s+(\d{1,3})$/.exec(rows[row]?.text.slice(textStart) ?? '') ?? []
    return title === undefined ? [] : { title, page: Number(page) }
  })
  const first = titles[0]
  if (!first || titles.length * 2 < starts.length) return false
  if (titles.some(({ page }, index) => page < (titles[index - 1]?.page ?? 0))) return false
  // A list of questions may have the pages asked about in their order too: only chapters stand in the paper once more.
  const printed = new Set(rows.slice(starts.at(-1)?.row).map(({ text }) => text.replace(/^\d{1,2}[.:]?\s/, '')))
  return (
    titles.some(({ title }) => printed.has(title)) ||
    (first.page <= latestFirst && titles.every(({ title }) => title.length <= longestTitle))
  )
}

const contents = /(?:^|\s)[Ii]nhoud(?:sopgave)?$/
const enoughInContents = 0.8
/** Rows of contents, with titles that are broken in lines. */
const rowsOfContents = 80
/** Characters by which a title is told. */
const beginningOfTitle = 24

/** Chapters that the contents above them name, each with its page: «Inhoud», «1. Wie houdt toezicht? 4», and later «1. Wie houdt toezicht?» */
function areInContents(rows: readonly Row[], starts: readonly Start[]): boolean {
  const first = starts[0]?.row ?? 0
  const from = Math.max(0, first - rowsOfContents)
  const head = rows.slice(from, first).findIndex(({ text }) => contents.test(text))
  if (head < 0) return false
  const named = rows.slice(from + head + 1, first).map(({ text }) => text.replace(/^\d{1,2}[.:]?\s/, ''))
  return areMany(starts, enoughInContents, ({ row, textStart }) => {
    const title = rows[row]?.text.slice(textStart, textStart + beginningOfTitle).trim() ?? ''
    return title !== '' && named.some((entry) => entry.startsWith(title))
  })
}

/** The first chapter stands right behind the contents. */
const latestFirst = 10
const longestTitle = 60

/** A box to tick: `( ) ja`, `☐ nee`, behind its question in text without lines. */
const box = /^(?:[([]\s?[)\]]|[☐□▢])\s?\p{L}|[?:]\s(?:[([]\s?[)\]]\s|[☐□▢]\s?)\p{L}/u
/** A bracket, a box, or a sign at the beginning beyond ASCII: hardly any row has one. */
const mayHoldBox = (text: string) =>
  text.includes('(') || text.includes('[') || text.includes('☐') || text.includes('□') || text.charCodeAt(0) > 127

const isBox = (text: string) => mayHoldBox(text) && box.test(text)

/** Where an answer is filled in: `Ja / Nee`, `KvK-nummer: ____`. */
const field =
  /^(?:[Jj]a\s?\/\s?[Nn]ee|€\s?[._]{0,80}|[._]{5,200}|(?:Naam|KvK|Adres|Postcode|Telefoon|E-mail|Datum|Handtekening)[^.?!:]{0,40}:[ ._]{0,80})$/
const isField = (text: string) =>
  ((text.length < 12 || text.endsWith(':') || text.endsWith('_')) && field.test(text)) ||
  ((text.endsWith('ee') || isDigit(text, text.length - 1)) && choice.test(text))

/** What is to be ticked behind a form's question: `ja / nee`, `1 2 3 4 5`. */
const choice = /(?:^|\?\s)(?:[Jj]a\s?\/\s?[Nn]ee|1 2 3(?: \d{1,2}){0,7})$/

/** `o man o vrouw`: circles to tick, as typed text has them. */
const circles = /(?:^|[?:]\s)o \p{L}[^?]{0,80}\so \p{L}/u
const hasCircles = (text: string) => text.includes(' o ') && circles.test(text)

/** A title without a stop, and what members say of the paper. */
const membersBelow =
  /^\p{Lu}(?:[^.?!]|\.\d){2,100}?\s(?:De leden van de (?:fracties? van|[\p{L}\d-]{2,20}-fractie)|Met (?:veel )?(?:belangstelling|interesse) (?:hebben de leden|heeft de regering))\b/u
const mayBeOfMembers = (text: string) => text.includes('De leden van') || text.includes('Met ')

/** The chapters of a report on a bill, or of what is said to it: «2. Uitvoering», and «De leden van de X-fractie vragen …». */
function areOfMembers(rows: readonly Row[], starts: readonly Start[]): boolean {
  return areMany(starts, enoughOfMembers, ({ row, textStart }) => {
    const own = rows[row]?.text.slice(textStart) ?? ''
    // A faction's name alone is no chapter: it asks what follows.
    if (isFaction(own.trim() || (rows[row + 1]?.text ?? ''))) return false
    const text = `${own} ${rows[row + 1]?.text ?? ''} ${rows[row + 2]?.text ?? ''}`.trimStart()
    return mayBeOfMembers(text) && membersBelow.test(text)
  })
}
const enoughOfMembers = 0.5

const enoughBoxes = 0.5

/** The questions of a form, with boxes to tick or fields to fill in below half of them; here and there an answer lists things behind a □ too. */
function areOfForm(rows: readonly Row[], starts: readonly Start[]): boolean {
  return areMany(starts, enoughBoxes, ({ row }, index) =>
    rows.slice(row, starts[index + 1]?.row).some(({ text }) => isBox(text) || isField(text) || hasCircles(text)),
  )
}

const change =
  /^(?:(?:In|Na|Aan) (?:het opschrift|artikel|onderdeel|de bijlage)\b[^?]*\b(?:vervangen|ingevoegd|toegevoegd|gewijzigd|vernummerd)|(?:Artikel|Onderdeel) \S{1,8} (?:vervalt|komt te luiden|wordt vervangen)\b)/

const mayBeChange = (text: string) =>
  text.includes('rtikel') || text.includes('nderdeel') || text.includes('het opschrift') || text.includes('de bijlage')

/** What a bill or a note changes: «1. In artikel 3 wordt «A» vervangen door «B».» */
function areChanges(rows: readonly Row[], starts: readonly Start[]): boolean {
  const changing = starts.filter(({ row, textStart }) => {
    const text = rows[row]?.text.slice(textStart) || (rows[row + 1]?.text ?? '')
    return mayBeChange(text) && change.test(text)
  })
  return changing.length * 2 > starts.length
}

const enoughTitles = 0.3

/** Chapters, some of whose titles ask («2 Waarom dit onderzoek?») and some do not («4 Conclusies»). */
function areTitles(rows: readonly Row[], starts: readonly Start[]): boolean {
  return areMany(starts, enoughTitles, ({ row, textStart }) => {
    const next = rows[row + 1]
    const text = rows[row]?.text.slice(textStart) ?? ''
    // A chapter's text begins as a text does; a figure or a small letter goes on with a line that its column broke.
    if (!next?.startsBlock || !/^[^\d\p{Ll}]/u.test(next.text)) return false
    return !/\?|\d$/.test(text) && isTitle(text, next)
  })
}

const enoughPoints = 0.5
const rowsOfPoint = 12

/** Points of one long sentence: «1. brief over X (verzoek van 12 maart); 2. …». */
function arePoints(rows: readonly Row[], starts: readonly Start[]): boolean {
  return areMany(starts, enoughPoints, (start, index) => {
    const end = starts[index + 1]?.row ?? rows.length
    let last = start.row
    while (last + 1 < end && last < start.row + rowsOfPoint && !rows[last + 1]?.startsBlock) last += 1
    if (!/[;,]$/.test(rows[last]?.text ?? '')) return false
    return !rows.slice(start.row, last + 1).some(({ text }) => /\?(?=\s|$)/.test(text))
  })
}

/** The chapters of a report, whose titles may ask: «1.1 Aanleiding» stands under them. */
function haveSections(rows: readonly Row[], starts: readonly Start[]): boolean {
  return areMany(starts, enoughSections, (start, index) => {
    const end = starts[index + 1]?.row ?? rows.length
    const number = start.numbers[0]
    const title = rows[start.row]?.text.slice(start.textStart) ?? ''
    const isTitled = chapterTitle.test(title) && !startsAsking(title)
    if (rows[start.row]?.flows && title.includes(` ${number}.1 `) && holdsSection.test(title)) return true
    return rows
      .slice(start.row + 1, end)
      .some(({ text }) => mayNumberSection(text) && sectionOf(text, isTitled)?.[1] === number)
  })
}
