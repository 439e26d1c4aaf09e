import type { ComponentChildren, RefObject } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { format } from '#locales/i18n.ts'
import { useStore } from '../store/use-store.ts'
import type { Tick } from './timeline-layout.ts'
import './timeline.css'

/** What can be pointed at: where it stands, what it is called and what it does. */
export interface Spot {
  readonly key: string
  readonly name: string
  readonly x: number
  /** Of a bin that the list can be narrowed to. */
  readonly isPressed?: boolean
  readonly onChoose: () => void
  readonly content: ComponentChildren
}

/** What is drawn over time, by the width that there is. */
export interface Drawn {
  readonly width: number
  /** Of what stands above the axis. */
  readonly height: number
  readonly ticks: readonly Tick[]
}

const axisHeight = 22

/** The width of an element, as it changes; 0 before it is known. */
export function useWidth(): { readonly box: RefObject<HTMLDivElement | null>; readonly width: number } {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => setWidth(element.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  return { box, width }
}

/**
 * A picture over time. One spot is in the tab order; arrow keys, Home and End walk them, Enter and Space choose. What
 * is pointed at or has the focus is named below.
 *
 * @param label what it is of
 * @param help how keys work in it
 */
export function TimePicture(props: {
  readonly box: RefObject<HTMLDivElement | null>
  readonly laid: Drawn | null
  readonly spots: readonly Spot[]
  readonly label: string
  readonly help: string
  /** What stands below while nothing is named: the name then takes its place, and lies over nothing. */
  readonly legend?: ComponentChildren
}) {
  const { box, laid, spots, label, legend } = props
  const help = useId()
  const [active, setActive] = useState(0)
  const [shown, setShown] = useState<number | null>(null)
  const current = Math.min(active, spots.length - 1)
  const told = shown === null ? undefined : spots[shown]

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
          width={laid.width}
          height={laid.height + axisHeight}
          role="group"
          aria-label={label}
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
      {legend !== undefined && (
        <div class="kl-timeline__below">
          <div class="kl-timeline__legend" data-away={told !== undefined}>
            {legend}
          </div>
          {told !== undefined && <p aria-hidden="true">{told.name}</p>}
        </div>
      )}
      {legend === undefined && told !== undefined && laid !== null && (
        <div
          class="kl-timeline__tip"
          aria-hidden="true"
          style={{ '--kl-at': `${(told.x / Math.max(1, laid.width)) * 100}%` }}
        >
          {told.name}
        </div>
      )}
      <p id={help} class="kl-visually-hidden">
        {props.help}
      </p>
    </div>
  )
}

function Axis({ laid }: { laid: Drawn }) {
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
