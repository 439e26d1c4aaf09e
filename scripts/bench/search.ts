import { openSearchBench } from '../../tests/bench/search/measured.ts'
import { Vocabulary } from '../../tests/bench/search/vocabulary.ts'
import { goalLines, type MeasuredGoal, median, quantile, row } from './goal-lines.ts'

const large = { questions: 100_000, notes: 10_000 }
const small = { questions: 1_000, notes: 100 }
/** Queries of each kind. */
const queries = 100
/** Times that 500 new questions come in one browser, and browsers. */
const additions = 8
const adding = 4
/** What a query is compared with (`tests/bench/search/page.ts`). */
const bareRead = 'one row, read alone'
/** Words that are in some 200 texts and in 5. */
const [rare, rarest] = [2_000, 75_000].map((rank) => new Vocabulary().word(rank))
/**
 * A word that is part of very many others, two words, one that nearly all texts have, one that is only a part of
 * others, two words of which one is rare, and rare ones alone.
 */
const firstQueries = ['stage', 'toezicht onderwijs', 'de', 'tage', `onderwijs ${rare}`, `${rare}`, `${rarest}`] as const

/** What is run in a browser just started. */
const coldOpen = "coldOpen('large')"
const coldSearch = (query: string) => `coldSearch('large', '${query}')`
const coldEverything = (query: string) => `coldEverything('large', '${query}')`

interface Cold {
  readonly first: number
  readonly all: number
}

interface Filled {
  readonly characters: number
  readonly build: number
  readonly bytes: number
  readonly segments: number
  readonly complete: boolean
}

type Bench = Awaited<ReturnType<typeof openSearchBench>>

/** The search over everything kept, in a page of Chromium's with its own IndexedDB on the disk. */
export async function benchSearch(rounds: number): Promise<void> {
  const bench = await openSearchBench()
  try {
    const goals = [
      ...(await measureFilling(bench)),
      ...(await measureFirst(bench, rounds)),
      ...(await measureLater(bench)),
      ...(await measureAdding(bench)),
    ]
    console.log(goalLines(goals).join('\n'))
  } finally {
    bench.close()
  }
}

async function measureFilling(bench: Bench): Promise<MeasuredGoal[]> {
  const filled = await bench.run<Filled>(`fill('large', ${large.questions}, ${large.notes})`)
  await bench.run(`fill('small', ${small.questions}, ${small.notes})`)
  const { characters, build, bytes, segments } = filled
  console.log(
    `${large.questions} questions and ${large.notes} notes: ${mega(characters)} MB of text, ` +
      `index ${mega(bytes)} MB in ${segments} segments, built in ${(build / 1000).toFixed(1)} s`,
  )
  return [{ name: 'index : text', value: bytes / characters, most: 0.25 }]
}

/** What comes first in a browser just started, and all of it. */
async function measureFirst(bench: Bench, rounds: number): Promise<MeasuredGoal[]> {
  const goals: MeasuredGoal[] = []
  console.log(`\nIn a browser just started, ${rounds} rounds, medians`)
  console.log(row(['', 'first, ms', 'all, ms']))
  // In turn, so that what else the machine does is in all of them.
  const opens: number[] = []
  const cold = new Map<string, Cold[]>()
  for (let round = 0; round < rounds; round += 1) {
    opens.push(await bench.run<number>(coldOpen))
    for (const expression of firstQueries.flatMap((query) => [coldSearch(query), coldEverything(query)])) {
      cold.set(expression, [...(cold.get(expression) ?? []), await bench.run<Cold>(expression)])
    }
  }
  const timeOf = (expression: string, what: keyof Cold) =>
    median((cold.get(expression) ?? []).map((times) => times[what]))
  console.log(row(['opening IndexedDB and one read', median(opens).toFixed(1)]))
  for (const query of firstQueries) {
    for (const [name, expression] of [
      ['opening the index', coldSearch(query)],
      ['up to its rows, database included', coldEverything(query)],
    ] as const) {
      const cells = (['first', 'all'] as const).map((what) => timeOf(expression, what).toFixed(1))
      console.log(row([`«${query}»: ${name}`, ...cells]))
    }
    const compared = (what: keyof Cold) => timeOf(coldSearch(query), what) / median(opens)
    goals.push({ name: `open and first result, «${query}» : opening IndexedDB`, value: compared('first'), most: 2 })
    goals.push({ name: `open and all of it, «${query}» : opening IndexedDB`, value: compared('all'), most: Infinity })
  }
  return goals
}

async function measureLater(bench: Bench): Promise<MeasuredGoal[]> {
  console.log(`\nQueries one after the other, ${queries} of each kind`)
  console.log(row(['', 'median ms', 'p95', 'p99']))
  const times = await bench.run<Record<string, number[]>>(`warm('large', ${queries})`)
  for (const [kind, all] of Object.entries(times)) {
    console.log(row([kind, ...[0.5, 0.95, 0.99].map((share) => quantile(all, share).toFixed(2))]))
  }
  const reads = times[bareRead] ?? []
  const bare = quantile(reads, 0.5)
  const every = Object.entries(times).flatMap(([kind, all]) => (kind === bareRead ? [] : all))
  return [
    { name: 'query, p50 : one read', value: quantile(every, 0.5) / bare, most: 3 },
    { name: 'query, p95 : one read', value: quantile(every, 0.95) / bare, most: 10 },
    // What else the machine does is in the slowest of both.
    { name: 'query, p95 : one read, p95', value: quantile(every, 0.95) / quantile(reads, 0.95), most: Infinity },
  ]
}

/**
 * New questions, in turn as well, and all of them together: a quarter of them merge, the first in a browser run code that is
 * not compiled yet, and the middle one of eight is now one of these, now one of the others.
 */
async function measureAdding(bench: Bench): Promise<MeasuredGoal[]> {
  const times: Record<'small' | 'large', number[]> = { small: [], large: [] }
  for (let round = 0; round < adding; round += 1) {
    for (const name of ['small', 'large'] as const) {
      times[name].push(...(await bench.run<number[]>(`add('${name}', ${round * additions}, ${additions})`)))
    }
  }
  const [few, many] = [times.small, times.large]
  const told = (of: (values: readonly number[]) => number) =>
    `${of(few).toFixed(0)} ms beside 1,000, ${of(many).toFixed(0)} ms beside 100,000`
  console.log(`\n500 new questions, in the mean: ${told(mean)}\n500 new questions, at the median: ${told(median)}`)
  return [
    { name: '500 new questions, beside 100,000 : beside 1,000', value: mean(many) / mean(few), most: 1.2 },
    { name: 'the same, medians', value: median(many) / median(few), most: Infinity },
  ]
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const mega = (count: number): string => (count / 1_000_000).toFixed(1)
