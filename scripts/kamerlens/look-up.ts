import { locale } from '#locales/i18n.ts'
import { sourceMessages, sourceSentence } from '#locales/sources.ts'
import { readTyped } from '#utils/references/dossier.ts'
import { findReferences } from '#utils/references/find.ts'
import { dutchDay } from '#utils/sources/dates.ts'
import { askerIn } from '#utils/sources/http/ask.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import type { Surroundings } from '#utils/sources/http/surroundings.ts'
import { publicationsOf } from '#utils/sources/koop/publications.ts'
import { openData } from '#utils/sources/odata/open-data.ts'
import type { OfficialDocument } from '#utils/sources/official-document.ts'
import { type QuestionStatus, questionStatus } from '#utils/sources/question-status.ts'
import { type LookedUp, type Resolver, resolverOf } from '#utils/sources/resolve.ts'

/** One line of `look-up --json`: the record, and around it how it was asked for and what it says of written questions. */
export interface LookUpRecord extends OfficialDocument {
  /** As it was typed. */
  readonly asked: string
  readonly status: QuestionStatus | null
  /** Services that could not add to it. */
  readonly failed: LookedUp['failed']
}

export interface LookUpRecords {
  readonly records: readonly LookUpRecord[]
  readonly failures: readonly { readonly asked: string; readonly reason: string }[]
}

/** What the codes stand for, those that exist first; what may name two things gives a record for each that exists. */
export async function lookUpRecords(asked: readonly string[], surroundings: Surroundings): Promise<LookUpRecords> {
  locale.set('en')
  // A store that is read and listened to by nobody holds the process for another second.
  sourceMessages.listen(() => undefined)
  const ask = askerIn(surroundings)
  const resolver = resolverOf(openData(ask, surroundings.now), publicationsOf(ask))
  const today = dutchDay(new Date(surroundings.now()).toISOString()) ?? ''
  const wanted = asked.map((word) => ({ word, ids: idsOf(word) }))
  const outcomes = await resolver.lookUpAll(wanted.flatMap(({ ids: [id, other] }) => (id && !other ? [id] : [])))
  const records: LookUpRecord[] = []
  const failures: { asked: string; reason: string }[] = []
  for (const { word, ids } of wanted) {
    const results = await resultsOf(ids, outcomes, resolver)
    for (const result of results) {
      if (result instanceof SourceFailure) failures.push({ asked: word, reason: reasonOf(result) })
      else {
        const { document, failed } = result
        records.push({ asked: word, ...document, status: questionStatus(document, today), failed })
      }
    }
    if (ids.length === 0) failures.push({ asked: word, reason: 'this is no code, or more than one' })
  }
  return { records, failures }
}

async function resultsOf(
  ids: readonly string[],
  outcomes: ReadonlyMap<string, LookedUp | SourceFailure>,
  resolver: Resolver,
): Promise<readonly (LookedUp | SourceFailure)[]> {
  if (ids.length < 2) return ids.flatMap((id) => outcomes.get(id) ?? [])
  const { found, unanswered } = await resolver.decide(ids)
  const results = [...found, ...unanswered.map(({ failure }) => failure)]
  return results.length > 0 ? results : [new SourceFailure('not-found', ids.join(', '))]
}

/** The ids that a word may stand for, the likeliest first: «36410-A» has two. */
function idsOf(word: string): readonly string[] {
  if (/^\d{9}$/.test(word)) return [word]
  const [reference, another] = findReferences(word)
  if (reference?.alternatives && !another) return [reference.id, ...reference.alternatives.map(({ id }) => id)]
  const code = readTyped(word)
  return code === null ? [] : [code.id]
}

function reasonOf(failure: SourceFailure): string {
  return sourceSentence(sourceMessages.get(), failure, (moment) => new Date(moment).toLocaleString('en-GB'))
}
