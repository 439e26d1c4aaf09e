import { type ReadonlySignal, signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { saveLeftovers } from '#components/notes/recovered.ts'
import type { PanelPage } from '#components/popup/panel-page.ts'
import { PanelScreen } from '#components/popup/panel-screen.tsx'
import { backgroundIndex } from '#components/search/search-index.ts'
import { bringStoreParts } from '#components/store/bring-store-parts.ts'
import { loadLaterParts } from '#components/store/later-parts.ts'
import { type Services, ServicesProvider } from '#components/store/services.ts'
import { servicesIn } from '#components/store/services-in.ts'
import { startPage } from '#components/store/start-page.tsx'
import type { StoreStatus } from '#components/store/store-notice.tsx'
import { followStatus } from '#components/store/store-status.ts'
import { refuseDrops } from '#components/transfer/refuse-drops.ts'
import { ask } from '#utils/browser/messages.ts'
import { openPageDatabase } from '#utils/browser/page-database.ts'
import { followTab } from './follow-tab.ts'
import './style.css'

bringStoreParts()

const store = signal<StoreStatus>('ready')
const notice = signal<string | undefined>(undefined)

async function openLibrary() {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') })
}

function Panel({ page, services }: { page: ReadonlySignal<PanelPage>; services: Services }) {
  return (
    <ServicesProvider value={services}>
      <PanelScreen
        page={page.value}
        store={store.value}
        notice={notice.value}
        onLibrary={openLibrary}
        onOptions={() => void browser.runtime.openOptionsPage()}
      />
    </ServicesProvider>
  )
}

async function start() {
  const { id = browser.windows.WINDOW_ID_NONE, incognito } = await browser.windows.getCurrent()
  const db = openPageDatabase()
  // Chromium shows an ordinary page of ours beside the tabs of a private window: there nothing is written either.
  const services = servicesIn(db, backgroundIndex(), incognito)
  refuseDrops()
  startPage(<Panel page={followTab(id)} services={services} />, () => 'Kamerlens')
  void followStatus(db, (status) => {
    store.value = status
  })
  void saveLeftovers(services).then((sentence) => {
    notice.value = sentence
  })
  if (!incognito) void ask('backup/run', { wanted: false })
  await loadLaterParts()
}

void start()
