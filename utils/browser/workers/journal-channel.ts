import type { Entry } from '#utils/database/journal/lines.ts'
import type { Written } from '#utils/database/journal/writing.ts'

/**
 * Between the background and the journal's worker. A channel, not messages: it carries more than the 64 MB of JSON that
 * Chromium's messages do, in one step instead of two, and no page's process can be on it.
 */
export const journalChannel = 'kamerlens-journal'

export interface JournalRequests {
  readonly begin: { readonly payload: null; readonly answer: null }
  readonly append: { readonly payload: readonly Entry[]; readonly answer: Written }
  readonly snapshot: { readonly payload: { readonly alone: boolean }; readonly answer: boolean }
  readonly erasing: { readonly payload: number | null; readonly answer: null }
}

export type JournalRequestType = keyof JournalRequests

export type ToJournal = {
  readonly [Type in JournalRequestType]: {
    readonly to: 'journal'
    readonly id: string
    readonly type: Type
    readonly payload: JournalRequests[Type]['payload']
  }
}[JournalRequestType]

export type FromJournal =
  /** A worker has begun to listen: what was asked before it did is to be asked again. */
  | { readonly to: 'background'; readonly ready: true }
  | { readonly to: 'background'; readonly id: string; readonly value: unknown }
  | { readonly to: 'background'; readonly id: string; readonly error: string }

/** As much of a `BroadcastChannel` as is used: the seam for tests. */
export interface Channel {
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
  postMessage(message: ToJournal | FromJournal): void
}
