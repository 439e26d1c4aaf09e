import { saveLeftovers } from '#components/notes/recovered.ts'
import { readerWays } from '#components/papers/reader-ways.ts'
import { KnownAbout, KnownStatus } from '#components/popup/known-code.tsx'
import { backgroundIndex } from '#components/search/search-index.ts'
import { allCodes } from '#components/store/all-codes.ts'
import { keptIn } from '#components/store/kept-store.ts'
import type { StoreStatus } from '#components/store/store-notice.tsx'
import { knownParts } from '#components/store/store-parts.ts'
import { followStatus } from '#components/store/store-status.ts'
import { refuseDrops } from '#components/transfer/refuse-drops.ts'
import { openPageDatabase } from '#utils/browser/page-database.ts'

/** What the popup needs once its first screen stands: what is kept, and the readers of all codes. */

const db = openPageDatabase()

export const kept = keptIn(db, backgroundIndex())

/** Tells what is to be said of the store, first while it is waited for. */
export const followStore = (tell: (status: StoreStatus) => void) => followStatus(db, tell)

// Rows say it as soon as it is read.
knownParts.current = { KnownStatus, KnownAbout }

// Nothing can be dropped on a popup, which closes before; in a tab of its own it is a page like others.
refuseDrops()

// Rights that come and go while it is open.
export { followRights } from './follow-rights.ts'
export { allCodes as codes, readerWays, saveLeftovers }
