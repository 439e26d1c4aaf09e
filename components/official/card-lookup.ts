import { kindMessages } from '#locales/kinds.ts'
import { recordMessages } from '#locales/records.ts'
import { sourceMessages, sourceSentence } from '#locales/sources.ts'
import type { CardLookup, CardRecord } from '#utils/browser/protocol/card.ts'
import type { Lookup } from '#utils/browser/protocol/lookup.ts'
import { lookup } from '#utils/database/lookup/lookup.ts'
import { isFresh, lookedUp } from '#utils/database/official/lookups.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { isExample } from '#utils/references/ids/example.ts'
import type { Code } from '#utils/references/types.ts'
import { planOf, type SourceName } from '#utils/sources/plans.ts'
import { agoInWords, momentInWords } from '../parts/moments.ts'
import { counterpartForCard } from './counterpart-progress.ts'
import { recordWords } from './record-words.ts'

export interface CardLookupParts {
  readonly db: KamerlensDatabase
  readonly now: () => Date
  /** Whether the services are asked only when the user says so. */
  readonly asksFirst: () => Promise<boolean>
  /** What was looked up in private windows, where nothing is written: given for cards there, and for no others. */
  readonly inPrivate?: (id: string) => LookupRow | undefined
}

/**
 * What the card shows of a code.
 *
 * @param codes what the letters on the page may name, the likeliest first
 */
export async function cardLookup(
  { db, now, asksFirst, inPrivate }: CardLookupParts,
  codes: readonly [Code, ...Code[]],
): Promise<CardLookup> {
  const [code, ...others] = codes.map(withItsPage) as [Code, ...Code[]]
  const [{ official, ...kept }, isAskedFirst] = await Promise.all([lookup(db, code), asksFirst()])
  const rowOf = async ({ id }: Code) => inPrivate?.(id) ?? (await lookedUp(db, id)) ?? null
  const rows = await Promise.all(others.map(rowOf))
  const recordFor = (each: Code, row: LookupRow | null) => cardRecord(each, row, isAskedFirst, now())
  return {
    ...forCard(kept),
    records: [
      recordFor(code, inPrivate?.(code.id) ?? official),
      ...others.map((other, index) => recordFor(other, rows[index] ?? null)),
    ],
    asksFirst: isAskedFirst,
    slow: inPrivate ? recordMessages.get().slowInPrivate : recordMessages.get().slow,
  }
}

/**
 * What of a look-up a page's process may hold: it can be taken over by the page, so where else a note was made, which
 * files of the user's own were read and how saves are recognised stay here (SAFETY §3).
 */
function forCard(kept: Omit<Lookup, 'official'>): Omit<Lookup, 'official'> {
  return {
    ...kept,
    document: kept.document && {
      ...kept.document,
      links: kept.document.links.filter(({ url }) => !isExample(url)),
      provenance: [],
    },
    printed: kept.printed.map(({ question, list }) => ({ question, list: { ...list, provenance: [] } })),
    counterpart: counterpartForCard(kept.counterpart),
    notes: kept.notes.map(({ saves: _, ...note }) => ({ ...note, places: [] })),
  }
}

/** The example has no official page. */
const withItsPage = (code: Code): Code => (isExample(code.id) ? { ...code, url: '' } : code)

/** What the services say of one code, in words, by what was written down of them. */
export function cardRecord(code: Code, row: LookupRow | null, asksFirst: boolean, now: Date): CardRecord {
  const state = stateOf(code, row)
  const document = row?.document ?? null
  return {
    code,
    state,
    isFresh: row !== null && state !== 'failed' && isFresh(row, now),
    known: document && { ...recordWords(document, code, now), age: ageOf(row, now) },
    asking: askingOf(code),
    notice: isExample(code.id)
      ? recordMessages.get().example
      : row === null
        ? ''
        : noticeOf(code, state, row, asksFirst, now),
  }
}

function stateOf({ id }: Code, row: LookupRow | null): CardRecord['state'] {
  if (planOf(id).length === 0) return 'unkept'
  if (row === null) return 'unasked'
  if (row.failure !== undefined) return 'failed'
  if (row.wanted !== undefined) return 'asking'
  if (row.askedAt === null) return 'unasked'
  return row.document === null ? 'not-found' : 'found'
}

function ageOf(row: LookupRow | null, now: Date): string {
  const texts = recordMessages.get()
  if (!row?.askedAt) return ''
  const when = agoInWords(new Date(row.askedAt), now)
  return when === null ? texts.asOfNow : texts.asOf({ when })
}

function askingOf(code: Code): string {
  const texts = recordMessages.get()
  const [source, other] = [...new Set(planOf(code.id).map((step) => sourceName(step.source)))]
  if (source === undefined) return ''
  const asked = { code: code.label, source }
  return other === undefined ? texts.asking(asked) : texts.askingInTurn({ ...asked, other })
}

const sourceName = (source: SourceName): string =>
  source === 'open-data' ? recordMessages.get().openData : recordMessages.get().publications

function noticeOf(code: Code, state: CardRecord['state'], row: LookupRow, asksFirst: boolean, now: Date): string {
  const texts = recordMessages.get()
  if (state === 'not-found') return [unknownTo(code, row, now), againAt(row, asksFirst, now)].filter(Boolean).join(' ')
  if (state === 'failed' && row.failure !== undefined) {
    const inWords = (moment: number) => momentInWords(new Date(moment), now)
    return sourceSentence(sourceMessages.get(), row.failure, inWords, row.wanted !== undefined)
  }
  const silent = row.failed.find((failed) => failed.code !== 'not-found')
  return state === 'found' && silent ? texts.mayLack({ source: sourceName(silent.source) }) : ''
}

/** Who was asked and knows nothing of it: services that are asked in need alone were not. */
function unknownTo(code: Code, { askedAt }: LookupRow, now: Date): string {
  const texts = recordMessages.get()
  const asked = planOf(code.id).filter(({ inNeed }) => !inNeed)
  const [source] = asked.map((step) => step.source)
  const when = (askedAt && agoInWords(new Date(askedAt), now)) ?? texts.justNow
  const words = { code: inSentence(code), when }
  if (asked.length > 1) return texts.unknownToBoth(words)
  return source === 'open-data' ? texts.unknownToChamber(words) : texts.unknownToPublications(words)
}

function againAt({ expiresAt }: LookupRow, asksFirst: boolean, now: Date): string {
  const moment = new Date(expiresAt ?? 0)
  return asksFirst || moment <= now ? '' : recordMessages.get().askedAgain({ time: momentInWords(moment, now) })
}

/** «document 2023D19158»: a bare number says by itself not what it is. */
function inSentence({ kind, id, label }: Code): string {
  return label === id ? `${kindMessages.get()[kind].toLowerCase()} ${label}` : label
}
