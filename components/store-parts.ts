import { signal } from '@preact/signals'
import type { KnownAbout, KnownStatus } from './known-code.tsx'
import type { PagePassages } from './page-passages.tsx'
import type { StoreNotice } from './store-notice.tsx'
// With the first sheet: another one would be waited for, and have all of the screen styled anew.
import './official.css'
import './passage-quote.css'

/** Parts of popup and panel that say nothing before what is kept can be read. */
export interface StoreParts {
  readonly KnownStatus: typeof KnownStatus
  readonly KnownAbout: typeof KnownAbout
  readonly PagePassages: typeof PagePassages
  readonly StoreNotice: typeof StoreNotice
}

/** They come with the store, and are no part of the popup's first script; null until then. */
export const storeParts = signal<StoreParts | null>(null)
