import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

/** What stands behind a script's name, read; or why it can't be what was meant. */
export type CommandLine<Options extends ParseArgsOptionsConfig> =
  | { readonly type: 'run'; readonly values: Values<Options>; readonly names: readonly string[] }
  | { readonly type: 'help' }
  | { readonly type: 'wrong'; readonly reason: string }

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: Options }>>['values']

const help = { help: { type: 'boolean', short: 'h' } } as const

/** @param names how many words may stand there that are no option */
export function parseCommandLine<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  names: number,
): CommandLine<Options> {
  const all = { ...options, ...help }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: all, allowPositionals: true })
    if ('help' in values) return { type: 'help' }
    const beyond = positionals[names]
    if (beyond !== undefined) return { type: 'wrong', reason: `nothing is known of ${beyond}` }
    return { type: 'run', values: values as Values<Options>, names: positionals }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // Node tells of positional arguments behind it, of which none of ours would begin with a dash.
    return { type: 'wrong', reason: error.message.replace(/\. To specify .*$/s, '') }
  }
}

/**
 * Reads the words behind a script's name before it does anything: `--help` prints the usage and ends with 0, what the
 * script doesn't know is told in one line above it and ends with 2.
 */
export function readCommandLine<const Options extends ParseArgsOptionsConfig>(
  usage: string,
  options: Options,
  names = 0,
): Extract<CommandLine<Options>, { type: 'run' }> {
  const read = parseCommandLine(process.argv.slice(2), options, names)
  if (read.type === 'wrong') refuse(read.reason, usage)
  if (read.type === 'run') return read
  console.log(usage)
  process.exit(0)
}

/**
 * A count behind an option, from 1; undefined where the option is not there.
 *
 * @throws RangeError where it is no such number
 */
export function wholeNumber(option: string, written: string | undefined): number | undefined {
  if (written === undefined || /^[1-9]\d*$/.test(written)) return written === undefined ? undefined : Number(written)
  throw new RangeError(`--${option} wants a number from 1, not ${written}`)
}

/** «There is no bench x. There are: a, b.» */
export function noSuch(what: string, named: string, all: readonly string[]): RangeError {
  return new RangeError(`There is no ${what} ${named}. There are: ${all.length === 0 ? 'none' : all.join(', ')}.`)
}

/** Ends the script where what is read of its words throws a RangeError: they name what there isn't. */
export function refusing<Value>(usage: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) refuse(error.message, usage)
    throw error
  }
}

function refuse(reason: string, usage: string): never {
  console.error(`${reason}\n\n${usage}`)
  process.exit(2)
}
