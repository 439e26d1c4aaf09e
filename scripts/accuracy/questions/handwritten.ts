import { readdirSync, readFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { damaged } from '#tests/fixtures/documents/damage.ts'
import type { ExpectedDocument, ExpectedRecord } from '#tests/fixtures/documents/expected.ts'
import { type Judged, judge } from './compare.ts'
import { readOrFailure } from './generated.ts'

/** As it stands in the file beside the document; what is not said is nothing. */
interface Written {
  /** What about the document is hard. */
  readonly trap: string
  /** Nothing in the document tells where its paragraphs end. */
  readonly shapeless?: boolean
  readonly records: readonly (Partial<ExpectedRecord> & Pick<ExpectedRecord, 'number' | 'question' | 'answer'>)[]
  readonly facts?: ExpectedDocument['facts']
}

interface WrittenDocument {
  readonly name: string
  readonly bytes: Uint8Array
  readonly expected: ExpectedDocument
  readonly isRunOn: boolean
}

const nothing = { code: null, page: null, answeredWith: [], pointsTo: null, footnotes: [] }

function documentsIn(name: string): WrittenDocument[] {
  const folder = fileURLToPath(new URL(`../../../tests/fixtures/documents/${name}`, import.meta.url))
  return readdirSync(folder)
    .sort()
    .filter((file) => parse(file).ext !== '.json')
    .map((file) => {
      const text = readFileSync(join(folder, `${parse(file).name}.json`), 'utf8')
      const { records, facts = {}, shapeless = false }: Written = JSON.parse(text)
      return {
        name: file,
        bytes: new Uint8Array(readFileSync(join(folder, file))),
        expected: { records: records.map((record) => ({ ...nothing, ...record })), facts },
        isRunOn: shapeless,
      }
    })
}

/**
 * The documents with the records that must come out beside them: small ones, each for a trap, and those of an examiner who
 * wrote them without looking at the parser.
 */
export async function judgeHandwritten(): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const [folder, group] of [
    ['hard', 'hand-written'],
    ['examined', 'examined'],
  ] as const) {
    for (const { bytes, ...one } of documentsIn(folder)) {
      judged.push(judge({ ...one, group }, await readOrFailure(bytes)))
    }
  }
  return judged
}

/** The examiner's plain texts with damage done to them: how many of the records that come out wrong carry a doubt. */
export async function judgeDamaged(): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const { name, bytes, expected } of documentsIn('examined').filter(({ name }) => name.endsWith('.txt'))) {
    for (const { kind, text } of damaged(new TextDecoder().decode(bytes), expected.records)) {
      const asked = {
        name: `${name}, ${kind}`,
        group: `damaged: ${kind}`,
        expected: { ...expected, facts: {} },
        isRunOn: true,
      }
      judged.push(judge(asked, await readOrFailure(new TextEncoder().encode(text))))
    }
  }
  return judged
}
