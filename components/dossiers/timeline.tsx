import { useMemo } from 'preact/hooks'
import { dossierMessages } from '#locales/dossier.ts'
import { format } from '#locales/i18n.ts'
import { useDay } from '../papers/document-date.ts'
import { PaperPath } from '../papers/paper-shape.tsx'
import { useStore } from '../store/use-store.ts'
import { type Spot, TimePicture, useWidth } from './time-picture.tsx'
import { type Timeline as Laid, layOut, type TimelineBin, type TimelinePaper, type Unit } from './timeline-layout.ts'

/** A stretch of time, first and last day. */
export interface Period {
  readonly from: string
  readonly until: string
}

export interface TimelineProps<Paper extends TimelinePaper> {
  /** Those with a day, oldest first. */
  readonly papers: readonly Paper[]
  /** A paper in words: the name of its mark. */
  readonly nameOf: (paper: Paper) => string
  /** How many of what groups, in words. */
  readonly countsOf: (papers: readonly Paper[]) => string
  readonly onPaper: (paper: Paper) => void
  /** The period that the list is narrowed to. */
  readonly period: Period | null
  readonly onPeriod: (period: Period | null) => void
}

/**
 * Papers over time: a mark each, or their numbers where there are too many. One of them is in the tab order; arrow keys, Home
 * and End walk them, Enter opens a paper or narrows the list to a period. What is pointed at or has the focus is named below.
 */
export function Timeline<Paper extends TimelinePaper>(props: TimelineProps<Paper>) {
  const { papers } = props
  const t = useStore(dossierMessages)
  const { number } = useStore(format)
  const dayOf = useDay()
  const { box, width } = useWidth()
  const laid = useMemo(() => (width === 0 ? null : layOut(papers, width)), [papers, width])
  const spots = useSpots(laid, props)
  const [first, last] = [papers[0], papers.at(-1)]
  if (first === undefined || last === undefined) return null
  return (
    <TimePicture
      box={box}
      laid={laid}
      spots={spots}
      label={t.timelineOf({ number: number(papers.length), from: dayOf(first.date), until: dayOf(last.date) })}
      help={laid?.is === 'bins' ? t.timelineBinKeys : t.timelineKeys}
    />
  )
}

/** Pixels that a digit above a bar takes at most. */
const digitWidth = 7

/** The marks or bins as what can be pointed at. */
function useSpots<Paper extends TimelinePaper>(laid: Laid<Paper> | null, props: TimelineProps<Paper>): readonly Spot[] {
  const { nameOf, countsOf, onPaper, period, onPeriod } = props
  const t = useStore(dossierMessages)
  const { number } = useStore(format)
  const periodName = usePeriodName()
  if (laid === null) return []
  if (laid.is === 'marks') {
    return laid.marks.map(({ paper, x, y }, index) => ({
      key: `mark ${index}`,
      name: nameOf(paper),
      x,
      onChoose: () => onPaper(paper),
      content: (
        <g transform={`translate(${x} ${y})`}>
          <rect class="kl-timeline__room" x={-8} y={-8} width={16} height={16} rx={3} />
          <PaperPath group={paper.group} />
          {paper.notes > 0 && <NoteSign />}
        </g>
      ),
    }))
  }
  // All bars have their numbers or none: with the digits' width and a gap, so that they never read as one number.
  const hasCounts = laid.bins.every((bin) => number(bin.papers.length).length * digitWidth + 4 <= bin.width)
  return laid.bins.map((bin) => {
    const isPressed = period !== null && period.from <= bin.from && bin.until <= period.until
    const noted = bin.papers.filter(({ notes }) => notes > 0).length
    const said = [
      periodName(bin, laid.unit),
      t.papers(bin.papers.length),
      countsOf(bin.papers),
      ...(noted > 0 ? [t.noted(noted)] : []),
    ]
    return {
      key: bin.from,
      name: said.join(', '),
      x: bin.x + bin.width / 2,
      isPressed,
      onChoose: () => onPeriod(isPressed ? null : { from: bin.from, until: bin.until }),
      content: (
        <Bar bin={bin} height={laid.height} noted={noted > 0} count={hasCounts ? number(bin.papers.length) : null} />
      ),
    }
  })
}

function Bar<Paper>(props: { bin: TimelineBin<Paper>; height: number; noted: boolean; count: string | null }) {
  const { bin, height, noted, count } = props
  const top = height - bin.height
  return (
    <>
      <rect class="kl-timeline__room" x={bin.x} y={0} width={bin.width} height={height} rx={3} />
      <rect
        class="kl-timeline__bar"
        x={bin.x + 1.5}
        y={top}
        width={Math.max(1, bin.width - 3)}
        height={bin.height}
        rx={2}
      />
      {count !== null && (
        <text class="kl-timeline__count" x={bin.x + bin.width / 2} y={top - 3}>
          {count}
        </text>
      )}
      {noted && (
        <g transform={`translate(${bin.x + bin.width / 2} ${height - 5})`}>
          <circle class="kl-timeline__note" r={2.5} />
        </g>
      )}
    </>
  )
}

/** A ring around what has a note. */
function NoteSign() {
  return <circle class="kl-timeline__ring" r={7} />
}

/** A period in words: «maart 2019», «2e kwartaal 2019», «eerste helft 2019», «2019», «2015 tot en met 2019». */
export function usePeriodName(): (period: Period, unit?: Unit) => string {
  const t = useStore(dossierMessages)
  const { time } = useStore(format)
  return ({ from, until }, unit = unitOf({ from, until })) => {
    const year = from.slice(0, 4)
    if (unit === 'month') return time(new Date(from), { month: 'long', year: 'numeric', timeZone: 'UTC' })
    if (unit === 'quarter') return t.quarter({ number: (Number(from.slice(5, 7)) + 2) / 3, year })
    if (unit === 'half-year') return from.endsWith('-01-01') ? t.firstHalf({ year }) : t.secondHalf({ year })
    return unit === 'year' ? year : t.period({ from: year, until: until.slice(0, 4) })
  }
}

function unitOf({ from, until }: Period): Unit {
  if (from.slice(0, 7) === until.slice(0, 7)) return 'month'
  if (from.slice(0, 4) !== until.slice(0, 4)) return 'five-years'
  const size = Number(until.slice(5, 7)) - Number(from.slice(5, 7)) + 1
  return size > 6 ? 'year' : size > 3 ? 'half-year' : 'quarter'
}
