import { defaultTreeAdapter, parse } from 'parse5'
import { ReadingFailure } from '../types.ts'
import type { HtmlNode } from './tree.ts'

/** More than the longest debate has; a page may say little and still grow to more. */
const mostElements = 1_000_000

/**
 * Parses a page as browsers do. Their rules open every format that was left open again in each paragraph after it, so
 * that some kilobytes can become millions of elements: they are counted as they are made (SAFETY §3).
 *
 * @throws ReadingFailure `too-complex`
 */
export function parsePage(html: string, limit: number = mostElements): HtmlNode {
  let elements = 0
  return parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tagName, namespace, attributes) {
        elements += 1
        if (elements > limit) throw new ReadingFailure('too-complex', 'HTML elements')
        return defaultTreeAdapter.createElement(tagName, namespace, attributes)
      },
    },
  })
}
