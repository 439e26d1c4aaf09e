import type { Done } from '#utils/browser/protocol/keeping.ts'
import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import { storeErrorOf, Unsecured } from '#utils/database/errors.ts'

/** The outcome of a change to the store as a value: failures are of the closed set that has sentences for the user. */
export async function resultOf<Value>(change: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return { ok: true, value: await change() }
  } catch (error) {
    return failed(error)
  }
}

/** The failed result of an exception of the store. */
export function failed(error: unknown): { readonly ok: false; readonly error: StoreError } {
  const code = storeErrorOf(error)
  if (code === 'unknown') console.error(error)
  return { ok: false, error: code }
}

/** Where only the second copy lags behind, the rows are changed all the same, and the answer is what undoes it. */
export async function withLag<Value extends object>(change: Promise<Value>): Promise<Done<Value>> {
  try {
    return await change
  } catch (error) {
    if (error instanceof Unsecured) return { ...(error.value as Value), lags: true }
    throw error
  }
}

/** The same where nobody need be told that the second copy lags behind. */
export async function lagOrNot<Value>(change: Promise<Value>): Promise<Value> {
  try {
    return await change
  } catch (error) {
    if (error instanceof Unsecured) return error.value as Value
    throw error
  }
}
