import { followPreliminary } from '#utils/browser/channels/preliminary.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { citationChoice } from '../papers/citation-choice.ts'
import { privateReaderWays, readerWays } from '../papers/reader-ways.ts'
import { allCodes } from './all-codes.ts'
import { backgroundActions, backgroundLookUps, privateLookUps } from './background-actions.ts'
import { keptIn } from './kept-store.ts'
import type { Services } from './services.ts'

/**
 * What the screens of a page of ours need, where all of its script is loaded at once (the popup brings its own in two parts).
 *
 * @param isPrivate whether it shows something of a private window: what is looked up there is written nowhere
 */
export function servicesIn(db: KamerlensDatabase, index: SearchIndex, isPrivate = false): Services {
  return {
    kept: keptIn(db, index),
    actions: backgroundActions,
    lookUps: isPrivate ? privateLookUps : backgroundLookUps,
    citation: citationChoice(),
    codes: allCodes,
    reader: isPrivate ? privateReaderWays : readerWays,
    readings: { follow: followPreliminary },
  }
}
