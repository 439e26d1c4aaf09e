import type { CodeState } from '#utils/browser/protocol/card.ts'
import { type PlacedReference, rangesOf, rectsOf } from '#utils/dom/places.ts'
import { codeOf } from '#utils/references/code.ts'
import type { Code } from '#utils/references/types.ts'

/** A code that a narrow column of a table breaks in two: its first part, and `more` for the second. */
export interface SplitCode extends PlacedReference {
  readonly code: Code
  readonly more: readonly StaticRange[]
}

/** The first line of a registration number that goes on below it: `2023D19`, `2023Z0`. */
const beginning = /(?<![\p{L}\p{N}])(?:19|20)\d{2}[ADZ]\d{0,4}$/u
const rest = /^\d{1,5}(?![\p{L}\p{N}])/u
/** Letters of a whole one. */
const length = 10

/** Milliseconds after the last change of a text layer until it is looked through. */
const calm = 250

/**
 * Codes that stand in two lines of a column («2023D19» over «158»): the order in which the file draws its text puts the
 * other columns in between, so only the places tell that they belong together.
 */
export function findSplitCodes(layer: HTMLElement): readonly SplitCode[] {
  const texts = [...layer.querySelectorAll<HTMLElement>('span')].flatMap((span) => {
    const node = span.firstChild
    return node instanceof Text && span.childNodes.length === 1 ? [{ span, node }] : []
  })
  const begun = texts.filter(({ node }) => beginning.test(node.data.trimEnd()))
  if (begun.length === 0) return []
  const goingOn = texts
    .filter(({ node }) => rest.test(node.data))
    .map(({ span, node }) => ({ node, box: span.getBoundingClientRect() }))
  return begun.flatMap(({ span, node }) => {
    const first = beginning.exec(node.data.trimEnd())
    const box = span.getBoundingClientRect()
    const below = goingOn.find(({ box: { left, top } }) => {
      return Math.abs(left - box.left) < 3 && top > box.top + box.height / 2 && top < box.top + 2.5 * box.height
    })
    const second = below && rest.exec(below.node.data)
    if (!first || !below || !second || first[0].length + second[0].length !== length) return []
    const code = codeOf(first[0] + second[0])
    if (code === null) return []
    const range = rangeOf(node, first.index, first[0].length)
    const more = [rangeOf(below.node, 0, second[0].length)]
    return [{ code, mention: null, range, more, nodes: [node, below.node], link: null, collapsed: false }]
  })
}

function rangeOf(node: Text, at: number, long: number): StaticRange {
  return new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + long })
}

type Paint = 'unknown' | CodeState

/** The split codes of the pages, as they are now. */
export interface SplitCodes {
  /** They among what the page engine found, all in the order of the document. */
  readonly amid: (own: readonly PlacedReference[]) => readonly PlacedReference[]
  readonly has: (reference: PlacedReference) => boolean
  /** The one at a point of the window. */
  readonly at: (x: number, y: number) => SplitCode | null
  /** Paints them anew: something kept has changed. */
  readonly refresh: () => void
}

/**
 * Marks such codes in the pages, beside those that the page engine finds, as long as this page lives.
 *
 * @param statesOf how to paint them
 */
export function markSplitCodes(
  viewer: HTMLElement,
  statesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, CodeState>>>,
): SplitCodes {
  let found: readonly SplitCode[] = []
  /** What each text layer was found to hold: pdf.js makes and drops them while one scrolls. */
  const byLayer = new Map<HTMLElement, readonly SplitCode[]>()
  const changed = new Set<HTMLElement>()
  let isPlanned = false
  const highlights = new Map<Paint, Highlight>()
  for (const paint of ['unknown', 'known', 'noted'] as const) {
    const highlight = new Highlight()
    highlights.set(paint, highlight)
    CSS.highlights.set(`kamerlens-split-${paint}`, highlight)
  }

  async function paint(): Promise<void> {
    const now = found
    const ids = [...new Set(now.map(({ code }) => code.id))]
    const states = ids.length === 0 ? {} : await statesOf(ids).catch((): Record<string, CodeState> => ({}))
    if (now !== found) return
    for (const highlight of highlights.values()) highlight.clear()
    for (const split of now) {
      for (const part of rangesOf(split)) highlights.get(states[split.code.id] ?? 'unknown')?.add(part)
    }
  }
  function look(): void {
    isPlanned = false
    for (const layer of byLayer.keys()) if (!layer.isConnected) byLayer.delete(layer)
    for (const layer of changed) if (layer.isConnected) byLayer.set(layer, findSplitCodes(layer))
    changed.clear()
    found = [...byLayer.values()].flat()
    void paint()
  }
  new MutationObserver((mutations) => {
    for (const { target } of mutations) {
      if (!(target instanceof Element)) continue
      const layer = target.closest<HTMLElement>('.textLayer')
      if (layer !== null) changed.add(layer)
      else for (const inner of target.querySelectorAll<HTMLElement>('.textLayer')) changed.add(inner)
    }
    if (!isPlanned) setTimeout(look, calm)
    isPlanned = true
  }).observe(viewer, { childList: true, subtree: true })

  return {
    amid: (own) => merged(own, found),
    has: (reference) => found.includes(reference as SplitCode),
    at: (x, y) => found.find((split) => rectsOf(split).some((rect) => covers(rect, x, y))) ?? null,
    refresh: () => void paint(),
  }
}

/** Both in one order, without split codes that the page engine has found as well. */
function merged(own: readonly PlacedReference[], split: readonly SplitCode[]): readonly PlacedReference[] {
  const all = [...own]
  for (const one of split) {
    const [start] = one.nodes
    if (start === undefined || own.some(({ code, nodes }) => code.id === one.code.id && nodes.includes(start))) continue
    const before = all.findLastIndex(({ range }) => !isBehind(range.startContainer, start))
    all.splice(before + 1, 0, one)
  }
  return all
}

const isBehind = (node: Node, other: Node): boolean =>
  (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

const covers = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom
