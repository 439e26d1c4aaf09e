import { measureCached } from '../../tests/bench/sources/cached.ts'
import { countRequests, measureOpening } from '../../tests/bench/sources/opened.ts'
import { builtPackage } from '../packages.ts'
import { goalLines, type MeasuredGoal, median, quantile, row } from './goal-lines.ts'

const documents = 100_000
/** Look-ups of each kind. */
const lookUps = 500
/** What a look-up is compared with (`tests/bench/sources/cache.ts`). */
const bareRead = 'one row, read alone'
/** Milliseconds before each answer: none, and as over a real network. */
const latencies = [0, 100] as const

/**
 * The look-ups at the official services: in what is kept, in a page of Chromium's; requests and time in the built extension, on
 * the stand-in for the services.
 *
 * @param only `cache`, `requests` or `opening`
 */
export async function benchSources(rounds: number, only: string | undefined): Promise<void> {
  const goals: MeasuredGoal[] = []
  if (only !== 'cache') await builtPackage('chromium')
  if (only === undefined || only === 'cache') {
    console.log(`Look-ups in ${documents} documents with what the services said of them, ${lookUps} of each kind`)
    console.log(row(['', 'median ms', 'p95', 'p99']))
    const times = await measureCached(documents, lookUps)
    for (const [kind, all] of Object.entries(times)) {
      const figures = all.length > 1 ? [quantile(all, 0.5), quantile(all, 0.95), quantile(all, 0.99)] : [median(all)]
      console.log(row([kind, ...figures.map((figure) => figure.toFixed(1))]))
    }
    const bare = times[bareRead] ?? []
    const every = Object.entries(times).flatMap(([kind, all]) => (all.length > 1 && kind !== bareRead ? all : []))
    console.log(
      row([
        'look-up : one row, read alone',
        ...[0.5, 0.95].map((p) => (quantile(every, p) / quantile(bare, p)).toFixed(1)),
      ]),
    )
    goals.push({ name: 'look-up from cache, p95, ms', value: quantile(every, 0.95), most: 5 })
  }
  if (only === undefined || only === 'requests') {
    console.log('\nRequests for a page with 200 codes of which 10 are opened')
    for (const manner of ['one by one', 'all at once'] as const) {
      const { before, opened, following, openData, metadata, documents } = await countRequests(manner)
      console.log(
        `${manner}: ${before} before any is opened; ${opened} codes looked up, and ${following} counterparts; ` +
          `${openData} requests to the open data, ${metadata} to the publications, ${documents} documents read`,
      )
      goals.push({ name: `codes looked up of 200, 10 opened ${manner}`, value: opened, most: 10 })
    }
  }
  if (only === undefined || only === 'opening') {
    console.log(`\nFrom opening questions to the text of their answer, ${rounds} rounds, medians`)
    console.log(row(['', 'ms', 'bare ms', 'ratio']))
    for (const latency of latencies) {
      const taken = []
      for (let round = 0; round < rounds; round += 1) taken.push(await measureOpening(latency))
      const [chain, bare] = [median(taken.map((one) => one.chain)), median(taken.map((one) => one.bare))]
      const ratio = median(taken.map((one) => one.chain / one.bare))
      const name = `${taken[0]?.requests} requests, each answered after ${latency} ms`
      console.log(row([name, ...[chain, bare, ratio].map((figure) => figure.toFixed(1))]))
    }
  }
  console.log(goalLines(goals).join('\n'))
}
