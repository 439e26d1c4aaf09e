import { plainOpening } from '#components/store/opening.ts'
import { zaakOf } from '#tests/fixtures/zaak.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import { nothingOf, type OfficialDocument, type RelatedDocument } from '#utils/sources/official-document.ts'
import { looked } from './followed-screens.tsx'
import type { World } from './kept-world.ts'
import { documentRow, questionRow } from './rows.ts'
import { code, emptyPage, library, popup, type Screen } from './screens.tsx'

export const dossierId = 'dossier-36360-VIII'

const related = (
  number: string,
  kind: string,
  date: string | null,
  title: string,
  more: Partial<RelatedDocument> = {},
): RelatedDocument => ({ aliases: [number], by: 'dossier', kind, type: null, title, date, ...more })

const papers: readonly RelatedDocument[] = [
  related('2023D12001', 'Jaarverslag', '2023-05-17', 'Jaarverslag van het Ministerie van OCW 2022', {
    aliases: ['2023D12001', 'kst-36360-VIII-1'],
  }),
  related('2023D18002', 'Lijst van vragen', '2023-05-12', 'Lijst van vragen over het jaarverslag OCW 2022', {
    type: 'question-list',
  }),
  related(
    '2023D20951',
    'Lijst van vragen en antwoorden',
    '2023-05-23',
    'Lijst van vragen en antwoorden over het jaarverslag',
    {
      aliases: ['2023D20951', 'kst-36360-VIII-5'],
      type: 'question-and-answer-list',
    },
  ),
  related('2023D24876', 'Schriftelijke vragen', '2023-06-01', 'De huur van gymzalen', { type: 'written-questions' }),
  related('2023D25000', 'Motie', '2023-06-14', 'Motie van het lid Van Zuilen over een register van stages', {
    aliases: ['2023D25000', 'kst-36360-VIII-6'],
  }),
  related('2023D25001', 'Gewijzigde motie', '2023-06-14', 'Gewijzigde motie van het lid Van Zuilen over stages', {
    aliases: ['2023D25001', 'kst-36360-VIII-7'],
  }),
  related('2024D01001', 'Brief regering', '2024-01-22', 'Stand van zaken van het werkprogramma stagediscriminatie'),
  related('5ca1ab1e-0001-4000-8000-000000000009', 'Brief regering', null, 'Een brief zonder nummer en zonder datum'),
]

const dossier = (
  of: readonly RelatedDocument[],
  title: string | null = 'Jaarverslag en slotwet Ministerie van OCW 2022',
) =>
  ({
    ...nothingOf('dossier', dossierId),
    title,
    dossiers: [{ number: '36360-VIII', title }],
    related: of,
  }) satisfies OfficialDocument

const note = (id: string, target: string): NoteRow => ({
  id,
  target,
  type: target.includes('#') ? 'question' : 'document',
  body: 'Terugvragen na het congres van november.',
  version: 1,
  places: [],
  createdAt: '2023-06-01T08:00:00.000Z',
  updatedAt: '2023-06-01T08:00:00.000Z',
})

/** A dossier of all kinds of papers, of which one is kept under its other name, with notes on it and on the dossier. */
export async function keepDossier({ db, officials }: World): Promise<void> {
  officials.set(dossierId, dossier(papers))
  await db.documents.put(documentRow('kst-36360-VIII-5', { kind: 'kamerstuk', dossier: '36360-VIII' }))
  await db.questions.bulkPut(
    Array.from({ length: 12 }, (_, order) =>
      questionRow('kst-36360-VIII-5', order, order === 3 ? { answer: '', code: null } : { code: null }),
    ),
  )
  await db.notes.bulkPut([note('a', 'kst-36360-VIII-5#2'), note('b', '2024D01001'), note('c', dossierId)])
  const zaak = zaakOf('2023Z10477', { subject: 'De huur van gymzalen' })
  await db.lookups.put(
    looked({
      ...nothingOf('document', '2023D24876'),
      type: 'written-questions',
      kind: 'Schriftelijke vragen',
      zaken: [zaak],
    }),
  )
}

const kinds = [
  'Brief regering',
  'Motie',
  'Lijst van vragen',
  'Verslag',
  'Brief regering',
  'Lijst van vragen en antwoorden',
]

/** As many papers as the services are asked for, over twelve years. */
export const keepMany =
  (count: number) =>
  async ({ db, officials }: World): Promise<void> => {
    const many = Array.from({ length: count }, (_, index) => {
      const day = new Date(Date.UTC(2012, 0, 3) + Math.floor(index * 4.4) * 86_400_000).toISOString().slice(0, 10)
      const kind = kinds[(index * 7) % kinds.length] ?? ''
      return related(
        `${day.slice(0, 4)}D${String(10_000 + index)}`,
        kind,
        day,
        `${kind} over het primair onderwijs, ${index + 1}`,
        {
          aliases: [`${day.slice(0, 4)}D${String(10_000 + index)}`, `kst-36360-VIII-${index + 1}`],
        },
      )
    })
    officials.set(dossierId, dossier(many, 'Primair onderwijs'))
    await db.notes.bulkPut([note('a', 'kst-36360-VIII-40'), note('b', `kst-36360-VIII-${Math.floor(count / 2)}`)])
  }

async function keepLong({ officials }: World): Promise<void> {
  const long =
    'Arbeidsmarktdiscriminatievoorlichtingscampagnemaatregelen en de uitvoeringsorganisatiesamenwerkingsovereenkomst'
  officials.set(
    dossierId,
    dossier(
      papers.map((paper) => ({ ...paper, title: `${long} ${long}` })),
      long,
    ),
  )
}

const opening = (world: World) => ({
  ...plainOpening,
  destination: { type: 'code', code: code(world, dossierId) } as const,
})
export const inLibrary = (world: World) => library(world, opening(world))
export const inPopup = (world: World) => popup(world, emptyPage('no-codes'), opening(world))

/** A dossier in popup and library, in every state. */
export const dossierScreens: readonly Screen[] = [
  { name: 'popup-dossier', keep: keepDossier, show: inPopup },
  { name: 'popup-dossier-many', keep: keepMany(1_000), show: inPopup },
  { name: 'popup-dossier-long-words', keep: keepLong, show: inPopup },
  {
    name: 'popup-dossier-empty',
    keep: async ({ officials }) => officials.set(dossierId, dossier([])),
    show: inPopup,
  },
  { name: 'popup-dossier-not-found', show: inPopup },
  {
    name: 'popup-dossier-asking',
    keep: async ({ officials }) => officials.set(dossierId, 'no answer yet'),
    show: inPopup,
  },
  {
    name: 'popup-dossier-offline',
    keep: async (world) => {
      await keepDossier(world)
      await world.db.lookups.put({ ...looked(dossier(papers)), expiresAt: '2023-06-21T10:00:00.000Z' })
      world.officials.set(dossierId, new SourceFailure('offline', 'test'))
    },
    show: inPopup,
  },
  { name: 'library-dossier', page: true, keep: keepDossier, show: inLibrary },
  { name: 'library-dossier-many', page: true, keep: keepMany(1_000), show: inLibrary },
  { name: 'library-dossier-hundred', page: true, keep: keepMany(150), show: inLibrary },
]
