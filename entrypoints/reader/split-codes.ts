import type { CodeState } from '#utils/browser/protocol.ts'
import { codeOf } from '#utils/references/code.ts'
import type { Code } from '#utils/references/types.ts'

/** A code that a narrow column of a table breaks in two, and the stretches of text that hold its parts. */
export interface SplitCode {
  readonly code: Code
  readonly parts: readonly StaticRange[]
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
    return code === null
      ? []
      : [{ code, parts: [rangeOf(node, first.index, first[0].length), rangeOf(below.node, 0, second[0].length)] }]
  })
}

function rangeOf(node: Text, at: number, long: number): StaticRange {
  return new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + long })
}

type Paint = 'unknown' | CodeState

/**
 * Marks such codes in the pages, beside those that the page engine finds, as long as this page lives.
 *
 * @param statesOf how to paint them
 * @returns the code at a point of the window, and what paints anew when something kept has changed
 */
export function markSplitCodes(
  viewer: HTMLElement,
  statesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, CodeState>>>,
): { readonly at: (x: number, y: number) => Code | null; readonly refresh: () => void } {
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
    for (const { code, parts } of now) {
      for (const part of parts) highlights.get(states[code.id] ?? 'unknown')?.add(part)
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
    at: (x, y) => found.find(({ parts }) => parts.some((part) => covers(part, x, y)))?.code ?? null,
    refresh: () => void paint(),
  }
}

function covers({ startContainer, startOffset, endContainer, endOffset }: StaticRange, x: number, y: number): boolean {
  if (!startContainer.isConnected) return false
  const range = document.createRange()
  range.setStart(startContainer, startOffset)
  range.setEnd(endContainer, endOffset)
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  )
}
