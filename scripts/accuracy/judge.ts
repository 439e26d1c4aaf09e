import type { Reference } from '#utils/references/types.ts'
import type { Expectation, Trap } from './annotations.ts'
import type { Case } from './cases.ts'

export type Detector = (text: string) => readonly Reference[]

/** What became of one expectation: found as printed, found with another stretch, page reference or certainty, or missed. */
export interface Answer {
  readonly expectation: Expectation
  readonly found: Reference | null
  readonly asPrinted: boolean
}

export interface Verdict {
  readonly case: Case
  readonly answers: readonly Answer[]
  /** References that no annotation asks for or allows. */
  readonly wrong: readonly Reference[]
  readonly hit: readonly Trap[]
}

interface Span {
  readonly start: number
  readonly end: number
}

const overlap = (one: Span, two: Span) => one.start < two.end && two.start < one.end
const same = (one: Span, two: Span) => one.start === two.start && one.end === two.end

/**
 * Compares what is found with what stands beside the text. An expectation is met by a reference of the right id at the
 * right place; each reference meets one. The stretch counts apart, since the id matters most.
 */
export function judge(one: Case, detect: Detector): Verdict {
  const open = new Set(detect(one.text))
  const take = (expectation: Expectation): Answer => {
    const fitting = [...open].filter(
      (reference) => expectation.ids.includes(reference.id) && overlap(expectation, reference),
    )
    const found = fitting.find((reference) => same(expectation, reference)) ?? fitting[0] ?? null
    if (found) open.delete(found)
    return { expectation, found, asPrinted: found !== null && isAsPrinted(expectation, found) }
  }
  const answers = one.expectations.map(take)
  const wrong = [...open]
  return { case: one, answers, wrong, hit: one.traps.filter((trap) => wrong.some((found) => overlap(trap, found))) }
}

function isAsPrinted(expectation: Expectation, found: Reference): boolean {
  const pages = expectation.pages === null || found.pages === expectation.pages
  const certainty = expectation.certainty === null || found.certainty === expectation.certainty
  return pages && certainty && (!expectation.exact || same(expectation, found))
}
