import { signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import type { PageActions, PageState } from '#components/popup/page-state.ts'
import { PopupScreen } from '#components/popup/popup-screen.tsx'
import { backgroundIndex } from '#components/search/search-index.ts'
import { bringStoreParts } from '#components/store/bring-store-parts.ts'
import { type Opening, plainOpening } from '#components/store/opening.ts'
import { ServicesProvider } from '#components/store/services.ts'
import { servicesIn } from '#components/store/services-in.ts'
import { startPage } from '#components/store/start-page.tsx'
import type { StoreStatus } from '#components/store/store-notice.tsx'
import { followStatus } from '#components/store/store-status.ts'
import { refuseDrops } from '#components/transfer/refuse-drops.ts'
import { ExampleScreen, type ExampleState } from '#components/welcome/example-screen.tsx'
import { exampleMessages } from '#locales/example.ts'
import { openPageDatabase } from '#utils/browser/page-database.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import { turnSwitch, watchSwitches } from '#utils/browser/settings/switches.ts'
import { whileOn } from '../page.content/while-on.ts'
import { cited, siteOf } from '../popup/active-page.ts'
import { markOwnPage, type OwnPage } from '../reader/mark-own-page.ts'
import { keepExample, readExample } from './keep-example.ts'
import './style.css'

/** All but the paper. */
const leftOut = '.kl-example__head,.kl-example__guide,.kl-example__window,.kl-undo-place,.kl-undo-plain'

const db = openPageDatabase()
const services = servicesIn(db, backgroundIndex())
bringStoreParts()

const page = signal<PageState>({ type: 'loading' })
const store = signal<StoreStatus>('ready')
const state = signal<ExampleState>({ type: 'still' })
/** What the popup opens with; another one each time that something is opened on the paper. */
const opening = signal<{ readonly turn: number; readonly what: Opening }>({ turn: 0, what: plainOpening })

function show(what: Opening) {
  opening.value = { turn: opening.value.turn + 1, what }
}

async function keep() {
  if (state.value.type === 'keeping') return
  state.value = { type: 'keeping' }
  const error = await keepExample(db)
  state.value = error === null ? { type: 'still' } : { type: 'failed', error }
}

let marked: OwnPage | null = null
let named: PageReport | null = null

async function look() {
  const site = await siteOf(null)
  page.value =
    site.switches.everywhere && named !== null
      ? { type: 'codes', codes: named.codes.flatMap(cited), site }
      : { type: 'empty', reason: 'off-everywhere', site }
}

function mark(paper: HTMLElement, signal: AbortSignal) {
  marked = markOwnPage(db, {
    signal,
    leftOut,
    open(code, focusNote) {
      show({ ...plainOpening, destination: { type: 'code', code }, focusNote })
      // Where the window stands below the paper.
      requestAnimationFrame(() => document.querySelector('.kl-example__window')?.scrollIntoView({ block: 'nearest' }))
    },
    onReport(report) {
      named = report
      void look()
    },
  })
  paper.addEventListener('click', marked.openPointedAt, { signal })
}

function begin(paper: HTMLElement) {
  whileOn(
    '',
    (running) => mark(paper, running),
    () => void look(),
    new AbortController().signal,
  )
  // A visit with `?try` has asked for it; coming back through the history has not.
  if (!new URLSearchParams(location.search).has('try')) return
  history.replaceState(history.state, '', location.pathname)
  void keep()
}

/** A page of our own has no permission to be asked for, no site, and no passages. */
const pageActions: PageActions = {
  goTo: (id) => marked?.goTo(id),
  passages: async () => [],
  showPassage: () => undefined,
  saveQuestions: readExample,
  openReader: () => undefined,
  allow: async () => false,
  reload: () => location.reload(),
  turn: (name, on) => void turnSwitch(name, '', on),
  search: () => undefined,
  addSite: async () => false,
  removeSite: () => undefined,
}

function Example({ nextKey }: { nextKey: string }) {
  const { turn, what } = opening.value
  return (
    <ServicesProvider value={services}>
      <ExampleScreen
        state={state.value}
        nextKey={nextKey}
        libraryUrl="/library.html"
        welcomeUrl="/welcome.html"
        onPaper={begin}
        onKeep={() => void keep()}
        onTidy={() => show(plainOpening)}
      >
        <PopupScreen
          key={turn}
          isPart
          page={page.value}
          pageActions={pageActions}
          store={store.value}
          opening={what}
          onLibrary={() => void browser.tabs.create({ url: '/library.html' })}
          onOptions={() => void browser.runtime.openOptionsPage()}
        />
      </ExampleScreen>
    </ServicesProvider>
  )
}

const commands = await browser.commands.getAll()
const nextKey = commands.find(({ name }) => name === 'next-reference')?.shortcut ?? ''
refuseDrops()
startPage(<Example nextKey={nextKey} />, () => `${exampleMessages.get().title} · Kamerlens`)
watchSwitches('', () => void look())
void followStatus(db, (status) => {
  store.value = status
})
