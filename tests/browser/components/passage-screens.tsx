import type { PlacedPassage } from '#components/reader/passages-in-reader.ts'
import { plainOpening } from '#components/store/opening.ts'
import type { BegunPassage, PassageOnPage } from '#utils/browser/protocol/passages.ts'
import type { PassageNote } from '#utils/database/notes/passages.ts'
import type { Passage, PassageSeen } from '#utils/database/schema.ts'
import type { World } from './kept-world.ts'
import { fakeView, keepWithPlaces, noPassages, readAlready, reader } from './reader-screens.tsx'
import { emptyPage, library, popup, type Screen, withCodes } from './screens.tsx'

const url = 'https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D20951'
const words =
  'Wij zien dat er toenemende aandacht is binnen instellingen voor stagediscriminatie; het werkprogramma is daarop afgestemd.'

function passageOf(exact: string, more: Partial<Passage> = {}): Passage {
  const quote = { exact, prefix: 'Antwoord ', suffix: ' Daarnaast', start: 400, end: 400 + exact.length }
  return { quote, url, format: 'page', ...more }
}

export function passageNote(id: string, exact: string, body: string, seen: PassageSeen = {}): PassageNote {
  return {
    id,
    target: '2023D20951',
    type: 'passage',
    passage: passageOf(exact),
    seen: { lastFound: '2023-06-01T10:00:00.000Z', ...seen },
    body,
    version: 1,
    places: [{ url, title: 'Antwoorden op feitelijke vragen' }],
    createdAt: '2023-05-24T10:00:00.000Z',
    updatedAt: '2023-05-24T10:00:00.000Z',
  }
}

const notes = [
  passageNote('passage-1', words, 'Terugvragen: welke instellingen?'),
  passageNote('passage-2', 'De voortgang wordt elk voorjaar gemeten.', ''),
  passageNote('passage-3', 'Voor de eerste meting was een nulmeting gedaan in het voorjaar van 2021.', 'Opvragen.'),
  passageNote('passage-4', 'De staatssecretaris stuurt de Kamer voor de zomer een brief.', 'Niet gekomen.', {
    orphanSince: '2023-09-04T10:00:00.000Z',
  }),
]

const keepPassages = async (world: World) => {
  await keepWithPlaces(world)
  await world.db.notes.bulkPut(notes)
}

const onPage: readonly PassageOnPage[] = [
  { id: 'passage-1', state: 'exact' },
  { id: 'passage-2', state: 'inexact' },
  { id: 'passage-3', state: 'missing' },
  { id: 'passage-4', state: 'missing' },
]

export const begun: BegunPassage = {
  id: 'passage-9',
  target: 'url:https://www.rijksoverheid.nl/onderwerpen/stages',
  passage: passageOf(`${words} `.repeat(8).trim(), { url: 'https://www.rijksoverheid.nl/onderwerpen/stages' }),
  place: { url: 'https://www.rijksoverheid.nl/onderwerpen/stages', title: 'Stages | Rijksoverheid' },
}

const placed = (): PlacedPassage[] =>
  notes.map((note, index) => ({
    note: { ...note, passage: passageOf(note.passage.quote.exact, { format: 'pdf', page: index + 1 }) },
    state: (['exact', 'inexact', 'unknown', 'missing'] as const)[index] ?? 'exact',
    page: index < 2 ? index + 1 : null,
  }))

const openView = () => ({ type: 'open', view: fakeView() }) as const

/** Notes on passages, wherever they show. */
export const passageScreens: readonly Screen[] = [
  {
    name: 'popup-passages',
    keep: keepPassages,
    show: (world) => popup(world, emptyPage('no-codes'), plainOpening, 'ready', onPage),
  },
  {
    name: 'popup-codes-and-passages',
    keep: keepPassages,
    show: (world) => popup(world, withCodes(world), plainOpening, 'ready', onPage.slice(0, 2)),
  },
  {
    name: 'popup-passage-begun',
    keep: async (world) => world.begun.set(begun.id, begun),
    show: (world) =>
      popup(world, withCodes(world), {
        ...plainOpening,
        destination: { type: 'passage', id: begun.id },
        focusNote: true,
      }),
  },
  {
    name: 'popup-passage-kept',
    keep: keepPassages,
    show: (world) =>
      popup(world, withCodes(world), { ...plainOpening, destination: { type: 'note', id: 'passage-1' } }),
  },
  {
    name: 'popup-selection-too-long',
    show: (world) => popup(world, withCodes(world), { ...plainOpening, error: 'selection-too-long' }),
  },
  {
    name: 'library-passage-lost',
    page: true,
    keep: keepPassages,
    show: (world) => library(world, { ...plainOpening, destination: { type: 'note', id: 'passage-4' } }),
  },
  {
    name: 'reader-passages',
    page: true,
    keep: keepPassages,
    show: (world) =>
      reader(world, openView(), {
        questions: readAlready,
        passages: { ...noPassages, all: placed(), search: { done: 12, total: 68 }, isSelected: true },
      }),
  },
  {
    name: 'reader-passage-begun',
    page: true,
    keep: keepPassages,
    show: (world) =>
      reader(world, openView(), {
        questions: readAlready,
        passages: { ...noPassages, opened: { id: begun.id, begun } },
      }),
  },
]
