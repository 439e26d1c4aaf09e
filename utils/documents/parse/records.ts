import { findReferences } from '#utils/references/find.ts'
import { mostReferences } from '../most-references.ts'
import type { Doubt, Footnote, Question } from '../types.ts'
import type { Draft } from './drafts.ts'
import { asPage } from './page-asked.ts'
import { type Measure, paragraphsOf } from './paragraphs.ts'
import { pointerOf } from './pointer.ts'
import { type Row, withText } from './rows.ts'
import { endsAsking, endsSentence } from './sentences.ts'
import type { Note, NotesByMark } from './structure.ts'

/** A record that has no place among the others yet. */
export type Unplaced = Omit<Question, 'order' | 'doubts'> & {
  readonly doubts: readonly Doubt[]
  /** Whether its text ends where a sentence does. */
  readonly ended: boolean
}

/** The records of one item: one a number, each with the joint answer. */
export function recordsOf(draft: Draft, measure: Measure, notes: NotesByMark): Unplaced[] {
  const { split, section, numbers } = draft
  const texts = questionTexts(split.question, numbers, measure)
  const answer = paragraphsOf(draft.answer ?? split.answer, measure, true)
  const joint = draft.answer === null ? numbers : draft.answerNumbers
  const doubts: Doubt[] = isDoubtful(draft) || texts.shared ? ['doubtful-split'] : []
  const footnotes = notesOf(draft.marks, section.segment, notes)
  return numbers.map((number, index) => {
    const { text: question, page } = withoutPage(texts.of[index] ?? '')
    const own = withoutRepetition(answer, question)
    const named = referencesIn([question, own, ...footnotes.map(({ text }) => text)])
    const references = named.slice(0, mostReferences)
    // What names so many is no answer alone.
    const isBeyond: Doubt[] = named.length > mostReferences && doubts.length === 0 ? ['doubtful-split'] : []
    return {
      number,
      code: split.code,
      page: split.page ?? page,
      ownPage: section.page,
      question,
      answer: own,
      answeredWith: joint.length > 1 && joint.includes(number) ? joint : [],
      pointsTo: pointerOf(own),
      footnotes,
      complete: true,
      doubts: [...doubts, ...isBeyond],
      ...(draft.askedBy ? { askedBy: draft.askedBy } : {}),
      ...(references.length > 0 ? { references } : {}),
      ...(section.top === null ? {} : { top: section.top }),
      ended: endsSentence(own === '' ? question : own),
    }
  })
}

function isDoubtful({ split, section, answer, guessed }: Draft): boolean {
  const isUncertain = (row: Row) => row.uncertain
  return guessed || split.doubtful || section.rows.some(isUncertain) || answer?.some(isUncertain) === true
}

/** The text is looked through once, as one: what leans on another reference («idem») finds it there. */
function referencesIn(texts: readonly string[]): string[] {
  if (!texts.some((text) => figure.test(text))) return []
  return [...new Set(findReferences(texts.join('\n\n')).map(({ id }) => id))]
}

/** No reference is without a figure or a Roman numeral of two letters. */
const figure = /\d|[CLX][A-Z]|kst/

/** A page asked about that stands in brackets before or behind the question: «(pagina 8-9) Hoe …», «Waarom? (blz. 12)»; without them, «Blz. 12» or «pagina 12» before it. */
const pageBefore =
  /^(?:\((?:[Pp]agina|[Bb]lz|[Pp]ag|[Pp])\.?(?:['’]?s)?\s*(\d{1,4}(?:\s?(?:[-–,]|t\/m|en)\s?\d{1,4})*)\)|(?:(?:[Bb]lz|[Pp]ag)\.|[Pp]agina)\s?(\d{1,4}(?:-\d{1,4})?)[.:]?(?=\s+\p{Lu}))\s*/u
const pageBehind = /\s*\((?:pagina|blz|pag|p)\.?(?:['’]?s)?\s*(\d{1,4}(?:\s?(?:[-–,]|t\/m|en)\s?\d{1,4})*)\)\.?$/i

function withoutPage(text: string): { readonly text: string; readonly page: string | null } {
  const match =
    (/^[(BbPp]/.test(text) ? pageBefore.exec(text) : null) ??
    (/\)\.?$/.test(text.slice(-2)) ? pageBehind.exec(text) : null)
  const page = match?.[1] ?? match?.[2]
  if (!match || page === undefined) return { text, page: null }
  const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length)
  return rest === '' ? { text, page: null } : { text: rest, page: asPage(page) }
}

/** Some answers repeat their question first: it is no part of the answer. */
function withoutRepetition(answer: string, question: string): string {
  if (question.length < 10 || answer.length <= question.length) return answer
  let at = 0
  for (const sign of question) {
    if (/\s/.test(sign)) continue
    while (/\s/.test(answer[at] ?? '')) at += 1
    if (answer.slice(at, at + sign.length) !== sign) return answer
    at += sign.length
  }
  return answer.slice(at).trimStart() || answer
}

/**
 * The words of each question under a joint heading («Vraag 4, 5, 7 en 8»): one paragraph each where the paragraphs are as
 * many as the numbers, or one run of lines up to a question mark; otherwise all of them under every number, for then nothing
 * tells them apart.
 */
function questionTexts(
  rows: readonly Row[],
  numbers: readonly string[],
  measure: Measure,
): { readonly of: readonly string[]; readonly shared: boolean } {
  const text = paragraphsOf(rows, measure, false)
  if (numbers.length === 1) return { of: [text], shared: false }
  const numbered = runsNumbered(rows, numbers)
  if (numbered) return { of: numbered.map((run) => paragraphsOf(run, measure, false)), shared: false }
  const paragraphs = text.split('\n\n')
  if (paragraphs.length === numbers.length) return { of: paragraphs, shared: false }
  const asked = runsThatAsk(rows)
  if (asked.length === numbers.length) {
    return { of: asked.map((run) => paragraphsOf(run, measure, false)), shared: false }
  }
  // «toelichten?Kunt u …»: an extraction that lost the blank there lost a line's end.
  const glued = text.split(/(?<=\?)(?=\p{Lu})/u)
  if (glued.length === numbers.length) return { of: glued, shared: false }
  const sentences = sentencesThatAsk(text)
  // «Klopt dat? Zo nee, waarom niet?» may be one question as well as two, and «Geef een overzicht.» behind them one more.
  const isSure = endsAsking(text) && !sentences.some((one) => follows.test(one))
  if (sentences.length === numbers.length) return { of: sentences, shared: !isSure }
  const alone = withFollowers(sentences)
  if (alone.length === numbers.length) return { of: alone, shared: true }
  return { of: numbers.map(() => text), shared: true }
}

/** Behind a question mark, maybe in brackets, before the next sentence; behind «Wie betaalt?» a sentence may go on. */
const behindQuestion = /(?<=\?\)?)\s+(?=[\p{Lu}\d«“‘"'€])/u

/** The sentences of a text that ask, each with what is stated before it; what is stated behind the last one is its own. */
function sentencesThatAsk(text: string): string[] {
  const parts = text.split(behindQuestion)
  const last = parts.at(-1) ?? ''
  return last.includes('?') || parts.length < 2 ? parts : [...parts.slice(0, -2), `${parts.at(-2)} ${last}`]
}

/** «Zo ja, hoe?» asks on from the question before it, and so do «Kunt u dit toelichten?» and «Graag een toelichting.» */
const follows =
  /^(?:Zo (?:ja|nee|niet)|Indien (?:ja|nee|niet|zo)|(?:En )?[Ww]aarom (?:wel|niet)\b|Waarom\?|En |(?:Graag|Gaarne)\b|(?:Kunt|Wilt) u (?:dit|dat|deze|uw antwoord) (?:\p{Ll}+ )?(?:toelichten|onderbouwen|uitleggen|specificeren)\b)/u

function withFollowers(sentences: readonly string[]): string[] {
  const all: string[] = []
  for (const one of sentences) {
    const before = all.at(-1)
    if (before !== undefined && follows.test(one)) all[all.length - 1] = `${before} ${one}`
    else all.push(one)
  }
  return all
}

/** Rows parted where each begins with the next of the numbers: `2. Klopt het dat …`; null where not all of them do. */
function runsNumbered(rows: readonly Row[], numbers: readonly string[]): Row[][] | null {
  const runs: Row[][] = []
  for (const row of rows) {
    const next = numbers[runs.length]
    const rest = next === undefined ? row.text : row.text.replace(new RegExp(`^${next}\\s?[.):]?\\s+(?=\\S)`), '')
    if (rest !== row.text) runs.push([withText(row, rest)])
    else if (runs.length === 0) return null
    else runs.at(-1)?.push(row)
  }
  return runs.length === numbers.length ? runs : null
}

/** Rows parted where one ends a question and the next begins a sentence. */
function runsThatAsk(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = []
  let before: Row | null = null
  for (const row of rows) {
    const starts =
      before === null || (endsAsking(before.text.replace(/\d{1,2}$/, '')) && /^[\p{Lu}«“‘"'(]/u.test(row.text))
    if (starts) runs.push([row])
    else runs.at(-1)?.push(row)
    before = row
  }
  return runs
}

/** Notes whose marks stood in the item, in the order of the marks; of two notes with one mark the nearer on. */
function notesOf(marks: readonly string[], segment: number, notes: NotesByMark): Footnote[] {
  return notesAt(marks, segment, notes).map(({ mark, text }) => ({ mark, text }))
}

export function notesAt(marks: readonly string[], segment: number, notes: NotesByMark): readonly Note[] {
  if (marks.length === 0) return none
  return [...new Set(marks)].flatMap((mark) => {
    const same = notes.get(mark)
    return same?.find((one) => one.segment >= segment) ?? same?.[0] ?? []
  })
}

const none: readonly Note[] = []

/** Some answers repeat each question: first all questions, then each again with its answer. The answered one stays. */
export function repeatsJoined(records: readonly Unplaced[]): readonly Unplaced[] {
  if (records.every(({ answer }) => answer !== '')) return records
  const answered = new Set<string>()
  for (const record of records) if (record.answer !== '') answered.add(`${record.number} ${record.question}`)
  return records.filter((record) => record.answer !== '' || !answered.has(`${record.number} ${record.question}`))
}
