import { type ReadonlySignal, signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import type { PageState } from '#components/popup/page-state.ts'
import type { PanelPage } from '#components/popup/panel-page.ts'
import { envelopeFor } from '#utils/browser/messages.ts'
import type { PageEmptyReason } from '#utils/browser/protocol/page-report.ts'
import { withoutFragment } from '#utils/references/addresses/without-fragment.ts'
import { type ActiveTab, readPageSoon } from '../popup/active-page.ts'
import { pageActionsOn } from '../popup/page-actions.ts'
import { documentOfTab } from './document-of-tab.ts'

/** Milliseconds in which news of a page are gathered: a page that grows tells of each of its parts. */
const gathering = 150

/** Whatever a page is of before it is known. */
const noPage: PanelPage = {
  key: 'none',
  title: '',
  state: { type: 'loading' },
  document: null,
  isDocument: false,
  actions: pageActionsOn({
    state: () => ({ type: 'loading' }),
    here: () => null,
    look: async () => {},
    refused: () => {},
    leave: () => {},
  }),
}

/**
 * The page in view in one window, as it stands: the active tab, its address, what it names, and what is switched on there.
 * Nothing of it is written down.
 */
export function followTab(windowId: number): ReadonlySignal<PanelPage> {
  const page = signal(noPage)
  let here: ActiveTab | null = null
  /** A look that was begun before the newest one is late, and says nothing. */
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function show(tab: ActiveTab | null, state: PageState): void {
    const before = page.peek()
    const key = keyOf(tab)
    const isSame = key === before.key
    // What is shown stays until there is an answer.
    const shown = isSame && state.type === 'loading' ? before.state : state
    const of = tab === null ? { document: null, isDocument: false } : documentOfTab(tab, shown)
    page.value = {
      key,
      title: tab?.title ?? '',
      state: shown,
      ...of,
      actions: isSame ? before.actions : actionsOf(tab),
    }
  }

  async function look(...before: readonly PageEmptyReason[]): Promise<void> {
    turn += 1
    const own = turn
    clearTimeout(timer)
    const { tab, isLoading } = await activeIn(windowId)
    if (own !== turn) return
    here = tab
    show(tab, { type: 'loading' })
    const state = await readPageSoon(async () => (await activeIn(windowId)).tab, before, 'unseen')
    if (own !== turn) return
    const isUnreached = state.type === 'empty' && state.reason === 'not-reached'
    // A page that still loads is not one that can't be reached: the browser tells when it has loaded, and the page what
    // it names, perhaps a moment later.
    if (isUnreached && isLoading) return
    if (isUnreached && before.length === 0 && page.peek().state.type === 'loading') await look('not-reached')
    else show(tab, state)
  }

  function lookSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), gathering)
  }

  const actionsOf = (tab: ActiveTab | null) =>
    pageActionsOn({
      state: () => page.peek().state,
      // The address may have changed by a fragment since.
      here: () => (here?.id === tab?.id ? here : tab),
      look,
      refused: () => show(here, unseen(page.peek().state)),
      leave: () => {},
    })

  browser.tabs.onActivated.addListener((active) => {
    if (active.windowId === windowId) void look()
  })
  browser.tabs.onUpdated.addListener((_tabId, change, tab) => {
    if (!tab.active || tab.windowId !== windowId) return
    if (change.status === 'loading' || change.url !== undefined) void look()
    else if (change.status === 'complete' || change.title !== undefined) lookSoon()
  })
  // What a page, or a frame of it, tells the background concerns the panel too; the background answers.
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const type = envelopeFor('background', message)?.type
    const isNews = type === 'page/report' || type === 'page/stopped'
    if (isNews && sender.tab?.id !== undefined && sender.tab.id === here?.id) lookSoon()
    return undefined
  })
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key.startsWith('switch.'))) lookSoon()
  })
  browser.permissions.onAdded.addListener(lookSoon)
  browser.permissions.onRemoved.addListener(lookSoon)
  void look()
  return page
}

async function activeIn(windowId: number): Promise<{ tab: ActiveTab | null; isLoading: boolean }> {
  const [tab] = await browser.tabs.query({ active: true, windowId }).catch(() => [])
  if (tab?.id === undefined) return { tab: null, isLoading: false }
  const { id, url = '', title = '', incognito, status } = tab
  return { tab: { id, windowId, url, title, incognito }, isLoading: status === 'loading' }
}

/** A place on a page is that page. */
const keyOf = (tab: ActiveTab | null): string => (tab === null ? 'none' : `${tab.id} ${withoutFragment(tab.url)}`)

/** The browser lets Kamerlens onto other pages by a click on its button alone. */
function unseen(state: PageState): PageState {
  return state.type === 'loading' ? state : { type: 'empty', reason: 'unseen', site: state.site }
}
