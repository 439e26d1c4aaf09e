import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals'
import type { Inputs } from 'preact/hooks'
import { useEffect, useState } from 'preact/hooks'
import { followQuery } from '#utils/database/follow-query.ts'

/** What a live query has brought so far. After a first answer the last value stays while a new one is on its way. */
export type Live<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly error: unknown }

/**
 * A query of the database that follows it: runs again when rows that it read were changed, by whichever window, and
 * when one of `inputs` changes.
 *
 * @param query reads by Dexie alone, so that Dexie knows which changes concern it
 */
export function useLive<Value>(query: () => Promise<Value>, inputs: Inputs): ReadonlySignal<Live<Value>> {
  const live = useSignal<Live<Value>>({ state: 'loading' })
  useEffect(() => {
    forgetFailure(live)
    const subscription = followQuery(query, {
      next: (value) => {
        live.value = { state: 'ready', value }
      },
      error: (error: unknown) => {
        live.value = { state: 'failed', error }
      },
    })
    return () => subscription.unsubscribe()
  }, inputs)
  return live
}

/** What is read again after it failed says so anew where it fails again. */
function forgetFailure(live: Signal<Live<unknown>>): void {
  if (live.peek().state === 'failed') live.value = { state: 'loading' }
}

/**
 * A read that costs too much to follow every change: runs again only when one of `inputs` changes. An answer that
 * comes after a newer question is dropped.
 */
export function useRead<Value>(read: () => Promise<Value>, inputs: Inputs): ReadonlySignal<Live<Value>> {
  const live = useSignal<Live<Value>>({ state: 'loading' })
  useEffect(() => {
    let current = true
    forgetFailure(live)
    read().then(
      (value) => {
        if (current) live.value = { state: 'ready', value }
      },
      (error: unknown) => {
        if (current) live.value = { state: 'failed', error }
      },
    )
    return () => {
      current = false
    }
  }, inputs)
  return live
}

/** A value once it has stood still for some milliseconds: for what is too much work to do at each key. */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
