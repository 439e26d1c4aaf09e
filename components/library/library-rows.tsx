import type { ComponentChildren } from 'preact'
import { useId, useMemo, useRef } from 'preact/hooks'
import { libraryMessages } from '#locales/library.ts'
import { selectionMessages } from '#locales/selection.ts'
import type { ChosenRows } from '#utils/browser/protocol/keeping.ts'
import type { KeptNote } from '#utils/database/library/kept-notes.ts'
import { lostSince } from '#utils/database/library/kept-order.ts'
import type { Destination } from '../papers/destination.ts'
import { ChosenRowsBar } from '../rows/chosen-rows-bar.tsx'
import { type RowSource, useRows } from '../rows/use-rows.ts'
import { useSelection } from '../rows/use-selection.ts'
import { VirtualList } from '../rows/virtual-list.tsx'
import { FailedRead } from '../store/failed-read.tsx'
import { useStore } from '../store/use-store.ts'
import type { TransferActions } from '../transfer/transfer-actions.ts'

export type LibraryView = 'documents' | 'questions' | 'notes' | 'orphans'

/** Whether a note is on a passage that was not found any more. */
export const isLost = ({ note }: KeptNote): boolean => lostSince(note) !== null

/** One kind of rows of which several can be chosen. */
export interface RowKind<Row> {
  readonly view: LibraryView
  readonly idOf: (row: Row) => string
  readonly content: (row: Row) => ComponentChildren
  readonly destination: (id: string) => Destination
  /** What is done with chosen rows is done with these. */
  readonly chosen: (ids: readonly string[]) => ChosenRows
}

export interface ChoosableRowsProps<Row> {
  readonly kind: RowKind<Row>
  /** The ids of all rows, in order. */
  readonly ids: readonly string[]
  /** Rows that are here already; null where they are read as they come into view. */
  readonly found: readonly Row[] | null
  /** Rows with these ids, in this order. */
  readonly read: (ids: readonly string[]) => Promise<readonly Row[]>
  readonly transfers: TransferActions
  readonly open: Destination | undefined
  readonly onOpen: (destination: Destination) => void
}

/** Rows by their ids, as a list of which only those in view exist, and of which several can be chosen. */
export function ChoosableRows<Row>(props: ChoosableRowsProps<Row>) {
  const { kind, ids, found, read, transfers, open, onOpen } = props
  const t = useStore(libraryMessages)
  const selecting = useStore(selectionMessages)
  const keys = useId()
  const list = useRef<HTMLDivElement>(null)
  const remove = useRef<() => void>(() => undefined)
  const source = useMemo<RowSource<Row>>(
    () => ({
      count: found === null ? ids.length : 0,
      keyOf: (index) => ids[index] ?? '',
      read: async (from, until) => (await read(ids.slice(from, until))).map((row) => [kind.idOf(row), row] as const),
    }),
    [ids, found],
  )
  const rows = useRows(source)
  const byId = useMemo(() => new Map(found?.map((row) => [kind.idOf(row), row])), [found])
  const { chosen, choosing } = useSelection(ids)
  const at = (index: number) => (found === null ? rows.at(index) : byId.get(ids[index] ?? ''))
  if (rows.hasFailed) return <FailedRead onAgain={rows.again} />
  return (
    <>
      <ChosenRowsBar
        all={ids.length}
        chosen={chosen}
        rows={kind.chosen(chosen)}
        choosing={choosing}
        transfers={transfers}
        remove={remove}
        toList={() => list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()}
      />
      <div ref={list} class="kl-library__rows">
        <p id={keys} class="kl-visually-hidden">
          {selecting.keys}
        </p>
        <VirtualList
          label={t[kind.view]}
          describedBy={keys}
          titleLines={2}
          count={ids.length}
          keys={ids}
          row={(index) => {
            const row = at(index)
            return row === undefined ? null : kind.content(row)
          }}
          isOpen={(index) => open !== undefined && ids[index] === idIn(open)}
          onChoose={(index) => {
            const id = ids[index]
            if (id !== undefined) onOpen(kind.destination(id))
          }}
          onRange={rows.onRange}
          choosing={{ ...choosing, remove: () => remove.current() }}
        />
      </div>
    </>
  )
}

/** The id of the row that leads to what is open; null where none does. */
function idIn(open: Destination): string | null {
  if (open.type === 'code' || (open.type === 'document' && open.question !== undefined)) return null
  return open.id
}
