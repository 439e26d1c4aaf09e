import * as dom from '#utils/dom/natives.ts'
import type { NearViewport } from '#utils/dom/near-viewport.ts'
import { outermost } from '#utils/dom/outermost.ts'
import type { PageReferences } from '#utils/dom/page-references.ts'
import type { Candidates } from '#utils/dom/text-candidates.ts'
import type { ReadSoFar } from '#utils/dom/text-references.ts'
import type { Changes } from '#utils/dom/watch-changes.ts'

/** So many references are painted as soon as they are found, where there are more of them. */
const firstShown = 200

/**
 * Reads the page, or a shadow root that was found.
 *
 * @param known where references may be, as the lookout has found it
 */
export function* readAll(
  root: Element | ShadowRoot,
  references: PageReferences,
  near: NearViewport,
  known?: Candidates | null,
): Generator<void> {
  let isShown = false
  for (const _ of references.scan(root, known)) {
    // Where there is much, what is in view comes first, and is painted before the rest is read.
    if (!isShown && near.added >= firstShown) {
      yield* near.flush()
      isShown = true
    }
    yield
  }
  yield* near.flush()
  yield* references.reviewVisibility(false)
}

/** Reads again what changed. */
export function* readChanges(
  { added, rewritten, texts, links, removed }: Changes,
  references: PageReferences,
  near: NearViewport,
): Generator<void> {
  if (removed) references.prune()
  for (const root of rewritten) references.forget(root)
  const read: ReadSoFar = new Map()
  for (const text of texts) yield* references.review(text, read)
  yield* references.scanEach(outermost([...added, ...rewritten]), read)
  for (const link of links) if (dom.isConnected(link)) references.reviewLink(link)
  references.resolveLeaning()
  yield* near.flush()
}
