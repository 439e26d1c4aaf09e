import { readFileSync } from 'node:fs'
import { loadPdfjs } from '#utils/documents/pdf/pdfjs.ts'
import { isPdfMode, measurePdf } from './measuring-pdf.ts'
import { peakMemory } from './peak-memory.ts'

/** `node once.ts MODE FILE`: one measurement in a process of its own, as JSON on standard output. */

function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const [mode, file = ''] = process.argv.slice(2)
if (!isPdfMode(mode)) throw new Error(`${mode} is not measured`)
const bytes = new Uint8Array(readFileSync(file))
// Loading the program is no part of reading a file.
await loadPdfjs()
const cpu = processorTime()
const start = performance.now()
const counts = await measurePdf[mode](bytes, processorTime)
const ms = performance.now() - start
const megabytes = peakMemory('self')
process.stdout.write(JSON.stringify({ ms, cpu: processorTime() - cpu, megabytes, ...counts }))
