import { monthSource } from '../facts/dates.ts'
import { isDigit, oneOf } from '../signs.ts'
import { membersAsk, wants } from './asking.ts'
import { type Heading, readHeading } from './headings.ts'
import { expandNumbers, numberListSource } from './numbers.ts'
import { pagedNumbersOf } from './page-column.ts'
import { isFaction } from './party-column.ts'
import { codeAtEnd, codeAtStart, codeBegunAtEnd } from './printed-code.ts'
import type { Row } from './rows.ts'
import { abbreviated } from './sentences.ts'
import type { Start } from './structure.ts'

/** Questions whose question mark is farther than this (in characters) from their number are not told by it. */
const reachOfQuestion = 1500

const bareNumber = /^\d{1,4}[a-z]?$/
const plainStart = new RegExp(String.raw`^(\d{1,4}[a-z]?)\s+(?=[\p{Lu}«"'“‘„(€\d]|${abbreviated})`, 'u')
const dottedStart = new RegExp(
  String.raw`^(\d{1,4}[a-z]?)(?:\s?[.):](?:\s[-–](?=\s))?|\s[-–](?=\s))(?:\s*(?=[\p{Lu}«"'“‘„(€])|\s+(?=\d{1,4} \p{L}|${abbreviated}))`,
  'u',
)
/** `(3) Kunt u …`, and `(3)` alone. */
const bracketed = /^\((\d{1,3}[a-z]?)\)(?:\s+(?=[\p{Lu}«"'“‘„(€])|$)/u
const dottedAlone = /^\d{1,4}[a-z]?\s?[.):]$/
/** `3 en 4`, `5, 6 en 7`, `8 t/m 10`. */
const jointNumbers = new RegExp(`^${numberListSource}$`)
const monthAfter = new RegExp(String.raw`^\d{1,2}\s+${monthSource}\b`, 'i')

/** What a row begins with, where that starts a question or ends the one above. */
interface Sign {
  readonly row: number
  readonly heading: Heading | null
  readonly numbered: NumberedStart | null
}

/** All places in the rows where a question may start, in order. */
export function findStarts(rows: readonly Row[]): Start[] {
  const signs = signsIn(rows)
  return signs.flatMap(({ row: index, heading, numbered }, at) => {
    const row = rows[index]
    if (row?.marker) return row.marker.type === 'question' ? markerStart(row, index) : []
    if (heading?.type === 'question') {
      const score = heading.alone ? 4 : 2
      return { row: index, numbers: heading.numbers, textStart: heading.end, family: 'heading', score }
    }
    if (!numbered) return []
    const { number, textStart, family } = numbered
    const score = numbered.score + around(rows, index, textStart, ending(rows, signs, at))
    const paged = numbered.pageAsked === undefined ? {} : { pageAsked: numbered.pageAsked }
    return score > -4 ? { row: index, numbers: expandNumbers(number), textStart, family, score, ...paged } : []
  })
}

function signsIn(rows: readonly Row[]): Sign[] {
  const signs: Sign[] = []
  const paged = new Map(pagedNumbersOf(rows).map((one) => [one.at, one]))
  rows.forEach((row, index) => {
    const beside = paged.get(index)
    if (beside) {
      const { number, length, page } = beside
      const numbered = { number, textStart: length, family: 'row', score: scoreOfPaged, pageAsked: page } as const
      signs.push({ row: index, heading: null, numbered })
      return
    }
    const heading = readHeading(row.text) ?? headingOfCell(row)
    const mayBegin = !row.marker && heading === null && mayHoldNumber(row.text)
    const numbered = mayBegin && !endsCode(rows[index - 1], row) ? numberedStart(row) : null
    if (row.marker || heading || numbered) signs.push({ row: index, heading, numbered })
  })
  return signs
}

/** A question's heading that is all of its cell, whatever the next cell begins with: «Vraag 4 | zie vraag 3», «Vraag 4 | mbo-scholen …». */
function headingOfCell(row: Row): Heading | null {
  const cell = row.role === 'table-row' && row.pieces.length > 1 ? row.pieces[0]?.text : undefined
  const heading = cell === undefined ? null : readHeading(cell)
  if (!cell || heading?.type !== 'question' || !heading.alone || heading.numbers.length === 0) return null
  return { ...heading, end: row.text.length - row.text.slice(cell.length).trimStart().length, alone: false }
}

/** How what begins at a number ends, before the next number. */
interface Ending {
  /** Characters from the row's start up to and including the next question mark; infinite where none is within reach. */
  readonly asking: number
  /** The heading of an answer follows. */
  readonly isAnswered: boolean
}

/** A question asks, and is answered, within so many rows. */
const rowsOfQuestion = 16

/** What asks only beyond the next number is that one's question. What is answered before it need not ask: «Graag ontvangen wij een overzicht.» */
function ending(rows: readonly Row[], signs: readonly Sign[], at: number): Ending {
  const first = signs[at]?.row ?? rows.length
  const reach = first + rowsOfQuestion
  let next = at + 1
  let isAnswered = false
  for (; next < signs.length && !signs[next]?.numbered; next += 1) {
    isAnswered ||= signs[next]?.heading?.type === 'answer' && (signs[next]?.row ?? 0) <= reach
  }
  const end = Math.min(reach + 1, signs[next]?.row ?? rows.length)
  let characters = 0
  for (let index = first; index < end; index += 1) {
    const text = rows[index]?.text ?? ''
    const mark = text.includes('?') ? text.search(/\?(?=\s|$|[»”"')\d])/) : -1
    if (mark >= 0) return { asking: characters + mark + 1, isAnswered }
    characters += text.length + 1
  }
  return { asking: Number.POSITIVE_INFINITY, isAnswered }
}

function markerStart(row: Row, index: number): Start {
  const heading = readHeading(row.text)
  const alone = heading !== null && heading.type === 'question'
  const numbers = row.marker && row.marker.numbers.length > 0 ? row.marker.numbers : (heading?.numbers ?? [])
  const bare = bareNumber.test(row.text) || dottedAlone.test(row.text)
  return {
    row: index,
    numbers,
    textStart: alone ? heading.end : bare ? row.text.length : 0,
    family: 'marker',
    score: 5,
  }
}

/** The last digits of a code that a narrow column broke: `2023D19`, and `158` below it. */
function endsCode(before: Row | undefined, row: Row): boolean {
  if (before === undefined || row.text.length > mostMissing) return false
  return /^\d{1,5}$/.test(row.text) && codeBegunAtEnd(before.text)?.missing === row.text.length
}

const mostMissing = 5

/** A number with a page behind it, in a column of such. */
const scoreOfPaged = 3

interface NumberedStart {
  /** Several in one cell of a table: `3 en 4`. */
  readonly number: string
  readonly textStart: number
  readonly family: 'row' | 'dotted'
  readonly score: number
  /** As `Start.pageAsked`. */
  readonly pageAsked?: string
}

const isOfCode = oneOf('DZA')

/** A number begins the text, maybe in brackets, or a column of codes does. */
function mayHoldNumber(text: string): boolean {
  return isDigit(text) || text.startsWith('(') || isOfCode(text, 4) || isOfCode(text, 5)
}

function numberedStart(row: Row): NumberedStart | null {
  if (row.text.startsWith('(')) return bracketedStart(row)
  if (!/^(?:\d|\S{4}\s?[DZA])/.test(row.text)) return null
  // A column of codes may stand before the column of numbers.
  const before = codeAtStart(row.text)
  const offset = before ? before.end + (/^\s*/.exec(row.text.slice(before.end))?.[0].length ?? 0) : 0
  const text = row.text.slice(offset)
  const bonus = before ? 2 : 0
  if (text === '') return null
  if (bareNumber.test(text)) return { number: text, textStart: row.text.length, family: 'row', score: bonus }
  if (dottedAlone.test(text)) {
    return { number: text.replace(/\s?[.):]$/, ''), textStart: row.text.length, family: 'dotted', score: bonus }
  }
  const dotted = dottedStart.exec(text)
  if (dotted?.[1])
    return { number: dotted[1], textStart: offset + dotted[0].length, family: 'dotted', score: bonus + 1 }
  if (monthAfter.test(text)) return null
  const plain = plainStart.exec(text)
  if (plain?.[1]) {
    const rest = text.slice(plain[0].length)
    // «155 200 miljoen» is an amount; a digit may follow as a printed code, or as the figure that a question begins with.
    if (/^\d/.test(rest) && !codeAtStart(rest) && !beginsWithFigure(row, plain[1], rest)) return null
    return { number: plain[1], textStart: offset + plain[0].length, family: 'row', score: bonus + 1 }
  }
  const cell = row.pieces.length > 1 ? row.pieces[0]?.text : undefined
  const isNumber =
    cell !== undefined && (bareNumber.test(cell) || (row.role === 'table-row' && jointNumbers.test(cell)))
  if (isNumber && offset === 0) {
    return {
      number: cell,
      textStart: row.text.length - row.text.slice(cell.length).trimStart().length,
      family: 'row',
      score: 0,
    }
  }
  return null
}

function bracketedStart(row: Row): NumberedStart | null {
  const match = row.startsBlock ? bracketed.exec(row.text) : null
  return match?.[1] ? { number: match[1], textStart: match[0].length, family: 'dotted', score: 0 } : null
}

function beginsWithFigure(row: Row, number: string, rest: string): boolean {
  if (row.pieces.length > 1 && row.pieces[0]?.text === number) return true
  return /^\d{1,4} \p{Ll}{2}/u.test(rest) && !/^\d+ (?:miljoen|miljard|duizend|euro)\b/.test(rest)
}

/** A faction alone, or the head of what it asks: «GroenLinks-PvdA-fractie». */
const namesAskers = (text: string) => isFaction(text.replace(/-fractie:?$/, ''))

/** What stands around a start speaks for or against it. */
function around(rows: readonly Row[], index: number, textStart: number, { asking, isAnswered }: Ending): number {
  const row = rows[index]
  if (!row) return 0
  const text = row.text.slice(textStart)
  const own = text === '' ? `${rows[index + 1]?.text ?? ''} ${rows[index + 2]?.text ?? ''}` : text
  const needNotAsk = isAnswered || wants(own) || membersAsk(own)
  let score = asking <= reachOfQuestion / 3 ? 3 : asking <= reachOfQuestion ? 2 : needNotAsk ? 0 : -2
  if (showsCode(text)) score += 4
  if (row.pieces.length > 1 && bareNumber.test(row.pieces[0]?.text ?? '')) score += 2
  if (row.startsBlock) score += 1
  const before = rows[index - 1]
  if (before && !row.startsBlock && !/[.?!:;»”’")\d]$/.test(before.text) && !namesAskers(before.text)) score -= 3
  if (/^(?:19|20)\d{2}$/.test(/^\d+/.exec(row.text)?.[0] ?? '') && !codeAtEnd(text)) score -= 4
  if (text === '') {
    const next = rows[index + 1]
    if (!next || !beginsSentence.test(next.text)) score -= 4
  }
  return score
}

const beginsSentence = new RegExp(String.raw`^(?:[\p{Lu}«"'“‘„(\d]|${abbreviated})`, 'u')

/** A printed code stands at either edge of the row, whole or begun, maybe with pages behind it. */
function showsCode(text: string): boolean {
  return (
    codeAtStart(text) !== null ||
    codeAtEnd(text) !== null ||
    codeBegunAtEnd(text) !== null ||
    codeAtEnd(text.replace(/(?<!\s)(?:\s+\d{1,4}){1,2}$/, '')) !== null
  )
}
