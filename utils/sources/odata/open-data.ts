import type { Ask } from '../http/ask.ts'
import { SourceFailure } from '../http/errors.ts'
import { mostDossierPapers } from '../official-document.ts'
import { rowsIn, type Schema } from './answers.ts'
import { type ServiceMemory, serviceChooser } from './choose.ts'
import { all, any, batches, equal, type Filter, some } from './filter.ts'
import { isDossier, isInDossier, isOneOf, says } from './meant.ts'
import { queryUrl } from './query-url.ts'
import {
  type ActiviteitRow,
  activiteitRow,
  type DocumentRow,
  type DossierRow,
  documentRow,
  dossierRow,
  type PaperRow,
  paperRow,
  type ZaakRow,
  zaakRow,
} from './rows.ts'
import {
  activiteitShape,
  documentShape,
  dossierPaperShape,
  dossierShape,
  firstPapers,
  newestFirst,
  type Shape,
  zaakShape,
} from './shapes.ts'
import { nameIn, type Service } from './versions.ts'

/** Rows, the service that told them and when (ISO 8601 in UTC). */
export interface Told<Row> {
  readonly rows: readonly Row[]
  readonly service: Service
  readonly at: string
}

type Signal = AbortSignal | undefined

/**
 * The look-ups in the open data of the Tweede Kamer (DOMAIN §3): exact ones alone, deleted rows left out. Numbers are asked
 * for in batches. No rows where it knows nothing; all throw SourceFailure, or the signal's reason.
 */
export interface OpenData {
  /** By D-number; none twice. */
  readonly documents: (numbers: readonly string[], signal?: Signal) => Promise<Told<DocumentRow>>
  /** By the id of the publication: `kst-36360-VIII-5`. New papers have none for weeks. */
  readonly documentsOfPublication: (id: string, signal?: Signal) => Promise<Told<DocumentRow>>
  /** By dossier and ondernummer, or by dossier and kind (`Soort`). */
  readonly documentsInDossier: (key: DossierKey, which: InDossier, signal?: Signal) => Promise<Told<DocumentRow>>
  /** By the nine digits of an Aanhangsel. */
  readonly documentsOfAanhangsel: (nineDigits: string, signal?: Signal) => Promise<Told<DocumentRow>>
  /** By Z-number, with their papers. */
  readonly zaken: (numbers: readonly string[], signal?: Signal) => Promise<Told<ZaakRow>>
  /** By A-number. */
  readonly activiteiten: (numbers: readonly string[], signal?: Signal) => Promise<Told<ActiviteitRow>>
  /** With its newest papers, `mostDossierPapers` at most: those that the dossier itself comes with, then page by page. */
  readonly dossiers: (key: DossierKey, signal?: Signal) => Promise<Told<DossierRow>>
}

export interface DossierKey {
  readonly number: number
  /** `VIII`, `20`, `(R1519)`; null for none. */
  readonly toevoeging: string | null
}

export type InDossier = { readonly ondernummer: number } | { readonly kinds: readonly string[] }

/** @param memory where the choice of a version is kept, if anywhere */
export function openData(ask: Ask, now: () => number, memory: ServiceMemory | null = null): OpenData {
  const chooser = serviceChooser(ask, now, memory)

  async function rowsOf<Row>(lookUp: LookUp<Row>, signal: Signal): Promise<Told<Row>> {
    const service = await chooser.current(signal)
    try {
      return await told(lookUp, service, signal)
    } catch (error) {
      // A question with a filter is answered with no rows; «not found» means that the service itself has gone.
      if (!(error instanceof SourceFailure) || error.code !== 'not-found') throw error
      chooser.forget(service)
      return told(lookUp, await chooser.current(signal), signal).catch(withoutService)
    }
  }

  async function told<Row>({ shape, schema, filters, isMeant }: LookUp<Row>, service: Service, signal: Signal) {
    const rows: Row[] = []
    let at = new Date(now()).toISOString()
    for (const filter of filters(service)) {
      const answer = await ask({ url: queryUrl(service, shape, filter), format: 'json', signal })
      at = answer.at
      const given = rowsIn(answer.text, service, shape, schema)
      if (!given.every(isMeant)) throw new SourceFailure('broken-answer', `rows of another ${shape.entity}`)
      rows.push(...given)
    }
    return { rows, service, at }
  }

  const numbered =
    <Row extends { readonly Nummer: string | null }>(shape: Shape, schema: Schema<Row>) =>
    (numbers: readonly string[], signal?: Signal) => {
      const filters = (service: Service) => ofNumbers(service, shape, numbers)
      return rowsOf<Row>({ shape, schema, filters, isMeant: ({ Nummer }) => isOneOf(Nummer, numbers) }, signal)
    }
  const documentsWhere = (
    filter: (service: Service) => Filter,
    isMeant: (row: DocumentRow) => boolean,
    signal: Signal,
  ) => {
    const filters = (service: Service) => [all(filter(service), notDeleted(service, documentShape))]
    return rowsOf<DocumentRow>({ shape: documentShape, schema: documentRow, filters, isMeant }, signal)
  }

  return {
    documents: numbered<DocumentRow>(documentShape, documentRow),
    zaken: numbered<ZaakRow>(zaakShape, zaakRow),
    activiteiten: numbered<ActiviteitRow>(activiteitShape, activiteitRow),
    documentsOfPublication: (id, signal) =>
      documentsWhere(
        () => equal('HuidigeDocumentVersie/ExterneIdentifier', id),
        ({ HuidigeDocumentVersie }) => says(HuidigeDocumentVersie?.ExterneIdentifier, id),
        signal,
      ),
    documentsOfAanhangsel: (nineDigits, signal) =>
      documentsWhere(
        (service) => equal(nameOf(service, documentShape, 'Aanhangselnummer'), nineDigits),
        ({ Aanhangselnummer }) => says(Aanhangselnummer, nineDigits),
        signal,
      ),
    documentsInDossier: (key, which, signal) =>
      documentsWhere(
        (service) =>
          all(
            'kinds' in which
              ? any(...which.kinds.map((kind) => equal('Soort', kind)))
              : equal(nameOf(service, documentShape, 'Ondernummer'), which.ondernummer),
            some('Kamerstukdossier', dossierFilter('d/', key)),
          ),
        ({ Kamerstukdossier, Ondernummer }) =>
          isInDossier(Kamerstukdossier, key) && ('kinds' in which || says(Ondernummer, which.ondernummer)),
        signal,
      ),
    async dossiers(key, signal) {
      const told = await rowsOf<DossierRow>(
        {
          shape: dossierShape,
          schema: dossierRow,
          filters: (service) => [all(dossierFilter('', key), notDeleted(service, dossierShape))],
          isMeant: (row) => isDossier(row, key),
        },
        signal,
      )
      const [dossier, ...others] = told.rows
      if (dossier === undefined || dossier.Document.length < firstPapers) return told
      const more = await furtherPapers(key, told.service, dossier.Document.length, signal)
      const papers = [...new Map([...dossier.Document, ...more].map((paper) => [paper.Id, paper])).values()]
      return { ...told, rows: [{ ...dossier, Document: papers.slice(0, mostDossierPapers) }, ...others] }
    },
  }

  /** All of it or a failure: what lacks a page in its middle would look whole. */
  async function furtherPapers(key: DossierKey, service: Service, known: number, signal: Signal) {
    const shape = dossierPaperShape
    const filter = all(some('Kamerstukdossier', dossierFilter('d/', key)), notDeleted(service, shape))
    const papers: PaperRow[] = []
    for (let skip = known; skip < mostDossierPapers; skip = known + papers.length) {
      const url = queryUrl(service, shape, filter, { order: newestFirst, skip })
      const { text } = await ask({ url, format: 'json', signal }).catch(withoutService)
      const page = rowsIn<PaperRow>(text, service, shape, paperRow)
      papers.push(...page)
      if (page.length < service.mostRows) break
    }
    return papers
  }
}

interface LookUp<Row> {
  readonly shape: Shape
  readonly schema: Schema<Row>
  /** One request each. */
  readonly filters: (service: Service) => readonly Filter[]
  readonly isMeant: (row: Row) => boolean
}

function ofNumbers(service: Service, shape: Shape, numbers: readonly string[]): readonly Filter[] {
  const field = nameOf(service, shape, 'Nummer')
  const beside = notDeleted(service, shape)
  return batches(field, numbers, beside).map((batch) =>
    all(any(...batch.map((number) => equal(field, number))), beside),
  )
}

/** No toevoeging is null in some rows and an empty text in others [?]. */
function dossierFilter(at: '' | 'd/', { number, toevoeging }: DossierKey): Filter {
  const named = toevoeging === null ? [null, ''] : [toevoeging]
  return all(equal(`${at}Nummer`, number), any(...named.map((each) => equal(`${at}Toevoeging`, each))))
}

function notDeleted(service: Service, shape: Shape): Filter {
  return equal(nameOf(service, shape, 'Verwijderd'), false)
}

function nameOf(service: Service, { entity }: Shape, field: string): string {
  const name = nameIn(service, entity, field)
  if (name === null) throw new SourceFailure('refused', `${service.name} has no ${entity}.${field}`)
  return name
}

function withoutService(error: unknown): never {
  const gone = error instanceof SourceFailure && error.code === 'not-found'
  throw gone ? new SourceFailure('broken-answer', error.message) : error
}
