import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowsOf } from '#utils/documents/delimited.ts'
import type { QuestionDocument } from '#utils/documents/types.ts'
import { type Judged, judgePairs } from './compare.ts'
import { readOrFailure } from './generated.ts'

/** A real document, read. */
export interface RealDocument {
  readonly name: string
  readonly group: string
  readonly read: QuestionDocument | { readonly failure: string }
}

export interface Real {
  readonly documents: readonly RealDocument[]
  /** Those that a careful reader's pairs stand beside. */
  readonly judged: readonly Judged[]
}

/** The real documents in a folder (DOMAIN §4): letters of the audit office, written questions, Word files. */
export async function readReal(folder: string): Promise<Real> {
  const letters = await readRows(folder, 'rekenkamer/letters.tsv', '\t', (row) => ({
    name: row._id ?? '',
    text: row.doc_content ?? '',
    group: 'letters of the audit office',
  }))
  const questions = await readRows(folder, 'kamervragen/questions.csv', ',', (row) => {
    const text = row.text_content ?? ''
    return { name: row.name ?? '', text, group: `written questions, ${stateOf(text)}` }
  })
  const pairs = Map.groupBy(rowsAt(join(folder, 'rekenkamer/pairs.tsv'), '\t'), (row) => row.src_id ?? '')
  const judged = letters.flatMap(({ name, read }) => {
    const own = pairs.get(name)
    if (!own) return []
    const expected = own.map((row) => ({
      number: row.vraag_nr ?? '',
      question: row.vraag ?? '',
      answer: row.antwoord ?? '',
    }))
    return [judgePairs({ name, group: 'real letters, against a reader’s pairs' }, expected, read)]
  })
  return { documents: [...letters, ...questions, ...(await readWordFiles(join(folder, 'docx')))], judged }
}

const stateOf = (text: string) =>
  /Mededeling van/.test(text) ? 'postponed' : /Antwoord van/.test(text) ? 'answered' : 'asked'

type Cells = Readonly<Record<string, string>>

function rowsAt(file: string, delimiter: string): Cells[] {
  const [headings = [], ...rows] = rowsOf(readFileSync(file, 'utf8'), delimiter)
  return rows.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? ''])))
}

async function readRows(
  folder: string,
  file: string,
  delimiter: string,
  take: (row: Cells) => { readonly name: string; readonly group: string; readonly text: string },
): Promise<RealDocument[]> {
  const documents: RealDocument[] = []
  for (const { name, group, text } of rowsAt(join(folder, file), delimiter).map(take)) {
    documents.push({ name, group, read: await readOrFailure(new TextEncoder().encode(text)) })
  }
  return documents
}

/** The answers of ministries alone: the motions beside them hold no questions. */
async function readWordFiles(folder: string): Promise<RealDocument[]> {
  const documents: RealDocument[] = []
  for (const name of readdirSync(folder).filter((file) => file.startsWith('ministry-'))) {
    const read = await readOrFailure(new Uint8Array(readFileSync(join(folder, name))))
    documents.push({ name, group: 'Word files of ministries', read })
  }
  return documents
}
