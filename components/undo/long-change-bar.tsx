import { useEffect, useRef } from 'preact/hooks'
import { format } from '#locales/i18n.ts'
import { selectionMessages } from '#locales/selection.ts'
import type { ChangeProgress } from '#utils/browser/protocol/keeping.ts'
import { announce } from '../parts/announce.tsx'
import { useStore } from '../store/use-store.ts'
import { changesShown, type LongChange } from './long-change.ts'
import './long-change.css'

/** Parts in which a change is told to screen readers; one is of so many rows at least. */
const parts = 4
const leastRows = 500

/** Part of a change that is done, from 0: what is told once, however often the progress changes. */
export function partDone({ done, total }: ChangeProgress): number {
  if (total < parts * leastRows) return 0
  return Math.min(parts - 1, Math.floor((done * parts) / total))
}

/** The changes of many rows that are under way: once a page, below everything else. */
export function LongChangeBar() {
  return (
    <>
      {changesShown.value.map((change, at) => (
        <Bar key={change.id} change={change} isBehind={at > 0} />
      ))}
    </>
  )
}

/** @param isBehind whether another was begun before it and goes on: the database does one after the other */
function Bar({ change, isBehind }: { change: LongChange; isBehind: boolean }) {
  const { progress } = change
  const t = useStore(selectionMessages)
  const sentence = change.sentence()
  const { number } = useStore(format)
  // All rows are written; that they are on the disk, in both copies, is still to come.
  const isKnown = progress !== null && progress.done < progress.total
  const told = isKnown ? t.changed({ done: number(progress.done), total: number(progress.total) }) : ''
  const part = isKnown ? partDone(progress) : 0
  const isSecuring = progress !== null && !isKnown
  const isWaiting = progress === null && isBehind
  const latest = useRef(told)
  latest.current = told
  useEffect(
    () =>
      announce(
        isSecuring ? t.securing : isWaiting ? `${sentence} ${t.waiting}` : part === 0 ? sentence : latest.current,
      ),
    [part, isSecuring, isWaiting],
  )
  return (
    <div class="kl-change">
      <p>{sentence}</p>
      <progress
        class="kl-progress"
        aria-label={sentence}
        {...(isKnown ? { value: progress.done, max: progress.total } : {})}
      />
      <p class="kl-change__count kl-small kl-muted">{isSecuring ? t.securing : isWaiting ? t.waiting : told}</p>
    </div>
  )
}
