import { CodesTogether } from '../papers/codes-together.tsx'
import { KnownAbout, KnownStatus } from '../popup/known-code.tsx'
import { PageRest } from '../popup/page-rest.tsx'
import { StoreNotice } from './store-notice.tsx'
import { knownParts, storeParts } from './store-parts.ts'

/** Has what comes with the store drawn wherever it says something. */
export function bringStoreParts(): void {
  knownParts.current = { KnownStatus, KnownAbout }
  storeParts.value = { CodesTogether, PageRest, StoreNotice }
}
