import type { Row } from './rows.ts'
import { endOfAsking, endsAsking, endsSentence, startsAnswering, startsAsking, startsLowerCase } from './sentences.ts'
import { beginsWithWish, endOfWish, wishAlone } from './wishes.ts'

/** A question longer than this many rows has swallowed its answer. */
export const longestQuestion = 40

export interface ReadRows {
  /** The rows without their columns; a row that held nothing else has an empty text. */
  readonly texts: Row[]
  /** Row that held the page asked about, or -1. */
  readonly pageRow: number
}

export interface Border {
  /** First row of the answer, or the row that holds the border when `offset` is above 0. */
  readonly row: number
  readonly offset: number
  readonly doubtful: boolean
}

/**
 * Where question and answer part in rows that hold both, by the surest sign first: their look, the end of the paragraph that asks, the page column,
 * the end of the sentences that ask (DOMAIN §2).
 */
export function borderOf(
  left: readonly Row[],
  read: ReadRows,
  fullWidth: number | null,
  inParagraphs: boolean,
): Border {
  const { texts, pageRow } = read
  const at = (row: number, offset = 0, doubtful = false): Border => ({ row, offset, doubtful })
  if (fullWidth !== null && !goesOnAsking(texts, fullWidth) && endsSentence(textOf(texts, 0, fullWidth)))
    return at(fullWidth)
  const looked = lookBorder(texts)
  if (looked) return looked
  const block = askingBlock(texts)
  if (block !== null && endsAsking(textOf(texts, 0, block))) return at(block)
  if (pageRow >= 0 && endsSentence(textOf(texts, 0, pageRow + 1)) && !isBehindAnswer(read)) return at(pageRow + 1)
  const end = block ?? blockEnd(texts, 0)
  const wished = beginsWithWish.test(texts[0]?.text ?? '') ? wishWithin(texts, end) : null
  const asked = wished ?? askedWithin(texts, end)
  if (asked) return inParagraphs && end < left.length && explains(texts, asked, end) ? at(end, 0, true) : asked
  if (fullWidth !== null) return at(fullWidth)
  // Nothing asks («Graag een overzicht.»): the first paragraph is the question, or the sentence that wants something.
  return wishWithin(texts, end) ?? at(end, 0, end < left.length && !wishAlone.test(textOf(texts, 0, end)))
}

/** A statement behind the question mark that is longer is no question's, nor are two. */
const longestStatement = 200
const severalSentences = /^[^?]*\p{Ll}{3}[.!]\s+\p{Lu}[^?]*\p{Ll}{3}[.!]/u

/**
 * Whether the page asked about stands behind the answer: its column is the table's last, and the text was copied row by row. What stands
 * between the question mark and the page begins as answers do, is too long for a question, or is all that follows the question.
 */
export function isBehindAnswer({ texts, pageRow }: ReadRows): boolean {
  const text = textOf(texts, 0, pageRow + 1)
  const asked = endOfAsking(text)
  const told = asked < 0 ? '' : text.slice(asked).trimStart()
  return (
    told !== '' &&
    endsSentence(text) &&
    (pageRow === texts.length - 1 ||
      told.length > longestStatement ||
      startsAnswering(told) ||
      severalSentences.test(told))
  )
}

/** What whoever asks says of the question: «Dit ook in samenhang met …», «De leden vragen dit omdat …». */
const ofQuestion =
  /^(?:Dit (?:ook|mede|gelet|gezien|in (?:het licht|samenhang|verband)|naar aanleiding)\b|(?:De|Deze) leden\b|Zij vragen\b)/

/** Whether the rest of the question's paragraph is such a sentence, where the other questions stand in paragraphs of their own. */
function explains(texts: readonly Row[], { row, offset }: Border, end: number): boolean {
  return row < end && ofQuestion.test(textOf(texts, row, end).slice(offset).trimStart())
}

/** Whether an item's first paragraph ends with what it asks, and another follows. */
export function asksInParagraph(rows: readonly Row[]): boolean {
  const end = blockEnd(rows, 0)
  return end < rows.length && endsAsking(rows[end - 1]?.text ?? '')
}

/** Whether a row goes on in the paragraph of the question, and ends it: «… gedaald?» / «Zo ja, hoe komt dit?» */
function goesOnAsking(texts: readonly Row[], row: number): boolean {
  const next = texts[row]
  return next?.startsBlock === false && startsAsking(next.text) && endsAsking(next.text)
}

/** A question that is a wish, in one paragraph with its answer: «Geef een overzicht van X. In 2020 …». A guess. */
function wishWithin(texts: readonly Row[], end: number): Border | null {
  if (end < texts.length) return null
  const text = textOf(texts, 0, Math.min(end, rowsOfWish))
  const stop = endOfWish(text)
  if (stop === null) return null
  let row = 0
  let from = 0
  for (const { text: own } of texts.slice(0, rowsOfWish)) {
    if (own !== '' && stop <= from + own.length) return { row, offset: stop - from, doubtful: true }
    if (own !== '') from += own.length + 1
    row += 1
  }
  return null
}

/** A wish takes no more. */
const rowsOfWish = 4

/** Text of rows `from` to `to`, `to` exclusive. */
function textOf(texts: readonly Row[], from: number, to: number): string {
  return texts
    .slice(from, to)
    .map((row) => row.text)
    .filter((text) => text !== '')
    .join(' ')
}

/** Where the rows change from the look of the first to another: the one sign of letters without headings. */
function lookBorder(texts: readonly Row[]): Border | null {
  const words = texts.findIndex((row) => /\p{L}{3}/u.test(row.text))
  const first = texts[words]
  if (!first) return null
  if (first.look === 'plain') {
    if (first.lookEnds > 0 && endsSentence(first.text.slice(0, first.lookEnds))) {
      return { row: words, offset: first.lookEnds, doubtful: false }
    }
    // Plain questions before answers that are set apart all the way through.
    const start = texts.findIndex((row) => row.look !== 'plain')
    if (start <= words || !endsSentence(textOf(texts, 0, start))) return null
    const styled = texts.slice(start).filter((row) => row.look !== 'plain').length
    return styled >= (texts.length - start) * 0.8 ? { row: start, offset: 0, doubtful: false } : null
  }
  for (let index = words + 1; index < texts.length; index += 1) {
    const row = texts[index]
    if (!row || row.text === '' || row.look === first.look) continue
    if (row.lookEnds > 0 && row.look === 'plain') return { row: index, offset: row.lookEnds, doubtful: false }
    return { row: index, offset: 0, doubtful: false }
  }
  return null
}

/** End of the paragraphs that ask, or null where the first paragraphs hold an answer as well or do not ask. */
function askingBlock(texts: readonly Row[]): number | null {
  let end = blockEnd(texts, 0)
  // An introduction in paragraphs of its own: «De minister schrijft X.» and then the question.
  for (let blocks = 0; blocks < 2 && end < texts.length && !textOf(texts, 0, end).includes('?'); blocks += 1) {
    const next = blockEnd(texts, end)
    if (!endsAsking(textOf(texts, end, next))) break
    end = next
  }
  end = listThatAsks(texts, end) ?? end
  if (!endsAsking(textOf(texts, 0, end))) return textOf(texts, 0, end).includes('?') ? end : null
  while (end < texts.length && end < longestQuestion) {
    const next = blockEnd(texts, end)
    const block = textOf(texts, end, next)
    if (block.length > 500 || !endsAsking(block) || !startsAsking(block)) break
    end = next
  }
  return end
}

/** «Kunt u aangeven:» and the items of a list, the last of which ends the question; null where the list does not ask. */
function listThatAsks(texts: readonly Row[], from: number): number | null {
  if (!/:$/.test(textOf(texts, 0, from))) return null
  let end = from
  for (let items = 0; items < mostItems && end < texts.length; items += 1) {
    if (!listItem.test(texts[end]?.text ?? '')) return null
    end = blockEnd(texts, end)
    if (endsAsking(textOf(texts, from, end))) return end
  }
  return null
}

const mostItems = 12
const listItem = /^(?:[-–—•·▪*]\s|\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s)/

/** Characters by which the end of a sentence is told. */
const tail = 80

/** First row after `from` that starts another paragraph; breaks inside a sentence are the page's, not the text's. */
function blockEnd(texts: readonly Row[], from: number): number {
  let before = texts[from]?.text ?? ''
  for (let index = from + 1; index < texts.length; index += 1) {
    const row = texts[index]
    if (!row || row.text === '') continue
    const isTorn = row.interrupted || startsLowerCase(row.text)
    if (row.startsBlock && before !== '' && (!isTorn || endsSentence(before))) return index
    before = `${before} ${row.text}`.slice(-tail)
  }
  return texts.length
}

/** The border by sentences, within the paragraph that holds both. */
function askedWithin(texts: readonly Row[], end: number): Border | null {
  let text = ''
  const starts: number[] = []
  for (const row of texts.slice(0, end)) {
    starts.push(text.length)
    text += `${row.text} `
  }
  const asked = endOfAsking(text.trimEnd())
  if (asked < 0) return null
  const parted = endOfShortRow(texts, starts, asked)
  if (parted !== null) return { row: parted, offset: 0, doubtful: false }
  let row = 0
  while (row + 1 < starts.length && (starts[row + 1] ?? 0) < asked) row += 1
  const offset = asked - (starts[row] ?? 0)
  const length = texts[row]?.text.length ?? 0
  if (offset >= length) return { row: row + 1, offset: 0, doubtful: false }
  return { row, offset, doubtful: mayBeAnswers(text.slice(0, asked)) }
}

/** «… gedaan? Wat betekent dit voor huurders?»: who asks may go on so, and who answers may begin so; what asks the reader («u») is the former's. */
const ownQuestion =
  /\?[»”"’')]*\s(?:En )?(?:[Ww]at (?:betekent|houdt|zegt) (?:dit|dat)\b|[Ww]at is (?:nu|dan)\b|[Ii]s (?:daarmee|hiermee)\b)(?<asks>[^?]{0,80})\?[»”"’')]*$/u

function mayBeAnswers(text: string): boolean {
  const question = ownQuestion.exec(text)?.groups?.asks
  return question !== undefined && !/\bu(?:w|zelf)?\b/.test(question)
}

/** In the rows of a question there is room for so much more, at least, where a paragraph ends: letters are not all as wide. */
const room = 0.85

/**
 * The row behind the last one that ends asking, where the first word of the next would have had room on it: there a paragraph ends, and what
 * asks in the middle of a later row is the answer's own. Null where what asks ends with its row, or nothing tells how wide the rows are.
 */
function endOfShortRow(texts: readonly Row[], starts: readonly number[], asked: number): number | null {
  let at = 0
  while (at + 1 < starts.length && (starts[at + 1] ?? 0) < asked) at += 1
  const last = texts[at]
  if (!last || last.flows || asked - (starts[at] ?? 0) >= last.text.length) return null
  const widest = starts.reduce((most, _, row) => Math.max(most, texts[row]?.text.length ?? 0), 0)
  for (let row = at; row > 0; row -= 1) {
    const before = texts[row - 1]?.text ?? ''
    const next = texts[row]?.text ?? ''
    const isShort = before.length + 1 + next.indexOf(' ') <= widest * room
    if (isShort && endsAsking(before) && /^[\p{Lu}«“‘"'(]/u.test(next)) return row
  }
  return null
}

/** A list right behind a question that has no heading of an answer, and another paragraph below it: it may be what the question asks about. */
export function beginsWithList(texts: readonly Row[], from: number): boolean {
  let end = from
  while (end < texts.length && listItem.test(texts[end]?.text ?? '')) end = blockEnd(texts, end)
  return end > from && end < texts.length
}
