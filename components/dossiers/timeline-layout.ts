import type { PaperGroup } from '#utils/sources/kinds.ts'

/** Where the marks of a timeline stand: pure, in CSS pixels, by the width that there is. */

/** What of a paper a timeline shows. */
export interface TimelinePaper {
  /** `2023-05-22` */
  readonly date: string
  readonly group: PaperGroup
  readonly notes: number
}

export interface TimelineMark<Paper> {
  readonly paper: Paper
  /** The middle of it. */
  readonly x: number
  readonly y: number
}

export type Unit = 'month' | 'quarter' | 'half-year' | 'year' | 'five-years'

/** The papers of a stretch of time. */
export interface TimelineBin<Paper> {
  readonly papers: readonly Paper[]
  /** First and last day, `2023-01-01`. */
  readonly from: string
  readonly until: string
  readonly x: number
  readonly width: number
  readonly height: number
}

export interface Tick {
  readonly x: number
  readonly year: number
  /** From 1; null where the tick stands for the whole year. */
  readonly month: number | null
}

interface Drawn {
  readonly width: number
  /** Of what stands above the axis. */
  readonly height: number
  readonly ticks: readonly Tick[]
}

export type Timeline<Paper> =
  | (Drawn & { readonly is: 'marks'; readonly marks: readonly TimelineMark<Paper>[] })
  | (Drawn & { readonly is: 'bins'; readonly unit: Unit; readonly bins: readonly TimelineBin<Paper>[] })

/** A mark with the room around it. */
export const cell = 16
/** The narrowest bar of a bin. */
const narrowest = 12
/** More marks above one another than these are counted instead. */
const mostRows = 6
/** Height of the tallest bin; the lowest can still be seen and pointed at. */
const tallest = 88
const lowest = 8
const edge = 4
/** Pixels that a label below the axis takes. */
const labelWidth = 44

const months: Readonly<Record<Unit, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12, 'five-years': 60 }
const units = Object.keys(months) as readonly Unit[]

/**
 * One mark a paper, above one another where they are of one time; bins of equal stretches of time with their counts where
 * there is no room for that.
 *
 * @param papers oldest first
 * @returns null where there are none
 */
export function layOut<Paper extends TimelinePaper>(papers: readonly Paper[], width: number): Timeline<Paper> | null {
  const [first, last] = [papers[0], papers.at(-1)]
  if (first === undefined || last === undefined) return null
  const start = monthOf(first.date)
  const end = monthOf(last.date) + 1
  const inner = Math.max(cell, width - 2 * edge)
  return markedOut(papers, start, end, inner, width) ?? binned(papers, start, end, inner, width)
}

function markedOut<Paper extends TimelinePaper>(
  papers: readonly Paper[],
  start: number,
  end: number,
  inner: number,
  width: number,
): Timeline<Paper> | null {
  const columns = Math.floor(inner / cell)
  const filled = new Map<number, number>()
  const placed = papers.map((paper) => {
    const share = (monthOf(paper.date) + dayShare(paper.date) - start) / (end - start)
    const column = Math.min(columns - 1, Math.floor(share * columns))
    const row = filled.get(column) ?? 0
    filled.set(column, row + 1)
    return { paper, column, row }
  })
  const rows = Math.max(...filled.values())
  if (rows > mostRows) return null
  const step = inner / columns
  return {
    is: 'marks',
    width,
    height: Math.max(2, rows) * cell,
    ticks: ticksOf(start, end, inner),
    marks: placed.map(({ paper, column, row }) => ({
      paper,
      x: edge + (column + 0.5) * step,
      y: (Math.max(2, rows) - row - 0.5) * cell,
    })),
  }
}

function binned<Paper extends TimelinePaper>(
  papers: readonly Paper[],
  start: number,
  end: number,
  inner: number,
  width: number,
): Timeline<Paper> {
  const { unit, ticks, binOf, indexOf } = monthBins(start, end, inner)
  const byBin = Map.groupBy(papers, ({ date }) => indexOf(date))
  const most = Math.max(...[...byBin.values()].map((some) => some.length))
  const bins = [...byBin].map(
    ([index, some]): TimelineBin<Paper> => ({
      papers: some,
      ...binOf(index),
      height: lowest + ((tallest - lowest) * some.length) / most,
    }),
  )
  return {
    is: 'bins',
    unit,
    width,
    // Room for the number above the tallest.
    height: tallest + cell,
    ticks,
    bins: bins.toSorted((a, b) => a.x - b.x),
  }
}

/** A stretch of time and where it stands. */
interface Bin {
  readonly from: string
  readonly until: string
  readonly x: number
  readonly width: number
}

/** @param end months since the year 0, the first one after the last */
function monthBins(start: number, end: number, inner: number) {
  const unit = units.find((each) => Math.ceil((end - start) / months[each]) + 1 <= inner / narrowest) ?? 'five-years'
  const size = months[unit]
  const from = Math.floor(start / size)
  const count = Math.floor((end - 1) / size) - from + 1
  const step = inner / count
  return {
    unit,
    ticks: ticksOf(from * size, (from + count) * size, inner),
    indexOf: (date: string) => Math.floor(monthOf(date) / size) - from,
    binOf(index: number): Bin {
      const first = (from + index) * size
      return { from: firstDay(first), until: lastDay(first + size - 1), x: edge + index * step, width: step }
    },
  }
}

export type BinUnit = Unit | 'week'

/**
 * The stretches of time that there is room for between two days: weeks where there are few, else months, or longer ones.
 *
 * @param width CSS pixels
 */
export function binsOf(
  first: string,
  last: string,
  width: number,
): { readonly unit: BinUnit; readonly ticks: readonly Tick[]; readonly binOf: (date: string) => Bin } {
  const inner = Math.max(cell, width - 2 * edge)
  const [from, to] = [weekOf(first), weekOf(last)]
  if (to - from + 1 > inner / narrowest) {
    const { unit, ticks, binOf, indexOf } = monthBins(monthOf(first), monthOf(last) + 1, inner)
    return { unit, ticks, binOf: (date) => binOf(indexOf(date)) }
  }
  const step = inner / (to - from + 1)
  return {
    unit: 'week',
    ticks: weekTicks(from, to, step),
    binOf(date) {
      const week = weekOf(date)
      return { from: dayAt(week * 7 - 3), until: dayAt(week * 7 + 3), x: edge + (week - from) * step, width: step }
    },
  }
}

/** The weeks in which a month begins, as many as have room for their labels; the first one where there is none. */
function weekTicks(from: number, to: number, step: number): readonly Tick[] {
  const ticks: Tick[] = []
  for (let month = monthOf(dayAt(from * 7 - 3)) + 1; month <= monthOf(dayAt(to * 7 + 3)); month += 1) {
    const x = edge + (weekOf(firstDay(month)) - from) * step
    const end = ticks.at(-1)?.x ?? Number.NEGATIVE_INFINITY
    if (x >= end + labelWidth && x + labelWidth <= edge + (to - from + 1) * step + edge)
      ticks.push({ x, year: Math.floor(month / 12), month: (month % 12) + 1 })
  }
  if (ticks.length > 0) return ticks
  const month = monthOf(dayAt(from * 7))
  return [{ x: edge, year: Math.floor(month / 12), month: (month % 12) + 1 }]
}

const dayLength = 24 * 60 * 60_000

/** Weeks since the one in which 1970 began, from Monday to Sunday. */
const weekOf = (date: string): number => Math.floor((Date.parse(date.slice(0, 10)) / dayLength + 3) / 7)

/** @param day since 1970-01-01 */
const dayAt = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10)

/** Years, or months where there are few; as many as have room for their labels. */
function ticksOf(start: number, end: number, inner: number): readonly Tick[] {
  const perMonth = inner / (end - start)
  const most = Math.max(1, Math.floor(inner / labelWidth))
  const isShort = end - start <= 18
  const steps = isShort ? [1, 2, 3, 6, 12] : [12, 24, 60, 120, 240, 600]
  const step = steps.find((each) => Math.ceil((end - start) / each) <= most) ?? 1_200
  const first = Math.ceil(start / step) * step
  const ticks: Tick[] = []
  for (let month = first; month < end; month += step) {
    const x = edge + (month - start) * perMonth
    if (x + labelWidth > inner + 2 * edge && ticks.length > 0) break
    ticks.push({ x, year: Math.floor(month / 12), month: isShort && step < 12 ? (month % 12) + 1 : null })
  }
  // A short time may begin after the one label that it would have.
  if (ticks.length > 0) return ticks
  return [{ x: edge, year: Math.floor(start / 12), month: isShort ? (start % 12) + 1 : null }]
}

/** Months since the year 0. */
function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

/** How much of its month has gone by. */
function dayShare(date: string): number {
  return (Number(date.slice(8, 10)) - 1) / 31
}

const two = (number: number): string => String(number).padStart(2, '0')
const yearOf = (month: number): string => String(Math.floor(month / 12)).padStart(4, '0')

function firstDay(month: number): string {
  return `${yearOf(month)}-${two((month % 12) + 1)}-01`
}

function lastDay(month: number): string {
  const days = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate()
  return `${yearOf(month)}-${two((month % 12) + 1)}-${two(days)}`
}
