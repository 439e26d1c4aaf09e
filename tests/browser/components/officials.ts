import { zaakOf } from '#tests/fixtures/zaak.ts'
import { nothingOf, type OfficialDocument, toldBy } from '#utils/sources/official-document.ts'
import type { World } from './kept-world.ts'

/** Records in the shapes that the services give, with texts of these tests. */

const base = 'https://gegevensmagazijn.tweedekamer.nl/OData/v5/Document(5ca1ab1e-0001-4000-8000-000000000001)'

const askedOf = [{ name: 'J. van der Laken', function: 'minister', ministry: 'Onderwijs, Cultuur en Wetenschap' }]
const zaak = zaakOf('2023Z08012', { subject: 'Gelijke kansen bij het zoeken van een stage', startedOn: '2023-05-03' })

export const questions: OfficialDocument = toldBy(
  {
    ...nothingOf('document', '2023D19158'),
    aliases: ['2023D19158', 'kv-tk-2023Z08012', '5ca1ab1e-0001-4000-8000-000000000001'],
    kind: 'Schriftelijke vragen',
    type: 'written-questions',
    chamber: 'Tweede Kamer',
    subject: 'Gelijke kansen bij het zoeken van een stage',
    date: '2023-05-03',
    session: '2022-2023',
    askedBy: [
      { name: 'F. van Zuilen', party: 'LKP' },
      { name: 'Daniëlle Hogewoning-Brouwer', party: 'Nieuw Sociaal Contract' },
    ],
    askedOf,
    zaken: [zaak],
    related: [
      {
        aliases: ['2023D21040', 'ah-tk-20222023-2345'],
        by: 'zaak',
        kind: 'Antwoord schriftelijke vragen',
        type: 'answers',
        title: 'Antwoord op vragen van de leden Van Zuilen en Hogewoning-Brouwer over gelijke kansen',
        date: '2023-05-22',
      },
      {
        aliases: ['2023D20100'],
        by: 'zaak',
        kind: 'Mededeling (uitstel antwoord)',
        type: 'postponement',
        title: 'Uitstel beantwoording vragen over gelijke kansen',
        date: '2023-05-16',
      },
      { aliases: ['blg-1234567'], by: 'annex', kind: 'Bijlage', type: null, title: 'Onderzoek', date: '2023-05-22' },
      {
        aliases: ['5ca1ab1e-0001-4000-8000-000000000009'],
        by: 'zaak',
        kind: 'Brief regering',
        type: null,
        title: 'Een brief zonder nummer',
        date: null,
      },
    ],
    file: {
      url: 'https://www.tweedekamer.nl/downloads/document?id=2023D19158',
      contentType: 'application/pdf',
      size: 48_213,
    },
    links: [
      'https://www.tweedekamer.nl/kamerstukken/detail?id=2023D19158&did=2023D19158',
      'https://zoek.officielebekendmakingen.nl/kv-tk-2023Z08012.html',
    ],
  },
  base,
  '2023-05-23T08:00:00.000Z',
)

/** Questions of long ago that nobody answered. */
export const overdue: OfficialDocument = { ...questions, related: [], askedOf: [], file: null }

export const answers: OfficialDocument = {
  ...questions,
  id: 'ah-tk-20242025-512',
  aliases: ['ah-tk-20242025-512', '2024D44021'],
  kind: 'Antwoord schriftelijke vragen',
  type: 'answers',
  title: null,
  subject: 'Wachtlijsten in de jeugdzorg',
  date: '2024-11-19',
  session: '2024-2025',
  askedBy: [{ name: 'D. Jansen', party: 'Nieuw Sociaal Contract' }],
  askedOf: [{ name: null, function: 'minister', ministry: 'Volksgezondheid, Welzijn en Sport' }],
  answeredBy: [{ name: 'A. Agema', function: 'minister', ministry: 'Volksgezondheid, Welzijn en Sport' }],
  zaken: [{ ...zaak, id: '2024Z18775', startedOn: '2024-10-30' }],
  related: [
    {
      aliases: ['2024D40001', 'kv-tk-2024Z18775'],
      by: 'zaak',
      kind: 'Schriftelijke vragen',
      type: 'written-questions',
      title: 'Wachtlijsten in de jeugdzorg',
      date: '2024-10-30',
    },
  ],
  links: ['https://zoek.officielebekendmakingen.nl/ah-tk-20242025-512.html'],
  file: null,
}

/** Long Dutch words, many papers, a decision. */
export const motion: OfficialDocument = {
  ...questions,
  id: 'kst-36360-VIII-5',
  aliases: ['kst-36360-VIII-5', '2023D20951'],
  kind: 'Motie (gewijzigd/nader)',
  type: null,
  title: 'Vaststelling van de begrotingsstaten van het Ministerie van Onderwijs, Cultuur en Wetenschap',
  subject:
    'Motie over de arbeidsmarktdiscriminatievoorlichtingscampagnemaatregelen en de uitvoeringsorganisatiesamenwerkingsovereenkomst',
  askedBy: [],
  askedOf: [],
  zaken: [{ ...zaak, kind: 'Motie' }],
  dossiers: [
    { number: '36360-VIII', title: 'Jaarverslag van het Ministerie van Onderwijs, Cultuur en Wetenschap 2022' },
    { number: '31839', title: null },
  ],
  related: Array.from({ length: 14 }, (_, index) => ({
    aliases: [`kst-36360-VIII-${index + 10}`],
    by: 'dossier' as const,
    kind: 'Brief regering',
    type: null,
    title: `Brief ${index + 1} over de hersteloperatiekinderopvangtoeslagenaffairesamenwerkingsverbanden`,
    date: '2023-06-01',
  })),
  decisions: ['Aangenomen met 76 stemmen voor'],
}

/** Has the services know these. */
export const known = (world: World, ...documents: readonly OfficialDocument[]) => {
  for (const document of documents) for (const alias of document.aliases) world.officials.set(alias, document)
}
