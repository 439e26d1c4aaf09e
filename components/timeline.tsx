import { useStore } from '@nanostores/preact'
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { dossierMessages } from '#locales/dossier.ts'
import { format } from '#locales/i18n.ts'
import { useDay } from './document-date.ts'
import { PaperPath } from './paper-shape.tsx'
import {
  type Timeline as Laid,
  layOut,
  type Tick,
  type TimelineBin,
  type TimelinePaper,
  type Unit,
} from './timeline-layout.ts'
import './timeline.css'

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

/** What can be pointed at: where it stands, what it is called and what it does. */
interface Spot {
  readonly key: string
  readonly name: string
  readonly x: number
  /** Of a bin that the list can be narrowed to. */
  readonly isPressed?: boolean
  readonly onChoose: () => void
  readonly content: ComponentChildren
}

const axisHeight = 22

/**
 * Papers over time: a mark each, or their numbers where there are too many. One of them is in the tab order; arrow keys, Home
 * and End walk them, Enter opens a paper or narrows the list to a period. What is pointed at or has the focus is named below.
 */
export function Timeline<Paper extends TimelinePaper>(props: TimelineProps<Paper>) {
  const { papers } = props
  const t = useStore(dossierMessages)
  const { number } = useStore(format)
  const dayOf = useDay()
  const box = useRef<HTMLDivElement>(null)
  const help = useId()
  const [width, setWidth] = useState(0)
  const [active, setActive] = useState(0)
  const [shown, setShown] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => setWidth(element.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  const laid = useMemo(() => (width === 0 ? null : layOut(papers, width)), [papers, width])
  const spots = useSpots(laid, props)
  const current = Math.min(active, spots.length - 1)
  const told = shown === null ? undefined : spots[shown]
  const [first, last] = [papers[0], papers.at(-1)]
  if (first === undefined || last === undefined) return null

  function onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const all = [...(box.current?.querySelectorAll<SVGGElement>('[data-spot]') ?? [])]
    const at = all.indexOf(event.target as SVGGElement)
    if (at < 0) return
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    }
    const next = steps[event.key]
    if (next !== undefined) all[Math.max(0, Math.min(next, all.length - 1))]?.focus()
    else if (event.key === 'Enter' || event.key === ' ') spots[at]?.onChoose()
    else if (event.key === 'Escape' && shown !== null) {
      // One step back: what is said of the mark, not what is open around it.
      event.stopPropagation()
      setShown(null)
    } else return
    event.preventDefault()
  }

  return (
    <div ref={box} class="kl-timeline" onPointerLeave={() => setShown(null)}>
      {laid !== null && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        <svg
          class="kl-timeline__picture"
          width={width}
          height={laid.height + axisHeight}
          role="group"
          aria-label={t.timelineOf({ number: number(papers.length), from: dayOf(first.date), until: dayOf(last.date) })}
          aria-describedby={help}
          onKeyDown={onKey}
        >
          <Axis laid={laid} />
          {spots.map((spot, index) => (
            // biome-ignore lint/a11y/useSemanticElements: there is no button inside an SVG
            <g
              key={spot.key}
              class="kl-timeline__spot"
              role="button"
              tabindex={index === current ? 0 : -1}
              data-spot={index}
              aria-label={spot.name}
              aria-pressed={spot.isPressed}
              onFocus={() => {
                setActive(index)
                setShown(index)
              }}
              onBlur={() => setShown(null)}
              onPointerEnter={() => setShown(index)}
              onClick={spot.onChoose}
            >
              {spot.content}
            </g>
          ))}
        </svg>
      )}
      {told !== undefined && (
        <div
          class="kl-timeline__tip"
          aria-hidden="true"
          style={{ '--kl-at': `${(told.x / Math.max(1, width)) * 100}%` }}
        >
          {told.name}
        </div>
      )}
      <p id={help} class="kl-visually-hidden">
        {laid?.is === 'bins' ? t.timelineBinKeys : t.timelineKeys}
      </p>
    </div>
  )
}

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
      content: <Bar bin={bin} height={laid.height} noted={noted > 0} count={number(bin.papers.length)} />,
    }
  })
}

function Bar<Paper>(props: { bin: TimelineBin<Paper>; height: number; noted: boolean; count: string }) {
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
      {count.length * 7 <= bin.width + 2 && (
        <text class="kl-timeline__count" x={bin.x + bin.width / 2} y={top - 3}>
          {count}
        </text>
      )}
      {noted && (
        <g class="kl-timeline__on-bar" transform={`translate(${bin.x + bin.width / 2} ${height - 5})`}>
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

function Axis<Paper>({ laid }: { laid: Laid<Paper> }) {
  const labelOf = useTickLabel()
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g class="kl-timeline__axis" aria-hidden="true">
      <path d={`M0 ${laid.height + 0.5}H${laid.width}`} />
      {laid.ticks.map((tick) => (
        <g key={tick.x} transform={`translate(${tick.x} ${laid.height})`}>
          <path d="M0.5 0V5" />
          <text x={3} y={16}>
            {labelOf(tick)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** «mei», at the turn of the year «2023». */
function useTickLabel(): (tick: Tick) => string {
  const { time } = useStore(format)
  return ({ year, month }) =>
    month === null || month === 1
      ? String(year)
      : time(new Date(Date.UTC(year, month - 1, 1)), { month: 'short', timeZone: 'UTC' })
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
