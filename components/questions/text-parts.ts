import type { Code, Reference } from '#utils/references/types.ts'

/** A stretch of a text: plain, a code that can be opened, or a question of the same list that it points to. */
export type TextPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string; readonly code: Code }
  | { readonly type: 'question'; readonly text: string; readonly number: string }

/**
 * «Zie het antwoord op vraag 4», «zoals in antwoord op de vragen 4, 5a en 7», «zie ook vraag 12»: without one of these
 * leads a «vraag 4» may be a question of another paper.
 */
const pointer =
  /(?:antwoord(?:en|ing)?\s{1,3}(?:op|bij|van)(?:\s{1,3}de)?|\bzie(?:\s{1,3}(?:ook|de|verder)){0,2})\s{1,3}vra(?:ag|gen)\s{1,3}(\d{1,4}[a-z]?(?:\s{0,3}(?:,|en|of|t\/m|tot\s{1,3}en\s{1,3}met|-|–)\s{0,3}\d{1,4}[a-z]?){0,11})(?!\w)/giu

const printedNumber = /\d{1,4}[a-z]?(?![\w])/gu

interface Hit {
  readonly start: number
  readonly end: number
  readonly part: TextPart
}

/**
 * Cuts a text into parts.
 *
 * @param references codes found in `text`, by their offsets
 * @param numbers printed numbers of the questions that can be opened; others stay plain
 */
export function partsOf(text: string, references: readonly Reference[], numbers: ReadonlySet<string>): TextPart[] {
  const codes = references.map((code): Hit => {
    const { start, end } = code
    return { start, end, part: { type: 'code', text: text.slice(start, end), code } }
  })
  const hits = [...codes, ...(numbers.size > 0 ? questionHits(text, numbers) : [])].sort((a, b) => a.start - b.start)
  const parts: TextPart[] = []
  let at = 0
  for (const { start, end, part } of hits) {
    if (start < at) continue
    if (start > at) parts.push({ type: 'text', text: text.slice(at, start) })
    parts.push(part)
    at = end
  }
  if (at < text.length) parts.push({ type: 'text', text: text.slice(at) })
  return parts
}

function questionHits(text: string, numbers: ReadonlySet<string>): Hit[] {
  return [...text.matchAll(pointer)].flatMap((match) => {
    const list = match[1] ?? ''
    const offset = match.index + match[0].length - list.length
    return [...list.matchAll(printedNumber)].flatMap((found): Hit[] => {
      const number = found[0]
      if (!numbers.has(number)) return []
      const start = offset + found.index
      return [{ start, end: start + number.length, part: { type: 'question', text: number, number } }]
    })
  })
}
