import type { Doubt, Question } from '../types.ts'
import { placeOf } from './numbers.ts'

interface Numbered {
  readonly number: string
  readonly place: number
}

export interface NumberDoubt {
  readonly doubt: Extract<Doubt, 'number-gap' | 'repeated-number'> | null
  /** The number that should follow this one and is not in the list, or null. */
  readonly missing: number | null
}

/**
 * What the numbers of a list tell against its records: a number that does not follow (unless what is missing stands elsewhere,
 * out of order) or that was there before. Lists ordered by who asks, or parted in chapters, begin again at 1: a run that rises
 * from there is sound.
 */
export function numberDoubts(records: readonly Pick<Question, 'number'>[]): NumberDoubt[] {
  const doubts: NumberDoubt[] = []
  const earlier = new Set<string>()
  for (const run of runsOf(records.map(({ number }) => ({ number, place: placeOf(number) })))) {
    const numerals = new Set(run.map(({ place }) => place))
    const isSound = run.length > 1 && run.every((one, index) => isNext(one, run[index - 1]))
    const seen = new Set<string>()
    let highest = 0
    const isGap = (numeral: number) => highest > 0 && numeral > highest + 1 && !numerals.has(numeral - 1)
    run.forEach(({ number, place: numeral }, index) => {
      const repeated = seen.has(number) || (earlier.has(number) && !isSound)
      const doubt = isGap(numeral) ? 'number-gap' : repeated ? 'repeated-number' : null
      highest = Math.max(highest, numeral)
      seen.add(number)
      const next = run[index + 1]
      doubts.push({ doubt, missing: next !== undefined && isGap(next.place) ? highest + 1 : null })
    })
    for (const number of seen) earlier.add(number)
  }
  return doubts
}

/** A run begins at 1, behind a number above it. */
function runsOf(records: readonly Numbered[]): Numbered[][] {
  const runs: Numbered[][] = []
  let before = Number.POSITIVE_INFINITY
  for (const record of records) {
    if (runs.length === 0 || (record.place === 1 && before > 1)) runs.push([])
    runs.at(-1)?.push(record)
    before = record.place
  }
  return runs
}

function isNext({ number, place }: Numbered, before: Numbered | undefined): boolean {
  const last = before?.place ?? 0
  return place === last + 1 || (place === last && number !== before?.number)
}
