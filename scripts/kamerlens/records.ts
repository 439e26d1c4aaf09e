import { createHash } from 'node:crypto'
import { contentOf } from '#utils/documents/decode.ts'
import { plainTextOf } from '#utils/documents/html/lines.ts'
import { readDocument, readText } from '#utils/documents/read.ts'
import type { DocumentFacts, DocumentFormat, Question, Rest } from '#utils/documents/types.ts'
import { findReferences } from '#utils/references/find.ts'
import type { Certainty, ReferenceKind } from '#utils/references/types.ts'

/** One line of `references --json`. */
export interface ReferenceRecord {
  readonly file: string
  readonly kind: ReferenceKind
  readonly id: string
  readonly label: string
  readonly url: string
  readonly text: string
  readonly start: number
  readonly end: number
  /** From 1; null for files without pages. */
  readonly page: number | null
  /** How it was found: by its own form, by a citation, or by what else the text names. */
  readonly certainty: Certainty
  /** The page or pages of the paper that the citation points to, as printed; null where it points to none. */
  readonly pages: string | null
  /** Ids that the same letters may stand for as well. */
  readonly alternatives: readonly string[]
}

/** One line of `questions --json`: all that is known of a question, what is not said being empty or null. */
export interface QuestionRecord extends Required<Omit<Question, 'order' | 'top'>> {
  readonly file: string
  readonly list: string
  /** Points from the top of its page; null where the format has no positions. */
  readonly top: number | null
}

/** One line of `documents --json`: what a file says of itself, and what of it stands with no question. */
export interface DocumentRecord {
  readonly file: string
  readonly list: string
  readonly format: DocumentFormat
  readonly title: string | null
  readonly ids: readonly string[]
  readonly pages: number
  readonly questions: number
  readonly facts: DocumentFacts | null
  readonly rest: readonly Rest[]
}

/** A file that was read. */
export interface ReadFile {
  readonly document: DocumentRecord
  readonly questions: readonly QuestionRecord[]
}

export async function referenceRecords(file: string, bytes: Uint8Array): Promise<ReferenceRecord[]> {
  const { text, pageAt } = await searchedText(bytes)
  return findReferences(text).map(({ kind, id, label, url, start, end, certainty, pages, alternatives = [] }) => ({
    file,
    kind,
    id,
    label,
    url,
    text: text.slice(start, end),
    start,
    end,
    page: pageAt(start),
    certainty,
    pages: pages ?? null,
    alternatives: alternatives.map((code) => code.id),
  }))
}

/** A text file is searched as it is; any other line by line, so that a code wrapped over lines is found. */
export async function searchedText(
  bytes: Uint8Array,
): Promise<{ text: string; pageAt: (offset: number) => number | null }> {
  const content = contentOf(bytes)
  if (content.format === 'text') return { text: content.text, pageAt: () => null }
  const { format, lines } = await readText(bytes, { whole: true })
  const starts: number[] = []
  let text = ''
  for (const line of lines) {
    starts.push(text.length)
    text += `${plainTextOf(line)}\n`
  }
  if (format !== 'pdf' && format !== 'docx') return { text, pageAt: () => null }
  return { text, pageAt: (offset) => lines[lastAtMost(starts, offset)]?.page ?? null }
}

/** Index of the last of the rising `starts` that is at most `offset`. */
function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

export async function readFile(file: string, bytes: Uint8Array): Promise<ReadFile> {
  // The PDF reader may hand the bytes to another thread and take them away, so they are summed first.
  const sum = createHash('sha256').update(bytes).digest('hex')
  const { format, title, ownIds, pages, questions, facts = null, rest = [] } = await readDocument(bytes)
  const list = ownIds[0] ?? `file:${sum}`
  return {
    document: { file, list, format, title, ids: ownIds, pages, questions: questions.length, facts, rest },
    questions: questions.map((question) => recordOf(question, file, list, facts)),
  }
}

/** In a fixed order, for whoever makes columns of it. Who asked is the document's where the question does not say. */
function recordOf(question: Question, file: string, list: string, facts: DocumentFacts | null): QuestionRecord {
  return {
    file,
    list,
    number: question.number,
    code: question.code,
    page: question.page,
    ownPage: question.ownPage,
    top: question.top ?? null,
    question: question.question,
    answer: question.answer,
    answeredWith: question.answeredWith,
    pointsTo: question.pointsTo,
    footnotes: question.footnotes,
    askedBy: question.askedBy ?? facts?.askedBy ?? [],
    references: question.references ?? [],
    complete: question.complete,
    doubts: question.doubts,
  }
}
