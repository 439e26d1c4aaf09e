import { plainOpening } from '#components/store/opening.ts'
import { ImportDialog, type ImportState } from '#components/transfer/import-dialog.tsx'
import { WelcomeScreen } from '#components/welcome/welcome-screen.tsx'
import { jobRow } from './rows.ts'
import {
  asked,
  at,
  atDocument,
  backupOf,
  buttonShown,
  languageSetting,
  library,
  officialRight,
  type Screen,
  withNote,
} from './screens.tsx'

const importing = (state: ImportState) => (
  <ImportDialog onChoose={() => {}} onApply={() => {}} onClose={() => {}} state={state} />
)

/** A pasted address and a sentence: pieces of which none fits a line. */
const farTooLong = `fietspad www.fietsersbond.nl/${'langsdevaart/'.repeat(12)} "${'ook dit stond er nergens '.repeat(12)}"`

/** The library at its start, with back-up and import. */
export const libraryStartScreens: readonly Screen[] = [
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
    name: 'library-not-found-together',
    page: true,
    keep: withNote,
    show: (world) => library(world, { ...plainOpening, typed: farTooLong }),
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
          conflicting: [
            { mine: 'Terugvragen na het congres van november.', theirs: 'Terugvragen na het debat van juni.' },
            { mine: 'Bellen met de griffie.', theirs: '' },
            { mine: 'Arbeidsmarktdiscriminatievoorlichtingscampagnemaatregelen', theirs: 'Zie vraag 4.' },
          ],
          follows: 2,
          added: { documents: 2, questions: 1214, notes: 31, tags: 12, followed: 2 },
          changed: { documents: 1, questions: 0, notes: 3, tags: 0, followed: 0 },
          unchanged: { documents: 4, questions: 300, notes: 8, tags: 2, followed: 0 },
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
          added: { documents: 0, questions: 0, notes: 0, tags: 0, followed: 0 },
          changed: { documents: 0, questions: 0, notes: 0, tags: 0, followed: 0 },
          unchanged: { documents: 0, questions: 0, notes: 31, tags: 12, followed: 0 },
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
        button={buttonShown(false)}
        right={officialRight(true)}
        exampleUrl="/example.html?try"
        libraryUrl="/library.html"
        optionsUrl="/options.html"
        keys={{ _execute_action: 'Alt+Shift+K', 'next-reference': 'Alt+Shift+N' }}
        onKeys={() => asked.push('keys')}
      />
    ),
  },
]
