import { allCodes } from '#components/all-codes.ts'
import { keptIn } from '#components/kept-store.ts'
import { KnownAbout, KnownStatus } from '#components/known-code.tsx'
import { readerWays } from '#components/reader-ways.ts'
import { saveLeftovers } from '#components/recovered.ts'
import { refuseDrops } from '#components/refuse-drops.ts'
import { backgroundIndex } from '#components/search-index.ts'
import { knownParts } from '#components/store-parts.ts'
import { storeStatus } from '#components/store-status.ts'
import { openDatabase } from '#utils/database/open.ts'

/** What the popup needs once its first screen stands: what is kept, and the readers of all codes. */

const db = openDatabase()

export const kept = keptIn(db, backgroundIndex())

export const status = storeStatus(db)

// Rows say it as soon as it is read.
knownParts.current = { KnownStatus, KnownAbout }

// Nothing can be dropped on a popup, which closes before; in a tab of its own it is a page like others.
refuseDrops()

// Rights that come and go while it is open.
export { followRights } from './follow-rights.ts'
export { allCodes as codes, readerWays, saveLeftovers }
