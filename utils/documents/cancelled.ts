import { ReadingFailure } from './types.ts'

/** @throws ReadingFailure `cancelled` once nobody wants the document any more */
export function throwIfCancelled(signal: { readonly aborted: boolean } | undefined): void {
  if (signal?.aborted) throw new ReadingFailure('cancelled')
}
