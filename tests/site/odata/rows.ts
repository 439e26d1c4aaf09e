import { type Entity, entities, propertiesOf } from './schema.ts'

/** Rows of the stand-in, in the shape of recorded answers of v4; all of it is made up. */
export type Row = Record<string, unknown>

const tables = Object.fromEntries(Object.keys(entities).map((entity) => [entity, [] as Row[]])) as Record<Entity, Row[]>

export const rowsOf = (entity: Entity): readonly Row[] => tables[entity]

/** GUIDs that are the same in every run: table and place in it. */
function guidOf(entity: Entity, place: number): string {
  const table = Object.keys(entities).indexOf(entity) + 1
  return `5ca1ab1e-000${table}-4000-8000-${String(place + 1).padStart(12, '0')}`
}

function add(entity: Entity, values: Row): Row {
  const row: Row = Object.fromEntries(propertiesOf(entity).map((name) => [name, null]))
  const table = tables[entity]
  const known = { Id: guidOf(entity, table.length), Verwijderd: false, GewijzigdOp: '2023-06-01T09:15:22.41+02:00' }
  Object.assign(row, known, values)
  table.push(row)
  return row
}

const midnight = (day: string) => `${day}T00:00:00+02:00`

function actor(entity: 'DocumentActor' | 'ZaakActor', relation: string, name: string, rest: Row): Row {
  return add(entity, { ActorNaam: name, Relatie: relation, ...rest })
}

const ministry = 'Onderwijs, Cultuur en Wetenschap'
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

function paper({ number, kind, day, subject, title, aanhangsel, dossier, order, published, signed }: PaperParts): Row {
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
function deleted(entity: 'Document' | 'Zaak'): Row {
  return add(entity, { Verwijderd: true })
}

function zaak(number: string, kind: string, day: string, subject: string, papers: readonly Row[], rest: Row = {}): Row {
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

function dossier(number: number, toevoeging: string | null, title: string): Row {
  return add('Kamerstukdossier', {
    Nummer: number,
    Toevoeging: toevoeging,
    Titel: title,
    Kamer: 'TK',
    Afgesloten: false,
  })
}

function questions(number: string, day: string, subject: string): Row {
  const signed = [actor('DocumentActor', 'Eerste ondertekenaar', 'F. van Zuilen', member)]
  return paper({ number, kind: 'Schriftelijke vragen', day, subject, signed })
}

const asked = () => [
  actor('ZaakActor', 'Indiener', 'F. van Zuilen', member),
  actor('ZaakActor', 'Gericht aan', 'J. van der Laken', minister),
]
const answered = () => [actor('DocumentActor', 'Eerste ondertekenaar', 'J. van der Laken', minister)]

deleted('Document')
deleted('Zaak')

// The questions and the answer of the stand-in's pages, `written-questions.ts`.
const internships = 'Gelijke kansen bij het zoeken van een stage'
zaak(
  '2023Z08012',
  'Schriftelijke vragen',
  '2023-05-03',
  internships,
  [
    questions('2023D19158', '2023-05-03', internships),
    paper({
      number: '2023D21040',
      kind: 'Antwoord schriftelijke vragen',
      day: '2023-05-22',
      subject: `Antwoord op vragen van het lid Van Zuilen over ${internships.toLowerCase()}`,
      aanhangsel: '222302345',
      signed: answered(),
    }),
  ],
  { ZaakActor: asked(), Afgedaan: true },
)

const libraries = 'De openingstijden van schoolbibliotheken'
zaak(
  '2023Z09100',
  'Schriftelijke vragen',
  '2023-05-17',
  libraries,
  [
    questions('2023D22500', '2023-05-17', libraries),
    paper({
      number: '2023D25010',
      kind: 'Mededeling (uitstel antwoord)',
      day: '2023-06-05',
      subject: `Uitstel beantwoording vragen van het lid Van Zuilen over ${libraries.toLowerCase()}`,
      aanhangsel: '222302999',
      signed: answered(),
    }),
  ],
  { ZaakActor: asked(), Termijn: midnight('2023-06-28') },
)

const gyms = 'De huur van gymzalen'
zaak('2023Z10477', 'Schriftelijke vragen', '2023-06-01', gyms, [questions('2023D24876', '2023-06-01', gyms)], {
  ZaakActor: asked(),
})
zaak('2023Z10900', 'Schriftelijke vragen', '2023-06-02', gyms, [questions('2023D24990', '2023-06-02', gyms)], {
  ZaakActor: asked(),
  Status: 'Ingetrokken',
})

// The annual report: `letter.ts`, `question-lists.ts`.
const education = dossier(36360, 'VIII', `Jaarverslag en slotwet Ministerie van ${ministry} 2022`)
const health = dossier(36360, 'XVI', 'Jaarverslag en slotwet Ministerie van Volksgezondheid, Welzijn en Sport 2022')
dossier(36360, null, 'Financieel jaarverslag van het Rijk 2022')
dossier(36410, 'A', 'Vaststelling van de begrotingsstaten van het Infrastructuurfonds voor het jaar 2024')

const list = paper({
  number: '2023D18002',
  kind: 'Lijst van vragen',
  day: '2023-05-12',
  subject: 'Lijst van vragen over het jaarverslag OCW 2022',
  dossier: education,
})
const answeredList = paper({
  number: '2023D20123',
  kind: 'Lijst van vragen en antwoorden',
  day: '2023-05-23',
  title: `Jaarverslag en slotwet Ministerie van ${ministry} 2022`,
  subject: 'Lijst van vragen en antwoorden over het jaarverslag OCW 2022',
  dossier: education,
  order: 5,
  published: 'kst-36360-VIII-5',
})
const letter = paper({
  number: '2023D20951',
  kind: 'Brief regering',
  day: '2023-05-23',
  subject: 'Beantwoording vragen over het jaarverslag 2022',
  dossier: education,
  signed: answered(),
})
const annex = paper({
  number: '2023D20960',
  kind: 'Bijlage',
  day: '2023-05-23',
  subject: 'Overzicht van de stageplaatsen',
  dossier: education,
})
letter.BijlageDocument = [annex, deleted('Document')]
annex.BronDocument = [letter]
const report = zaak(
  '2023Z08555',
  'Brief regering',
  '2023-05-12',
  'Jaarverslag OCW 2022',
  [list, answeredList, letter],
  { Kamerstukdossier: [education], Afgedaan: true },
)
report.Besluit = [
  add('Besluit', { BesluitTekst: 'Desgewenst betrekken bij het overleg.', GewijzigdOp: '2023-06-08T12:00:00+02:00' }),
  add('Besluit', { BesluitTekst: 'Agenderen.', GewijzigdOp: '2023-05-25T12:00:00+02:00' }),
]
// Fresh: its publication is not linked yet.
const freshList = paper({
  number: '2023D20777',
  kind: 'Lijst van vragen en antwoorden',
  day: '2023-05-23',
  subject: 'Lijst van vragen en antwoorden over het jaarverslag VWS 2022',
  dossier: health,
  order: 9,
})
zaak('2023Z08600', 'Brief regering', '2023-05-12', 'Jaarverslag VWS 2022', [freshList], { Kamerstukdossier: [health] })
education.Document = [answeredList, list, letter]
health.Document = [freshList]

const meeting = add('Activiteit', {
  Nummer: '2023A01234',
  Soort: 'Commissiedebat',
  Onderwerp: 'Jaarverslagen OCW 2022',
  Datum: midnight('2023-06-14'),
  Status: 'Gepland',
  Vergaderjaar: '2022-2023',
  Voortouwnaam: `vaste commissie voor ${ministry}`,
})
meeting.Document = [letter]
meeting.Zaak = [report]
