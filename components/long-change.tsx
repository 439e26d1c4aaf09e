import { useStore } from '@nanostores/preact'
import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { format } from '#locales/i18n.ts'
import { selectionMessages } from '#locales/selection.ts'
import type { ChangeProgress } from '#utils/browser/protocol/keeping.ts'
import { announce } from './announce.tsx'
import './long-change.css'

/** Milliseconds until a change that is under way is shown. */
export const patience = 300
/** Parts in which a change is told to screen readers; one is of so many rows at least. */
const parts = 4
const leastRows = 500

interface LongChange {
  readonly id: number
  /** What is done: «700 notities worden verwijderd…». */
  readonly sentence: string
  /** Null until that is told. */
  readonly progress: ChangeProgress | null
}

/** The changes that are shown, the one that was begun first before the others. */
export const changesShown = signal<readonly LongChange[]>([])
let changes = 0

const take = (id: number) => changesShown.value.filter((change) => change.id !== id)

function put(change: LongChange): void {
  changesShown.value = [...take(change.id), change].sort((one, other) => one.id - other.id)
}

/** Does what may take long; once it does, it is shown with how far it is, beside others that are. */
export async function showingChange<Value>(
  sentence: string,
  run: (onProgress: (progress: ChangeProgress) => void) => Promise<Value>,
): Promise<Value> {
  changes += 1
  const id = changes
  let progress: ChangeProgress | null = null
  let isShown = false
  const slow = setTimeout(() => {
    isShown = true
    put({ id, sentence, progress })
  }, patience)
  try {
    return await run((next) => {
      progress = next
      if (isShown) put({ id, sentence, progress })
    })
  } finally {
    clearTimeout(slow)
    isShown = false
    changesShown.value = take(id)
  }
}

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
function Bar({ change: { sentence, progress }, isBehind }: { change: LongChange; isBehind: boolean }) {
  const t = useStore(selectionMessages)
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
