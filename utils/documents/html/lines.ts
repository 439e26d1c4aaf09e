import type { Line } from '../types.ts'
import { blockLines } from './blocks.ts'
import { metadataOf } from './metadata.ts'
import { noteLines } from './notes.ts'
import { parsePage } from './parse.ts'
import { contentRoots } from './sites.ts'
import { findElement, type HtmlElement, type HtmlNode, textOf } from './tree.ts'

export interface HtmlText {
  readonly lines: Line[]
  readonly title: string | null
  /** Codes that the page states of itself in its head or labels, canonical, best first. */
  readonly ownIds: readonly string[]
}

export interface HtmlOptions {
  /** All of the page, not just the document's own text: for finding codes. */
  readonly whole?: boolean
}

/**
 * Reads a page as lines: one a block, one a row of a table (with its cells), notes at the end with `role: 'footnote'`.
 * What marks a note in the text stays as a raised run, so that text and mark can be told apart.
 *
 * @throws ReadingFailure `too-complex`
 */
export function linesOfHtml(html: string, options: HtmlOptions = {}): HtmlText {
  const document = parsePage(html)
  const root = (options.whole ? null : contentRoot(document)) ?? findElement(document, { tag: 'body' }) ?? document
  return { lines: [...blockLines(root), ...noteLines(document)], ...metadataOf(document) }
}

/** The text to search for codes: the raised marks of notes are no part of it. */
export function plainTextOf(line: Line): string {
  let text = line.text
  for (const run of [...(line.styles ?? [])].reverse()) {
    if (run.superscript && /^[\s[]*(?:[\d\s,]+|[ivxl]{1,7})[\s\]]*$/.test(line.text.slice(run.start, run.end))) {
      text = text.slice(0, run.start) + text.slice(run.end)
    }
  }
  return text
}

function contentRoot(document: HtmlNode): HtmlElement | null {
  for (const { root } of contentRoots) {
    const element = findElement(document, root)
    if (element && textOf(element) !== '') return element
  }
  return null
}
