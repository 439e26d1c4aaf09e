import type { Leaning } from '../references/types.ts'
import type { JoinedText, Place } from './joined-text.ts'
import type { PlacedLeaning } from './leaning-forms.ts'
import { TextReference } from './places.ts'

/** What stands in the page's text: a reference, or a short form that may stand for one. */
export type Standing = TextReference | PlacedLeaning

const none: readonly Standing[] = []

/** What stands where, by the text nodes that it touches. */
export class Standings {
  readonly #byNode = new Map<Text, Standing[]>()

  at(node: Text): readonly Standing[] {
    return this.#byNode.get(node) ?? none
  }

  add(one: Standing): void {
    for (const node of one.place.nodes) {
      const there = this.#byNode.get(node)
      if (there === undefined) this.#byNode.set(node, [one])
      else there.push(one)
    }
  }

  remove(one: Standing): void {
    for (const node of one.place.nodes) {
      const there = this.at(node).filter((other) => other !== one)
      if (there.length === 0) this.#byNode.delete(node)
      else this.#byNode.set(node, there)
    }
  }

  /** All that stands in nodes of a kind. */
  where(isWanted: (node: Text) => boolean): ReadonlySet<Standing> {
    const found = new Set<Standing>()
    for (const [node, there] of this.#byNode) if (isWanted(node)) for (const one of there) found.add(one)
    return found
  }

  /**
   * What was known before of the stretch between two offsets of a joined text; null where that is nothing.
   *
   * @param whole whether the text begins where its block does
   */
  formerIn(joined: JoinedText, nodes: readonly Text[], from: number, to: number, whole: boolean): Former | null {
    if (this.#byNode.size === 0) return null
    let found: Set<Standing> | null = null
    for (const node of nodes) {
      for (const one of this.at(node)) {
        found ??= new Set()
        const start = joined.offsetOf(one.place.startNode, one.place.startOffset)
        // What begins outside a whole block was read before something came between its parts.
        if (start < 0 ? whole : start >= from && start < to) found.add(one)
      }
    }
    return found && new Former(found)
  }
}

/** What a stretch named before it was read again. What it still names at the same place stays the same. */
export class Former {
  readonly #left: Set<Standing>

  constructor(standing: Set<Standing>) {
    this.#left = standing
  }

  /** Whether the same stood there before; it then counts as found again. */
  keeps(name: string, { startNode, startOffset, endNode, endOffset }: Place): boolean {
    for (const one of this.#left) {
      const { place } = one
      const same =
        place.startOffset === startOffset &&
        place.endOffset === endOffset &&
        place.startNode === startNode &&
        place.endNode === endNode &&
        (one instanceof TextReference ? one.code.id : nameOf(one.leaning)) === name
      if (!same) continue
      this.#left.delete(one)
      return true
    }
    return false
  }

  [Symbol.iterator](): Iterator<Standing> {
    return this.#left[Symbol.iterator]()
  }
}

/** Tells one short form at a place from another. */
export const nameOf = ({ on, ondernummer, pages }: Leaning): string => `${on} ${ondernummer ?? ''} ${pages ?? ''}`
