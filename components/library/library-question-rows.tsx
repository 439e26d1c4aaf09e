import type { RefObject } from 'preact'
import { useId, useMemo } from 'preact/hooks'
import { libraryMessages } from '#locales/library.ts'
import { selectionMessages } from '#locales/selection.ts'
import {
  type KeptQuestion,
  listAt,
  type QuestionKey,
  type QuestionOutline,
} from '#utils/database/library/kept-questions.ts'
import { type Destination, destinationKey } from '../papers/destination.ts'
import { QuestionRowContent } from '../rows/kept-rows.tsx'
import { type RowSource, useRows } from '../rows/use-rows.ts'
import type { UsedSelection } from '../rows/use-selection.ts'
import { VirtualList } from '../rows/virtual-list.tsx'
import { FailedRead } from '../store/failed-read.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

/** One string for one question, wherever it stands. */
export const keyOf = ([list, order]: QuestionKey): string => `${order} ${list}`

/** The question that a string is of. */
export function questionOfKey(key: string): QuestionKey {
  const at = key.indexOf(' ')
  return [key.slice(at + 1), Number(key.slice(0, at))]
}

const keyOfQuestion = ({ question: { list, order } }: Pick<KeptQuestion, 'question'>): string => keyOf([list, order])

export interface QuestionRowsProps {
  readonly open: Destination | undefined
  readonly onOpen: (destination: Destination) => void
  readonly selection: UsedSelection
  /** The box around the list. */
  readonly box: RefObject<HTMLDivElement | null>
}

const destinationOf = ({ question, list }: KeptQuestion): Destination => ({
  type: 'document',
  id: list.id,
  question: question.order,
})

/** The rows that a search found. */
export function FoundRows({ rows, ...props }: QuestionRowsProps & { readonly rows: readonly KeptQuestion[] }) {
  const keys = useMemo(() => rows.map(keyOfQuestion), [rows])
  return <Rows {...props} keys={keys} at={(index) => rows[index]} isReady />
}

/**
 * Rows that are read as they come into view.
 *
 * @param keys which questions, where they are filtered; all of them where null
 * @param isReady whether the selection knows all of the rows
 */
export function ReadRows(
  props: QuestionRowsProps & {
    readonly keys: readonly QuestionKey[] | null
    readonly outline: QuestionOutline
    readonly isReady: boolean
  },
) {
  const { keys, outline, ...shared } = props
  const { kept } = useServices()
  const ids = useMemo(() => (keys === null ? placesIn(outline) : keys.map(keyOf)), [keys, outline])
  const source = useMemo<RowSource<KeptQuestion>>(
    () => ({
      count: ids.length,
      keyOf: (index) => ids[index] ?? '',
      read: async (from, until) =>
        keys === null
          ? placed(await kept.questionsFrom(outline, from, until - from), outline, from)
          : (await kept.questionsAt(keys.slice(from, until))).map((one) => [keyOfQuestion(one), one] as const),
    }),
    [ids],
  )
  const rows = useRows(source)
  if (rows.hasFailed) return <FailedRead onAgain={rows.again} />
  return <Rows {...shared} keys={ids} at={rows.at} onRange={rows.onRange} />
}

function Rows(
  props: QuestionRowsProps & {
    /** By which what is in view stays there. */
    readonly keys: readonly string[]
    readonly at: (index: number) => KeptQuestion | undefined
    readonly isReady: boolean
    readonly onRange?: (range: { readonly first: number; readonly last: number }) => void
  },
) {
  const { keys, at, isReady, onRange, open, onOpen, selection, box } = props
  const t = useStore(libraryMessages)
  const selecting = useStore(selectionMessages)
  const help = useId()
  const isOpen = (one: KeptQuestion | undefined): boolean =>
    one !== undefined && open !== undefined && destinationKey(open) === destinationKey(destinationOf(one))
  const { choosing } = selection
  return (
    <div ref={box} class="kl-library__rows">
      <p id={help} class="kl-visually-hidden">
        {selecting.keysOfQuestions}
      </p>
      <VirtualList
        label={t.questions}
        describedBy={help}
        titleLines={2}
        count={keys.length}
        keys={keys}
        row={(index) => {
          const one = at(index)
          return one === undefined ? null : <QuestionRowContent {...one} titleLines={2} />
        }}
        isOpen={(index) => isOpen(at(index))}
        onChoose={(index) => {
          const one = at(index)
          if (one !== undefined) onOpen(destinationOf(one))
        }}
        {...(onRange && { onRange })}
        choosing={{
          ...choosing,
          // A row that is here tells by itself which question it is of; places may have moved since all of them were read.
          has(index) {
            const one = at(index)
            return one === undefined ? isReady && choosing.has(index) : selection.isChosen(keyOfQuestion(one))
          },
          toggle(index) {
            const one = at(index)
            if (one !== undefined) selection.toggle(keyOfQuestion(one))
            else if (isReady) choosing.toggle(index)
          },
        }}
      />
    </div>
  )
}

const placeKey = (list: string, place: number): string => `${list} ${place}`

/** One string for each question, in order: a document's questions are the same wherever it comes to stand. */
function placesIn({ lists, starts }: QuestionOutline): readonly string[] {
  const keys: string[] = []
  for (const [at, list] of lists.entries()) {
    const count = (starts[at + 1] ?? 0) - (starts[at] ?? 0)
    for (let place = 0; place < count; place += 1) keys.push(placeKey(list, place))
  }
  return keys
}

/** Questions that were read from a place on, each with its string; a document that went meanwhile moves no others. */
function placed(read: readonly KeptQuestion[], outline: QuestionOutline, from: number) {
  const { lists, starts } = outline
  let at = listAt(outline, from)
  let place = from - (starts[at] ?? 0)
  return read.map((one) => {
    while (at < lists.length && lists[at] !== one.list.id) {
      at += 1
      place = 0
    }
    return [placeKey(one.list.id, place++), one] as const
  })
}
