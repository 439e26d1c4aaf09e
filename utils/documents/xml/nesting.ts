import { ReadingFailure } from '../types.ts'

/**
 * Beyond these a file was not written by any editor. The parser calls itself for each level, so that nesting without
 * end would use up the stack; and a file of nothing but tags grows to some twenty times its size as a tree.
 */
const deepest = 400
const mostElements = 1_000_000
const longest = 48 * 1024 * 1024

/**
 * Walks through an XML text once, without building anything, and refuses what would be too much to build. It looks at
 * the marks alone; whether the text is well formed is the parser's to say.
 *
 * @throws ReadingFailure `too-complex`; false for a text that breaks off within a mark
 */
export function checkNesting(xml: string): boolean {
  if (xml.length > longest) throw new ReadingFailure('too-complex', `${xml.length} characters of XML`)
  let depth = 0
  let elements = 0
  let at = xml.indexOf('<')
  while (at >= 0) {
    const end = endOfMark(xml, at)
    if (end < 0) return false
    const next = xml[at + 1]
    if (next === '/') depth -= 1
    else if (next !== '!' && next !== '?') {
      elements += 1
      if (xml[end - 2] !== '/') depth += 1
      if (depth > deepest || elements > mostElements) throw new ReadingFailure('too-complex', 'XML elements')
    }
    at = xml.indexOf('<', end)
  }
  return true
}

/** Where the tag, comment, CDATA section or instruction at `at` ends (behind its last sign); -1 where it does not. */
function endOfMark(xml: string, at: number): number {
  if (xml.startsWith('<!--', at)) return behind(xml, '-->', at + 4)
  if (xml.startsWith('<![CDATA[', at)) return behind(xml, ']]>', at + 9)
  if (xml.startsWith('<?', at)) return behind(xml, '?>', at + 2)
  return behindUnquoted(xml, '>', at + 1)
}

function behind(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}

/** Behind the first of `signs` that stands in no quotes. */
function behindUnquoted(xml: string, signs: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml[at] ?? ''
    if (signs.includes(sign)) return at + 1
    if (sign === '"' || sign === "'") {
      at = xml.indexOf(sign, at + 1)
      if (at < 0) return -1
    }
  }
  return -1
}

/**
 * The text without its document type. What a DOCTYPE declares (entities that name files, or each other a billion
 * times) is never looked at, so nothing can be made of it (SAFETY §3).
 */
export function withoutDoctype(xml: string): string {
  const head = /^(?:\s+|<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->)*<!DOCTYPE\b/i.exec(xml.slice(0, 100_000))
  if (!head) return xml
  const start = head[0].length
  const end = behindUnquoted(xml, '[>', start)
  if (end < 0) return xml
  if (xml[end - 1] === '>') return xml.slice(end)
  for (let at = xml.indexOf(']', end); at >= 0; at = xml.indexOf(']', at + 1)) {
    let close = at + 1
    while (/\s/.test(xml[close] ?? '')) close += 1
    if (xml[close] === '>') return xml.slice(close + 1)
    at = close - 1
  }
  return xml
}
