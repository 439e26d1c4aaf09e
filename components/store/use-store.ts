import { type ReadonlySignal, signal } from '@preact/signals'
import type { ReadableAtom } from 'nanostores'

const followed = new WeakMap<ReadableAtom, ReadonlySignal>()

/**
 * The value of a store, by which the component is drawn again when it changes: the texts of a screen, which follow the language.
 * Each store is followed once and for good, by a signal.
 *
 * `@nanostores/preact` was used: its hook is three states and two effects for each text of each component, which was a quarter of
 * drawing the popup's first screen.
 */
export function useStore<Value>(store: ReadableAtom<Value>): Value {
  const known = followed.get(store) as ReadonlySignal<Value> | undefined
  return (known ?? follow(store)).value
}

function follow<Value>(store: ReadableAtom<Value>): ReadonlySignal<Value> {
  const own = signal(store.get())
  store.listen((value) => {
    own.value = value as Value
  })
  followed.set(store, own)
  return own
}
