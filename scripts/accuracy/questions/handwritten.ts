import { readdirSync, readFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExpectedDocument, ExpectedRecord } from '#tests/fixtures/documents/expected.ts'
import { type Judged, judge } from './compare.ts'
import { readOrFailure } from './generated.ts'

const folder = fileURLToPath(new URL('../../../tests/fixtures/documents/hard', import.meta.url))

/** As it stands in the file beside the document; what is not said is nothing. */
interface Written {
  /** What about the document is hard. */
  readonly trap: string
  readonly records: readonly (Partial<ExpectedRecord> & Pick<ExpectedRecord, 'number' | 'question' | 'answer'>)[]
  readonly facts?: ExpectedDocument['facts']
}

const nothing = { code: null, page: null, answeredWith: [], pointsTo: null, footnotes: [] }

/** The small documents that were written by hand, each for a trap, with the records that must come out beside them. */
export async function judgeHandwritten(): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const file of readdirSync(folder).sort()) {
    const { name, ext } = parse(file)
    if (ext === '.json') continue
    const { records, facts = {} }: Written = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
    const expected = { records: records.map((record) => ({ ...nothing, ...record })), facts }
    const read = await readOrFailure(new Uint8Array(readFileSync(join(folder, file))))
    judged.push(judge({ name: file, group: 'hand-written', expected, isRunOn: false }, read))
  }
  return judged
}
