import { IdleWork } from '#utils/dom/idle-work.ts'
import { leftOutOn } from '#utils/dom/left-out.ts'
import { Readable } from '#utils/dom/readable.ts'
import { ShadowRoots } from '#utils/dom/shadow-roots.ts'
import { candidatesIn, candidatesInEach } from '#utils/dom/text-candidates.ts'
import { candidateIndexes, mayHoldHead, reach } from '#utils/references/finding/candidates.ts'
import { familyOf, nameOfWritten, pieceCase } from '#utils/references/ids/ids.ts'
import { watchNavigation } from './navigation.ts'
import { pageHtml } from './page-html.ts'
import { reportOf, sayTheSame } from './report.ts'

/**
 * What the content script needs anyway and the scripts that are put beside it need too: they take it from here, and hold no
 * copy of it. `scripts/share-modules.ts` leads their imports of these modules here, by the place in this list; so whatever of
 * these modules one of them needs must be named.
 */
export const shared: readonly unknown[] = [
  candidateIndexes,
  candidatesIn,
  candidatesInEach,
  familyOf,
  IdleWork,
  leftOutOn,
  mayHoldHead,
  nameOfWritten,
  pageHtml,
  pieceCase,
  reach,
  Readable,
  reportOf,
  sayTheSame,
  ShadowRoots,
  watchNavigation,
]
