import { realSurroundings } from '#utils/sources/http/surroundings.ts'
import { runCommand } from './kamerlens/command.ts'
import { readInput } from './kamerlens/input.ts'

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

process.exitCode = await runCommand(process.argv.slice(2), {
  read: readInput,
  write,
  complain: (text) => process.stderr.write(text),
  width: process.stdout.columns ?? 110,
  showProgress,
  surroundings: realSurroundings,
})
