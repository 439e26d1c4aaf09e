import type { ComponentChild } from 'preact'
import { LibraryScreen } from '#components/library/library-screen.tsx'
import type { PageSite, PageState } from '#components/popup/page-state.ts'
import { PopupScreen } from '#components/popup/popup-screen.tsx'
import { type Opening, plainOpening } from '#components/store/opening.ts'
import { ServicesProvider } from '#components/store/services.ts'
import type { StoreStatus } from '#components/store/store-notice.tsx'
import type { BackupActions, BackupView } from '#components/transfer/backup.ts'
import { ImportDialog, type ImportState } from '#components/transfer/import-dialog.tsx'
import type { LibraryActions } from '#components/transfer/transfer-actions.ts'
import { type LanguageSetting, WelcomeScreen } from '#components/welcome/welcome-screen.tsx'
import type { Appearance } from '#utils/browser/appearance.ts'
import type { PageCode } from '#utils/browser/protocol/page-report.ts'
import type { PassageOnPage } from '#utils/browser/protocol/passages.ts'
import { changeCorrections } from '#utils/database/correct.ts'
import { keepFound } from '#utils/database/keep-found.ts'
import { keepNotFound } from '#utils/database/lookups.ts'
import { saveNote } from '#utils/database/notes.ts'
import { joinCorrection } from '#utils/documents/corrections.ts'
import type { Code } from '#utils/references/types.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import { keepAnswers, keepLetter, type World } from './kept-world.ts'
import { answers, known, motion, overdue, questions } from './officials.ts'
import { documentRow, jobRow } from './rows.ts'

/** Every screen in every state, for what must hold in all of them. */
export interface Screen {
  readonly name: string
  /** Fills the store before the screen is shown. */
  readonly keep?: (world: World) => Promise<unknown>
  readonly show: (world: World) => ComponentChild
  /** A full page; else 400 × 560, as a popup. */
  readonly page?: boolean
}

const nothing = async () => ({ ok: false, error: 'unknown' }) as const

export const libraryActions: LibraryActions = {
  readFile: nothing,
  readerOf: () => null,
  exportAll: async () => ({ ok: true, value: ['kamerlens-2023-05-23.json'] }),
  exportNotes: nothing,
  exportPapers: nothing,
  previewImport: nothing,
  previewAgain: nothing,
  applyImport: nothing,
  undoImport: nothing,
  dropImport: async () => {},
}

/** Copies outside the browser that stand as said; nothing comes of any action. */
export function backupOf(view: Partial<BackupView> = {}): BackupActions {
  const whole: BackupView = {
    way: 'folder',
    place: null,
    last: null,
    failure: null,
    isAllowed: true,
    unsafe: null,
    ...view,
  }
  return {
    read: async () => whole,
    onChange: () => () => {},
    turnOn: nothing,
    makeNow: nothing,
    turnOff: async () => {},
    remindLater: async () => {},
  }
}

/** The language that was chosen, and is changed in place. */
function languageSetting(chosen: Appearance['language'], isFixed = false): LanguageSetting {
  let now = chosen
  let tell = () => {}
  return {
    read: async () => ({ chosen: now, isFixed }),
    onChange(listener) {
      tell = listener
      return () => {}
    },
    async choose(language) {
      now = language
      tell()
    },
  }
}

export function code(world: World, id: string): Code {
  const found = world.codes.codeOf(id)
  if (found === null) throw new Error(`${id} is no code`)
  return found
}

const pageIds = ['2023D19158', '2023D19159', 'kst-36360-VIII-5', '2023Z08012', 'ah-tk-20222023-2345', 'kst-29338-258']

export function codesOf(world: World, ids: readonly string[] = pageIds): PageCode[] {
  return ids.map((id, index) => ({ ...code(world, id), count: 1 + (index % 3), collapsed: false }))
}

export const goneTo: string[] = []
/** What the popup asked for besides. */
export const asked: string[] = []

export const officialSite: PageSite = {
  host: 'www.tweedekamer.nl',
  kind: 'official',
  switches: { everywhere: true, site: true, lookUp: true },
}
const otherHost = 'arbeidsmarktdiscriminatievoorlichtingscampagne.nieuws.example'
export const otherSite: PageSite = { ...officialSite, host: otherHost, kind: 'other' }
export const addedSite: PageSite = { ...otherSite, kind: 'added' }
const off = (name: 'everywhere' | 'site', site = officialSite): PageSite => ({
  ...site,
  switches: { ...site.switches, [name]: false },
})

export function popup(
  world: World,
  page: PageState,
  opening: Opening = plainOpening,
  store: StoreStatus = 'ready',
  passages: readonly PassageOnPage[] = [],
) {
  return (
    <ServicesProvider value={world}>
      <PopupScreen
        page={page}
        pageActions={{
          goTo: (id) => goneTo.push(id),
          passages: async () => passages,
          showPassage: (id) => goneTo.push(id),
          saveQuestions: async () => {
            const job = jobRow()
            await world.db.jobs.put(job)
            return { ok: true, value: job }
          },
          openReader: () => asked.push('reader'),
          allow: () => asked.push('allow'),
          reload: () => asked.push('reload'),
          turn: (name, on) => asked.push(`${name} ${on ? 'on' : 'off'}`),
          search: () => asked.push('search'),
          addSite: () => asked.push('add'),
          removeSite: () => asked.push('remove'),
        }}
        store={store}
        opening={opening}
        onLibrary={() => asked.push('library')}
        onPanel={() => asked.push('panel')}
        onOptions={() => asked.push('options')}
      />
    </ServicesProvider>
  )
}

const importing = (state: ImportState) => (
  <ImportDialog onChoose={() => {}} onApply={() => {}} onClose={() => {}} state={state} />
)

export function library(
  world: World,
  opening: Opening = plainOpening,
  store: StoreStatus = 'ready',
  backup: BackupActions = backupOf(),
) {
  return (
    <ServicesProvider value={world}>
      <LibraryScreen store={store} library={libraryActions} backup={backup} opening={opening} />
    </ServicesProvider>
  )
}

export const withNote = async (world: World) => {
  await keepAnswers(world.db)
  await saveNote(
    world.db,
    {
      id: 'note-1',
      target: '2023D19158',
      opened: '',
      body: 'Terugvragen na het congres van **november**.\n\n- cijfers per instelling\n- wie betaalt?',
      tags: ['stagevergoeding', 'arbeidsmarktdiscriminatievoorlichtingscampagne'],
    },
    new Date('2023-05-24T10:00:00Z'),
  )
}

export const withCodes = (world: World, site = officialSite): PageState => ({
  type: 'codes',
  codes: codesOf(world),
  site,
})
const collapsed = (world: World): PageState => ({
  type: 'codes',
  codes: codesOf(world).map((each, index) => ({ ...each, collapsed: index % 2 === 0 })),
  site: officialSite,
})
const at = (world: World, id: string): Opening => ({
  ...plainOpening,
  destination: { type: 'code', code: code(world, id) },
})
const atDocument: Opening = { ...plainOpening, destination: { type: 'document', id: '2023D20951' } }
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

type Reason = Extract<PageState, { type: 'empty' }>['reason']
export const emptyPage = (reason: Reason, site = officialSite): PageState => ({ type: 'empty', reason, site })
const noSite: PageSite = { ...officialSite, host: '', kind: 'none' }

export const screens: readonly Screen[] = [
  { name: 'popup-codes', keep: withNote, show: (world) => popup(world, withCodes(world)) },
  { name: 'popup-nothing-kept', show: (world) => popup(world, withCodes(world)) },
  { name: 'popup-loading', show: (world) => popup(world, { type: 'loading' }) },
  { name: 'popup-no-codes', show: (world) => popup(world, emptyPage('no-codes')) },
  { name: 'popup-collapsed', keep: withNote, show: (world) => popup(world, collapsed(world)) },
  { name: 'popup-off-everywhere', show: (world) => popup(world, emptyPage('off-everywhere', off('everywhere'))) },
  { name: 'popup-off-site', show: (world) => popup(world, emptyPage('off-site', off('site'))) },
  { name: 'popup-off-added-site', show: (world) => popup(world, emptyPage('off-site', off('site', addedSite))) },
  { name: 'popup-other-site', show: (world) => popup(world, emptyPage('other-site', otherSite)) },
  { name: 'popup-searched', show: (world) => popup(world, withCodes(world, otherSite)) },
  { name: 'popup-searched-nothing', show: (world) => popup(world, emptyPage('no-codes', otherSite)) },
  { name: 'popup-added-site', show: (world) => popup(world, withCodes(world, addedSite)) },
  { name: 'popup-other-pdf', show: (world) => popup(world, emptyPage('other-pdf', otherSite)) },
  { name: 'popup-closed-page', show: (world) => popup(world, emptyPage('closed-page', noSite)) },
  { name: 'popup-store-page', show: (world) => popup(world, emptyPage('store-page', noSite)) },
  { name: 'popup-file', show: (world) => popup(world, emptyPage('file', noSite)) },
  { name: 'popup-own-page', show: (world) => popup(world, emptyPage('own-page', noSite)) },
  { name: 'popup-no-permission', show: (world) => popup(world, emptyPage('no-permission')) },
  { name: 'popup-not-reached', show: (world) => popup(world, emptyPage('not-reached')) },
  { name: 'popup-pdf', show: (world) => popup(world, emptyPage('pdf')) },
  {
    name: 'popup-reading',
    keep: (world) => world.db.jobs.put(jobRow()),
    show: (world) => popup(world, withCodes(world), { ...plainOpening, job: 'job-1' }),
  },
  {
    name: 'popup-reading-failed',
    keep: (world) => world.db.jobs.put(jobRow({ state: 'failed', error: 'no-questions' })),
    show: (world) => popup(world, withCodes(world), { ...plainOpening, job: 'job-1' }),
  },
  {
    name: 'popup-reading-done',
    keep: async (world) => {
      await keepAnswers(world.db)
      await world.db.jobs.put(
        jobRow({
          state: 'done',
          document: '2023D20951',
          progress: { phase: 'storing', done: 68, total: 68, questions: 214 },
        }),
      )
    },
    show: (world) => popup(world, withCodes(world), { ...plainOpening, job: 'job-1' }),
  },
  {
    name: 'popup-search',
    keep: withNote,
    show: (world) => popup(world, withCodes(world), { ...plainOpening, typed: 'scholen verzoek' }),
  },
  {
    name: 'popup-not-recognised',
    show: (world) => popup(world, withCodes(world), { ...plainOpening, typed: 'xyz 12 onbekend' }),
  },
  {
    name: 'popup-printed-question',
    keep: withNote,
    show: (world) => popup(world, withCodes(world), at(world, '2023D19158')),
  },
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
  {
    name: 'popup-not-loaded',
    show: (world) => popup(world, withCodes(world), plainOpening, 'not-loaded'),
  },
  {
    name: 'popup-newer-database',
    show: (world) => popup(world, withCodes(world), plainOpening, 'newer-database'),
  },
  { name: 'library-empty', page: true, show: (world) => library(world) },
  { name: 'library', page: true, keep: withNote, show: (world) => library(world, atDocument) },
  {
    name: 'library-code-and-note',
    page: true,
    keep: withNote,
    show: (world) => library(world, { ...at(world, '2023D19158'), focusNote: true }),
  },
  {
    name: 'library-search',
    page: true,
    keep: withNote,
    show: (world) => library(world, { ...plainOpening, typed: 'verzoek 2005' }),
  },
  {
    name: 'library-not-found',
    page: true,
    keep: withNote,
    show: (world) => library(world, { ...plainOpening, typed: 'fietspad' }),
  },
  {
    name: 'library-reading',
    page: true,
    keep: (world) =>
      world.db.jobs.bulkPut([
        jobRow({ source: { type: 'file', name: 'beantwoording-feitelijke-vragen-jaarverslag-2022.pdf', size: 1 } }),
        jobRow({ id: 'job-2', state: 'waiting' }),
      ]),
    show: (world) => library(world),
  },
  {
    name: 'library-backup',
    page: true,
    keep: withNote,
    show: (world) =>
      library(
        world,
        plainOpening,
        'ready',
        backupOf({
          place: { type: 'folder', name: 'Documenten' },
          last: {
            at: '2023-05-23T12:02:00.000Z',
            name: 'kamerlens-2023-05-23-1402.json',
            by: 'folder',
            folder: 'Documenten',
          },
          failure: { at: '2023-06-01T12:00:00.000Z', code: 'no-room' },
          unsafe: { notes: 14, lastCopy: '2023-05-23T12:02:00.000Z' },
        }),
      ),
  },
  {
    name: 'library-backup-not-allowed',
    page: true,
    show: (world) =>
      library(
        world,
        plainOpening,
        'ready',
        backupOf({
          place: { type: 'folder', name: 'Documenten' },
          isAllowed: false,
          unsafe: { notes: 3, lastCopy: null },
        }),
      ),
  },
  {
    name: 'library-backup-firefox',
    page: true,
    keep: withNote,
    show: (world) => library(world, plainOpening, 'ready', backupOf({ way: 'downloads' })),
  },
  {
    name: 'library-import',
    page: true,
    show: () =>
      importing({
        type: 'preview',
        name: 'kamerlens-2023-05-23.json',
        file: 'import-1',
        options: {},
        preview: {
          kind: 'kamerlens',
          conflicts: 3,
          added: { documents: 2, questions: 1214, notes: 31, tags: 12 },
          changed: { documents: 1, questions: 0, notes: 3, tags: 0 },
          unchanged: { documents: 4, questions: 300, notes: 8, tags: 2 },
        },
      }),
  },
  {
    name: 'library-import-hypothesis',
    page: true,
    show: () =>
      importing({
        type: 'preview',
        name: 'hypothesis-2023-05-23.json',
        file: 'import-1',
        options: { choice: 'mine' },
        preview: {
          kind: 'hypothesis',
          conflicts: 1,
          skipped: 2,
          changesNothing: true,
          added: { documents: 0, questions: 0, notes: 0, tags: 0 },
          changed: { documents: 0, questions: 0, notes: 0, tags: 0 },
          unchanged: { documents: 0, questions: 0, notes: 31, tags: 12 },
        },
      }),
  },
  {
    name: 'library-import-applying',
    page: true,
    show: () =>
      importing({ type: 'applying', name: 'kamerlens-2023-05-23.json', progress: { done: 1300, total: 4000 } }),
  },
  {
    name: 'library-import-failed',
    page: true,
    show: () => importing({ type: 'failed', name: 'notities.json', error: 'cut-off', onSalvage: () => {} }),
  },
  {
    name: 'welcome',
    page: true,
    show: () => (
      <WelcomeScreen
        language={languageSetting(null)}
        exampleUrl="/example.html?try"
        libraryUrl="/library.html"
        optionsUrl="/options.html"
        keys={{ _execute_action: 'Alt+Shift+K', 'next-reference': 'Alt+Shift+N' }}
        onKeys={() => asked.push('keys')}
      />
    ),
  },
  {
    name: 'welcome-fixed',
    page: true,
    show: () => (
      <WelcomeScreen
        language={languageSetting('nl', true)}
        exampleUrl="/example.html?try"
        libraryUrl="/library.html"
        optionsUrl="/options.html"
        keys={{}}
        onKeys={() => asked.push('keys')}
      />
    ),
  },
]
