import type { Answerer, Asker, DocumentType } from '#utils/documents/types.ts'

/**
 * What the official services say of one code, in one shape of our own, whichever of them said it. JSON-safe: it is stored and
 * travels in messages. Lists are empty and single facts null where no service says anything. Dates are calendar days in the
 * Netherlands (`2023-05-22`).
 */
export interface OfficialDocument {
  /** What the code names: a paper, or what papers belong to. */
  readonly is: 'document' | 'zaak' | 'activiteit' | 'dossier'
  /** Canonical id, the best known: `2023D19158`, `kst-36360-VIII-5`, `2023Z08012`, `dossier-36410-A`. */
  readonly id: string
  /** Every name of this very thing, `id` included: D-number, kst-, ah-tk-, kv-tk-, GUID (small letters). Never its zaak. */
  readonly aliases: readonly string[]
  /** `Soort` as the service has it: «Antwoord schriftelijke vragen». */
  readonly kind: string | null
  /** The same in our words, where it is one of the kinds of questions and answers. */
  readonly type: DocumentType | null
  readonly chamber: 'Tweede Kamer' | 'Eerste Kamer' | null
  /** Of the publication or of the dossier that it belongs to: «Jaarverslag OCW 2022». */
  readonly title: string | null
  /** What this very paper is about («Motie van het lid …»): the better heading, where there is one. */
  readonly subject: string | null
  /** Of the paper; of a zaak its start, of an activiteit when it is held, of an answer when it was received. */
  readonly date: string | null
  /** Vergaderjaar, `2022-2023`. */
  readonly session: string | null
  readonly askedBy: readonly Asker[]
  /** Whom the questions are addressed to. */
  readonly askedOf: readonly Answerer[]
  readonly answeredBy: readonly Answerer[]
  readonly zaken: readonly Zaak[]
  readonly dossiers: readonly Dossier[]
  readonly related: readonly RelatedDocument[]
  /** What was decided on it, newest last, as the service has it: «Aangenomen», «Ter informatie». */
  readonly decisions: readonly string[]
  readonly file: OfficialFile | null
  /** Official addresses, https: pages and publications. */
  readonly links: readonly string[]
  /** Where each fact came from and when. */
  readonly provenance: readonly Provenance[]
}

/** A case that papers belong to. */
export interface Zaak {
  /** `2023Z08012` */
  readonly id: string
  readonly kind: string | null
  readonly subject: string | null
  /** As the service has it; of published cases nearly always «Vrijgegeven». */
  readonly status: string | null
  readonly startedOn: string | null
  /** The day by which it should be dealt with. */
  readonly term: string | null
  /** Dealt with (`Afgedaan`); null where unknown. */
  readonly settled: boolean | null
}

export interface Dossier {
  /** `36360`, `36360-VIII`, `23908-R1519` */
  readonly number: string
  readonly title: string | null
}

/** Another paper that belongs with this one. */
export interface RelatedDocument {
  /** Names of it, best first; at least one. */
  readonly aliases: readonly string[]
  /** How they belong together: both in a zaak, one annexed to the other, in a dossier, or linked by the publication. */
  readonly by: 'zaak' | 'annex' | 'annexed-to' | 'dossier' | 'publication'
  readonly kind: string | null
  readonly type: DocumentType | null
  readonly title: string | null
  readonly date: string | null
}

/** Papers that the record of a dossier names at most, the newest: ten requests, a quarter of a minute's budget. */
export const mostDossierPapers = 1_000

export interface OfficialFile {
  readonly url: string
  /** `application/pdf` */
  readonly contentType: string | null
  /** Bytes. */
  readonly size: number | null
}

/** The facts of a document that are told where they came from. */
export type Fact = Exclude<keyof OfficialDocument, 'is' | 'id' | 'provenance'>

export interface Provenance {
  readonly fact: Fact
  /** The address of the record, of the open data or of the publication's metadata. */
  readonly from: string
  /** When it was asked for, ISO 8601 in UTC. */
  readonly at: string
}

/** A document of which nothing is known yet. */
export function nothingOf(is: OfficialDocument['is'], id: string): OfficialDocument {
  return {
    is,
    id,
    aliases: [id],
    kind: null,
    type: null,
    chamber: null,
    title: null,
    subject: null,
    date: null,
    session: null,
    askedBy: [],
    askedOf: [],
    answeredBy: [],
    zaken: [],
    dossiers: [],
    related: [],
    decisions: [],
    file: null,
    links: [],
    provenance: [],
  }
}

const notTold: ReadonlySet<string> = new Set(['is', 'id', 'provenance'])

/** Whether a service said anything of it. */
export function isKnown(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null
}

/** The document with the same provenance for each fact that it holds. */
export function toldBy(document: OfficialDocument, from: string, at: string): OfficialDocument {
  const facts = Object.entries(document)
    .filter(([name, value]) => !notTold.has(name) && isKnown(value))
    .map(([name]) => name as Fact)
  return { ...document, provenance: facts.map((fact) => ({ fact, from, at })) }
}
