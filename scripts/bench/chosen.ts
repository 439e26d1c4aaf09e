import { noSuch } from '../command-line.ts'

/** What a bench measures, part by part (a page, a place), and what in each, where that can be chosen as well. */
export type Parts<Mode extends string = string> = readonly (readonly [part: string, modes: readonly Mode[]])[]

/**
 * What `--only` names of a bench: `dense-1mb`, or `dense-1mb:detect,floor`; all without it.
 *
 * @throws RangeError that says which there are, where it names one that isn't
 */
export function chosenParts<Mode extends string>(all: Parts<Mode>, only: string | undefined): Parts<Mode> {
  if (only === undefined) return all
  const [name = '', modes] = only.split(':')
  const part = all.find(([each]) => each === name)
  if (!part)
    throw noSuch(
      'part',
      name,
      all.map(([each]) => each),
    )
  if (modes === undefined) return [part]
  const named = modes.split(',')
  const unknown = named.filter((mode) => !part[1].some((known) => known === mode))
  if (unknown.length > 0) throw noSuch(`measurement of ${name}`, unknown.join(', '), part[1])
  return [[name, part[1].filter((mode) => named.includes(mode))]]
}
