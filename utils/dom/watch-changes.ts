import * as dom from './natives.ts'
import { startsBlock } from './roles.ts'

/** What a batch of changes touched, in the terms of `PageReferences`. */
export interface Changes {
  /** Subtrees that are new. */
  readonly added: Set<Element>
  /** Subtrees that became editable or hidden, or no longer are. */
  readonly rewritten: Set<Element>
  /** Text nodes whose text or neighbours changed. */
  readonly texts: Set<Text>
  readonly links: Set<HTMLAnchorElement>
  /** Something left the page. */
  removed: boolean
  /** Something may have been shown or hidden. */
  restyled: boolean
}

export const noChanges = (): Changes => ({
  added: new Set(),
  rewritten: new Set(),
  texts: new Set(),
  links: new Set(),
  removed: false,
  restyled: false,
})

/**
 * Observes the page and notes what changed in it. Gives the way to observe a shadow root as well.
 *
 * @param changes filled as changes come in; the caller empties it
 * @param onChange called after each batch; must be cheap
 */
export function watchChanges(
  changes: () => Changes,
  onChange: () => void,
  signal: AbortSignal,
): (root: ShadowRoot) => void {
  const observer = new MutationObserver((records) => {
    for (const record of records) note(record, changes())
    onChange()
  })
  const observe = (root: Node): void => observer.observe(root, observed)
  observe(document)
  signal.addEventListener('abort', () => observer.disconnect(), { once: true })
  return observe
}

const observed: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['href', 'class', 'style', 'hidden', 'open', 'contenteditable'],
}

function note(record: MutationRecord, changes: Changes): void {
  const { target } = record
  if (record.type === 'characterData') {
    if (target instanceof Text) changes.texts.add(target)
    return
  }
  if (record.type === 'attributes') {
    const { attributeName: name } = record
    if ((name === 'contenteditable' || name === 'hidden') && target instanceof Element) noteRewritten(target, changes)
    else if (name !== 'href') changes.restyled = true
    else if (target instanceof HTMLAnchorElement) changes.links.add(target)
    return
  }
  for (const node of record.addedNodes) {
    if (node instanceof Text) changes.texts.add(node)
    else if (node instanceof Element) noteAdded(node, changes)
  }
  if (record.removedNodes.length > 0) changes.removed = true
  noteEdge(record.previousSibling, 'last', changes)
  noteEdge(record.nextSibling, 'first', changes)
  // Without neighbours the text around the parent may be joined anew: `2023D<b>19</b>158` with the <b> emptied.
  if (record.previousSibling === null && record.nextSibling === null && target instanceof Element) {
    const link = dom.closest(target, 'a[href]')
    if (link instanceof HTMLAnchorElement) changes.links.add(link)
    if (!startsBlock(target)) {
      noteEdge(dom.previousSibling(target), 'last', changes)
      noteEdge(dom.nextSibling(target), 'first', changes)
    }
  }
}

function noteAdded(element: Element, changes: Changes): void {
  changes.added.add(element)
  if (startsBlock(element)) return
  noteEdge(element, 'first', changes)
  noteEdge(element, 'last', changes)
}

/** What is read or not as a whole: what stands beside it may be joined anew. */
function noteRewritten(element: Element, changes: Changes): void {
  changes.rewritten.add(element)
  changes.restyled = true
  if (startsBlock(element)) return
  noteEdge(dom.previousSibling(element), 'last', changes)
  noteEdge(dom.nextSibling(element), 'first', changes)
}

/** Notes the text at the edge of inline content, which may be read together with what is beside it. */
function noteEdge(node: Node | null, edge: 'first' | 'last', changes: Changes): void {
  for (let inner = node; inner !== null; inner = edge === 'first' ? dom.firstChild(inner) : dom.lastChild(inner)) {
    if (inner instanceof Text) changes.texts.add(inner)
    else if (inner instanceof Element && startsBlock(inner)) return
  }
}
