import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PdfFigures, type PdfMode, pdfModes } from '../../tests/bench/pdf/modes.ts'
import { manyRecords } from '../../tests/fixtures/pdf/records.ts'
import { seedLayoutPdf } from '../../tests/fixtures/pdf/seed-layout.ts'
import { goalLines, median } from './goal-lines.ts'

const once = fileURLToPath(new URL('../../tests/bench/pdf/once.ts', import.meta.url))

/** As long as the seed's document, and as the longest that a reader may meet. Enough records to fill the pages. */
const documents = [
  { pages: 68, records: 340 },
  { pages: 500, records: 2_400 },
] as const

const processorTime = (figures: PdfFigures) => figures.cpu

/**
 * PDFs of our own in the seed's layout, in Node: a process for each figure, all kinds of measurement in turn, medians.
 * Ratios are of processor time, which other programs on the machine hardly change; memory is the whole process's.
 */
export async function benchPdf(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kamerlens-bench-'))
  try {
    console.log(`Node ${process.version}, ${rounds} rounds, a process for each figure\n`)
    console.log(
      `${'pages'.padEnd(7)}${'measured'.padEnd(20)}${'ms'.padStart(8)}${'cpu ms'.padStart(8)}${'MB'.padStart(6)}`,
    )
    const goals = []
    for (const { pages, records } of documents) {
      const file = join(folder, `${pages}.pdf`)
      writeFileSync(file, await seedLayoutPdf(manyRecords(records), { pages }))
      const taken = measure(file, rounds)
      printFigures(pages, taken)
      printPdftotext(pages, file, rounds)
      goals.push(...goalsOf(pages, taken))
    }
    console.log(goalLines(goals).join('\n'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Taken = ReadonlyMap<PdfMode, readonly PdfFigures[]>

function measure(file: string, rounds: number): Taken {
  const taken = new Map<PdfMode, PdfFigures[]>(pdfModes.map((mode) => [mode, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const mode of pdfModes) {
      const output = execFileSync(process.execPath, [once, mode, file], { encoding: 'utf8' })
      taken.get(mode)?.push(JSON.parse(output))
    }
  }
  return taken
}

const middle = (taken: Taken, mode: PdfMode, of: (figures: PdfFigures) => number | undefined) =>
  median((taken.get(mode) ?? []).map((figures) => of(figures) ?? Number.NaN))

function printFigures(pages: number, taken: Taken): void {
  for (const mode of pdfModes) {
    const figures = [({ ms }: PdfFigures) => ms, processorTime, ({ megabytes }: PdfFigures) => megabytes]
    const [ms = 0, cpu = 0, megabytes = 0] = figures.map((of) => Math.round(middle(taken, mode, of)))
    console.log(row(pages, mode, ms, cpu, megabytes))
  }
}

const row = (pages: number, name: string, ms: number, cpu: number | string, megabytes: number | string) =>
  `${String(pages).padEnd(7)}${name.padEnd(20)}${String(ms).padStart(8)}${String(cpu).padStart(8)}${String(megabytes).padStart(6)}`

/** What a program in C takes for the text alone, where it is installed. */
function printPdftotext(pages: number, file: string, rounds: number): void {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    const { error } = spawnSync('pdftotext', ['-layout', file, '-'], { stdio: ['ignore', 'ignore', 'ignore'] })
    if (error) {
      console.log(`${String(pages).padEnd(7)}pdftotext -layout: skipped, it is not installed`)
      return
    }
    times.push(performance.now() - start)
  }
  console.log(row(pages, 'pdftotext -layout', Math.round(median(times)), '–', '–'))
}

function goalsOf(pages: number, taken: Taken) {
  const bare = middle(taken, 'textContent', processorTime)
  const lines = middle(taken, 'parse', (figures) => figures.lines)
  return [
    {
      name: `reading and parsing : getTextContent, ${pages} pages`,
      value: middle(taken, 'read', processorTime) / bare,
      most: 1.1,
    },
    { name: `reading alone : getTextContent, ${pages} pages`, value: lines / bare, most: 1.1 },
    {
      name: `parser : reading, ${pages} pages`,
      value: middle(taken, 'parse', (figures) => figures.parse) / lines,
      most: 0.2,
    },
    { name: `MB, ${pages} pages`, value: middle(taken, 'read', ({ megabytes }) => megabytes), most: 300 },
  ]
}
