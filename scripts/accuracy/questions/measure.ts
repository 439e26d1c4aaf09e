import { readFileSync, writeFileSync } from 'node:fs'
import { judgeGenerated } from './generated.ts'
import { judgeDamaged, judgeHandwritten } from './handwritten.ts'
import { listed } from './listing.ts'
import { readReal } from './real.ts'
import { printedSoundness, unsound, withSoundness } from './soundness.ts'
import { printed, withTable } from './table.ts'
import { tally } from './tally.ts'

interface Options {
  /** Print what differs, in documents whose name holds this. */
  readonly list: string | null
  /** The page to write the tables into. */
  readonly page: string | null
  readonly corpus: string | undefined
}

/** `npm run accuracy -- questions`: how right questions and answers are read. */
export async function measureQuestions({ list, page, corpus }: Options): Promise<void> {
  const generated = await judgeGenerated()
  const own = [...generated, ...(await judgeHandwritten())]
  const groups = new Map([...tally(own), ...tally(await judgeDamaged(), false)])
  const byLayout = tally(generated.map((one) => ({ ...one, group: one.name.replace(/: [^:]*$/, '') })))
  console.log(`Documents of our own\n${printed(groups)}\n\nThe generated ones, layout by layout\n${printed(byLayout)}`)
  if (list !== null) console.log(listed(own, list).join('\n'))
  if (page !== null) rewrite(page, (text) => withTable(text, groups))
  if (!corpus) return
  const { judged, documents } = await readReal(corpus)
  const real = tally(judged, false)
  console.log(`\nReal documents\n${printed(real)}\n\n${printedSoundness(documents)}`)
  if (list !== null) console.log([...listed(judged, list), ...unsound(documents, list)].join('\n'))
  if (page !== null) rewrite(page, (text) => withSoundness(withTable(text, real), documents))
}

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}
