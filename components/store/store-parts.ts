import { signal } from '@preact/signals'
import type { CodesTogether } from '../papers/codes-together.tsx'
import type { KnownAbout, KnownStatus } from '../popup/known-code.tsx'
import type { PageRest } from '../popup/page-rest.tsx'
import type { StoreNotice } from './store-notice.tsx'
// With the first sheet: another one would be waited for, and have all of the screen styled anew.
import '../official/official.css'
import '../notes/passage-quote.css'

/** What says in a row what is known of its code. */
export interface KnownParts {
  readonly KnownStatus: typeof KnownStatus
  readonly KnownAbout: typeof KnownAbout
}

/** It comes with the store, before anything is known, and is no part of the popup's first script; null until then. */
export const knownParts: { current: KnownParts | null } = { current: null }

/** Other parts of popup and panel that say nothing before what is kept can be read. */
export interface StoreParts {
  readonly CodesTogether: typeof CodesTogether
  readonly PageRest: typeof PageRest
  readonly StoreNotice: typeof StoreNotice
}

/** They are drawn once they are there; null until then. */
export const storeParts = signal<StoreParts | null>(null)
