import type { Surroundings } from '#utils/sources/http/surroundings.ts'
import { parseArguments, type Subject, usage } from './arguments.ts'
import { lookUpRecords } from './look-up.ts'
import { printQuestions, printReferences } from './print.ts'
import { printDocument } from './print-document.ts'
import { printLookUp } from './print-look-up.ts'
import { reasonOf } from './reasons.ts'
import { readFile, referenceRecords } from './records.ts'

/** What the command reads from and writes to. */
export interface Terminal {
  /** The bytes of a file; of standard input for `-`. Rejects where it cannot be read. */
  readonly read: (file: string) => Promise<Uint8Array>
  readonly write: (text: string) => Promise<void>
  readonly complain: (text: string) => void
  /** Characters to a line. */
  readonly width: number
  /** Tells which of several files is being read; null: none is. */
  readonly showProgress: (index: number | null, files: readonly string[]) => void
  /** What looks codes up. */
  readonly surroundings: Surroundings
}

/**
 * The pure code of the extension on the command line, for researchers and for measuring. Gives the exit code: 0 all files done,
 * 1 at least one file could not be read or code not found, 2 the command itself was not understood.
 */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { write, complain, showProgress } = terminal
  const command = parseArguments(args)
  if (command.type === 'help') return write(`${usage}\n`).then(() => 0)
  if (command.type === 'wrong') {
    complain(`kamerlens: ${command.reason}\n«npm run -s kamerlens -- --help» says how it is used.\n`)
    return 2
  }
  if (command.type === 'look up') return lookUp(command.codes, command.json, terminal)
  let failed = false
  for (const [index, file] of command.files.entries()) {
    showProgress(index, command.files)
    try {
      const text = await answer(command, file, terminal)
      showProgress(null, command.files)
      if (text !== '') await write(`${index > 0 && !command.json ? '\n' : ''}${text}\n`)
    } catch (error) {
      failed = true
      showProgress(null, command.files)
      complain(`${file}: ${reasonOf(error)}\n`)
    }
  }
  return failed ? 1 : 0
}

async function lookUp(codes: readonly string[], json: boolean, terminal: Terminal): Promise<number> {
  const { records, failures } = await lookUpRecords(codes, terminal.surroundings)
  const text = json ? jsonLines(records) : records.map(printLookUp).join('\n\n')
  if (text !== '') await terminal.write(`${text}\n`)
  for (const { asked, reason } of failures) terminal.complain(`${asked}: ${reason}\n`)
  return failures.length > 0 ? 1 : 0
}

async function answer(
  command: { readonly subject: Subject; readonly json: boolean },
  file: string,
  { read, width }: Terminal,
): Promise<string> {
  const bytes = await read(file)
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
