import { useEffect, useState } from 'preact/hooks'
import { passageMessages } from '#locales/passages.ts'
import type { PassageOnPage } from '#utils/browser/protocol/passages.ts'
import type { KeptNote } from '#utils/database/library/kept-notes.ts'
import { ChoiceList } from '../rows/choice-list.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import type { PageActions } from './page-state.ts'
import '../notes/passage-quote.css'

interface PagePassagesProps {
  readonly actions: Pick<PageActions, 'passages' | 'showPassage'>
  readonly onNote: (id: string) => void
  readonly onLeave: () => void
}

/** Milliseconds between two looks at passages that are still looked for, and how many. */
const again = { every: 700, times: 8 } as const

const pageOf = ({ one }: { one: KeptNote }) => one.note.passage?.page ?? 0
const startOf = ({ one }: { one: KeptNote }) => one.note.passage?.quote.start ?? 0

/** The passages of the page under the popup: those that stand there, and those that were not found. */
export function PagePassages({ actions, onNote, onLeave }: PagePassagesProps) {
  const t = useStore(passageMessages)
  const { kept } = useServices()
  const states = usePassageStates(actions)
  const ids = states.map(({ id }) => id).join(' ')
  const live = useLive(async () => Promise.all(states.map(({ id }) => kept.note(id))), [ids]).value
  const notes = live.state === 'ready' ? live.value : []
  const all = states
    .flatMap((state) => {
      const one = notes.find((each) => each?.note.id === state.id)
      return one ? [{ ...state, one }] : []
    })
    // As they stood where they were taken, and as the reader lists them.
    .sort((one, other) => pageOf(one) - pageOf(other) || startOf(one) - startOf(other))
  // A passage that was never found here may stand on another page of the document.
  const isLost = ({ state, one }: (typeof all)[number]) =>
    state === 'missing' && one.note.seen?.orphanSince !== undefined
  const lost = all.filter(isLost)
  const others = all.filter((each) => !isLost(each))
  if (all.length === 0) return null
  const row = ({ id, state, one }: (typeof all)[number]) => ({
    key: `passage ${id}`,
    content: <PassageRowContent one={one} state={state} />,
    onChoose: () => {
      actions.showPassage(id)
      onNote(id)
    },
  })
  return (
    <>
      {others.length > 0 && (
        <section class="kl-page-passages" aria-label={t.onPage(others.length)}>
          <h2>{t.onPage(others.length)}</h2>
          <ChoiceList label={t.onPage(others.length)} onLeave={onLeave} choices={others.map(row)} />
        </section>
      )}
      {lost.length > 0 && (
        <section class="kl-page-passages" aria-label={t.notFound(lost.length)}>
          <h2>{t.notFound(lost.length)}</h2>
          <p class="kl-small kl-muted">{t.notFoundHint}</p>
          <ChoiceList label={t.notFound(lost.length)} onLeave={onLeave} choices={lost.map(row)} />
        </section>
      )}
    </>
  )
}

function usePassageStates({ passages }: PagePassagesProps['actions']): readonly PassageOnPage[] {
  const [states, setStates] = useState<readonly PassageOnPage[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isCurrent = true
    const look = async (left: number): Promise<void> => {
      const found = await passages().catch(() => [])
      if (!isCurrent) return
      setStates(found)
      const isUnsure = found.some(({ state }) => state === 'unknown' || state === 'missing')
      if (isUnsure && left > 0) timer = setTimeout(() => void look(left - 1), again.every)
    }
    void look(again.times)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [passages])
  return states
}

function PassageRowContent({ one: { note }, state }: { one: KeptNote; state: PassageOnPage['state'] }) {
  const t = useStore(passageMessages)
  const said = { exact: '', inexact: t.changed, missing: t.elsewhere, unknown: t.lookedFor }[state]
  const isLost = state === 'missing' && note.seen?.orphanSince !== undefined
  const facts = [note.body.trim().slice(0, 200).replace(/\s+/gu, ' ') || t.emptyNote, isLost ? '' : said]
  return (
    <span class="kl-row">
      <span class="kl-row__title">{note.passage?.quote.exact.slice(0, 200)}</span>
      <span class="kl-row__facts">
        {facts
          .filter((part) => part !== '')
          .toReversed()
          .join(' · ')}
      </span>
    </span>
  )
}
