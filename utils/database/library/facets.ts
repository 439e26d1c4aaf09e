import { isAnswered } from '../../documents/answered.ts'
import { isDoubtful } from '../../documents/doubtful.ts'
import { ministriesOf, type People } from '../../sources/people.ts'
import type { QuestionRow } from '../schema.ts'

/** What questions are filtered by, in the order in which it is offered. */
const questionMarks = ['doubtful', 'unanswered', 'pointing', 'noted', 'corrected'] as const
export type QuestionMark = (typeof questionMarks)[number]

/** One question, as filters see it. */
export interface Facets {
  readonly marks: readonly QuestionMark[]
  /** Whose members asked, as printed; each once. */
  readonly parties: readonly string[]
  /** Who is asked and who answers, as printed; each once. */
  readonly ministries: readonly string[]
}

/** Which questions to show: those with all marks, of that party, of that ministry. */
export interface QuestionFilter {
  readonly marks: readonly QuestionMark[]
  readonly party: string | null
  readonly ministry: string | null
}

export const noFilter: QuestionFilter = { marks: [], party: null, ministry: null }

export function isFiltering({ marks, party, ministry }: QuestionFilter): boolean {
  return marks.length > 0 || party !== null || ministry !== null
}

/** @param people of its document; who asked is the question's own where it says so */
export function facetsOf(
  question: QuestionRow,
  people: (Pick<People, 'askedBy' | 'answeredBy'> & Partial<Pick<People, 'askedOf'>>) | undefined,
  isNoted: boolean,
): Facets {
  const askers = question.askedBy ?? people?.askedBy ?? []
  const { askedOf = [], answeredBy = [] } = people ?? {}
  const has: Readonly<Record<QuestionMark, boolean>> = {
    doubtful: isDoubtful(question),
    unanswered: !isAnswered(question),
    pointing: question.pointsTo !== null,
    noted: isNoted,
    corrected: question.corrected !== undefined,
  }
  return {
    marks: questionMarks.filter((mark) => has[mark]),
    parties: each(askers.map(({ party }) => party)),
    ministries: ministriesOf({ askedOf, answeredBy }),
  }
}

export function passes({ marks, parties, ministries }: Facets, filter: QuestionFilter): boolean {
  return (
    filter.marks.every((mark) => marks.includes(mark)) &&
    (filter.party === null || parties.includes(filter.party)) &&
    (filter.ministry === null || ministries.includes(filter.ministry))
  )
}

/** A choice of a filter, and how many questions it would leave together with the others that are chosen. */
export type Offered<Choice> = readonly (readonly [choice: Choice, count: number])[]

/** The filters that make a difference among these questions; those that are chosen in any case. */
export interface FilterOffer {
  readonly marks: Offered<QuestionMark>
  readonly parties: Offered<string>
  readonly ministries: Offered<string>
}

export function filterOffer(all: Iterable<Facets>, filter: QuestionFilter): FilterOffer {
  const kinds = new Map<Facets, number>()
  for (const one of all) kinds.set(one, (kinds.get(one) ?? 0) + 1)
  const count = (isCounted: (one: Facets) => boolean) => {
    let total = 0
    for (const [one, times] of kinds) if (isCounted(one)) total += times
    return total
  }
  const everything = count(() => true)
  const marks = questionMarks.flatMap((mark) => {
    const isChosen = filter.marks.includes(mark)
    const total = count((one) => one.marks.includes(mark))
    if (!isChosen && (total === 0 || total === everything) && mark !== 'doubtful') return []
    if (!isChosen && total === 0) return []
    const left = isChosen ? filter : { ...filter, marks: [...filter.marks, mark] }
    return [[mark, count((one) => passes(one, left))] as const]
  })
  const choices = (values: 'parties' | 'ministries', choice: 'party' | 'ministry'): Offered<string> => {
    const offered = [...new Set([...kinds.keys()].flatMap((one) => one[values]))]
    const tellsApart = offered.some((value) => count((one) => one[values].includes(value)) < everything)
    if (!tellsApart && filter[choice] === null) return []
    return offered
      .sort((a, b) => a.localeCompare(b, 'nl'))
      .map((value) => [value, count((one) => passes(one, { ...filter, [choice]: value }))])
  }
  return { marks, parties: choices('parties', 'party'), ministries: choices('ministries', 'ministry') }
}

const each = (values: readonly (string | null)[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== null)),
]
