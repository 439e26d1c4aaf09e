import { parseArgs } from 'node:util'
import { goals, type Median, measurements } from '../tests/bench/goals.ts'
import { makePage } from '../tests/bench/markup.ts'
import type { Mode } from '../tests/bench/measure.ts'
import type { Figures } from '../tests/bench/measuring.ts'
import { buildMeasuring, startBenchWorld } from '../tests/bench/world.ts'

/**
 * `npm run bench`: how fast Kamerlens reads a page, cold, in the content script of a built extension in Chromium; a fresh
 * tab for each figure, all kinds of measurement in turn, medians. Ends with 0 whatever comes out: it measures and does
 * not judge. `-- --rounds 3 --only dense-1mb:detect,floor` for a part of it.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, only: { type: 'string' } } })

const pages = new Map([
  ['dense-1mb', makePage({ text: 1_000_000, citations: 2000 })],
  ['dense-5mb', makePage({ text: 5_000_000, citations: 10_000 })],
  ['sparse-1mb', makePage({ text: 1_000_000, citations: 50 })],
  ['none-1mb', makePage({ text: 1_000_000, citations: 0 })],
  ['empty', makePage({ text: 0, citations: 0 })],
])

/** `dense-1mb:detect,floor` */
function chosen(only: string | undefined): typeof measurements {
  if (only === undefined) return measurements
  const [page = '', modes = ''] = only.split(':')
  return measurements
    .filter(([name]) => name === page)
    .map(([name, all]) => [name, modes === '' ? all : all.filter((mode) => modes.split(',').includes(mode))])
}

const taken = new Map<string, Figures[]>()
const keyOf = (page: string, mode: Mode): string => `${page} ${mode}`

const sorted = (page: string, mode: Mode, figure: string): readonly number[] =>
  (taken.get(keyOf(page, mode)) ?? []).map((one) => one[figure] ?? Number.NaN).sort((a, b) => a - b)

const median: Median = (page, mode, figure = 'ms') => {
  const all = sorted(page, mode, figure)
  return all[all.length >> 1] ?? Number.NaN
}

function printFigures(): void {
  console.log(
    `\n${'page'.padEnd(12)}${'measured'.padEnd(16)}${'median ms'.padStart(10)}${'least'.padStart(9)}  beside it`,
  )
  for (const [page, modes] of chosen(values.only)) {
    for (const mode of modes) {
      const [first = {}] = taken.get(keyOf(page, mode)) ?? []
      const rest = Object.keys(first).filter((name) => name !== 'ms')
      const beside = rest.map((name) => `${name} ${Math.round(10 * median(page, mode, name)) / 10}`).join(', ')
      const least = sorted(page, mode, 'ms')[0] ?? Number.NaN
      const numbers = `${median(page, mode).toFixed(1).padStart(10)}${least.toFixed(1).padStart(9)}`
      console.log(`${page.padEnd(12)}${mode.padEnd(16)}${numbers}  ${beside}`)
    }
  }
}

function printGoals(forced: number): void {
  const all = [...goals, { name: 'forced layouts, 5 MB', of: () => forced, most: 0 }]
  console.log(`\n${''.padEnd(50)}${'measured'.padStart(9)}${'goal'.padStart(8)}`)
  for (const { name, of, most } of all) {
    const value = of(median)
    if (Number.isNaN(value)) continue
    const verdict = value <= most ? 'ok' : 'short'
    console.log(`${name.padEnd(50)}${value.toFixed(2).padStart(9)}${`≤ ${most}`.padStart(8)}  ${verdict}`)
  }
}

await buildMeasuring()
const world = await startBenchWorld(pages)
try {
  console.log(`${world.version}, ${values.rounds} rounds, a fresh tab for each figure`)
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [page, modes] of chosen(values.only)) {
      for (const mode of modes) {
        const key = keyOf(page, mode)
        taken.set(key, [...(taken.get(key) ?? []), await world.measure(page, mode)])
      }
    }
  }
  const forced = values.only === undefined ? await world.forcedLayouts('dense-5mb') : Number.NaN
  printFigures()
  printGoals(forced)
} finally {
  await world.stop()
}
