import { signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { backgroundActions, backgroundLookUps } from '#components/background-actions.ts'
import { citationChoice } from '#components/citation-choice.ts'
import { keptIn } from '#components/kept-store.ts'
import { openingOf } from '#components/opening.ts'
import type { PageState } from '#components/page-state.ts'
import { PopupScreen } from '#components/popup-screen.tsx'
import { readerWays } from '#components/reader-ways.ts'
import { saveLeftovers } from '#components/recovered.ts'
import { backgroundIndex } from '#components/search-index.ts'
import { type OpenReader, type Services, ServicesProvider } from '#components/services.ts'
import { startPage } from '#components/start-page.tsx'
import type { StoreStatus } from '#components/store-notice.tsx'
import { storeStatus } from '#components/store-status.ts'
import { ask } from '#utils/browser/messages.ts'
import { openPanel } from '#utils/browser/panel.ts'
import { followPreliminary } from '#utils/browser/preliminary.ts'
import { watchSwitches } from '#utils/browser/switches.ts'
import { openDatabase } from '#utils/database/open.ts'
import { codeOf } from '#utils/references/code.ts'
import { readTyped } from '#utils/references/dossier.ts'
import { findReferences } from '#utils/references/find.ts'
import { readCode } from '#utils/references/read.ts'
import { type ActiveTab, activeTab, hostOf, readPage, readPageSoon } from './active-page.ts'
import { pageActionsOn } from './page-actions.ts'
import './style.css'

const db = openDatabase()
const services: Services = {
  kept: keptIn(db, backgroundIndex()),
  actions: backgroundActions,
  lookUps: backgroundLookUps,
  citation: citationChoice(),
  codes: { readCode, readTyped, codeOf, findReferences },
  reader: { ...readerWays, open: openReader },
  readings: { follow: followPreliminary },
}
const page = signal<PageState>({ type: 'loading' })
const store = signal<StoreStatus>('ready')
const notice = signal<string | undefined>(undefined)
const opening = openingOf(location.search, codeOf)

/** The tab, once it is known. */
let here: ActiveTab | null = null
const pageActions = pageActionsOn({
  state: () => page.value,
  here: () => here,
  async look(...before) {
    page.value = await (before.length > 0 ? readPageSoon(activeTab, before) : readPage(await activeTab()))
  },
  refused() {
    if (page.value.type !== 'loading') page.value = { ...page.value, type: 'empty', reason: 'closed-page' }
  },
  leave: close,
})

async function look() {
  here = await activeTab()
  page.value = await readPage(here)
  // Another window may turn the same switch.
  watchSwitches(hostOf(here), async () => {
    page.value = await readPageSoon(activeTab)
  })
}

/** The popup is over the tab that the reader opens beside, and would stay over it. */
async function openReader(request: OpenReader) {
  const answer = await readerWays.open(request)
  if (answer.ok) close()
  return answer
}

async function openLibrary() {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') })
  close()
}

/** Only within the click itself do browsers open it. */
function openSidePanel() {
  if (here !== null) openPanel(here.windowId).then(close, (error: unknown) => console.error(error))
}

async function openOptions() {
  await browser.runtime.openOptionsPage()
  close()
}

function Popup() {
  return (
    <ServicesProvider value={services}>
      <PopupScreen
        page={page.value}
        pageActions={pageActions}
        store={store.value}
        opening={opening}
        notice={notice.value}
        onLibrary={openLibrary}
        onPanel={openSidePanel}
        onOptions={openOptions}
      />
    </ServicesProvider>
  )
}

// In a tab of its own (a narrow window, a test) the page takes the window's size instead of a popup's.
void browser.tabs.getCurrent().then((own) => {
  document.documentElement.classList.toggle('kl-popup-page--tab', own !== undefined)
})
// Where the screen is too low for a popup's height, the parts scroll and not the whole.
setTimeout(() => {
  const low = document.documentElement.scrollHeight > innerHeight
  document.documentElement.classList.toggle('kl-popup-page--low', low)
}, 250)
// What others have to answer is asked before the screen is made.
void look()
void storeStatus(db).then((status) => {
  store.value = status
})
startPage(<Popup />, () => 'Kamerlens')
void saveLeftovers(services).then((sentence) => {
  notice.value = sentence
})
void ask('backup/run', { wanted: false })
