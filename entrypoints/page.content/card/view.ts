import type { Lookup } from '#utils/browser/protocol.ts'
import type { Code, Mention } from '#utils/references/types.ts'

/** What the card is about: the code, and what the page's text said of it (null: a link's address named it). */
export interface Subject {
  readonly code: Code
  readonly mention: Mention | null
}

/** What the card shows. */
export type CardView = Subject &
  (
    | { readonly state: 'loading' }
    /** The background does not answer. */
    | { readonly state: 'failed' }
    /** `pdf`: the address of the PDF that the reference links to. */
    | { readonly state: 'loaded'; readonly lookup: Lookup; readonly reading: Reading; readonly pdf: string | null }
  )

/** The reading of the document behind the reference's link. */
export type Reading =
  | { readonly state: 'impossible' }
  | { readonly state: 'possible' }
  /** `job` is null until the background has taken it up: from then on it can be stopped. */
  | { readonly state: 'running'; readonly sentence: string; readonly job: string | null }
  | { readonly state: 'stopped'; readonly sentence: string }
  | { readonly state: 'failed'; readonly sentence: string }

export interface CardActions {
  readonly retry: () => void
  readonly note: () => void
  /** Follows the code, or no more. */
  readonly follow: (on: boolean) => void
  readonly read: () => void
  /** Opens a PDF in the reader, at the question with this order. */
  readonly open: (pdf: string, question?: number) => void
  /** Ends a reading. */
  readonly stop: (job: string) => void
  readonly copy: () => void
  readonly close: () => void
  /** The card has changed its size. */
  readonly resized: () => void
}
