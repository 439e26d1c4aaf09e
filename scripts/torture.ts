import { startWorld, type World } from '../tests/e2e/world.ts'
import { type After, faultTrial } from '../tests/torture/faults.ts'
import { modelTrial } from '../tests/torture/model.ts'
import { cutTrial, killTrial, stopTrial, type Trial } from '../tests/torture/trials.ts'
import { upgradeTrial } from '../tests/torture/upgrade.ts'
import { wayOutTrial } from '../tests/torture/way-out.ts'
import { wholeOrNotTrial } from '../tests/torture/whole-or-not.ts'
import { findBrowser } from './browsers.ts'
import { noSuch, readCommandLine, refusing, wholeNumber } from './command-line.ts'

/**
 * `npm run torture -- --minutes 30`: notes under conditions that ordinary extensions lose them in (SAFETY §1), in real
 * browsers, and every write of a script failing for want of room, in memory, until the time is up; a round is always finished
 * (one of `quota` takes some five minutes). `--only kill,cut` for a part. Ends with 1 where a note that was
 * shown as saved is not there once. A short run is part of `npm test`.
 */
interface Task {
  readonly name: string
  readonly of: 'chromium' | 'firefox'
  /** Part of Chromium whose store is tried. */
  readonly features?: string
  /** How much of the time it gets. */
  readonly share: number
  readonly run: (world: World, until: number) => Promise<Row>
}

/** One that needs no browser. */
interface TaskInMemory extends Pick<Task, 'name' | 'share'> {
  readonly of: 'memory'
  readonly run: (until: number) => Promise<Row>
}

interface Row {
  readonly rounds: number
  readonly saved: number
  readonly wrong: readonly string[]
  readonly times: readonly number[]
}

const tell = (line: string) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${line}`)

/** The same trial over and over, a few rounds at a time. */
async function until(end: number, trial: () => Promise<Trial>): Promise<Row> {
  let row: Row = { rounds: 0, saved: 0, wrong: [], times: [] }
  do {
    const { rounds, saved, lost, doubled, times } = await trial()
    const wrong = [...lost.map((line) => `lost: ${line}`), ...doubled.map((line) => `doubled: ${line}`)]
    if (saved === 0) wrong.push('nothing was saved')
    row = {
      rounds: row.rounds + rounds,
      saved: row.saved + saved,
      wrong: [...row.wrong, ...wrong],
      times: [...row.times, ...times],
    }
  } while (Date.now() < end)
  return row
}

const kills: Task['run'] = (world, end) => until(end, () => killTrial(world, 5, tell))
const sqlite = 'IdbSqliteOnDiskRollout:stage/UseSqliteForNewStores'
const cuts = [...Array(30).keys()].map((index) => 1 + index * 10)

const tasks: readonly (Task | TaskInMemory)[] = [
  { name: 'kill, LevelDB', of: 'chromium', share: 3, run: kills },
  { name: 'kill, SQLite', of: 'chromium', features: sqlite, share: 1.5, run: kills },
  { name: 'kill', of: 'firefox', share: 2, run: kills },
  { name: 'cut', of: 'chromium', share: 2.5, run: (world, end) => until(end, () => cutTrial(world, cuts, tell)) },
  { name: 'stop', of: 'chromium', share: 1, run: (world, end) => until(end, () => stopTrial(world, 10, tell, true)) },
  ...(['chromium', 'firefox'] as const).map((of) => ({
    name: 'upgrade',
    of,
    share: 1,
    run: (world: World, end: number) => until(end, () => upgradeTrial(world, 4, tell)),
  })),
  // One round: it leaves a database that can't be opened.
  ...(['chromium', 'firefox'] as const).map((of) => ({
    name: 'way out',
    of,
    share: 0.5,
    run: (world: World) => until(0, () => wayOutTrial(world, tell)),
  })),
  {
    name: 'model',
    of: 'chromium',
    share: 2,
    async run(world, end) {
      let rounds = 0
      const wrong: string[] = []
      do {
        const seed = Math.floor(Math.random() * 2 ** 31)
        const { steps, differences } = await modelTrial(world, { steps: 500, seed }, tell)
        rounds += steps
        wrong.push(...differences.map((words) => `seed ${seed}, ${words}`))
      } while (Date.now() < end)
      return { rounds, saved: 0, wrong, times: [] }
    },
  },
  ...(['retry', 'kill'] as const).map((after) => ({
    name: `quota, ${after}`,
    of: 'memory' as const,
    share: 1,
    run: (end: number) => quota(after, end),
  })),
  ...(['retry', 'kill'] as const).map((after) => ({
    name: `steps, ${after}`,
    of: 'memory' as const,
    share: 0.2,
    run: () => steps(after),
  })),
]

/** Every write of the steps that touch many rows, which fails: they are always the same, so once. */
async function steps(after: After): Promise<Row> {
  console.error = () => undefined
  const { writes, wrong } = await wholeOrNotTrial(after)
  return { rounds: writes, saved: 0, wrong, times: [] }
}

/** A script of 100 steps once for each of its writes, which fails; then another one. */
async function quota(after: After, end: number): Promise<Row> {
  let rounds = 0
  const wrong: string[] = []
  // What a background says of each failure that is made here is no news.
  console.error = () => undefined
  do {
    const seed = Math.floor(Math.random() * 2 ** 31)
    const trial = await faultTrial({ steps: 100, seed, after }, () => true, tell)
    rounds += trial.writes
    wrong.push(...trial.wrong.map((words) => `seed ${seed}, ${words}`))
  } while (Date.now() < end)
  return { rounds, saved: 0, wrong, times: [] }
}

/** `kill, LevelDB` is asked for with the other kills. */
const kinds = [...new Set(tasks.map(({ name }) => name.replace(/,.*/, '')))]

const usage = `Usage: npm run torture -- [--minutes N] [--only KIND,…]

The kinds: ${kinds.join(', ')}.`

const { values } = readCommandLine(usage, { minutes: { type: 'string' }, only: { type: 'string' } })
const minutes = refusing(usage, () => wholeNumber('minutes', values.minutes)) ?? 10

/** @throws RangeError where a kind is none */
function tasksOf(only: string): readonly (Task | TaskInMemory)[] {
  const named = only.split(',')
  const unknown = named.filter((kind) => !kinds.includes(kind))
  if (unknown.length > 0) throw noSuch('kind', unknown.join(', '), kinds)
  return tasks.filter(({ name }) => named.some((kind) => name.startsWith(kind)))
}

const { only } = values
const chosen = only === undefined ? tasks : refusing(usage, () => tasksOf(only))
const shares = chosen.reduce((sum, { share }) => sum + share, 0)
let failed = 0
for (const task of chosen) {
  const row = await rowOf(task, (minutes * 60_000 * task.share) / shares)
  failed += row.wrong.length
  const p95 = row.times.toSorted((one, other) => one - other)[Math.floor(row.times.length * 0.95)]
  const time = p95 === undefined ? '' : `, save p95 ${p95.toFixed(0)} ms`
  console.log(`${task.of}, ${task.name}: ${row.rounds} rounds, ${row.saved} saved, ${row.wrong.length} wrong${time}`)
  for (const words of row.wrong.slice(0, 20)) console.log(`  ${words}`)
}
process.exitCode = failed > 0 ? 1 : 0

async function rowOf(task: Task | TaskInMemory, milliseconds: number): Promise<Row> {
  if (task.of === 'memory') return task.run(Date.now() + milliseconds)
  const { path } = await findBrowser(task.of, console.error)
  const world = await startWorld({ family: task.of, path, ...(task.features ? { features: task.features } : {}) })
  try {
    return await task.run(world, Date.now() + milliseconds)
  } finally {
    await world.stop()
  }
}
