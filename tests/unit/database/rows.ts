import type { ReadingResult } from '#utils/browser/protocol/reading.ts'
import type { DocumentRow, QuestionRow, ReadingSource } from '#utils/database/schema.ts'
import type { Question } from '#utils/documents/types.ts'
import { at } from './open-test-database.ts'

/** Records in the shape that readers make, with only what a test is about to say. */

export function question(order: number, number: string, fields: Partial<Question> = {}): Question {
  return {
    order,
    number,
    code: null,
    page: null,
    ownPage: 1,
    question: `Vraag ${number}?`,
    answer: `Antwoord ${number}.`,
    answeredWith: [],
    pointsTo: null,
    footnotes: [],
    complete: true,
    doubts: [],
    ...fields,
  }
}

export function questionRow(list: string, order: number, number: string, fields: Partial<Question> = {}): QuestionRow {
  return { list, ...question(order, number, fields) }
}

export function documentRow(id: string, fields: Partial<DocumentRow> = {}): DocumentRow {
  return {
    id,
    kind: 'document',
    title: `Document ${id}`,
    aliases: [id],
    links: [],
    provenance: [],
    createdAt: '2026-11-23T12:00:00.000Z',
    updatedAt: '2026-11-23T12:00:00.000Z',
    ...fields,
  }
}

/** A kept document under two names, a file, and one that was removed. */
export const threeDocuments: readonly DocumentRow[] = [
  documentRow('2023D20951', { title: 'Jaarverslag OCW', aliases: ['2023D20951', 'kst-36360-VIII-5'] }),
  documentRow('file:ab', { title: 'eigen.pdf' }),
  documentRow('2023D30000', { title: 'Weg', deletedAt: at(3).toISOString() }),
]

type Read = ReadingResult & { readonly ok: true }

export function reading(fields: Partial<Read['document']> = {}, rest: Partial<Omit<Read, 'document'>> = {}): Read {
  return {
    ok: true,
    document: { format: 'pdf', title: null, ownIds: [], pages: 68, questions: [question(0, '155')], ...fields },
    sha256: 'a'.repeat(64),
    url: null,
    byteLength: 1000,
    ...rest,
  }
}

export const fileSource: ReadingSource = { type: 'file', name: 'beantwoording.pdf', size: 1000 }

export function urlSource(url: string, title?: string): ReadingSource {
  return { type: 'url', url, ...(title === undefined ? {} : { title }) }
}
