import { KnownAbout, KnownStatus } from './known-code.tsx'
import { PagePassages } from './page-passages.tsx'
import { StoreNotice } from './store-notice.tsx'
import { storeParts } from './store-parts.ts'

/** Whoever imports this has the parts that come with the store: the popup with what it loads second, the panel at once. */
storeParts.value = { KnownStatus, KnownAbout, PagePassages, StoreNotice }
