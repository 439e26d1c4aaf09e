import { useStore } from '@nanostores/preact'
import type { ComponentChildren } from 'preact'
import { commonMessages } from '#locales/common.ts'
import { libraryMessages } from '#locales/library.ts'
import { type Destination, destinationKey } from './destination.ts'
import type { Live } from './live.ts'
import type { KeptNote } from './services.ts'
import { VirtualList } from './virtual-list.tsx'

export type LibraryView = 'documents' | 'questions' | 'notes' | 'orphans'

/** Whether a note is on a passage that was not found any more. */
export const isLost = ({ note }: KeptNote): boolean => note.seen?.orphanSince !== undefined

/** Rows that are all read, as a list of which only those in view exist. */
export function Rows<One>(props: {
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

/** The index of the row that is open; -1 where none of these is. */
export function chosenIn<One>(
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

/** What stands in place of a list that could not be read. */
export function Failed() {
  const common = useStore(commonMessages)
  return (
    <p class="kl-empty" role="alert">
      {common.failed}
    </p>
  )
}
