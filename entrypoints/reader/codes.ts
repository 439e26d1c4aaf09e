import type { PagesPlace } from '#components/reader/reader-pages.tsx'
import { codeStates } from '#utils/database/lookup/lookup.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { Code } from '#utils/references/types.ts'
import type { Walked } from '../page.content/walked.ts'
import { markOwnPage } from './mark-own-page.ts'
import { markSplitCodes, type SplitCodes } from './split-codes.ts'

/** All but the text of the pages. */
const leftOut =
  '.kl-reader__bar,.kl-reader__notices,.kl-reader__tabs,.kl-reader__left,.kl-reader__right,.kl-reader__failed,.kl-reader__wait,.kl-undo-place,.kl-undo-plain'

/**
 * Marks the codes in the pages and shows cards on them, as long as this page lives, over the text layers that pdf.js lays on
 * its pages; those that a column breaks in two as well.
 *
 * @param place the elements of the pages, once they are there: a click on a code in them opens it
 * @param isPrivate whether the document is of a private window
 * @param open opens a code beside the pages; `focusNote`: with the caret in its note
 */
export function markCodes(
  db: KamerlensDatabase,
  place: Promise<PagesPlace>,
  isPrivate: boolean,
  open: (code: Code, focusNote: boolean) => void,
): void {
  const { signal } = new AbortController()
  let split: SplitCodes | null = null
  const amid = (own: Walked): Walked => ({
    all: () => split?.amid(own.all()) ?? own.all(),
    has: (reference) => own.has(reference) || split?.has(reference) === true,
    at: (x, y) => own.at(x, y) ?? split?.at(x, y) ?? null,
  })
  const page = markOwnPage(db, { signal, leftOut, amid, isPrivate, open, onKept: () => split?.refresh() })

  void place.then(({ container, viewer }) => {
    split = markSplitCodes(viewer, (ids) => codeStates(db, ids))
    split.refresh()
    container.addEventListener('click', page.openPointedAt)
  })
}
