import { signal } from '@preact/signals'
import type { PassagesInReader } from '#components/reader/passages-in-reader.ts'
import type { Finding, PdfView, Place, PlacedText } from '#components/reader/pdf-view.ts'
import { ReaderScreen, type ReaderScreenProps } from '#components/reader/reader-screen.tsx'
import type { QuestionsState, ReaderError, ReaderState } from '#components/reader/reader-state.ts'
import { ServicesProvider } from '#components/store/services.ts'
import { questionsOf } from '#utils/database/names/named-documents.ts'
import { keepAnswers, keepLetter, type World } from './kept-world.ts'
import { Done, isShown, press } from './library-screens.tsx'
import { documentRow, jobRow, questionRow } from './rows.ts'
import { code, type Screen } from './screens.tsx'

/** Pages that are not there: what was asked of them, and what a test lets them tell. */
export interface FakeView extends PdfView {
  readonly shownPlaces: Place[]
  readonly searches: string[]
  scrollTo(place: Place): void
  found(finding: Finding): void
}

export function fakeView(pages = 68, texts: ReadonlyMap<number, readonly PlacedText[]> = new Map()): FakeView {
  const page = signal(1)
  const zoom = signal(1)
  const eyes = signal<Place>({ page: 1, top: 0 })
  const finding = signal<Finding>({ state: 'idle', current: 0, total: 0 })
  const shownPlaces: Place[] = []
  const searches: string[] = []
  const scrollTo = (place: Place) => {
    eyes.value = place
    page.value = place.page
  }
  return {
    pages: signal(pages),
    page,
    zoom,
    eyes,
    finding,
    shown: signal([1, 1] as const),
    title: signal('Beantwoording vragen jaarverslag 2022'),
    goToPage: (number) => {
      if (number >= 1 && number <= pages) scrollTo({ page: number, top: 0 })
    },
    show(place) {
      shownPlaces.push(place)
      scrollTo({ page: place.page, top: place.top + 60 })
    },
    zoomTo: (to) => {
      zoom.value = to === 'in' ? zoom.value * 1.15 : to === 'out' ? zoom.value / 1.15 : 1
    },
    find: (words, step) => searches.push(step === undefined ? words : `${words} ${step}`),
    stopFinding: () => searches.push(''),
    textOf: async (number) => texts.get(number) ?? [],
    close: () => undefined,
    shownPlaces,
    searches,
    scrollTo,
    found: (now) => {
      finding.value = now
    },
  }
}

const address = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
export const readAlready: QuestionsState = { type: 'begun', document: '2023D20951', job: null }

/** A document without passages. */
export const noPassages: PassagesInReader = {
  all: [],
  search: null,
  opened: null,
  isSelected: false,
  onBegin: () => readerAsked.push('note on selection'),
  onShow: (id) => readerAsked.push(`passage ${id}`),
  onClose: () => readerAsked.push('passage closed'),
}

/** What the reader was asked for. */
export const readerAsked: string[] = []

export function reader(world: World, state: ReaderState, more: Partial<ReaderScreenProps> = {}) {
  return (
    <ServicesProvider value={world}>
      <ReaderScreen
        state={state}
        questions={{ type: 'waiting' }}
        url={address}
        name=""
        isPrivate={false}
        store="ready"
        place={undefined}
        opened={null}
        passages={noPassages}
        wanted={null}
        onOpened={(opened) => readerAsked.push(`opened ${opened?.id ?? 'nothing'}`)}
        onPlace={() => undefined}
        onRetry={() => readerAsked.push('retry')}
        onAllow={async () => {
          readerAsked.push('allow')
          return false
        }}
        onFile={(file) => readerAsked.push(`file ${file.name}`)}
        onRead={() => readerAsked.push('read')}
        {...more}
      />
    </ServicesProvider>
  )
}

/** The answers of the seed, with heights as a reading of the PDF gives them: four questions a page. */
export async function keepWithPlaces(world: World, count = 12): Promise<void> {
  const list = await keepAnswers(world.db, count)
  const rows = await questionsOf(world.db, list.id).toArray()
  await world.db.questions.bulkPut(rows.map((row, index) => ({ ...row, top: 100 + 150 * (index % 4) })))
}

/** Answers to written questions, as they would be read from a PDF. */
export async function keepLetterWithPlaces(world: World): Promise<void> {
  const list = await keepLetter(world.db)
  const rows = await questionsOf(world.db, list.id).toArray()
  await world.db.questions.bulkPut(rows.map((row, index) => ({ ...row, top: 100 + 150 * (index % 4) })))
}

export const letterRead: QuestionsState = { type: 'begun', document: 'ah-tk-20242025-512', job: null }

/** A world in which a reading has found so many questions on the first pages. */
export function havingFound(world: World, count: number): World {
  const questions = Array.from({ length: count }, (_, order) => questionRow('', order))
  const follow: World['readings']['follow'] = (_, onQuestions) => {
    onQuestions(questions)
    return () => undefined
  }
  return { ...world, readings: { follow } }
}

const open = (): ReaderState => ({ type: 'open', view: fakeView() })
const failed = (error: ReaderError): ReaderState => ({ type: 'failed', error })
const reading: QuestionsState = { type: 'begun', document: 'file:0', job: 'job-1' }

export const readerScreens: readonly Screen[] = [
  {
    name: 'reader-loading',
    page: true,
    show: (world) => reader(world, { type: 'loading', done: 3_400_000, total: 9_100_000 }, { name: 'Antwoorden' }),
  },
  {
    name: 'reader-reading',
    page: true,
    keep: (world) => world.db.jobs.put(jobRow()),
    show: (world) => reader(world, open(), { questions: reading }),
  },
  {
    name: 'reader-preliminary',
    page: true,
    keep: (world) => world.db.jobs.put(jobRow()),
    show: (world) => reader(havingFound(world, 9), open(), { questions: reading }),
  },
  {
    name: 'reader',
    page: true,
    keep: keepWithPlaces,
    show: (world) => {
      const view = fakeView()
      view.scrollTo({ page: 1, top: 260 })
      view.found({ state: 'found', current: 3, total: 27 })
      return reader(world, { type: 'open', view }, { questions: readAlready })
    },
  },
  {
    name: 'reader-letter',
    page: true,
    keep: keepLetterWithPlaces,
    show: (world) => {
      const view = fakeView(6)
      view.scrollTo({ page: 1, top: 260 })
      return reader(world, { type: 'open', view }, { questions: letterRead })
    },
  },
  {
    name: 'reader-code',
    page: true,
    keep: keepWithPlaces,
    show: (world) =>
      reader(world, open(), { questions: readAlready, opened: { code: code(world, '2023D19158'), focusNote: false } }),
  },
  {
    name: 'reader-long-title',
    page: true,
    keep: (world) =>
      world.db.documents.put(
        documentRow('2023D20951', {
          title:
            'Arbeidsmarktdiscriminatievoorlichtingscampagnemaatregelen en de uitvoeringsorganisatiesamenwerkingsovereenkomst, met de antwoorden op alle vragen daarover',
        }),
      ),
    show: (world) => reader(world, open(), { questions: readAlready }),
  },
  {
    name: 'reader-no-questions',
    page: true,
    keep: (world) => world.db.jobs.put(jobRow({ state: 'failed', error: 'no-questions' })),
    show: (world) => reader(world, open(), { questions: reading }),
  },
  {
    name: 'reader-private',
    page: true,
    show: (world) => reader(world, open(), { isPrivate: true, questions: { type: 'asked' } }),
  },
  { name: 'reader-not-read', page: true, show: (world) => reader(world, open(), { questions: { type: 'failed' } }) },
  ...(['offline', 'not-pdf', 'password'] as const).map(
    (error): Screen => ({ name: `reader-${error}`, page: true, show: (world) => reader(world, failed(error)) }),
  ),
  {
    name: 'reader-no-permission',
    page: true,
    show: (world) => (
      <Done steps={[press(/^Toestaan$/), isShown('.kl-danger')]}>{reader(world, failed('no-permission'))}</Done>
    ),
  },
  { name: 'reader-nothing', page: true, show: (world) => reader(world, failed('nothing'), { url: null }) },
]
