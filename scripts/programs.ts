import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url))

export interface Outcome {
  /** Exit code; 1 where the program could not be started or was ended by a signal. */
  readonly code: number
  /** Standard output and standard error, in the order in which they came. */
  readonly output: string
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>
  /** Milliseconds after which the program is ended and counts as failed. */
  readonly limit?: number
}

/** Runs a program in the checkout and keeps what it prints. Never throws: a program that can't start has code 1. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.environment },
      ...(options.limit === undefined ? {} : { timeout: options.limit }),
    })
    const pieces: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
    child.stderr.on('data', (piece: Buffer) => pieces.push(piece))
    const end = (code: number, more = '') => resolve({ code, output: Buffer.concat(pieces).toString('utf8') + more })
    child.on('error', (error) => end(1, error.message))
    child.on('close', (code, signal) => end(code ?? 1, signal ? `\nended by ${signal}` : ''))
  })
}

/** Runs one of the tools under node_modules by its JavaScript file, so that no shell is needed on any system. */
export function runTool(file: string, args: readonly string[], options?: RunOptions): Promise<Outcome> {
  return run(process.execPath, [`node_modules/${file}`, ...args], options)
}
