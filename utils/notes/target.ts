import type { DocumentId, TargetType } from '../database/schema.ts'

/**
 * What a note is on, as one string, so that it can be an index and travel: a canonical code or document id
 * (`2023D19158`, `file:…`), or a question of a list as `<list>#<number>`. Real lists repeat numbers, and a number
 * alone must stay readable in an export, so the second question of a number is `<list>#<number>~2`.
 */
export type Target =
  | { readonly type: 'document'; readonly document: DocumentId }
  | {
      readonly type: 'question'
      readonly list: DocumentId
      /** As printed: `155`, `2a`. */
      readonly number: string
      /** Which of the list's questions with this number, in the list's order, from 1. */
      readonly occurrence: number
    }

/** What ends a part of a target, or would be read differently from how it was written. */
const unsafe = /[%#~\s]/gu

const escapeNumber = (number: string): string =>
  number.replace(unsafe, (character) => encodeURIComponent(character).replace('~', '%7E'))

function unescapeNumber(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** The target of a note on a document or on any other code. */
export function documentTarget(id: DocumentId): string {
  return id
}

/**
 * The target of a note on one question.
 *
 * @param occurrence from 1: which of the list's questions with this number
 */
export function questionTarget(list: DocumentId, number: string, occurrence = 1): string {
  const base = `${list}#${escapeNumber(number)}`
  return occurrence > 1 ? `${base}~${occurrence}` : base
}

/** Reads a target; null for what no function of this module writes. */
export function parseTarget(target: string): Target | null {
  const hash = target.lastIndexOf('#')
  if (hash < 0) return target === '' || /\s/u.test(target) ? null : { type: 'document', document: target }
  const match = /^([^~]+)(?:~([1-9]\d{0,5}))?$/u.exec(target.slice(hash + 1))
  const list = target.slice(0, hash)
  const number = match?.[1] === undefined ? null : unescapeNumber(match[1])
  if (list === '' || number === null) return null
  const parsed: Target = { type: 'question', list, number, occurrence: Number(match?.[2] ?? 1) }
  // One spelling for one target: `x#1~1` and `x#%31` would be second names of `x#1`, and a note would be missed there.
  return questionTarget(parsed.list, parsed.number, parsed.occurrence) === target ? parsed : null
}

/** The document that a target names, itself or as the list of its question. */
export const namedIn = (target: Target): DocumentId => (target.type === 'document' ? target.document : target.list)

/** The kind of thing that a target names; null for what is no target. */
export function targetType(target: string): TargetType | null {
  return parseTarget(target)?.type ?? null
}

/** Targets by the question's `order`: its own first, then those of the questions that were joined to it. */
export type QuestionTargets = ReadonlyMap<number, readonly [own: string, ...joined: string[]]>

/** What of a question its targets follow from. */
export interface Targeted {
  readonly order: number
  readonly number: string
  /** Questions as they were read that this one took in (`utils/documents/corrections.ts`). */
  readonly joined?: readonly { readonly order: number; readonly number: string }[]
}

/**
 * The targets of each question of one list: its own first, then those of the questions that were joined to it. Targets
 * are by what was read, so that a correction takes no note away.
 *
 * @param questions all questions of the list, or all that share a number where none was joined, in any order
 * @returns targets by the question's `order`
 */
export function questionTargets(list: DocumentId, questions: readonly Targeted[]): QuestionTargets {
  const seen = new Map<string, number>()
  const read = new Map<number, string>()
  const all = questions.flatMap(({ order, number, joined = [] }) => [{ order, number }, ...joined])
  for (const { order, number } of all.sort((a, b) => a.order - b.order)) {
    const occurrence = (seen.get(number) ?? 0) + 1
    seen.set(number, occurrence)
    read.set(order, questionTarget(list, number, occurrence))
  }
  const targetOf = (order: number) => read.get(order) ?? ''
  return new Map(
    questions.map(({ order, joined = [] }) => [order, [targetOf(order), ...joined.map((one) => targetOf(one.order))]]),
  )
}
