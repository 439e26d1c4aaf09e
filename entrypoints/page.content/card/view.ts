import type { CardLookup } from '#utils/browser/protocol/card.ts'
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
    | {
        readonly state: 'loaded'
        readonly lookup: CardLookup
        /** Whether the services are about to be asked for this card: what of them is not known yet is on its way. */
        readonly isAsking: boolean
        readonly reading: Reading
        /** The address of the PDF that the reference links to. */
        readonly pdf: string | null
      }
  )

/** A card whose code's records are there. */
export type LoadedView = Extract<CardView, { state: 'loaded' }>

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
  /** Has the services asked now, however young what is known is. */
  readonly lookUp: () => void
  readonly stopLookUp: () => void
  /** Opens a PDF in the reader, at the question with this order. */
  readonly open: (pdf: string, question?: number) => void
  /** Ends a reading. */
  readonly stop: (job: string) => void
  readonly copy: (label: string) => void
  /** The texts that were unfolded: they stay so when the card is made anew. */
  readonly unfolded: Set<string>
  /** The card has changed its size. */
  readonly resized: () => void
}
