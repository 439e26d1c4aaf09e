import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals'
import type { Inputs } from 'preact/hooks'
import { useEffect, useState } from 'preact/hooks'
import { useServices } from './services.ts'

/** What a live query has brought so far. After a first answer the last value stays while a new one is on its way. */
export type Live<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  /** `again` has it read again. */
  | { readonly state: 'failed'; readonly error: unknown; readonly again: () => void }

/**
 * A query of the database that follows it: runs again when rows that it read were changed, by whichever window, and
 * when one of `inputs` changes.
 *
 * @param query reads by Dexie alone, so that Dexie knows which changes concern it
 */
export function useLive<Value>(query: () => Promise<Value>, inputs: Inputs): ReadonlySignal<Live<Value>> {
  const live = useSignal<Live<Value>>({ state: 'loading' })
  const { kept } = useServices()
  const [turn, again] = useTurns()
  useEffect(() => {
    forgetFailure(live)
    return kept.follow(query, {
      next: (value) => {
        live.value = { state: 'ready', value }
      },
      error: (error) => {
        live.value = { state: 'failed', error, again }
      },
    })
  }, [...inputs, turn])
  return live
}

/** A counter that goes up each time something is to be done again. */
function useTurns(): readonly [turn: number, next: () => void] {
  const [turn, setTurn] = useState(0)
  return [turn, () => setTurn((now) => now + 1)]
}

/** A read that is repeated after it failed counts as loading, so that a second failure is seen as a new one. */
function forgetFailure(live: Signal<Live<unknown>>): void {
  if (live.peek().state === 'failed') live.value = { state: 'loading' }
}

/**
 * A read that costs too much to follow every change: runs again only when one of `inputs` changes. An answer that
 * comes after a newer question is dropped.
 *
 * @param read may tell a first part of the value before it has all of it; nobody waits for it any more once `signal` is aborted
 */
export function useRead<Value>(
  read: (tell: (part: Value) => void, signal: AbortSignal) => Promise<Value>,
  inputs: Inputs,
): ReadonlySignal<Live<Value>> {
  const live = useSignal<Live<Value>>({ state: 'loading' })
  const [turn, again] = useTurns()
  useEffect(() => {
    const ended = new AbortController()
    const { signal } = ended
    forgetFailure(live)
    const tell = (value: Value) => {
      if (!signal.aborted) live.value = { state: 'ready', value }
    }
    read(tell, signal).then(tell, (error: unknown) => {
      if (!signal.aborted) live.value = { state: 'failed', error, again }
    })
    return () => ended.abort()
  }, [...inputs, turn])
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
