import { useMemo, useRef, useState } from 'preact/hooks'
import { activityMessages } from '#locales/activity.ts'
import { format } from '#locales/i18n.ts'
import { dossierLabel } from '../dossiers/dossier-label.ts'
import { type Spot, TimePicture, useWidth } from '../dossiers/time-picture.tsx'
import { type Period, usePeriodName } from '../dossiers/timeline.tsx'
import { useDay } from '../papers/document-date.ts'
import { useStore } from '../store/use-store.ts'
import {
  allWork,
  isLongerThanWeek,
  layOutWork,
  passesWork,
  type Subject,
  subjectsOf,
  type Work,
  type WorkBar,
  type WorkFilter,
} from './activity.ts'
import './activity-picture.css'

interface ActivityPictureProps {
  /** The oldest first. */
  readonly work: readonly Work[]
  readonly filter: WorkFilter
  readonly onFilter: (filter: WorkFilter) => void
}

/** A window that is too low or narrow for it begins without the picture. */
const hasRoom = (): boolean => matchMedia('(min-width: 641px) and (min-height: 601px)').matches

/** When and on what somebody worked; a period or a subject that is chosen narrows the lists. */
export function ActivityPicture({ work, filter, onFilter }: ActivityPictureProps) {
  const t = useStore(activityMessages)
  const [isOpen] = useState(hasRoom)
  const title = useRef<HTMLElement>(null)
  const what = useFilterName()(filter)
  // In one week there is nothing to compare, and one subject narrows nothing.
  const hasBars = isLongerThanWeek(work)
  const hasSubjects = subjectsOf(work).length > 1
  if (!hasBars && !hasSubjects && what === null) return null
  return (
    <section class="kl-activity" aria-label={t.title}>
      <details open={isOpen}>
        <summary ref={title} class="kl-activity__title kl-small">
          {t.title}
        </summary>
        {(hasBars || filter.period !== null) && <Bars work={work} filter={filter} onFilter={onFilter} />}
        <Subjects work={work} filter={filter} onFilter={onFilter} />
      </details>
      <div class="kl-activity__filter kl-small">
        <p role="status">{what !== null && t.only({ what })}</p>
        {what !== null && (
          <button
            type="button"
            class="kl-button kl-button--plain"
            onClick={() => {
              // The button goes, and would take the focus with it.
              title.current?.focus()
              onFilter(allWork)
            }}
          >
            {t.clear}
          </button>
        )}
      </div>
    </section>
  )
}

function Bars({ work, filter, onFilter }: ActivityPictureProps) {
  const t = useStore(activityMessages)
  const dayOf = useDay()
  const nameOf = useStretchName()
  const { box, width } = useWidth()
  const { period, subject } = filter
  const laid = useMemo(() => {
    const counted = subject === null ? work : work.filter((one) => passesWork(one, { period: null, subject }))
    return width === 0 ? null : layOutWork(work, counted, width)
  }, [work, subject, width])
  const spots = (laid?.bars ?? []).map((bar): Spot => {
    const isPressed = period !== null && period.from <= bar.from && bar.until <= period.until
    const counts = [
      ...(bar.notes > 0 ? [t.notes(bar.notes)] : []),
      ...(bar.documents > 0 ? [t.documents(bar.documents)] : []),
    ]
    return {
      key: bar.from,
      name: t.bar({ period: nameOf(bar), counts: counts.join(', ') }),
      x: bar.x + bar.width / 2,
      isPressed,
      onChoose: () => onFilter({ ...filter, period: isPressed ? null : { from: bar.from, until: bar.until } }),
      content: <Bar bar={bar} height={laid?.height ?? 0} />,
    }
  })
  return (
    <TimePicture
      box={box}
      laid={laid}
      spots={spots}
      label={t.picture({ from: dayOf(work[0]?.day ?? ''), until: dayOf(work.at(-1)?.day ?? '') })}
      help={t.keys}
      legend={
        <p class="kl-activity__signs">
          <span>
            <span class="kl-activity__sign kl-activity__sign--notes" aria-hidden="true" /> {t.notesSign}
          </span>
          <span>
            <span class="kl-activity__sign" aria-hidden="true" /> {t.documentsSign}
          </span>
        </p>
      }
    />
  )
}

/** Notes stand filled upon the documents, which are hollow: told apart without a colour. */
function Bar({ bar, height }: { bar: WorkBar; height: number }) {
  const { x, width, documentsHeight, notesHeight } = bar
  const [left, wide] = [x + 1.5, Math.max(1, width - 3)]
  return (
    <>
      <rect class="kl-timeline__room" x={x} y={0} width={width} height={height} rx={3} />
      {documentsHeight > 0 && (
        <rect
          class="kl-activity__documents"
          x={left + 0.5}
          y={height - documentsHeight + 0.5}
          width={Math.max(1, wide - 1)}
          height={Math.max(1, documentsHeight - 1)}
        />
      )}
      {notesHeight > 0 && (
        <rect
          class="kl-timeline__bar"
          x={left}
          y={height - documentsHeight - notesHeight}
          width={wide}
          height={notesHeight}
        />
      )}
    </>
  )
}

function Subjects({ work, filter, onFilter }: ActivityPictureProps) {
  const t = useStore(activityMessages)
  const { number } = useStore(format)
  const nameOf = useSubjectName()
  const { period, subject } = filter
  const found = useMemo(
    () => subjectsOf(period === null ? work : work.filter((one) => passesWork(one, { period, subject: null }))),
    [work, period],
  )
  if (found.length === 0) return null
  return (
    <fieldset class="kl-activity__subjects">
      <legend class="kl-visually-hidden">{t.subjects}</legend>
      {found.map(({ type, name, count }) => {
        const isPressed = subject?.type === type && subject.name === name
        return (
          <button
            key={`${type} ${name}`}
            type="button"
            class="kl-chip"
            aria-pressed={isPressed}
            onClick={() => onFilter({ ...filter, subject: isPressed ? null : { type, name } })}
          >
            {t.subject({ name: nameOf({ type, name }), number: number(count) })}
          </button>
        )
      })}
    </fieldset>
  )
}

function useSubjectName(): (subject: Subject) => string {
  const t = useStore(activityMessages)
  return ({ type, name }) => (type === 'dossier' ? t.dossier({ number: dossierLabel(name) }) : name)
}

/** A stretch of time in words, a week too. */
function useStretchName(): (period: Period) => string {
  const t = useStore(activityMessages)
  const dayOf = useDay()
  const periodName = usePeriodName()
  return (period) => {
    const isWeek = Date.parse(period.until) - Date.parse(period.from) === 6 * 24 * 60 * 60_000
    return isWeek ? t.week({ day: dayOf(period.from) }) : periodName(period)
  }
}

/** What the lists are narrowed to, in words; null where they are not. */
function useFilterName(): (filter: WorkFilter) => string | null {
  const t = useStore(activityMessages)
  const subjectName = useSubjectName()
  const stretchName = useStretchName()
  return ({ period, subject }) => {
    if (period !== null && subject !== null)
      return t.both({ subject: subjectName(subject), period: stretchName(period) })
    if (subject !== null) return subjectName(subject)
    return period === null ? null : stretchName(period)
  }
}
