import { codeOfWritten } from '#utils/references/code.ts'
import { dossierNumber } from '#utils/references/dossier.ts'
import { failureOf, type SourceError, SourceFailure } from './http/errors.ts'
import { sharing } from './http/shared.ts'
import type { Publications } from './koop/publications.ts'
import { merged } from './merge.ts'
import { aanhangselId } from './odata/aanhangsel.ts'
import type { OpenData } from './odata/open-data.ts'
import { documentOf, zaakRecordOf } from './odata/read.ts'
import type { OfficialDocument } from './official-document.ts'
import { openDataRecord } from './open-data-record.ts'
import { planOf, type SourceName, type Step } from './plans.ts'

/** What is known now, and which service could not add to it. */
export interface LookedUp {
  readonly document: OfficialDocument
  readonly failed: readonly FailedSource[]
}

export interface FailedSource {
  readonly source: SourceName
  readonly code: SourceError
  /** Milliseconds since 1970, or null. */
  readonly retryAt: number | null
}

/** Which of several readings of the same letters exist. Decided when every one of them was answered, and one exists. */
export interface Decision {
  readonly found: readonly LookedUp[]
  readonly unanswered: readonly { readonly id: string; readonly failure: SourceFailure }[]
}

type Signal = AbortSignal | undefined

export interface Resolver {
  /**
   * What a code stands for. The same code is looked up once at a time.
   *
   * @param id in any case (`kst-36360-viii-5`), `dossier-36360-VIII`, or nine digits of an Aanhangsel
   * @throws SourceFailure `not-found` where no service keeps or knows it; another code where one could not say
   */
  readonly lookUp: (id: string, signal?: Signal) => Promise<LookedUp>
  /** Many codes, D- and Z-numbers in batches; for each what came of it. */
  readonly lookUpAll: (
    ids: readonly string[],
    signal?: Signal,
  ) => Promise<ReadonlyMap<string, LookedUp | SourceFailure>>
  /** `36410-A` may be a letter of the Senate or a budget chapter (DOMAIN §1.2): only a look-up can tell. */
  readonly decide: (ids: readonly string[], signal?: Signal) => Promise<Decision>
}

export function resolverOf(data: OpenData, publications: Publications): Resolver {
  const share = sharing<LookedUp>()

  const step = async ({ source, id }: Step, signal: Signal): Promise<OfficialDocument> => {
    if (source === 'publications') return publications.publication(id, signal)
    const document = await openDataRecord(data, id, signal)
    if (document === null) throw new SourceFailure('not-found', id)
    return document
  }

  const follow = async (id: string, signal: Signal): Promise<LookedUp> => {
    let document: OfficialDocument | null = null
    const failures: (FailedSource & { readonly failure: SourceFailure })[] = []
    for (const each of planOf(id)) {
      if (document && isEnough(document)) break
      if (each.inNeed && !failures.some(({ code }) => code !== 'not-found')) continue
      try {
        const said = await step(each, signal)
        document = document ? merged(document, said) : said
      } catch (error) {
        const failure = failureOf(error)
        failures.push({ source: each.source, code: failure.code, retryAt: failure.retryAt, failure })
      }
    }
    if (document) return { document, failed: failures.map(({ failure, ...failed }) => failed) }
    // «Not found» is true only when all say so.
    const unsure = failures.find(({ code }) => code !== 'not-found')
    throw unsure?.failure ?? new SourceFailure('not-found', id)
  }

  const lookUp = async (written: string, signal?: Signal): Promise<LookedUp> => {
    const id = canonical(written)
    if (id === null) throw new SourceFailure('not-found', written.slice(0, 100))
    return share(id, signal, (stop) => follow(id, stop))
  }

  const outcome = (id: string, signal: Signal): Promise<LookedUp | SourceFailure> => lookUp(id, signal).catch(failureOf)

  return {
    lookUp,
    async lookUpAll(ids, signal) {
      const outcomes = new Map<string, LookedUp | SourceFailure>()
      const unique = [...new Set(ids)]
      await batched(data, unique, outcomes, signal)
      const single = unique.filter((id) => !outcomes.has(id))
      await Promise.all(single.map(async (id) => outcomes.set(id, await outcome(id, signal))))
      return outcomes
    },
    async decide(ids, signal) {
      const outcomes = await Promise.all(ids.map(async (id) => ({ id, result: await outcome(id, signal) })))
      return {
        found: outcomes.flatMap(({ result }) => (result instanceof SourceFailure ? [] : [result])),
        unanswered: outcomes.flatMap(({ id, result }) =>
          result instanceof SourceFailure && result.code !== 'not-found' ? [{ id, failure: result }] : [],
        ),
      }
    },
  }
}

/** Question and answer belong together by their zaak: without one, the other service may know it. */
function isEnough({ type, zaken }: OfficialDocument): boolean {
  return zaken.length > 0 || (type !== 'written-questions' && type !== 'answers' && type !== 'postponement')
}

/** D- and Z-numbers, as many as a request takes. What comes of a batch is the answer for all in it. */
async function batched(
  data: OpenData,
  ids: readonly string[],
  outcomes: Map<string, LookedUp | SourceFailure>,
  signal: Signal,
): Promise<void> {
  const kept = ids.filter((id) => planOf(id).length > 0)
  const papers = kept.filter((id) => /^\d{4}D\d{5}$/.test(id))
  const zaken = kept.filter((id) => /^\d{4}Z\d{5}$/.test(id))
  await Promise.all([
    settle(papers, outcomes, async () => {
      const told = await data.documents(papers, signal)
      return told.rows.map((row) => [row.Nummer, documentOf(row, told)])
    }),
    settle(zaken, outcomes, async () => {
      const told = await data.zaken(zaken, signal)
      return told.rows.map((row) => [row.Nummer, zaakRecordOf(row, told)])
    }),
  ])
}

async function settle(
  ids: readonly string[],
  outcomes: Map<string, LookedUp | SourceFailure>,
  ask: () => Promise<readonly (readonly [string | null, OfficialDocument])[]>,
): Promise<void> {
  // One alone may have more asked for it than a batch.
  if (ids.length < 2) return
  const found = await ask().catch(failureOf)
  const records = new Map(found instanceof SourceFailure ? [] : found)
  for (const id of ids) {
    const document = records.get(id)
    const missing = found instanceof SourceFailure ? found : new SourceFailure('not-found', id)
    outcomes.set(id, document ? { document, failed: [] } : missing)
  }
}

function canonical(written: string): string | null {
  const dossier = dossierNumber(written)
  if (dossier !== null) return `dossier-${dossier}`
  return aanhangselId(written) ?? codeOfWritten(written)?.id ?? null
}
