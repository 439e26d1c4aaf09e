import { makePage } from '../tests/bench/markup.ts'
import type { Mode } from '../tests/bench/measure.ts'
import { buildMeasuring, startBenchWorld } from '../tests/bench/world.ts'

const rounds = Number(process.argv[2] ?? 7)
const only = process.argv[3]?.split(',')
const onlyModes = process.argv[4]?.split(',')
const pages = new Map([
  ['dense-1mb', makePage({ text: 1_000_000, citations: 2000 })],
  ['dense-5mb', makePage({ text: 5_000_000, citations: 10_000 })],
  ['sparse-1mb', makePage({ text: 1_000_000, citations: 50 })],
  ['none-1mb', makePage({ text: 1_000_000, citations: 0 })],
])
const modes: readonly Mode[] = ['without', 'floor', 'textContent', 'detect', 'paint', 'markJs']

await buildMeasuring()
const world = await startBenchWorld(pages)
try {
  const all = new Map<string, number[]>()
  const last = new Map<string, unknown>()
  for (let round = 0; round < rounds; round += 1) {
    for (const page of only ?? pages.keys()) {
      for (const mode of (onlyModes as Mode[]) ?? modes) {
        const figures = await world.measure(page, mode)
        if ('error' in figures) console.error(page, mode, figures)
        const key = `${page} ${mode}`
        all.set(key, [...(all.get(key) ?? []), figures.ms ?? Number.NaN])
        last.set(key, figures)
      }
    }
  }
  for (const [key, values] of all) {
    const sorted = values.toSorted((a, b) => a - b)
    console.log(
      key.padEnd(28),
      sorted[sorted.length >> 1]?.toFixed(1).padStart(8),
      sorted.map((v) => v.toFixed(0)).join(' '),
      JSON.stringify(last.get(key)),
    )
  }
} finally {
  await world.stop()
}
