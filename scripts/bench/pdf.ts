import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../../tests/bench/pdf/bundle.ts'
import { startChromiumReading } from '../../tests/bench/pdf/in-chromium.ts'
import type { PdfFigures, PdfMode } from '../../tests/bench/pdf/modes.ts'
import { manyRecords } from '../../tests/fixtures/pdf/records.ts'
import { seedLayoutPdf } from '../../tests/fixtures/pdf/seed-layout.ts'
import { goalLines, median } from './goal-lines.ts'

/** As long as the seed's document, and as the longest that a reader may meet. Enough records to fill the pages. */
const documents = [
  { pages: 68, records: 340 },
  { pages: 500, records: 2_400 },
] as const

interface Place {
  readonly name: string
  readonly modes: readonly PdfMode[]
  readonly measure: (file: string, mode: PdfMode) => Promise<PdfFigures>
}

async function startNodeReading(): Promise<Place> {
  const once = await bundle('once')
  return {
    name: 'Node',
    modes: ['textContent', 'read', 'parse'],
    measure: async (file, mode) => JSON.parse(execFileSync(process.execPath, [once, mode, file], { encoding: 'utf8' })),
  }
}

/**
 * PDFs of our own in the seed's layout, in Node and in a worker in Chromium, from one bundled file in each: a process
 * for each figure, all kinds of measurement in turn, medians. Ratios are of processor time, which other programs on the
 * machine hardly change; memory is the whole process's, at its peak.
 *
 * @param only `node` or `chromium`
 */
export async function benchPdf(rounds: number, only: string | undefined): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kamerlens-bench-'))
  const chromium = only === 'node' ? null : await startChromiumReading()
  const places: readonly Place[] = [
    ...(only === 'chromium' ? [] : [await startNodeReading()]),
    ...(chromium ? [{ name: 'Chromium', modes: ['textContent', 'read'] as const, measure: chromium.measure }] : []),
  ]
  try {
    console.log(
      `Node ${process.version}, Chromium ${chromium?.version ?? 'left out'}, ${rounds} rounds, a process for each figure\n`,
    )
    console.log(row(['pages', 'where', 'measured', 'ms', 'cpu ms', 'MB']))
    const goals = []
    for (const { pages, records } of documents) {
      const file = join(folder, `${pages}.pdf`)
      writeFileSync(file, await seedLayoutPdf(manyRecords(records), { pages }))
      for (const place of places) {
        const taken = await measure(place, file, rounds)
        for (const mode of place.modes) {
          const figures = [taken(mode, 'ms'), taken(mode, 'cpu'), taken(mode, 'megabytes')]
          console.log(row([`${pages}`, place.name, mode, ...figures.map((figure) => figure.toFixed(0))]))
        }
        goals.push(...goalsOf(`${pages} pages, ${place.name}`, taken))
      }
      console.log(row([`${pages}`, '', 'pdftotext -layout', pdftotext(file, rounds)]))
    }
    console.log(goalLines(goals).join('\n'))
  } finally {
    await chromium?.stop()
    rmSync(folder, { recursive: true })
  }
}

const widths = [7, 10, 19, 8, 8, 6]
const row = (cells: readonly string[]) =>
  cells
    .map((cell, column) => (column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
    .join('')

/** Median of a figure; NaN where it was not taken. */
type Taken = (mode: PdfMode, figure: keyof PdfFigures) => number

async function measure({ modes, measure: take }: Place, file: string, rounds: number): Promise<Taken> {
  const taken = new Map<PdfMode, PdfFigures[]>(modes.map((mode) => [mode, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const mode of modes) taken.get(mode)?.push(await take(file, mode))
  }
  return (mode, figure) => median((taken.get(mode) ?? []).map((figures) => figures[figure] ?? Number.NaN))
}

/** Milliseconds that a program in C takes for the text alone, where it is installed. */
function pdftotext(file: string, rounds: number): string {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    const { error } = spawnSync('pdftotext', ['-layout', file, '-'], { stdio: 'ignore' })
    if (error) return 'skipped: it is not installed'
    times.push(performance.now() - start)
  }
  return median(times).toFixed(0)
}

function goalsOf(where: string, taken: Taken) {
  const bare = taken('textContent', 'cpu')
  const lines = taken('parse', 'lines')
  return [
    { name: `reading and parsing : getTextContent, ${where}`, value: taken('read', 'cpu') / bare, most: 1.1 },
    { name: `reading alone : getTextContent, ${where}`, value: lines / bare, most: 1.1 },
    { name: `parser : reading, ${where}`, value: taken('parse', 'parse') / lines, most: 0.2 },
    { name: `MB, ${where}`, value: taken('read', 'megabytes'), most: 300 },
  ]
}
