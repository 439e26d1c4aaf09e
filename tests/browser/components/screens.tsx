import type { ComponentChild } from 'preact'
import { LibraryScreen } from '#components/library/library-screen.tsx'
import type { PageSite, PageState } from '#components/popup/page-state.ts'
import { PopupScreen } from '#components/popup/popup-screen.tsx'
import { type Opening, plainOpening } from '#components/store/opening.ts'
import { ServicesProvider } from '#components/store/services.ts'
import type { StoreStatus } from '#components/store/store-notice.tsx'
import type { BackupActions, BackupView } from '#components/transfer/backup.ts'
import type { LibraryActions } from '#components/transfer/transfer-actions.ts'
import type { LanguageSetting, OfficialRight, ToolbarButton } from '#components/welcome/welcome-screen.tsx'
import type { PageCode } from '#utils/browser/protocol/page-report.ts'
import type { PassageOnPage } from '#utils/browser/protocol/passages.ts'
import type { Appearance } from '#utils/browser/settings/appearance.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import type { Code } from '#utils/references/types.ts'
import { keepAnswers, type World } from './kept-world.ts'
import { jobRow } from './rows.ts'

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
  citePapers: nothing,
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

/** The button on the toolbar, or hidden by the browser. */
export const buttonShown = (isShown: boolean, family: ToolbarButton['family'] = 'chromium'): ToolbarButton => ({
  family,
  read: async () => isShown,
  onChange: () => () => {},
})

/** The right to the official sites: there, or asked for and not given. */
export const officialRight = (isThere: boolean): OfficialRight => ({
  read: async () => isThere,
  onChange: () => () => {},
  async ask() {
    asked.push('right')
    return isThere
  },
})

/** The language that was chosen, and is changed in place. */
export function languageSetting(chosen: Appearance['language'], isFixed = false): LanguageSetting {
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
          allow: async () => asked.push('allow') > 0,
          reload: () => asked.push('reload'),
          turn: (name, on) => asked.push(`${name} ${on ? 'on' : 'off'}`),
          search: () => asked.push('search'),
          addSite: async () => {
            asked.push('add')
            return false
          },
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

export const collapsed = (world: World): PageState => ({
  type: 'codes',
  codes: codesOf(world).map((each, index) => ({ ...each, collapsed: index % 2 === 0 })),
  site: officialSite,
})

export const at = (world: World, id: string): Opening => ({
  ...plainOpening,
  destination: { type: 'code', code: code(world, id) },
})

export const atDocument: Opening = { ...plainOpening, destination: { type: 'document', id: '2023D20951' } }

export type Reason = Extract<PageState, { type: 'empty' }>['reason']

export const emptyPage = (reason: Reason, site = officialSite): PageState => ({ type: 'empty', reason, site })
