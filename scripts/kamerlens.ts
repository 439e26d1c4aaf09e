import { realSurroundings } from '#utils/sources/http/surroundings.ts'
import { parseArguments, type Subject, usage } from './kamerlens/arguments.ts'
import { readInput } from './kamerlens/input.ts'
import { lookUpRecords } from './kamerlens/look-up.ts'
import { printQuestions, printReferences } from './kamerlens/print.ts'
import { printDocument } from './kamerlens/print-document.ts'
import { printLookUp } from './kamerlens/print-look-up.ts'
import { reasonOf } from './kamerlens/reasons.ts'
import { readFile, referenceRecords } from './kamerlens/records.ts'

/**
 * The pure code of the extension on the command line, for researchers and for measuring. Exit codes: 0 all files done,
 * 1 at least one file could not be read or code not found, 2 the command itself was not understood.
 */
async function main(args: readonly string[]): Promise<number> {
  const command = parseArguments(args)
  if (command.type === 'help') return write(`${usage}\n`).then(() => 0)
  if (command.type === 'wrong') {
    process.stderr.write(`kamerlens: ${command.reason}\n«npm run -s kamerlens -- --help» says how it is used.\n`)
    return 2
  }
  if (command.type === 'look up') return lookUp(command.codes, command.json)
  let failed = false
  for (const [index, file] of command.files.entries()) {
    showProgress(index, command.files)
    try {
      const text = await answer(command, file)
      showProgress(null, command.files)
      if (text !== '') await write(`${index > 0 && !command.json ? '\n' : ''}${text}\n`)
    } catch (error) {
      failed = true
      showProgress(null, command.files)
      process.stderr.write(`${file}: ${reasonOf(error)}\n`)
    }
  }
  return failed ? 1 : 0
}

async function lookUp(codes: readonly string[], json: boolean): Promise<number> {
  const { records, failures } = await lookUpRecords(codes, realSurroundings)
  const text = json ? jsonLines(records) : records.map(printLookUp).join('\n\n')
  if (text !== '') await write(`${text}\n`)
  for (const { asked, reason } of failures) process.stderr.write(`${asked}: ${reason}\n`)
  return failures.length > 0 ? 1 : 0
}

async function answer(command: { subject: Subject; json: boolean }, file: string): Promise<string> {
  const bytes = await readInput(file)
  const width = process.stdout.columns ?? 110
  if (command.subject === 'references') {
    const records = await referenceRecords(file, bytes)
    return command.json ? jsonLines(records) : printReferences(file, records)
  }
  const { document, questions } = await readFile(file, bytes)
  if (command.subject === 'documents') {
    return command.json ? jsonLines([document]) : printDocument(document, width)
  }
  return command.json ? jsonLines(questions) : printQuestions(document, questions, width)
}

function jsonLines(records: readonly object[]): string {
  return records.map((record) => JSON.stringify(record)).join('\n')
}

/** Where results go to a file or program, a terminal is told which of several files is being read; null: none is. */
function showProgress(index: number | null, files: readonly string[]): void {
  if (files.length < 2 || !process.stderr.isTTY || process.stdout.isTTY) return
  const line = index === null ? '' : `${index + 1} of ${files.length}: ${files[index]}`
  process.stderr.write(`\r${line.slice(0, (process.stderr.columns ?? 80) - 1)}\u001b[K`)
}

/** Waits for a slow reader at the other end of a pipe. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve())
  })
}

// `kamerlens … | head` closes the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await main(process.argv.slice(2))
