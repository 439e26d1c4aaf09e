import {
  dossierOfHead,
  headOfPaper,
  longestLean,
  NamedDossiers,
  resolveLeaning,
} from '../references/finding/leaning.ts'
import { unseen } from '../references/text/characters.ts'
import type { Leaning, Mention } from '../references/types.ts'
import { compareStarts, InOrder } from './document-order.ts'
import type { Place } from './joined-text.ts'
import * as dom from './natives.ts'
import { TextReference } from './places.ts'
import type { Readable } from './readable.ts'
import { startsBlock } from './roles.ts'

/** Text nodes that are passed between a short form and the reference before it; most are white space between blocks. */
const mostNodes = 60
/** Characters of one text node that are read for it, white space that a reader does not see included. */
const mostRead = 4 * longestLean

/** A short form at its place, and the reference that it stands for as far as is known now. */
export class PlacedLeaning {
  readonly leaning: Leaning
  readonly place: Place
  stands: TextReference | null = null

  constructor(leaning: Leaning, place: Place) {
    this.leaning = leaning
    this.place = place
  }
}

/** The dossier in the head of a paper. */
interface Head {
  readonly mention: Mention
  readonly place: Place
}

/** What came and went when short forms were looked at again. */
export interface Resolved {
  readonly added: readonly TextReference[]
  readonly removed: readonly TextReference[]
}

/**
 * The short forms of a page («idem, nr. 6», «stuk nr. 28»): each leans on the reference before it in the document or on
 * the one dossier that the page names, so each may change with whatever else changes.
 */
export class LeaningForms {
  readonly #forms = new InOrder<PlacedLeaning>(({ place }) => ({ node: place.startNode, offset: place.startOffset }))
  readonly #dossiers = new Map<Text, readonly string[]>()

  get forms(): InOrder<PlacedLeaning> {
    return this.#forms
  }

  /** @param node the text node that stands for the stretch which names them */
  setDossiers(node: Text, dossiers: readonly string[]): void {
    if (dossiers.length > 0) this.#dossiers.set(node, dossiers)
  }

  forgetDossiers(nodes: readonly Text[]): void {
    if (this.#dossiers.size > 0) for (const node of nodes) this.#dossiers.delete(node)
  }

  forgetDossiersWhere(isGone: (node: Text) => boolean): void {
    for (const node of this.#dossiers.keys()) if (isGone(node)) this.#dossiers.delete(node)
  }

  /** @param references the page's own, those that stand for short forms left out, in order */
  resolve(references: readonly TextReference[], readable: Readable): Resolved {
    const added: TextReference[] = []
    const removed: TextReference[] = []
    const named = new NamedDossiers()
    for (const dossiers of this.#dossiers.values()) for (const one of dossiers) named.name(one)
    let next = 0
    let last: TextReference | null = null
    let head: Head | null = null
    /** The same for the next in a list of its papers. */
    let list: Head | null = null
    for (const form of this.#forms.all()) {
      const { leaning, place } = form
      for (let one = references[next]; one !== undefined && precedes(one.place, place); one = references[next]) {
        last = one
        next += 1
      }
      if (leaning.dossier !== undefined) {
        if (head === null || textBetween(head.place, place, readable) === null) {
          head = { mention: headOfPaper(leaning), place }
        }
        list = null
        continue
      }
      const before: Head | TextReference | null = leaning.on === 'head' ? (head ?? list) : last
      const between = before && textBetween(before.place, place, readable)
      const previous = before && between !== null ? { reference: before.mention, between } : null
      const found = resolveLeaning(leaning, previous, named)
      if (leaning.on === 'head') {
        if (found && before) named.name(dossierOfHead(before.mention))
        list = leaning.listed && found && before ? { mention: before.mention, place } : null
        head = null
      }
      const former = form.stands
      if (former?.code.id !== found?.id) {
        if (former !== null) removed.push(former)
        form.stands = found && new TextReference(found, place)
        if (form.stands !== null) added.push(form.stands)
      }
      last = form.stands ?? last
    }
    return { added, removed }
  }
}

const precedes = (one: Place, other: Place): boolean =>
  compareStarts(
    { node: one.startNode, offset: one.startOffset },
    { node: other.startNode, offset: other.startOffset },
  ) < 0

/** The text between two places as a reader sees it; null where it is longer than a short form can lean. */
function textBetween(from: Place, to: Place, readable: Readable): string | null {
  const same = from.endNode === to.startNode
  // Of a long text no more is read than may count: many forms may stand in one, all far from the reference before them.
  if (to.startOffset - (same ? from.endOffset : 0) > mostRead) return null
  if (same) return collapsed(from.endNode.data.slice(from.endOffset, to.startOffset))
  let text = from.endNode.data.slice(from.endOffset, from.endOffset + mostRead)
  const root = dom.rootOf(from.endNode)
  const walker = dom.textWalker(root)
  walker.currentNode = from.endNode
  let block = blockAround(from.endNode)
  for (let passed = 0; passed < mostNodes; passed += 1) {
    const node = walker.nextNode() as Text | null
    if (node === null) return null
    const around = blockAround(node)
    if (around !== block) text += '\n'
    block = around
    if (node === to.startNode) return collapsed(text + node.data.slice(0, to.startOffset))
    const element = dom.elementAround(node)
    if (element === null || readable.within(element)) text += node.data.slice(0, mostRead)
  }
  return null
}

function blockAround(node: Text): Element | null {
  let element = dom.parentElement(node)
  while (element !== null && !startsBlock(element)) element = dom.parentElement(element)
  return element
}

function collapsed(text: string): string | null {
  const seen = text
    .replace(unseen, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/[ \t]+/g, ' ')
  return seen.length > longestLean ? null : seen
}
