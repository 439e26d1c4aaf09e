import { useMemo, useState } from 'preact/hooks'
import { allChosen, chosenOf, extended, nothingChosen, type Selection, toggled } from './selection.ts'
import type { Choosing } from './virtual-list.tsx'

export interface UsedSelection {
  readonly now: Selection
  /** The keys of the chosen rows, in the order of the list. */
  readonly chosen: readonly string[]
  /** All keys that are chosen, in the list or not. */
  readonly every: ReadonlySet<string>
  readonly isChosen: (key: string) => boolean
  readonly toggle: (key: string) => void
  /** Chooses others, from those that are chosen by then. */
  readonly change: (to: (now: Selection) => Selection) => void
  /** The same by the place of a row. */
  readonly choosing: Omit<Choosing, 'remove'>
}

/** The rows of a list that are chosen. */
export function useSelection(keys: readonly string[]): UsedSelection {
  const [selection, setSelection] = useState(nothingChosen)
  const chosen = useMemo(() => chosenOf(selection, keys), [selection, keys])
  const toggle = (key: string) => setSelection((now) => toggled(now, key))
  return {
    now: selection,
    chosen,
    every: selection.chosen,
    isChosen: (key) => selection.chosen.has(key),
    toggle,
    change: setSelection,
    choosing: {
      has: (index) => selection.chosen.has(keys[index] ?? ''),
      toggle(index) {
        const key = keys[index]
        if (key !== undefined) toggle(key)
      },
      extendTo: (index, from) => setSelection((now) => extended(now, keys, index, from)),
      all: () => setSelection(allChosen(keys)),
      clear() {
        setSelection(nothingChosen)
        return chosen.length > 0
      },
    },
  }
}
