import { afterEach } from 'vitest'
import { leftOutOn } from '#utils/dom/left-out.ts'
import { PageReferences } from '#utils/dom/page-references.ts'
import type { PlacedReference } from '#utils/dom/places.ts'

/** Puts markup written by a test into the page; removed after the test. */
export function show(html: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(`<main>${html}</main>`, 'text/html')
  const main = document.adoptNode(parsed.querySelector('main') ?? parsed.body)
  document.body.append(main)
  shown.push(main)
  return main
}

/** Kept here, because a test may hide the document's own properties behind its elements. */
const shown: HTMLElement[] = []

afterEach(() => {
  for (const main of shown.splice(0)) main.remove()
})

/** References of a root, found at once. */
export function referencesIn(root: Element, host = 'zoek.officielebekendmakingen.nl') {
  const added: PlacedReference[] = []
  const removed: PlacedReference[] = []
  const references = new PageReferences(leftOutOn(host), {
    added: (reference) => added.push(reference),
    removed: (reference) => removed.push(reference),
  })
  for (const _ of references.scan(root));
  const idsWhere = (wanted: boolean) => () => {
    for (const _ of references.reviewVisibility());
    return references.all().flatMap(({ code, collapsed }) => (collapsed === wanted ? [code.id] : []))
  }
  return { references, added, removed, ids: idsWhere(false), collapsed: idsWhere(true) }
}

/** Reads the block around a text node again, at once. */
export function review(references: PageReferences, node: Text): void {
  for (const _ of references.review(node));
}

/** The text that a reference paints. */
export function paintedText({ range }: PlacedReference): string {
  const live = new Range()
  live.setStart(range.startContainer, range.startOffset)
  live.setEnd(range.endContainer, range.endOffset)
  return live.toString()
}
