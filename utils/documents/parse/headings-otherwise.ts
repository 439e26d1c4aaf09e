import { withLettersOfAnswers } from './answer-letters.ts'
import { withAnswersWithoutStop } from './answers-without-stop.ts'
import { beginsAnew } from './begins-anew.ts'
import { type Spelling, spellings } from './heading-spellings.ts'
import { readHeading } from './headings.ts'
import { chapterOf, expandNumbers, numeralOf, placeOf } from './numbers.ts'
import { type Row, withText } from './rows.ts'
import { endsAsking } from './sentences.ts'
import { isToldAbove } from './told-as-questions.ts'
import { withWrappedLabels } from './wrapped-labels.ts'

interface Label {
  readonly row: number
  readonly type: 'question' | 'answer'
  /** As printed; empty where the heading of an answer names none. */
  readonly list: string
  readonly length: number
}

const fewest = 2

/**
 * The rows with such headings put into the usual words, where they are the headings of the whole document: numbered from 1
 * on without a gap, and no other heading of a question beside them. Otherwise the rows as they are.
 */
export function withUsualHeadings(printed: readonly Row[]): readonly Row[] {
  const asPrinted = rowsByInitial(printed)
  const candidates = rowsOf(asPrinted, 'VA')
  const joined = withDigitsJoined(withListsJoined(printed, candidates), candidates)
  const unwrapped = withWrappedLabels(joined, candidates)
  const byInitial = unwrapped === joined ? asPrinted : rowsByInitial(unwrapped)
  const toAnswer = (row: Row, list: string, length: number) => relabelled(row, { row: 0, type: 'answer', list, length })
  const rows = withAnswersWithoutStop(unwrapped, rowsOf(byInitial, 'A'), (row, length) => toAnswer(row, '', length))
  for (const spelling of spellings) {
    const labels = labelsIn(rows, rowsOf(byInitial, spelling.initials), spelling)
    if (!areHeadings(rows, labels, spelling) || rows.some(({ text }) => readHeading(text)?.type === 'question'))
      continue
    const byRow = new Map(labels.map((label) => [label.row, label]))
    return rows.map((row, index) => {
      const label = byRow.get(index)
      return label ? relabelled(row, label) : row
    })
  }
  return withLettersOfAnswers(rows, rowsOf(byInitial, 'A'), toAnswer)
}

/** «Antwoord 1 , 2 e n 3»: the list of a joint heading whose letters stood a little apart. */
const spacedList = /^(?:Vragen|Antwoord) \d[\d ,]* (?:,|e n) ?\d[\d ,en]*$/
const longestList = 60

function withListsJoined(rows: readonly Row[], candidates: readonly number[]): readonly Row[] {
  const isSpaced = (text: string) => text.length <= longestList && spacedList.test(text)
  if (!candidates.some((index) => isSpaced(rows[index]?.text ?? ''))) return rows
  return rows.map((row) =>
    isSpaced(row.text) ? withText(row, row.text.replaceAll(' ,', ',').replaceAll(' e n ', ' en ')) : row,
  )
}

const spacedDigits = /^(Vraag|VRAAG|Antwoord|ANTWOORD)((?: op vraag)?) (\d(?: \d){1,2})([.:]?)$/

/** «Vraag 1 0», whose letters stood apart, behind «Vraag 9»; `candidates` as `rowsByInitial` tells. */
function withDigitsJoined(rows: readonly Row[], candidates: readonly number[]): readonly Row[] {
  const isSpaced = (text: string) => text.length <= longestSpaced && spacedDigits.test(text)
  if (!candidates.some((index) => isSpaced(rows[index]?.text ?? ''))) return rows
  let last = 0
  return rows.map((row) => {
    const match = row.text.length <= longestSpaced ? spacedDigits.exec(row.text) : null
    const number = match ? Number(match[3]?.replaceAll(' ', '')) : 0
    const isNext = match?.[1]?.startsWith('V') || match?.[1] === 'VRAAG' ? number === last + 1 : number === last
    const heading = match ? null : readHeading(row.text)
    if (heading?.type === 'question' && heading.alone) last = numeralOf(heading.numbers.at(-1) ?? '') || last
    if (!match || !isNext) return row
    last = number
    return withText(row, `${match[1]}${match[2]} ${number}${match[4]}`)
  })
}

const longestSpaced = 24

/** The rows under the sign that they begin with: one walk for all that asks what a heading begins with. */
type ByInitial = ReadonlyMap<number, readonly number[]>

function rowsByInitial(rows: readonly Row[]): ByInitial {
  const byInitial = new Map<number, number[]>()
  rows.forEach(({ text }, index) => {
    const initial = text.charCodeAt(0)
    const same = byInitial.get(initial)
    if (same) same.push(index)
    else byInitial.set(initial, [index])
  })
  return byInitial
}

/** Rows that begin with one of the signs, in order. */
function rowsOf(byInitial: ByInitial, initials: string): readonly number[] {
  const found = [...initials].map((initial) => byInitial.get(initial.charCodeAt(0)) ?? [])
  const [only] = found
  return only && found.length === 1 ? only : found.flat().sort((one, other) => one - other)
}

/** Rows of a table have no stop («Totaal 9.261»), and a note's mark stands behind one. */
const endsInFigure = /(?:^|\s)[\d.,]+%?$|[.?!»”’)]\d{1,2}$/
/** A title above the first of all may be longer than a line. */
const rowsOfTitle = 4

function labelsIn(rows: readonly Row[], candidates: readonly number[], spelling: Spelling): Label[] {
  const labels: Label[] = []
  for (const index of candidates) {
    const text = rows[index]?.text ?? ''
    if (!spelling.beginning.test(text)) continue
    const asks = spelling.question.exec(text)
    const match = asks ?? spelling.answer?.exec(text)
    if (!match) continue
    const list = (match[1] ?? match[2] ?? '').replaceAll('A', '')
    const mayBegin =
      (list === '1' && index < rowsOfTitle) || (list !== '' && endsInFigure.test(rows[index - 1]?.text ?? ''))
    if (!mayBegin && !beginsAnew(rows, index, match[0].length)) continue
    labels.push({ row: index, type: asks ? 'question' : 'answer', list, length: match[0].length })
  }
  return labels
}

function areHeadings(rows: readonly Row[], labels: readonly Label[], { proof }: Spelling): boolean {
  const asked = labels.filter(({ type }) => type === 'question')
  if (asked.length < fewest) return false
  let last = '0'
  if (proof === 'turns') return labels.every(({ type }, index) => (type === 'question') === (index % 2 === 0))
  const rises = asked.every(({ list }) => {
    const numbers = expandNumbers(list)
    const fits = follows(numbers[0] ?? '', last)
    last = numbers.at(-1) ?? ''
    return fits
  })
  if (!rises) return false
  if (proof === 'paired') return labels.every((_, index) => isPaired(labels, index))
  if (proof === 'closed') return labels.at(-1)?.type === 'answer'
  if (proof === null) return true
  // Sections of a report may ask as well.
  const mayAskAlone = proof === 'answered or alone' && isToldAbove(rows, asked[0]?.row ?? 0)
  const proven = asked.filter(({ row }, index) => {
    const own = rows.slice(row, asked[index + 1]?.row ?? row + rowsOfQuestion)
    if (mayAskAlone && asksAlone(own)) return true
    if (proof !== 'asks') return own.some(({ text }) => readHeading(text)?.type === 'answer')
    return own.slice(0, rowsOfQuestion).some(({ text }) => endsAsking(text))
  })
  return proven.length >= asked.length * mostProven
}

/** `3` behind `2`, `2b` behind `2a`, `1.3` behind `1.2`, `2.1` behind any of the first chapter. */
function follows(number: string, before: string): boolean {
  if (chapterOf(number) === chapterOf(before)) {
    return placeOf(number) === placeOf(before) + 1 || (placeOf(number) === placeOf(before) && /[a-z]$/.test(number))
  }
  return numeralOf(number) === numeralOf(before) + 1 && placeOf(number) === 1
}

/** The first paragraph asks, and another follows it. */
function asksAlone(own: readonly Row[]): boolean {
  const end = own.findIndex(({ startsBlock }, index) => index > 0 && startsBlock)
  return end > 0 && endsAsking(own[end - 1]?.text ?? '')
}

/** «Graag een overzicht.» asks as well. */
const mostProven = 0.8
/** A question ends within so many rows. */
const rowsOfQuestion = 12

/** Whether the answer that follows is the question's, or that of several of which it is one. */
function isPaired(labels: readonly Label[], index: number): boolean {
  const label = labels[index]
  const next = labels[index + 1]
  if (label?.type !== 'question') return true
  if (next?.type === 'answer' && next.list === '') return true
  const answer = labels.slice(index, index + mostJoint).find(({ type }) => type === 'answer')
  return answer !== undefined && expandNumbers(answer.list).includes(label.list)
}

/** More questions than are answered at once. */
const mostJoint = 20

/** The row with «Vraag 3: …» or «Antwoord 3: …» instead of its own heading; what was raised or set apart in it moves along. */
function relabelled(row: Row, { type, list, length }: Label): Row {
  const rest = row.text.slice(length)
  const words = `${type === 'question' ? 'Vraag' : 'Antwoord'}${list === '' ? '' : ` ${list}`}`
  const text = rest === '' ? words : `${words}: ${rest}`
  const moved = text.length - row.text.length
  const raised = row.raised.map(({ start, end }) => ({ start: start + moved, end: end + moved }))
  const [first, ...others] = row.pieces
  const piece = first && { ...first, text: text.slice(0, first.text.length + moved) }
  return withText(row, text, {
    raised: raised.filter(({ start }) => start >= 0),
    lookEnds: row.lookEnds === 0 ? 0 : Math.max(0, row.lookEnds + moved),
    ...(others.length > 0 && piece && first.text.length >= length ? { pieces: [piece, ...others] } : {}),
  })
}
