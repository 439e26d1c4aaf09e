import { readFileSync, writeFileSync } from 'node:fs'
import { judgeGenerated } from './generated.ts'
import { listed } from './listing.ts'
import { printed, withTable } from './table.ts'
import { tally } from './tally.ts'

/** `npm run accuracy -- questions`: how right questions and answers are read. */
export async function measureQuestions(list: string | null, readme: string | null): Promise<void> {
  const own = await judgeGenerated()
  const groups = tally(own)
  console.log(`Documents of our own\n${printed(groups)}`)
  if (list !== null) console.log(listed(own, list).join('\n'))
  if (readme !== null) writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), groups))
}
