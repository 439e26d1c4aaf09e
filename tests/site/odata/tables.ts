import { type Entity, entities, propertiesOf } from './schema.ts'

/** Rows of the stand-in's tables, in the shape of recorded answers of v4. */
export type Row = Record<string, unknown>

const tables = Object.fromEntries(Object.keys(entities).map((entity) => [entity, [] as Row[]])) as Record<Entity, Row[]>

export const table = (entity: Entity): readonly Row[] => tables[entity]

/** GUIDs that are the same in every run: table and place in it. */
function guidOf(entity: Entity, place: number): string {
  const number = Object.keys(entities).indexOf(entity) + 1
  return `5ca1ab1e-000${number}-4000-8000-${String(place + 1).padStart(12, '0')}`
}

export function add(entity: Entity, values: Row): Row {
  const row: Row = Object.fromEntries(propertiesOf(entity).map((name) => [name, null]))
  const into = tables[entity]
  const known = { Id: guidOf(entity, into.length), Verwijderd: false, GewijzigdOp: '2023-06-01T09:15:22.41+02:00' }
  Object.assign(row, known, values)
  into.push(row)
  return row
}

export const midnight = (day: string) => `${day}T00:00:00+02:00`

function actor(entity: 'DocumentActor' | 'ZaakActor', relation: string, name: string, rest: Row): Row {
  return add(entity, { ActorNaam: name, Relatie: relation, ...rest })
}

export const ministry = 'Onderwijs, Cultuur en Wetenschap'
const member = { ActorFractie: 'LKP', Functie: 'Tweede Kamerlid' }
const minister = { Functie: `minister van ${ministry}` }

interface PaperParts {
  readonly number: string
  readonly kind: string
  readonly day: string
  readonly subject: string
  readonly title?: string
  readonly aanhangsel?: string
  readonly dossier?: Row
  readonly order?: number
  /** The id of its publication; fresh papers have none. */
  readonly published?: string
  readonly signed?: readonly Row[]
}

export function paper({
  number,
  kind,
  day,
  subject,
  title,
  aanhangsel,
  dossier,
  order,
  published,
  signed,
}: PaperParts): Row {
  const row = add('Document', {
    DocumentNummer: number,
    Soort: kind,
    Titel: title ?? null,
    Onderwerp: subject,
    Datum: midnight(day),
    Vergaderjaar: '2022-2023',
    Kamer: 2,
    Volgnummer: order ?? -1,
    Aanhangselnummer: aanhangsel ?? null,
    DatumRegistratie: midnight(day),
    Organisatie: 'Tweede Kamer',
    ContentType: 'application/pdf',
    ContentLength: 48_213,
  })
  row.Kamerstukdossier = dossier ? [dossier] : []
  row.DocumentActor = [...(signed ?? [])]
  row.HuidigeDocumentVersie = add('DocumentVersie', { Status: 'Vrijgegeven', ExterneIdentifier: published ?? null })
  row.BijlageDocument = []
  row.BronDocument = []
  row.Activiteit = []
  row.Zaak = []
  return row
}

/** As the service gives what it has deleted: the id, and nulls. */
export function deleted(entity: 'Document' | 'Zaak'): Row {
  return add(entity, { Verwijderd: true })
}

export function zaak(
  number: string,
  kind: string,
  day: string,
  subject: string,
  papers: readonly Row[],
  rest: Row = {},
): Row {
  const row = add('Zaak', {
    Nummer: number,
    Soort: kind,
    Status: 'Vrijgegeven',
    Onderwerp: subject,
    GestartOp: midnight(day),
    Organisatie: 'Tweede Kamer',
    Vergaderjaar: '2022-2023',
    Volgnummer: -1,
    Afgedaan: false,
    ZaakActor: [],
    Besluit: [],
    Kamerstukdossier: [],
    ...rest,
  })
  row.Document = [...papers, deleted('Document')]
  for (const each of papers) (each.Zaak as Row[]).push(row)
  return row
}

export function dossier(number: number, toevoeging: string | null, title: string): Row {
  return add('Kamerstukdossier', {
    Nummer: number,
    Toevoeging: toevoeging,
    Titel: title,
    Kamer: 'TK',
    Afgesloten: false,
  })
}

export function questions(number: string, day: string, subject: string): Row {
  const signed = [actor('DocumentActor', 'Eerste ondertekenaar', 'F. van Zuilen', member)]
  return paper({ number, kind: 'Schriftelijke vragen', day, subject, signed })
}

export const asked = () => [
  actor('ZaakActor', 'Indiener', 'F. van Zuilen', member),
  actor('ZaakActor', 'Gericht aan', 'J. van der Laken', minister),
]
export const answered = () => [actor('DocumentActor', 'Eerste ondertekenaar', 'J. van der Laken', minister)]
