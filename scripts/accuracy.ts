import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findReferences } from '#utils/references/find.ts'
import { parseArguments, usage } from './accuracy/arguments.ts'
import { readGold } from './accuracy/cases.ts'
import { type Corpus, readCorpus } from './accuracy/corpus.ts'
import { countsByGroup } from './accuracy/counts.ts'
import { differences } from './accuracy/difference.ts'
import { sightingsAt, sightingsNow } from './accuracy/earlier.ts'
import { excerpt } from './accuracy/excerpt.ts'
import { readFixtures } from './accuracy/fixtures.ts'
import { judge, type Verdict } from './accuracy/judge.ts'
import { listed } from './accuracy/listing.ts'
import { measureQuestions } from './accuracy/questions/measure.ts'
import { printed, withTable } from './accuracy/table.ts'
import { tally } from './accuracy/tally.ts'

/**
 * How right the detector and the reader of questions are: on fixtures of our own, and on real texts where a folder of
 * them is named.
 */
const readme = fileURLToPath(new URL('../README.md', import.meta.url))
const page = fileURLToPath(new URL('../docs/accuracy.md', import.meta.url))

async function main(args: readonly string[]): Promise<number> {
  const command = parseArguments(args)
  if (command.type === 'help' || command.type === 'wrong') {
    if (command.type === 'wrong') console.error(`accuracy: ${command.reason}\n`)
    console.log(usage)
    return command.type === 'wrong' ? 2 : 0
  }
  if (command.type === 'questions') {
    const corpus = process.env.KAMERLENS_CORPUS
    await measureQuestions({ list: command.list, page: command.write ? page : null, corpus })
    return 0
  }
  const folder = process.env.KAMERLENS_CORPUS
  const corpus = folder ? await readCorpus(folder) : null
  if (command.type === 'diff') compare(command.revision, corpus)
  else measure(command.list, command.write, corpus)
  return 0
}

function measure(list: string | null, write: boolean, corpus: Corpus | null): void {
  const verdicts = readFixtures().map((one) => judge(one, findReferences))
  tell('Passages of our own (tests/fixtures/references)', verdicts, list)
  if (write) writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), tally(verdicts)))
  if (!corpus) return
  const gold = process.env.KAMERLENS_GOLD
  if (gold) {
    const texts = new Map(corpus.texts.map(({ name, text }) => [name, text]))
    const judged = readGold(gold, readFileSync(gold, 'utf8'), texts).map((one) => judge(one, findReferences))
    tell(`\nReal texts that were read by eye (${judged.length})`, judged, list)
  }
  console.log(`\nReal texts, counted\n${countsByGroup(corpus.texts, findReferences)}`)
  if (corpus.unread.length > 0) console.log(`not read: ${corpus.unread.join(', ')}`)
  if (list) listReal(corpus, list)
}

function tell(title: string, verdicts: readonly Verdict[], list: string | null): void {
  console.log(`${title}\n${printed(tally(verdicts))}`)
  if (list) console.log(listed(verdicts, list).join('\n'))
}

/** All references of one kind in the real texts: what is right there only a reader can say. */
function listReal({ texts }: Corpus, kind: string): void {
  for (const { name, text } of texts) {
    for (const reference of findReferences(text)) {
      if (reference.kind === kind) console.log(`${name}: ${reference.id} ${excerpt(text, reference)}`)
    }
  }
}

function compare(revision: string, corpus: Corpus | null): void {
  const sources = [
    ...readFixtures().map(({ file, line, text }) => ({ name: `${file}:${line}`, text })),
    ...(corpus?.texts ?? []),
  ]
  const texts = sources.map(({ text }) => text)
  const { gained, lost } = differences(sources, sightingsAt(revision, texts), sightingsNow(texts))
  for (const line of [...lost, ...gained]) console.log(line)
  console.log(`against ${revision}: ${gained.length} gained, ${lost.length} lost, in ${sources.length} texts`)
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`accuracy: ${error instanceof Error ? error.message : String(error)}`)
  return 1
})
