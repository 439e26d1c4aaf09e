import { type Opening, plainOpening } from '#components/store/opening.ts'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { keepNotFound } from '#utils/database/official/lookups.ts'
import { changeCorrections } from '#utils/database/questions/correct.ts'
import { joinCorrection } from '#utils/documents/corrections.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import { keepAnswers, keepLetter, type World } from './kept-world.ts'
import { answers, known, motion, overdue, questions } from './officials.ts'
import { documentRow } from './rows.ts'
import { at, atDocument, library, popup, type Screen, withCodes, withNote } from './screens.tsx'

const atLetter = (question?: number): Opening => ({
  ...plainOpening,
  destination: { type: 'document', id: 'ah-tk-20242025-512', question },
})

const asZaak = { ...questions, is: 'zaak', id: '2023Z08012', aliases: ['2023Z08012'], type: null } as const

const postponement = documentRow('2024D44001', {
  title: 'Uitstel beantwoording vragen van de leden Bos en Smit over de Jeugdzorgwachttijdenrichtlijn',
  date: '2024-11-20',
  links: [{ rel: 'file', url: 'https://www.tweedekamer.nl/downloads/document?id=2024D44001' }],
  facts: {
    type: 'postponement',
    askedBy: [{ name: 'Bos', party: 'VVD' }],
    answeredBy: [{ name: 'Agema', function: 'minister', ministry: 'Volksgezondheid, Welzijn en Sport' }],
    askedOn: '2024-10-30',
    answeredOn: '2024-11-20',
    dossier: null,
    subject: null,
    printedIds: ['2024Z17538'],
  },
})

const atPostponement = { type: 'document', id: postponement.id } as const

async function keepCorrected({ db }: World) {
  const { id } = await keepLetter(db)
  const next = await db.questions.get([id, 6])
  if (next === undefined) throw new Error('no question')
  const put = [joinCorrection(next, { number: next.number, occurrence: 1 })]
  await changeCorrections(db, { list: id, put, remove: [] }, new Date('2024-11-21T10:00:00Z'))
}

/** What a code and a document show, with and without what the official services say. */
export const paperScreens: readonly Screen[] = [
  {
    name: 'popup-printed-and-document',
    keep: async (world) => {
      await withNote(world)
      await world.db.documents.put(
        documentRow('2023D19158', { title: 'Verslag van een werkbezoek aan de haven van Rotterdam' }),
      )
    },
    show: (world) => popup(world, withCodes(world), at(world, '2023D19158')),
  },
  { name: 'popup-unknown-code', show: (world) => popup(world, withCodes(world), at(world, '2023D12345')) },
  {
    name: 'popup-looked-up',
    keep: async (world) => known(world, questions),
    show: (world) => popup(world, withCodes(world), at(world, '2023D19158')),
  },
  {
    name: 'popup-overdue',
    keep: async (world) => known(world, overdue),
    show: (world) => popup(world, withCodes(world), at(world, 'kv-tk-2023Z08012')),
  },
  {
    name: 'popup-looking-up',
    keep: async (world) => world.officials.set('2023D12345', 'no answer yet'),
    show: (world) => popup(world, withCodes(world), at(world, '2023D12345')),
  },
  {
    name: 'popup-offline',
    keep: async (world) => world.officials.set('2023D12345', new SourceFailure('offline')),
    show: (world) => popup(world, withCodes(world), at(world, '2023D12345')),
  },
  {
    name: 'popup-withheld',
    keep: async (world) => world.officials.set('2023D12345', new SourceFailure('withheld')),
    show: (world) => popup(world, withCodes(world), at(world, '2023D12345')),
  },
  {
    name: 'popup-offline-known',
    keep: async (world) => {
      await keepFound(world.db, '2023D19158', { document: questions, failed: [] }, new Date('2023-05-20T09:00:00Z'))
      world.officials.set('2023D19158', new SourceFailure('busy', '', Date.now() + 60_000))
    },
    show: (world) => popup(world, withCodes(world), at(world, '2023D19158')),
  },
  {
    name: 'popup-official-long-words',
    keep: async (world) => known(world, motion),
    show: (world) => popup(world, withCodes(world), at(world, 'kst-36360-VIII-5')),
  },
  {
    name: 'popup-printed-and-official',
    keep: async (world) => {
      await withNote(world)
      known(world, questions)
    },
    show: (world) => popup(world, withCodes(world), at(world, '2023D19158')),
  },
  {
    name: 'popup-official-rows',
    keep: async (world) => {
      await keepAnswers(world.db)
      await keepFound(world.db, '2023Z08012', { document: asZaak, failed: [] }, new Date())
      await keepFound(world.db, 'ah-tk-20222023-2345', { document: answers, failed: [] }, new Date())
      await keepNotFound(world.db, 'kst-29338-258', new Date())
    },
    show: (world) => popup(world, withCodes(world)),
  },
  {
    name: 'popup-letter-official',
    keep: async (world) => {
      await keepLetter(world.db)
      known(world, answers)
    },
    show: (world) => popup(world, withCodes(world), atLetter()),
  },
  {
    name: 'library-letter-official',
    page: true,
    keep: async (world) => {
      await keepLetter(world.db)
      known(world, answers)
    },
    show: (world) => library(world, atLetter(1)),
  },
  {
    name: 'library-letter-offline',
    page: true,
    keep: async (world) => {
      await keepLetter(world.db)
      world.officials.set('ah-tk-20242025-512', new SourceFailure('offline'))
    },
    show: (world) => library(world, atLetter()),
  },
  {
    name: 'library-looked-up',
    page: true,
    keep: async (world) => {
      await withNote(world)
      known(world, motion)
    },
    show: (world) => library(world, at(world, '2023D20951')),
  },
  {
    name: 'library-official',
    page: true,
    keep: async (world) => known(world, motion),
    show: (world) => library(world, at(world, 'kst-36360-VIII-5')),
  },
  { name: 'popup-document', keep: withNote, show: (world) => popup(world, withCodes(world), atDocument) },
  {
    name: 'popup-letter',
    keep: ({ db }) => keepLetter(db),
    show: (world) => popup(world, withCodes(world), atLetter()),
  },
  {
    name: 'popup-letter-question',
    keep: ({ db }) => keepLetter(db),
    show: (world) => popup(world, withCodes(world), atLetter(1)),
  },
  {
    name: 'popup-letter-corrected',
    keep: keepCorrected,
    show: (world) => popup(world, withCodes(world), atLetter(5)),
  },
  {
    name: 'popup-postponement',
    keep: ({ db }) => db.documents.put(postponement),
    show: (world) => popup(world, withCodes(world), { ...plainOpening, destination: atPostponement }),
  },
  {
    name: 'popup-mentioned-code',
    keep: ({ db }) => keepLetter(db),
    show: (world) => popup(world, withCodes(world), at(world, 'kst-31839-1005')),
  },
  {
    name: 'library-letter',
    page: true,
    keep: ({ db }) => keepLetter(db),
    show: (world) => library(world, atLetter(1)),
  },
  {
    name: 'popup-many-questions',
    keep: (world) => keepAnswers(world.db, 90),
    show: (world) =>
      popup(world, withCodes(world), {
        ...plainOpening,
        destination: { type: 'document', id: '2023D20951', question: 1 },
      }),
  },
  {
    name: 'popup-long-words',
    keep: (world) =>
      world.db.documents.put(
        documentRow('2023D19158', {
          title:
            'Arbeidsmarktdiscriminatievoorlichtingscampagnemaatregelen en de uitvoeringsorganisatiesamenwerkingsovereenkomst',
        }),
      ),
    show: (world) => popup(world, withCodes(world), at(world, '2023D19158')),
  },
  {
    name: 'popup-upgrade-refused',
    show: (world) => popup(world, withCodes(world), plainOpening, 'upgrade-refused'),
  },
]
