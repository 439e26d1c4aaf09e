import type { Entity } from './schema.ts'
import {
  add,
  answered,
  asked,
  deleted,
  dossier,
  midnight,
  ministry,
  paper,
  questions,
  type Row,
  table,
  zaak,
} from './tables.ts'

/** What the stand-in for the open data has: made up, and the same as on the stand-in's pages. */
export const rowsOf = (entity: Entity): readonly Row[] => table(entity)

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

// The motion that the letter names.
const budget = dossier(35925, 'VIII', `Vaststelling van de begrotingsstaten van het Ministerie van ${ministry} 2022`)
const motion = paper({
  number: '2021D41870',
  kind: 'Motie',
  day: '2021-06-15',
  subject: 'Motie van het lid Van Zuilen over begeleiding bij het zoeken van een stage',
  dossier: budget,
  order: 87,
  published: 'kst-35925-VIII-87',
})
const vote = zaak('2021Z19800', 'Motie', '2021-06-15', 'Begeleiding bij het zoeken van een stage', [motion], {
  Kamerstukdossier: [budget],
  Afgedaan: true,
})
vote.Besluit = [add('Besluit', { BesluitTekst: 'Aangenomen.', GewijzigdOp: '2021-06-22T16:00:00+02:00' })]

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
// An annex with the number of what it is annexed to.
paper({ number: '2023D20776', kind: 'Bijlage', day: '2023-05-23', subject: 'Tabellen', dossier: health, order: 9 })
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
// An answer whose zaak the open data do not say; the publication does.
paper({
  number: '2023D26000',
  kind: 'Antwoord schriftelijke vragen',
  day: '2023-05-25',
  subject: 'Antwoord op vragen over het onderhoud van schoolgebouwen',
  aanhangsel: '222302401',
  signed: answered(),
})
// Of an earlier list of questions in the same dossier.
paper({
  number: '2023D09000',
  kind: 'Lijst van vragen en antwoorden',
  day: '2023-03-01',
  subject: 'Lijst van vragen en antwoorden over het Zorgplan',
  dossier: health,
  order: 3,
})
// A list of questions that shares no zaak with its answers.
const lonelyList = paper({
  number: '2023D18100',
  kind: 'Lijst van vragen',
  day: '2023-05-12',
  subject: 'Lijst van vragen over het jaarverslag VWS 2022',
  dossier: health,
})
zaak('2023Z08601', 'Brief commissie', '2023-05-12', 'Vragen over het jaarverslag VWS 2022', [lonelyList])
education.Document = [answeredList, list, letter]
health.Document = [freshList, lonelyList]

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

// A dossier of ten years, with more papers than one request gives.
const schools = dossier(31293, null, 'Primair onderwijs')
const kinds = [
  'Brief regering',
  'Motie',
  'Lijst van vragen',
  'Brief regering',
  'Lijst van vragen en antwoorden',
  'Verslag',
]
schools.Document = Array.from({ length: 230 }, (_, index) =>
  paper({
    number: `20${13 + Math.floor(index / 23)}D${40_000 + index}`,
    kind: kinds[index % kinds.length] ?? '',
    day: `20${13 + Math.floor(index / 23)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
    subject: `${kinds[index % kinds.length]} over het primair onderwijs, ${index + 1}`,
    dossier: schools,
    order: index + 1,
  }),
)
