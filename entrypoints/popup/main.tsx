import { signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { citationChoice } from '#components/papers/citation-choice.ts'
import type { PageState } from '#components/popup/page-state.ts'
import { PopupScreen } from '#components/popup/popup-screen.tsx'
import { backgroundActions, backgroundLookUps } from '#components/store/background-actions.ts'
import { keptLater } from '#components/store/kept-later.ts'
import { loadLaterParts } from '#components/store/later-parts.ts'
import { openingOf } from '#components/store/opening.ts'
import { type Codes, type OpenReader, type Services, ServicesProvider } from '#components/store/services.ts'
import { startPageWith } from '#components/store/start-page.tsx'
import type { StoreStatus } from '#components/store/store-notice.tsx'
import { followPreliminary } from '#utils/browser/channels/preliminary.ts'
import { firstAnswers } from '#utils/browser/first-answers.ts'
import { loadOnce } from '#utils/browser/load-once.ts'
import { ask } from '#utils/browser/messages.ts'
import { openPanel } from '#utils/browser/panel.ts'
import type { PageEmptyReason } from '#utils/browser/protocol/page-report.ts'
import { appearanceAmong } from '#utils/browser/settings/appearance.ts'
import { watchSwitches } from '#utils/browser/settings/switches.ts'
import { codeOf } from '#utils/references/code.ts'
import { type ActiveTab, activeTab, hostOf, readPageAtOnce, readPageSoon } from './active-page.ts'
import { pageActionsOn } from './page-actions.ts'
import './style.css'

/**
 * Milliseconds that the first screen waits for what the page names, which is mostly there in ten: to draw it twice would take
 * longer.
 */
const namedTimeout = 30
/** Milliseconds that the first screen has for itself at most, where the page does not answer. */
const firstScreenTimeout = 150

/** Milliseconds after which the background is asked all the same, where what is kept can't be read. */
const calmTimeout = 1_000

const opening = openingOf(location.search, codeOf)
/** What was asked for in another place is shown at once, so all of it is needed. */
const isPlain = Object.values({ ...opening, view: opening.view ?? null }).every((one) => !one)

const known = Promise.withResolvers<void>()
setTimeout(known.resolve, isPlain ? namedTimeout : 0)
const firstScreen = Promise.withResolvers<void>()
setTimeout(firstScreen.resolve, isPlain ? firstScreenTimeout : 0)
/** The first screen stands, with what is kept of it: now there is time for all else, also for other processes. */
const calm = Promise.withResolvers<void>()
setTimeout(calm.resolve, isPlain ? calmTimeout : 0)
/** Most of the script: it would only stand between the click and the codes of the page. */
const later = loadOnce(async () => {
  await firstScreen.promise
  try {
    const loaded = await import('./store.ts')
    // Who asks again after a failure may have it.
    if (store.value === 'not-loaded') {
      store.value = 'ready'
      void goOn()
    }
    return loaded
  } catch (error) {
    store.value = 'not-loaded'
    throw error
  }
})
const allCodes = async (): Promise<Codes> => (await later()).codes

const services = signal<Services>({
  kept: keptLater(async () => (await later()).kept),
  actions: backgroundActions,
  lookUps: backgroundLookUps,
  citation: citationChoice(calm.promise),
  codes: { codeOf, readCode: () => null, readTyped: () => null, findReferences: () => [], all: allCodes },
  reader: { open: openReader, fileOf: async (document) => (await later()).readerWays.fileOf(document) },
  readings: { follow: followPreliminary },
})
const page = signal<PageState>({ type: 'loading' })
const store = signal<StoreStatus>('ready')
const notice = signal<string | undefined>(undefined)
/** The tab, once it is known. */
let here: ActiveTab | null = null
const pageActions = pageActionsOn({
  state: () => page.value,
  here: () => here,
  look: lookAgain,
  refused() {
    if (page.value.type !== 'loading') page.value = { ...page.value, type: 'empty', reason: 'closed-page' }
  },
  leave: close,
})

/** Shows a page; what stands there already is left alone. */
function show(state: PageState) {
  if (JSON.stringify(state) !== JSON.stringify(page.value)) page.value = state
  known.resolve()
  // The browser draws it first.
  requestAnimationFrame(() => setTimeout(firstScreen.resolve))
}

async function look() {
  await readPageAtOnce(
    (tab) => {
      here = tab
    },
    show,
    calm.promise,
  )
  const again = () => lookAgain('not-reached')
  // Another window may turn the same switch.
  watchSwitches(hostOf(here), again)
  const { followRights } = await later()
  followRights(() => here?.id, again)
}

/** Its tab too: without the right to its site the browser may have named no address of it. */
async function tabNow(): Promise<ActiveTab | null> {
  here = await activeTab()
  return here
}

async function lookAgain(...before: readonly PageEmptyReason[]): Promise<void> {
  show(await readPageSoon(tabNow, before))
}

/** The popup is over the tab that the reader opens beside, and would stay over it. */
async function openReader(request: OpenReader) {
  const { readerWays } = await later()
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
    <ServicesProvider value={services.value}>
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
void firstScreen.promise
  .then(() => browser.tabs.getCurrent())
  .then((own) => {
    document.documentElement.classList.toggle('kl-popup-page--tab', own !== undefined)
  })
/** Pixels of height below which no part can scroll between two that stay: half of what a popup gets, as at 200 %. */
const shortest = 400
// Where there is less room than a popup asks for (a low screen, 150 % and more), the parts scroll and not the whole; in a short one the whole.
// The width is told in pixels: Chromium makes the window as narrow as what is in it lets it, down to nothing at `100vw`.
setTimeout(() => {
  const { classList, scrollHeight, scrollWidth, style } = document.documentElement
  const [low, narrow] = [scrollHeight > innerHeight, scrollWidth > innerWidth]
  classList.toggle('kl-popup-page--low', low)
  classList.toggle('kl-popup-page--short', low && innerHeight <= shortest)
  if (narrow) style.setProperty('--kl-popup-width', `${innerWidth}px`)
}, 250)
/** What comes after the first screen, once there was time for what is kept of the codes on it. */
async function goOn() {
  const { codes, followStore, saveLeftovers } = await later()
  await followStore((status) => {
    store.value = status
    // What holds up everything is said while it does.
    if (status === 'upgrading') bringParts()
  })
  // What is wrong is said at once.
  const isCalm = isPlain && store.value === 'ready'
  await new Promise((resolve) => setTimeout(resolve, isCalm ? firstScreenTimeout : 0))
  calm.resolve()
  bringParts()
  services.value = { ...services.value, codes }
  notice.value = await saveLeftovers(services.value)
  void ask('backup/run', { wanted: false })
  await loadLaterParts()
}

function bringParts() {
  import('#components/store/bring-store-parts.ts').then(
    ({ bringStoreParts }) => bringStoreParts(),
    (error: unknown) => {
      store.value = 'not-loaded'
      console.error(error)
    },
  )
}

/** After this the popup is drawn in the browser's own language and looks, until it is known what the user chose. */
const tooLate = new Promise<never>((_, reject) => setTimeout(reject, firstScreenTimeout))

/** What the user chose to see it in. */
async function appearance() {
  const { stored, managed } = firstAnswers()
  return appearanceAmong(await stored, await managed)
}

look().catch((error: unknown) => console.error(error))
void startPageWith(<Popup />, () => 'Kamerlens', {
  chosen: Promise.race([appearance(), tooLate]),
  until: known.promise,
  calm: calm.promise,
})
goOn().catch((error: unknown) => console.error(error))
