import { findReferences } from '#utils/references/find.ts'
import type { Reference } from '#utils/references/types.ts'
import { isDigit, oneOf } from '../signs.ts'

/** A registration number at the edge of a text, where a narrow column puts it. */
export interface PrintedCode {
  readonly code: string
  /** UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
}

/** Cheap and complete: no registration number is without these, however it is broken. */
const trace = /\d[^a-z\d]*[DZA](?:[^a-z\d]*\d){5}/i
const unbroken = /\d\s?[DZA]/i
/** The same where the number begins the text, ends it, or is all of it. */
const traceAtStart = /^2[^a-z]*[DZA](?:[^a-z\d]*\d){5}/i
const traceAtEnd = /[DZA](?:[^a-z\d]*\d){5}$/i
const traceAlone = /^2[^a-z]*[DZA](?:[^a-z\d]*\d){5}$/i

const registrationKinds: ReadonlySet<string> = new Set(['document', 'zaak', 'activiteit'])

/** Words and signs before a code that make it a part of the sentence: «in brief 2023D19158», «(2023Z08012». */
const citing =
  /(?:\b(?:brief|document|documentnummer|kamerbrief|kenmerk|referentie|zaak|zaaknummer|stuk|nr\.?|nummer|code)|[(/])\s*$/i
const opened = /[(/]\s*$/

/** Nearly all codes are printed whole, apart from their neighbours: of these no grammar needs to be asked. */
const wholeAtStart = /^20\d\d[DZA]\d{5}(?=\s|$)/
const wholeAtEnd = /(?:^|\s)(20\d\d[DZA]\d{5})$/

let asked = ''
let found: readonly Reference[] = []

/** Both edges of the same text are asked about in turn: it is searched once. */
function registrations(text: string): readonly Reference[] {
  if (!trace.test(text) || !unbroken.test(text)) return []
  if (text !== asked) {
    found = findReferences(text).filter((reference) => registrationKinds.has(reference.kind))
    asked = text
  }
  return found
}

/**
 * The code that ends the text and is no part of its sentence. `inColumn`: the document is known to have a column of
 * codes, so that a word like «brief» before it is only the end of the question's line.
 */
export function codeAtEnd(text: string, inColumn = false): PrintedCode | null {
  const whole = text.trimEnd()
  if (!isDigit(whole, whole.length - 1)) return null
  const last = lastOf(whole)
  if (!last || last.end !== whole.length) return null
  return (inColumn ? opened : citing).test(text.slice(0, last.start)) ? null : last
}

function lastOf(text: string): PrintedCode | null {
  const code = wholeAtEnd.exec(text)?.[1]
  if (code !== undefined) return { code, start: text.length - code.length, end: text.length }
  const last = traceAtEnd.test(text) ? registrations(text).at(-1) : undefined
  return last ? { code: last.id, start: last.start, end: last.end } : null
}

/** The code that begins the text. */
export function codeAtStart(text: string): PrintedCode | null {
  if (!text.startsWith('2')) return null
  const whole = wholeAtStart.exec(text)?.[0]
  if (whole !== undefined) return { code: whole, start: 0, end: whole.length }
  const first = traceAtStart.test(text) ? registrations(text)[0] : undefined
  return first && first.start === 0 ? { code: first.id, start: 0, end: first.end } : null
}

/** Whether there may be a code in the text: nearly no line without one looks so. */
export function mayHoldCode(text: string): boolean {
  return unbroken.test(text)
}

/** A code as it is printed, and nothing else. */
export function isWholeCode(text: string): boolean {
  return text.length === 10 && /^20\d\d[DZA]\d{5}$/.test(text)
}

/** A code that a narrow column may have broken, at most once behind each of its parts. */
const anywhere = /(?<!\S)20\d{2}\s?[DZA]\s?(?:\d{5}|\d{1,4}\s\d{1,4})(?!\S)/g

/** The first code within so many characters that is no part of a sentence. */
export function codeWithin(text: string, characters: number): PrintedCode | null {
  if (!unbroken.test(text)) return null
  for (const { 0: match, index } of text.slice(0, characters).matchAll(anywhere)) {
    const code = match.replace(/\s/g, '')
    if (code.length === 10 && !opened.test(text.slice(0, index)))
      return { code, start: index, end: index + match.length }
  }
  return null
}

/** The text as a whole, read as a code: the content of a table cell, wrapped or not. */
export function codeOfCell(text: string): string | null {
  if (isWholeCode(text)) return text
  if (!text.startsWith('2') || !traceAlone.test(text)) return null
  const [only, another] = registrations(text)
  return only && !another && only.start === 0 && only.end === text.length ? only.id : null
}

const mayEndIn = oneOf('0123456789DZA ')

/** A code that a narrow column cut off: `2023D19` at the end of a line, its last digits on the next one. */
export function codeBegunAtEnd(text: string): { readonly start: number; readonly missing: number } | null {
  if (!mayEndIn(text, text.length - 1)) return null
  const match = /(?:^|\s)((?:19|20)\d{2}\s?[DZA]\s?(\d{0,4}))$/.exec(text)
  if (!match?.[1]) return null
  return { start: text.length - match[1].length, missing: 5 - (match[2]?.length ?? 0) }
}
