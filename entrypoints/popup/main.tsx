import { signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { backgroundActions } from '#components/background-actions.ts'
import { keptIn } from '#components/kept-store.ts'
import { openingOf } from '#components/opening.ts'
import type { PageActions, PageState } from '#components/page-state.ts'
import { PopupScreen } from '#components/popup-screen.tsx'
import { saveLeftovers } from '#components/recovered.ts'
import { type Services, ServicesProvider } from '#components/services.ts'
import { startPage } from '#components/start-page.tsx'
import type { StoreStatus } from '#components/store-notice.tsx'
import { storeStatus } from '#components/store-status.ts'
import { ask, sendToPage } from '#utils/browser/messages.ts'
import { requestOfficialHosts } from '#utils/browser/permissions.ts'
import { openDatabase } from '#utils/database/open.ts'
import { codeOf } from '#utils/references/code.ts'
import { findReferences } from '#utils/references/find.ts'
import { readCode } from '#utils/references/read.ts'
import { activeTab, readPage, readPageSoon } from './active-page.ts'
import './style.css'

const db = openDatabase()
const services: Services = { kept: keptIn(db), actions: backgroundActions, codes: { readCode, codeOf, findReferences } }
const page = signal<PageState>({ type: 'loading' })
const store = signal<StoreStatus>('ready')
const notice = signal<string | undefined>(undefined)
const tab = activeTab()
const opening = openingOf(location.search, codeOf)

async function look() {
  page.value = await readPage(await tab)
}

const pageActions: PageActions = {
  async goTo(id) {
    const here = await tab
    if (here) await sendToPage(here.id, 'page/go-to', { id }).catch(() => false)
  },
  async saveQuestions() {
    const here = await tab
    if (here === null) return { ok: false, error: 'no-page' }
    if (page.value.type === 'empty' && page.value.reason === 'pdf') {
      return backgroundActions.readAddress(here.url, here.title)
    }
    return ask('reading/page', { tabId: here.id })
  },
  allow() {
    // The browser asks only from within the click itself. What the tab shows may be named only from then on.
    const lookAgain = async () => {
      page.value = await readPageSoon(activeTab)
    }
    requestOfficialHosts().then(lookAgain, lookAgain)
  },
  async reload() {
    const here = await tab
    if (here === null) return
    await browser.tabs.reload(here.id)
    close()
  },
}

async function openLibrary() {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') })
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
startPage(<Popup />, () => 'Kamerlens')
void look()
void storeStatus(db).then((status) => {
  store.value = status
})
void saveLeftovers(services).then((sentence) => {
  notice.value = sentence
})
