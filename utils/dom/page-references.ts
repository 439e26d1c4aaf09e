import { candidateIndexes } from '../references/candidates.ts'
import { findMentions } from '../references/mentions.ts'
import { mentionsOfEach, type Said } from '../references/together.ts'
import type { Mentions } from '../references/types.ts'
import { InOrder } from './document-order.ts'
import type { JoinedText } from './joined-text.ts'
import { LeaningForms, PlacedLeaning } from './leaning-forms.ts'
import { LinkReferences } from './link-references.ts'
import * as dom from './natives.ts'
import { type FoundReference, type PlacedReference, startOf, TextReference } from './places.ts'
import { type OwnText, type ReadStretch, TextReader, wholeStretch } from './read-text.ts'
import { Readable } from './readable.ts'
import { nameOf, placeIn, type Standing, Standings } from './standings.ts'
import { type Candidates, candidatesIn, candidatesInEach } from './text-candidates.ts'
import { lookWhichAreRendered } from './visibility.ts'

/** Of so many subtrees the texts are searched as one, and after them the caller gets its turn. */
const atOnce = 128
/** It gets its turn after so many characters of text too; a stretch counts as so many at least. */
const readAtOnce = 16_384
const leastRead = 512

export interface ReferenceListener {
  /** What is added from here on follows one another in the document. */
  began?(): void
  added(reference: PlacedReference): void
  removed(reference: PlacedReference): void
}

/** A text that waits to be read with others, and a node in it. */
interface Waiting {
  readonly node: Text
  readonly own: OwnText
}

/** What was read in one go: for each text node up to where, in UTF-16 units of its data. */
export type ReadSoFar = Map<Text, number>

/**
 * All references of the page, kept in step with it. Text is read in stretches around what may be a reference, so that a
 * change costs what it touched. What is not rendered (menus, closed sections) is found too, and marked as collapsed.
 */
export class PageReferences {
  readonly #readable: Readable
  readonly #reader: TextReader
  readonly #listener: ReferenceListener
  readonly #all = new InOrder<FoundReference>((reference) => ({
    node: startOf(reference),
    offset: reference instanceof TextReference ? reference.place.startOffset : -1,
  }))
  /** Not yet looked at whether they are rendered. */
  readonly #fresh = new Set<FoundReference>()
  readonly #standings = new Standings()
  readonly #links: LinkReferences
  readonly #leaning = new LeaningForms()
  #changed = false
  /** Characters that were read since the caller last had its turn. */
  #load = 0

  /** @param leftOut selector of what is no part of the text (`leftOutOn`) */
  constructor(leftOut: string, listener: ReferenceListener) {
    this.#readable = new Readable(leftOut)
    this.#reader = new TextReader(this.#readable)
    this.#listener = listener
    this.#links = new LinkReferences(this.#readable, {
      names: (node, id) => this.atNode(node).some(({ code }) => code.id === id),
      added: (reference) => this.#add(reference),
      removed: (reference) => this.#drop(reference),
    })
  }

  /** In the order of the document, collapsed ones included. */
  all(): readonly PlacedReference[] {
    return this.#all.all()
  }

  has(reference: PlacedReference): boolean {
    return this.#all.has(reference as FoundReference)
  }

  /** The references whose own text touches a text node. */
  atNode(node: Text): readonly PlacedReference[] {
    const found: PlacedReference[] = []
    for (const one of this.#standings.at(node)) {
      const reference = one instanceof PlacedLeaning ? one.stands : one
      if (reference !== null) found.push(reference)
    }
    return found
  }

  /** The reference that a link's address alone names. */
  ofLink(link: Element | null): PlacedReference | null {
    return this.#links.of(link)
  }

  /** Whether any link's address names a code that its text does not. */
  get hasLinks(): boolean {
    return this.#links.any
  }

  /** The page has changed: what was counted of it in a scan that is under way is worth nothing. */
  pageChanged(): void {
    this.#changed = true
    this.#readable.forget()
  }

  /**
   * Finds what a subtree names. Each step is short, so that the caller can pause between steps; a stretch that can't be
   * read is passed over.
   */
  *scan(root: Node): Generator<void> {
    this.#readable.forget()
    yield* this.#scanText(root, new Map())
    this.resolveLeaning()
    yield
    yield* this.scanLinks(root)
  }

  /** @param read what need not be read again; grows by what was */
  *#scanText(root: Node, read: ReadSoFar): Generator<void> {
    const known = yield* candidatesIn(
      root,
      () => {
        const changed = this.#changed
        this.#changed = false
        return changed
      },
      this.#all.size > 0,
    )
    yield* this.#readAll(known, read)
  }

  /** The same for many subtrees that came together. */
  *scanEach(roots: readonly Element[], read: ReadSoFar): Generator<void> {
    for (let from = 0; from < roots.length; from += atOnce) {
      const some = roots.slice(from, from + atOnce)
      yield* this.#readAll(candidatesInEach(some, this.#all.size > 0), read)
      for (const root of some) if (dom.hasLinks(root)) yield* this.scanLinks(root)
      yield
    }
  }

  /** Reads the text around all places where references may be; what can be read by itself is read together. */
  *#readAll(known: Candidates, read: ReadSoFar): Generator<void> {
    this.#begin()
    let waiting: Waiting[] = []
    for (const [node, candidates] of known) {
      if (read.get(node) === Infinity || !dom.isConnected(node)) continue
      const own = this.#ownText(node, candidates, known, read)
      if (own !== null) {
        waiting.push({ node, own })
        for (const one of own.block?.nodes() ?? [node]) read.set(one, Infinity)
        this.#load += Math.max(own.text.length, leastRead)
      }
      if (own === null || this.#load >= readAtOnce) {
        this.#readTogether(waiting, known, read)
        waiting = []
      }
      if (own === null) yield* this.#readStretches(node, candidates, read)
      if (this.#load < readAtOnce) continue
      this.#load = 0
      yield
    }
    this.#readTogether(waiting, known, read)
  }

  /** Reads the addresses of a subtree's links again: also when the page's own address has changed. */
  *scanLinks(root: Node): Generator<void> {
    this.#begin()
    yield* this.#links.scan(root)
  }

  /** Reads a link's address again. */
  reviewLink(link: HTMLAnchorElement): void {
    this.#links.review(link)
  }

  /**
   * Reads the text around a text node again: it, or what stands beside it, has changed.
   *
   * @param read as of `scan`: many changes in one stretch are one reading
   */
  *review(node: Text, read: ReadSoFar = new Map()): Generator<void> {
    if (read.get(node) === Infinity) return
    if (!dom.isConnected(node)) {
      this.#dropAt(node)
      return
    }
    this.#begin()
    for (let offset = read.get(node) ?? 0; ; ) {
      for (const link of this.#read(node, offset, read) ?? []) this.#links.review(link)
      const next = read.get(node) ?? Infinity
      if (next <= offset || next >= node.length) return
      offset = next
      yield
    }
  }

  /** Forgets what stood in a subtree, for it to be scanned anew. */
  forget(root: Node): void {
    this.#readable.forget()
    this.#forgetWhere((node) => dom.contains(root, node))
  }

  /** Forgets what has left the page. What stayed may stand elsewhere now. */
  prune(): void {
    this.#forgetWhere((node) => !dom.isConnected(node))
    this.#all.doubt()
    this.#leaning.forms.doubt()
  }

  /**
   * Looks which references are rendered; gives whether any is otherwise than it was.
   *
   * @param all false: only those that were found since the last time
   */
  *reviewVisibility(all = true): Generator<void, boolean> {
    const looked = all ? [...this.#all] : [...this.#fresh]
    this.#fresh.clear()
    return yield* lookWhichAreRendered(looked)
  }

  /** Looks again what the short forms stand for: after all that changed has been read. */
  resolveLeaning(): void {
    if (this.#leaning.forms.size === 0) return
    const standing = new Set<FoundReference>()
    for (const { stands } of this.#leaning.forms) if (stands !== null) standing.add(stands)
    const own = this.#all.all().filter((one) => one instanceof TextReference && !standing.has(one)) as TextReference[]
    const { added, removed } = this.#leaning.resolve(own, this.#readable)
    for (const reference of removed) this.#drop(reference)
    this.#begin()
    for (const reference of added) this.#add(reference)
  }

  /** The text that a node can be read with by itself: its own where nothing is known of it yet, or its block's. */
  #ownText(node: Text, candidates: readonly number[], known: Candidates, read: ReadSoFar): OwnText | null {
    try {
      const isNew = !read.has(node) && this.#standings.at(node).length === 0
      return (isNew ? this.#reader.node(node, candidates) : null) ?? this.#reader.block(node, known)
    } catch {
      // The long way tells what is wrong.
      return null
    }
  }

  /** Reads texts of which each can be read by itself; those that turn out to need more are read the long way. */
  #readTogether(waiting: readonly Waiting[], known: Candidates, read: ReadSoFar): void {
    const said = saidByEach(waiting)
    for (const [index, { node, own }] of waiting.entries()) {
      const one = said[index]
      if (one !== undefined && own.holds(one)) {
        if (own.block === null) this.#put(node, one.mentions)
        else this.#replace(wholeStretch(own.block, one.mentions), node, read)
        continue
      }
      const nodes = own.block?.nodes() ?? [node]
      for (const one of nodes) read.delete(one)
      for (const one of nodes)
        for (const _ of this.#readStretches(one, known.get(one) ?? [], read, own.block === null));
    }
  }

  /** @param short whether the block as a whole may be enough */
  *#readStretches(node: Text, candidates: readonly number[], read: ReadSoFar, short = false): Generator<void> {
    for (const offset of candidates) {
      if ((read.get(node) ?? 0) > offset) continue
      this.#read(node, offset, read, short)
      if (this.#load < readAtOnce) continue
      this.#load = 0
      yield
    }
  }

  /** Puts what a text node says by itself. */
  #put(node: Text, mentions: Mentions): void {
    this.#leaning.setDossiers(node, mentions.dossiers)
    for (const mention of mentions.references) {
      const reference = new TextReference(mention, placeIn(node, mention.start, mention.end))
      this.#standings.add(reference)
      this.#add(reference)
    }
    for (const leaning of mentions.leaning) {
      const form = new PlacedLeaning(leaning, placeIn(node, leaning.start, leaning.end))
      this.#standings.add(form)
      this.#leaning.forms.add(form)
    }
  }

  /**
   * Reads the stretch that goes on from a place in a text node; gives the links that it touches.
   *
   * @param short whether the block as a whole may be enough
   */
  #read(node: Text, offset: number, read: ReadSoFar, short = true): ReadonlySet<HTMLAnchorElement> | null {
    try {
      const stretch = (short ? this.#blockAround(node) : null) ?? this.#reader.around(node, offset)
      if (stretch !== null) return this.#replace(stretch, node, read)
      this.#dropAt(node)
    } catch (error) {
      // One block of a page that nobody foresaw must not cost the references of all others.
      console.error('Kamerlens:', error)
    }
    read.set(node, Infinity)
    return null
  }

  #blockAround(node: Text): ReadStretch | null {
    const own = this.#reader.block(node, null)
    if (own === null || own.block === null) return null
    const candidates = own.candidates ?? candidateIndexes(own.text)
    const said: Said = { mentions: findMentions(own.text, candidates), candidates }
    return own.holds(said) ? wholeStretch(own.block, said.mentions) : null
  }

  /** Puts what a stretch names in the place of what it named before; gives the links that this may matter to. */
  #replace(stretch: ReadStretch, first: Text, read: ReadSoFar): ReadonlySet<HTMLAnchorElement> | null {
    const { joined, mentions, from, to } = stretch
    const nodes = joined.nodes()
    this.#load += Math.max(joined.text.length, leastRead)
    /** Read up to here before, in this go. */
    let since = from
    if (from > 0 || to < joined.text.length) {
      for (const node of nodes) {
        const upTo = read.get(node)
        if (upTo !== undefined) since = Math.max(since, joined.offsetOf(node, Math.min(upTo, node.length)))
      }
    }
    this.#leaning.forgetDossiers(nodes)
    this.#leaning.setDossiers(first, mentions.dossiers)
    const former = this.#standings.formerIn(joined, nodes, since, to, from === 0)
    let until = to
    for (const mention of mentions.references) {
      if (mention.start < since || mention.start >= to) continue
      until = Math.max(until, mention.end)
      const place = joined.placeOf(mention.start, mention.end)
      if (place === null || former?.keeps(mention.id, place)) continue
      const reference = new TextReference(mention, place)
      this.#standings.add(reference)
      this.#add(reference)
    }
    for (const leaning of mentions.leaning) {
      if (leaning.start < since || leaning.start >= to) continue
      const place = joined.placeOf(leaning.start, leaning.end)
      if (place === null || former?.keeps(nameOf(leaning), place)) continue
      const form = new PlacedLeaning(leaning, place)
      this.#standings.add(form)
      this.#leaning.forms.add(form)
    }
    const links = former === null && !this.#links.any ? null : new Set<HTMLAnchorElement>()
    for (const one of former ?? []) {
      if (one instanceof TextReference && one.link !== null) links?.add(one.link)
      this.#dropOne(one)
    }
    this.#mark(joined, nodes, until, read, links)
    return links
  }

  /** Notes how far a stretch was read, and the links with an address of their own in it. */
  #mark(
    joined: JoinedText,
    nodes: readonly Text[],
    until: number,
    read: ReadSoFar,
    links: Set<HTMLAnchorElement> | null,
  ): void {
    const last = until < joined.text.length ? joined.placeOf(until, until + 1) : null
    for (const node of nodes) {
      if (last !== null && node === last.startNode) {
        read.set(node, last.startOffset)
        break
      }
      read.set(node, Infinity)
      if (links === null) continue
      const parent = dom.parentElement(node)
      const link = parent === null ? null : dom.closest(parent, 'a[href]')
      if (link instanceof HTMLAnchorElement) links.add(link)
    }
  }

  #begin(): void {
    this.#all.begin()
    this.#leaning.forms.begin()
    this.#listener.began?.()
  }

  #add(reference: FoundReference): void {
    this.#all.add(reference)
    this.#fresh.add(reference)
    this.#listener.added(reference)
  }

  #drop(reference: FoundReference): void {
    if (!this.#all.has(reference)) return
    this.#all.delete(reference)
    this.#fresh.delete(reference)
    this.#listener.removed(reference)
  }

  #dropOne(one: Standing): void {
    this.#standings.remove(one)
    if (one instanceof TextReference) this.#drop(one)
    else {
      this.#leaning.forms.delete(one)
      if (one.stands !== null) this.#drop(one.stands)
    }
  }

  #dropAt(node: Text): void {
    this.#leaning.forgetDossiers([node])
    for (const one of this.#standings.at(node)) this.#dropOne(one)
  }

  #forgetWhere(isGone: (node: Node) => boolean): void {
    for (const one of this.#standings.where(isGone)) this.#dropOne(one)
    this.#links.forgetWhere(isGone)
    this.#leaning.forgetDossiersWhere(isGone)
  }
}

/** Empty where one of the texts can't be read: each is then read the long way, which tells what is wrong. */
function saidByEach(waiting: readonly Waiting[]): readonly Said[] {
  try {
    return mentionsOfEach(waiting.map(({ own }) => own))
  } catch {
    return []
  }
}
