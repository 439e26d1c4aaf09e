import { readFileSync } from 'node:fs'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfPdf } from '#utils/documents/pdf/lines.ts'
import { loadPdfjs, openPdf } from '#utils/documents/pdf/pdfjs.ts'
import { readDocument } from '#utils/documents/read.ts'
import type { PdfFigures, PdfMode } from './modes.ts'

/** `node once.ts MODE FILE`: one measurement in a process of its own, as JSON on standard output. */

function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const modes: Readonly<Record<PdfMode, (bytes: Uint8Array) => Promise<Partial<PdfFigures>>>> = {
  async textContent(bytes) {
    const { document, close } = await openPdf(bytes)
    let items = 0
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      items += (await page.getTextContent()).items.length
    }
    await close()
    return { items }
  },
  async read(bytes) {
    const { questions } = await readDocument(bytes)
    return { questions: questions.length }
  },
  async parse(bytes) {
    const start = processorTime()
    const { lines } = await linesOfPdf(bytes)
    const read = processorTime()
    const questions = parseQuestions(lines)
    return { questions: questions.length, lines: read - start, parse: processorTime() - read }
  },
}

const isMode = (word: string | undefined): word is PdfMode => word !== undefined && word in modes

const [mode, file = ''] = process.argv.slice(2)
if (!isMode(mode)) throw new Error(`${mode} is not measured`)
const bytes = new Uint8Array(readFileSync(file))
// Loading the program is no part of reading a file.
await loadPdfjs()
const cpu = processorTime()
const start = performance.now()
const figures = await modes[mode](bytes)
const ms = performance.now() - start
const megabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ ms, cpu: processorTime() - cpu, megabytes, ...figures }))
