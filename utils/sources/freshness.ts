import { dutchDay } from './dates.ts'
import type { OfficialDocument } from './official-document.ts'
import { questionStatus } from './question-status.ts'

const hour = 60 * 60_000
const day = 24 * hour

/**
 * How long what the services said is worth keeping without asking again, milliseconds, by what may still happen to it: a
 * paper that does not exist yet may appear any hour (DOMAIN §3: reports lag by weeks), questions wait for their answer, cases
 * and dossiers grow, and what is published in print stays as it is.
 */
const ages = { notFound: hour, openQuestions: 6 * hour, growing: day, incomplete: hour, final: 30 * day, other: day }

/** No answer holds for longer, milliseconds: one that seems to was given by a clock that ran ahead, by more than a day. */
export const longestAge = ages.final + day

/**
 * Milliseconds for which an answer holds.
 *
 * @param document null where the services know nothing of the code
 * @param isIncomplete whether a service could not say what it knows
 * @param now milliseconds since 1970
 */
export function freshFor(document: OfficialDocument | null, isIncomplete: boolean, now: number): number {
  if (document === null) return ages.notFound
  if (isIncomplete) return ages.incomplete
  if (document.is === 'zaak' || document.is === 'dossier') return ages.growing
  const status = questionStatus(document, dutchDay(new Date(now).toISOString()) ?? '')
  if (status?.is === 'unanswered' || status?.is === 'postponed') return ages.openQuestions
  if (status?.is === 'answered' || document.aliases.some(isPublication)) return ages.final
  return ages.other
}

const isPublication = (alias: string): boolean => /^(?:kst|ah|h|stb|stcrt|trb|blg|kv|nds)-/.test(alias)
