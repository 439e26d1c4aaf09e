import { mentionsOfEach, type Said } from '../references/together.ts'
import type { JoinedText } from './joined-text.ts'
import { LeaningForms, PlacedLeaning } from './leaning-forms.ts'
import * as dom from './natives.ts'
import { TextReference } from './places.ts'
import { type OwnText, type ReadStretch, TextReader, wholeStretch } from './read-text.ts'
import type { Readable } from './readable.ts'
import { nameOf, type Standing, Standings } from './standings.ts'
import type { Candidates } from './text-candidates.ts'

/** The caller gets its turn after so many characters of text; a stretch counts as so many at least. */
const readAtOnce = 16_384
const leastRead = 512

export interface TextListener {
  /** What is added from here on follows one another in the document. */
  began(): void
  added(reference: TextReference): void
  removed(reference: TextReference): void
  /** Whether it matters which links a text touches. */
  readonly wantsLinks: boolean
}

/** A text that waits to be read with others, and a node in it. */
interface Waiting {
  readonly node: Text
  readonly own: OwnText
  /** Where references may be in the subtree that it is in. */
  readonly within: Candidates
  /** It is the first of that subtree. */
  readonly begins: boolean
}

/** What was read in one go: for each text node up to where, in UTF-16 units of its data. */
export type ReadSoFar = Map<Text, number>

/**
 * The references that stand in the page's text. It is read in stretches around what may be a reference, so that a change
 * costs what it touched; what can be read by itself is read together with others.
 */
export class TextReferences {
  readonly #readable: Readable
  readonly #reader: TextReader
  readonly #listener: TextListener
  readonly #standings = new Standings()
  readonly #leaning = new LeaningForms()
  /** Characters that were read since the caller last had its turn. */
  #load = 0

  constructor(readable: Readable, listener: TextListener) {
    this.#readable = readable
    this.#reader = new TextReader(readable)
    this.#listener = listener
  }

  /** What is added from here on follows one another in the document. */
  begin(): void {
    this.#leaning.forms.begin()
  }

  /** Nodes may have been moved. */
  doubt(): void {
    this.#leaning.forms.doubt()
  }

  /** The references whose own text touches a text node. */
  atNode(node: Text): readonly TextReference[] {
    const found: TextReference[] = []
    for (const one of this.#standings.at(node)) {
      const reference = one instanceof PlacedLeaning ? one.stands : one
      if (reference !== null) found.push(reference)
    }
    return found
  }

  /**
   * Reads the text around all places where references may be; what can be read by itself is read together.
   *
   * @param known by subtree: what is found in one follows one another in the document
   */
  *readAll(known: readonly Candidates[], read: ReadSoFar): Generator<void> {
    let waiting: Waiting[] = []
    for (const within of known) {
      let begins = true
      for (const [node, candidates] of within) {
        if (read.get(node) === Infinity || !dom.isConnected(node)) continue
        const own = this.#ownText(node, candidates, read)
        if (own !== null) {
          waiting.push({ node, own, within, begins })
          for (const one of own.joined.nodes) read.set(one, Infinity)
          this.#load += Math.max(own.joined.text.length, leastRead)
        }
        if (own === null || this.#load >= readAtOnce) {
          this.#readTogether(waiting, read)
          waiting = []
        }
        if (own === null) {
          if (begins) this.#listener.began()
          yield* this.#readStretches(node, candidates, read)
        }
        begins = false
        if (this.#load < readAtOnce) continue
        this.#load = 0
        yield
      }
    }
    this.#readTogether(waiting, read)
  }

  /** The text that a node can be read with by itself: its own where nothing is known of it yet, or its block's. */
  #ownText(node: Text, candidates: readonly number[], read: ReadSoFar): OwnText | null {
    try {
      const isNew = !read.has(node) && this.#standings.at(node).length === 0
      return (isNew ? this.#reader.node(node, candidates) : null) ?? this.#reader.block(node)
    } catch {
      // The long way tells what is wrong.
      return null
    }
  }

  /** Reads texts of which each can be read by itself; those that turn out to need more are read the long way. */
  #readTogether(waiting: readonly Waiting[], read: ReadSoFar): void {
    if (waiting.length === 0) return
    const said = saidByEach(waiting)
    for (const [index, { node, own, within, begins }] of waiting.entries()) {
      if (begins) this.#listener.began()
      const one = said[index]
      if (one !== undefined && own.holds(one)) {
        this.#replace(wholeStretch(own.joined, one.mentions), node, read, true)
        continue
      }
      const nodes = own.joined.nodes
      for (const each of nodes) read.delete(each)
      for (const one of nodes) for (const _ of this.#readStretches(one, within.get(one) ?? [], read));
    }
  }

  /** Reads the text around places in a node, the long way. */
  *#readStretches(node: Text, candidates: readonly number[], read: ReadSoFar): Generator<void> {
    for (const offset of candidates) {
      if ((read.get(node) ?? 0) > offset) continue
      this.read(node, offset, read)
      if (this.#load < readAtOnce) continue
      this.#load = 0
      yield
    }
  }

  /** Reads the stretch that goes on from a place in a text node; gives the links that it touches. */
  read(node: Text, offset: number, read: ReadSoFar): ReadonlySet<HTMLAnchorElement> | null {
    try {
      const stretch = this.#reader.around(node, offset)
      if (stretch !== null) return this.#replace(stretch, node, read)
      this.dropAt(node)
    } catch (error) {
      // One block of a page that nobody foresaw must not cost the references of all others.
      console.error('Kamerlens:', error)
    }
    read.set(node, Infinity)
    return null
  }

  /**
   * Puts what a stretch names in the place of what it named before; gives the links that this may matter to.
   *
   * @param isNoted whether it is noted already that all of its nodes are read to their ends
   */
  #replace(stretch: ReadStretch, first: Text, read: ReadSoFar, isNoted = false): ReadonlySet<HTMLAnchorElement> | null {
    const { joined, mentions, from, to } = stretch
    const nodes = joined.nodes
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
      this.#listener.added(reference)
    }
    for (const leaning of mentions.leaning) {
      if (leaning.start < since || leaning.start >= to) continue
      const place = joined.placeOf(leaning.start, leaning.end)
      if (place === null || former?.keeps(nameOf(leaning), place)) continue
      const form = new PlacedLeaning(leaning, place)
      this.#standings.add(form)
      this.#leaning.forms.add(form)
    }
    const links = former === null && !this.#listener.wantsLinks ? null : new Set<HTMLAnchorElement>()
    for (const one of former ?? []) {
      if (one instanceof TextReference && one.link !== null) links?.add(one.link)
      this.#dropOne(one)
    }
    if (links !== null || !isNoted) this.#mark(joined, nodes, until, read, links)
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

  /**
   * Looks again what the short forms stand for: after all that changed has been read. Gives what is to be added; null
   * where there are no short forms.
   *
   * @param all the text's references in order, those included that short forms stand for
   */
  resolveLeaning(all: () => readonly TextReference[]): readonly TextReference[] | null {
    if (this.#leaning.forms.size === 0) return null
    const standing = new Set<TextReference>()
    for (const { stands } of this.#leaning.forms) if (stands !== null) standing.add(stands)
    const own = all().filter((one) => !standing.has(one))
    const { added, removed } = this.#leaning.resolve(own, this.#readable)
    for (const reference of removed) this.#listener.removed(reference)
    return added
  }

  #dropOne(one: Standing): void {
    this.#standings.remove(one)
    if (one instanceof TextReference) this.#listener.removed(one)
    else {
      this.#leaning.forms.delete(one)
      if (one.stands !== null) this.#listener.removed(one.stands)
    }
  }

  dropAt(node: Text): void {
    this.#leaning.forgetDossiers([node])
    for (const one of this.#standings.at(node)) this.#dropOne(one)
  }

  forgetWhere(isGone: (node: Node) => boolean): void {
    for (const one of this.#standings.where(isGone)) this.#dropOne(one)
    this.#leaning.forgetDossiersWhere(isGone)
  }
}

/** Empty where one of the texts can't be read: each is then read the long way, which tells what is wrong. */
function saidByEach(waiting: readonly Waiting[]): readonly Said[] {
  try {
    return mentionsOfEach(waiting.map(({ own }) => own.joined.text))
  } catch {
    return []
  }
}
