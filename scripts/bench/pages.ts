import type { Goal, Measurements, Median } from '../../tests/bench/goals.ts'
import { makePage } from '../../tests/bench/markup.ts'
import type { Mode } from '../../tests/bench/measure.ts'
import type { Figures } from '../../tests/bench/measuring.ts'
import { buildMeasuring, startBenchWorld } from '../../tests/bench/world.ts'
import { chosenParts } from './chosen.ts'
import { goalLines, median as middle } from './goal-lines.ts'

const pages = new Map([
  ['dense-1mb', makePage({ text: 1_000_000, citations: 2000 })],
  ['dense-5mb', makePage({ text: 5_000_000, citations: 10_000 })],
  ['sparse-1mb', makePage({ text: 1_000_000, citations: 50 })],
  ['none-1mb', makePage({ text: 1_000_000, citations: 0 })],
  ['empty', makePage({ text: 0, citations: 0 })],
])

/** What is measured, and what it is compared with. */
interface BenchSet {
  readonly measurements: Measurements
  readonly goals: readonly Goal[]
  /** The page on which layouts are counted that a script forces, when all is measured. */
  readonly forcedOn?: string
}

/** What was measured so far. */
class Taken {
  readonly #figures = new Map<string, Figures[]>()

  add(page: string, mode: Mode, figures: Figures): void {
    const key = `${page} ${mode}`
    this.#figures.set(key, [...this.of(page, mode), figures])
  }

  of(page: string, mode: Mode): readonly Figures[] {
    return this.#figures.get(`${page} ${mode}`) ?? []
  }

  readonly median: Median = (page, mode, figure = 'ms') =>
    middle(this.of(page, mode).map((one) => one[figure] ?? Number.NaN))
}

function printFigures(taken: Taken, measured: Measurements): void {
  console.log(
    `\n${'page'.padEnd(12)}${'measured'.padEnd(16)}${'median ms'.padStart(10)}${'least'.padStart(9)}  beside it`,
  )
  for (const [page, modes] of measured) {
    for (const mode of modes) {
      const all = taken.of(page, mode)
      const rest = Object.keys(all[0] ?? {}).filter((name) => name !== 'ms')
      const beside = rest.map((name) => `${name} ${Math.round(10 * taken.median(page, mode, name)) / 10}`).join(', ')
      const least = Math.min(...all.map(({ ms }) => ms ?? Number.NaN))
      const numbers = `${taken.median(page, mode).toFixed(1).padStart(10)}${least.toFixed(1).padStart(9)}`
      console.log(`${page.padEnd(12)}${mode.padEnd(16)}${numbers}  ${beside}`)
    }
  }
}

/**
 * Cold, in the content script of a built extension in Chromium: a fresh tab for each figure, all kinds of measurement
 * in turn, medians.
 */
export async function benchPages(rounds: number, only: string | undefined, set: BenchSet): Promise<void> {
  const measured = chosenParts(set.measurements, only)
  await buildMeasuring()
  const world = await startBenchWorld(pages)
  const taken = new Taken()
  try {
    console.log(`${world.version}, ${rounds} rounds, a fresh tab for each figure`)
    for (let round = 0; round < rounds; round += 1) {
      for (const [page, modes] of measured) {
        for (const mode of modes) taken.add(page, mode, await world.measure(page, mode))
      }
    }
    const forced =
      only === undefined && set.forcedOn !== undefined ? await world.forcedLayouts(set.forcedOn) : Number.NaN
    printFigures(taken, measured)
    const all = [...set.goals, { name: 'forced layouts, 5 MB', of: () => forced, most: 0 }]
    console.log(goalLines(all.map(({ name, of, most }) => ({ name, value: of(taken.median), most }))).join('\n'))
  } finally {
    await world.stop()
  }
}
