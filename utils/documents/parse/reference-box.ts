import { oneOf } from '../signs.ts'
import { type Piece, type Row, withoutRows, withText } from './rows.ts'
import { endsSentence } from './sentences.ts'

const referenceLabel =
  /^(?:(?:onze|uw)\s+(?:referentie|ref\.?)|(?:ons|uw)\s+kenmerk|kenmerk|uw\s+brief(?:\s+van)?|uw\s+brief\s*\(kenmerk\)|datum)\s*:?$/i
const labelAtStart = /^(?:(?:onze|uw)\s+referentie|(?:(?:ons|uw)\s+)?kenmerk)\s*:?\s+(\S.*)$/i
const dateAtStart = /^datum\s*:?\s+\d{1,2} \p{L}{3,9} \d{4}$/iu
const labelAtEnd = /\s(?:Onze referentie|Uw referentie|Ons kenmerk|Uw kenmerk)\s*:?$/

/** What nearly no text begins and ends as. */
const mayBegin = oneOf('OoUuKkDd')
const mayEnd = oneOf('ek:')
const beginsLabel = (text: string) => mayBegin(text) && /^(?:on[sz]|uw|kenmerk|datum)/i.test(text)
const isLabel = ({ text }: Piece) => beginsLabel(text) && referenceLabel.test(text)
const endsWithLabel = (text: string) =>
  mayEnd(text, text.length - 1) && /(?:ferentie|kenmerk|:)$/.test(text.slice(-8)) && labelAtEnd.test(text)

/** What a ministry's reference looks like: `38922138`, `2024-0000129720`, `11003385 R`, `No.W01.20.0036/I`; or a date. */
const referenceValue =
  /^(?:\d{6,12}(?:\s?[A-Z])?|\d{4}-\d{5,12}|(?:[A-Z]{1,8}[/.\- ]{0,3}){1,3}\d{4,}(?:[/.\- ]?[A-Z0-9]{1,8}){0,3}|No\.\s?W\d.*|\d{1,2} \p{L}{3,9} \d{4})$/u

const nearAfter = 10
const nearBefore = 6

/**
 * The letter's reference box, whose label and value land anywhere in reading order, also inside a row's sentence.
 * A value is dropped only when its label stands near; a value known from one page is dropped on every page.
 */
export function withoutReferenceBox(rows: readonly Row[]): Row[] {
  const labels: number[] = []
  const values = new Set<string>()
  const dropped = new Set<number>()
  rows.forEach((row, index) => {
    const begins = beginsLabel(row.text)
    const value = begins ? labelAtStart.exec(row.text)?.[1] : undefined
    if (value !== undefined && referenceValue.test(value)) {
      values.add(value)
      dropped.add(index)
    } else if (((begins || row.pieces.length > 1) && row.pieces.some(isLabel)) || endsWithLabel(row.text))
      labels.push(index)
  })
  // «Datum: 3 juni 2024» right beside it.
  for (const index of dropped) {
    for (const beside of [index - 1, index + 1]) {
      const row = rows[beside]
      if (row && row.segment === rows[index]?.segment && dateAtStart.test(row.text)) dropped.add(beside)
    }
  }
  const boxed = new Set(labels.filter((index) => !isDateLabel(rows[index])).map((index) => rows[index]?.segment))
  if (labels.length === 0 && values.size === 0) return [...rows]
  for (const label of labels) {
    // «Datum» alone may head a table's column: it belongs to the box where a reference stands on the same page.
    if (isDateLabel(rows[label]) && !boxed.has(rows[label]?.segment)) continue
    const found = near(rows, label, dropped)
    if (found) values.add(found)
    const row = rows[label]
    if (row && referenceLabel.test(row.text) && (found !== null || !isDateLabel(row))) {
      dropped.add(label)
      for (const index of senderAbove(rows, label)) dropped.add(index)
    }
  }
  // Nearly all rows neither begin nor end as a value does.
  const ends = new Set([...values].flatMap((value) => [firstWord(value), value.slice(value.lastIndexOf(' ') + 1)]))
  const firsts = new Set([...ends].map((word) => word.charAt(0)))
  const lasts = new Set([...ends].map((word) => word.charAt(word.length - 1)))
  const labelled = new Set(labels)
  const mayHold = ({ text, pieces }: Row, index: number) =>
    labelled.has(index) ||
    (pieces.length > 1 && pieces.some((piece) => values.has(piece.text))) ||
    (firsts.has(text.charAt(0)) && ends.has(firstWord(text))) ||
    (lasts.has(text.charAt(text.length - 1)) && ends.has(text.slice(text.lastIndexOf(' ') + 1)))
  const stripped = rows.map((row, index) => {
    if (!mayHold(row, index)) return row
    const own = withoutBoxParts(row, values)
    if (own.text === '' || values.has(own.text)) dropped.add(index)
    return own
  })
  return withoutRows(stripped, dropped)
}

function firstWord(text: string): string {
  const end = text.indexOf(' ')
  return end < 0 ? text : text.slice(0, end)
}

function isDateLabel(row: Row | undefined): boolean {
  return row !== undefined && /^datum\s*:?$/i.test(row.text)
}

function near(rows: readonly Row[], label: number, dropped: ReadonlySet<number>): string | null {
  const segment = rows[label]?.segment
  const valueIn = (index: number): string | null => {
    const row = rows[index]
    if (!row || row.segment !== segment || dropped.has(index)) return null
    return (
      row.pieces.find((piece) => referenceValue.test(piece.text))?.text ??
      (referenceValue.test(row.text) ? row.text : null)
    )
  }
  for (let step = 0; step <= nearAfter; step += 1) {
    const value = valueIn(label + step)
    if (value) return value
  }
  for (let step = 1; step <= nearBefore; step += 1) {
    const value = valueIn(label - step)
    if (value) return value
  }
  return null
}

/** Takes labels and known values out of a row that also carries text. */
function withoutBoxParts(row: Row, values: ReadonlySet<string>): Row {
  const isBox = (piece: Piece) => (isLabel(piece) && row.pieces.length > 1) || values.has(piece.text)
  if (row.pieces.length > 1 && row.pieces.some(isBox)) {
    const pieces = row.pieces.filter((piece) => !isBox(piece))
    return { ...withText(row, pieces.map((piece) => piece.text).join('  ')), pieces }
  }
  const words = row.text.replace(labelAtEnd, '').split(' ')
  // A value is up to three words long: `38922138`, `11003385 R`, `23 mei 2023`.
  for (let length = 3; length > 0; length -= 1) {
    if (words.length > length && values.has(words.slice(-length).join(' '))) words.splice(-length)
    if (words.length > length && values.has(words.slice(0, length).join(' '))) words.splice(0, length)
  }
  const text = words.join(' ').trim()
  return text === row.text ? row : withText(row, text)
}

const rowsOfSender = 4
const longestSender = 60

/** The ministry's name at the top of the box, above its reference, on the pages behind the first. */
function senderAbove(rows: readonly Row[], label: number): number[] {
  const above: number[] = []
  for (let index = label - 1; index >= Math.max(0, label - rowsOfSender); index -= 1) {
    const row = rows[index]
    if (!row || row.text.length > longestSender || endsSentence(row.text) || row.segment !== rows[label]?.segment) break
    above.push(index)
    if (/^(?:Ministerie van|Directoraat-[Gg]eneraal|Directie|Programmadirectie)(?:\s|$)/.test(row.text)) return above
  }
  return []
}
