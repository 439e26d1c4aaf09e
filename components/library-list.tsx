import { useStore } from '@nanostores/preact'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { libraryMessages } from '#locales/library.ts'
import { type Destination, destinationKey } from './destination.ts'
import { DocumentRowContent, NoteRowContent, QuestionRowContent } from './kept-rows.tsx'
import { type Live, useLive } from './live.ts'
import { type Found, type KeptQuestion, useServices } from './services.ts'
import { VirtualList } from './virtual-list.tsx'

export type LibraryView = 'documents' | 'questions' | 'notes'

export interface LibraryListProps {
  readonly view: LibraryView
  /** Results of a search, which replace the whole; null while nothing is searched for. */
  readonly found: Found | null
  readonly open: Destination | undefined
  readonly onOpen: (destination: Destination) => void
}

/** The middle of the library: everything of one kind, or what a search found of it. */
export function LibraryList(props: LibraryListProps) {
  const { view, found } = props
  if (view === 'documents') return <Documents key={found ? 'found' : 'all'} {...props} />
  if (view === 'notes') return <NotesOfAll key={found ? 'found' : 'all'} {...props} />
  return found ? <Questions {...props} rows={found.questions} /> : <AllQuestions {...props} />
}

function Documents({ found, open, onOpen }: LibraryListProps) {
  const { kept } = useServices()
  const live = useLive<Found['documents']>(async () => found?.documents ?? kept.documents(), [found]).value
  return (
    <Rows
      view="documents"
      live={live}
      content={(one) => <DocumentRowContent {...one} />}
      destination={({ document }) => ({ type: 'document', id: document.id })}
      open={open}
      onOpen={onOpen}
    />
  )
}

function NotesOfAll({ found, open, onOpen }: LibraryListProps) {
  const { kept } = useServices()
  const live = useLive<Found['notes']>(async () => found?.notes ?? kept.notes(), [found]).value
  return (
    <Rows
      view="notes"
      live={live}
      content={(one) => <NoteRowContent {...one} />}
      destination={({ note }) => ({ type: 'note', id: note.id })}
      open={open}
      onOpen={onOpen}
    />
  )
}

function Questions({ rows, open, onOpen }: LibraryListProps & { rows: readonly KeptQuestion[] }) {
  return (
    <Rows
      view="questions"
      live={{ state: 'ready', value: rows }}
      content={(one) => <QuestionRowContent {...one} />}
      destination={destinationOf}
      open={open}
      onOpen={onOpen}
    />
  )
}

const destinationOf = ({ question, list }: KeptQuestion): Destination => ({
  type: 'document',
  id: list.id,
  question: question.order,
})

/** Rows read at once: a slice around those in view, so that 100,000 questions need no more memory than 200. */
const slice = 200
const step = 50

function AllQuestions({ open, onOpen }: LibraryListProps) {
  const t = useStore(libraryMessages)
  const { kept } = useServices()
  const [offset, setOffset] = useState(0)
  const counts = useLive(() => kept.counts(), []).value
  const live = useLive(async () => ({ offset, rows: await kept.questionsFrom(offset, slice) }), [offset]).value
  const count = counts.state === 'ready' ? counts.value.questions : 0
  if (live.state === 'failed' || counts.state === 'failed') return <Failed />
  const at = (index: number) => (live.state === 'ready' ? live.value.rows[index - live.value.offset] : undefined)
  return (
    <VirtualList
      label={t.questions}
      count={count}
      row={(index) => {
        const one = at(index)
        return one ? <QuestionRowContent {...one} /> : null
      }}
      chosen={live.state === 'ready' ? chosenIn(live.value.rows, destinationOf, open, live.value.offset) : -1}
      onChoose={(index) => {
        const one = at(index)
        if (one) onOpen(destinationOf(one))
      }}
      onRange={(first) => setOffset(Math.max(0, Math.floor((first - step) / step) * step))}
    />
  )
}

function Rows<One>(props: {
  view: LibraryView
  live: Live<readonly One[]>
  content: (one: One) => ComponentChildren
  destination: (one: One) => Destination
  open: Destination | undefined
  onOpen: (destination: Destination) => void
}) {
  const { view, live, content, destination, open, onOpen } = props
  const t = useStore(libraryMessages)
  if (live.state === 'failed') return <Failed />
  const rows = live.state === 'ready' ? live.value : []
  return (
    <VirtualList
      label={t[view]}
      count={rows.length}
      row={(index) => {
        const one = rows[index]
        return one === undefined ? null : content(one)
      }}
      chosen={chosenIn(rows, destination, open)}
      onChoose={(index) => {
        const one = rows[index]
        if (one !== undefined) onOpen(destination(one))
      }}
    />
  )
}

function chosenIn<One>(
  rows: readonly One[],
  destination: (one: One) => Destination,
  open: Destination | undefined,
  offset = 0,
): number {
  if (open === undefined) return -1
  const key = destinationKey(open)
  const index = rows.findIndex((one) => destinationKey(destination(one)) === key)
  return index < 0 ? -1 : index + offset
}

function Failed() {
  const common = useStore(commonMessages)
  return (
    <p class="kl-empty" role="alert">
      {common.failed}
    </p>
  )
}
