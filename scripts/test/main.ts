import { readCommandLine } from '../command-line.ts'
import type { Stage, StageResult } from './stage.ts'
import { oneCheck } from './stage.ts'
import { first, rest } from './stages.ts'

const stages = [...first.flat(), ...rest]
/** So many stages of the rest run side by side: one that waits for a browser leaves the others room. */
const workers = 3

/**
 * `npm test` runs every stage, `npm run check -- unit types` those that are named, some of them side by side. Each
 * prints one line when it has ended; the output of a failed one follows it, whole. The last line of all is the count,
 * for people and for machines.
 */
function chosenStages(names: readonly string[]): readonly Stage[] {
  const unknown = names.filter((name) => stages.every((stage) => stage.name !== name))
  if (unknown.length > 0) {
    const known = [...new Set(stages.map(({ name }) => name))].join(', ')
    throw new Error(`There is no stage ${unknown.join(', ')}. There are: ${known}.`)
  }
  return names.length === 0 ? stages : stages.filter(({ name }) => names.includes(name))
}

async function runStage(stage: Stage): Promise<StageResult> {
  try {
    return await stage.run()
  } catch (error) {
    return oneCheck(false, error instanceof Error ? error.message : String(error))
  }
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** `12 passed, 0 failed, 3 skipped` */
const countsOf = ({ passed, failed, skipped }: StageResult) =>
  `${passed} passed, ${failed} failed, ${skipped.length} skipped`

function tellStage(stage: Stage, result: StageResult, start: number): void {
  const mark = result.failed > 0 ? '✗' : '✓'
  console.log(`${mark} ${stage.name.padEnd(13)} ${countsOf(result).padEnd(34)} ${seconds(start).padStart(8)}`)
  if (result.failed > 0) console.log(`${result.output.trim().replace(/^/gm, '    ')}\n`)
}

function tellSkipped(results: readonly StageResult[]): void {
  const reasons = Map.groupBy(
    results.flatMap(({ skipped }) => skipped),
    ({ reason }) => reason,
  )
  for (const [reason, skips] of reasons) {
    console.log(`Skipped ${skips.length}: ${reason} (${skips.map(({ name }) => name).join('; ')})`)
  }
}

/** Runs stages, so many side by side, each as soon as there is room. */
async function runAll(waiting: readonly Stage[], sideBySide: number): Promise<StageResult[]> {
  const queue = [...waiting]
  const results: StageResult[] = []
  const work = async () => {
    for (let stage = queue.shift(); stage !== undefined; stage = queue.shift()) {
      const began = Date.now()
      const result = await runStage(stage)
      tellStage(stage, result, began)
      results.push(result)
    }
  }
  await Promise.all(Array.from({ length: sideBySide }, work))
  return results
}

async function main(names: readonly string[]): Promise<void> {
  const start = Date.now()
  const chosen = chosenStages(names)
  const of = (group: readonly Stage[]) => group.filter((stage) => chosen.includes(stage))
  const results: StageResult[] = []
  for (const group of first) results.push(...(await runAll(of(group), 2)))
  results.push(...(await runAll(of(rest), workers)))
  console.log(`\nRan in ${seconds(start)}: ${chosen.map(({ name, about }) => `${name} (${about})`).join(', ')}.`)
  const left = [...new Set(stages.filter((stage) => !chosen.includes(stage)).map(({ name }) => name))]
  if (left.length > 0) console.log(`Not asked for: ${left.join(', ')}.`)
  tellSkipped(results)
  const retried = results.flatMap(({ retried = [] }) => retried)
  if (retried.length > 0) console.log(`Held only at the second try: ${retried.join('; ')}.`)
  const total = {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    skipped: results.flatMap(({ skipped }) => skipped),
    output: '',
  }
  console.log(countsOf(total))
  process.exitCode = total.failed > 0 ? 1 : 0
}

const { names } = readCommandLine(
  `Usage: npm run check -- [STAGE…]\n\nThe stages: ${[...new Set(stages.map(({ name }) => name))].join(', ')}.`,
  {},
  stages.length,
)

await main(names).catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
