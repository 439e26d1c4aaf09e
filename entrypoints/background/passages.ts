import { browser } from 'wxt/browser'
import { keepBegun } from '#utils/browser/begun-passages.ts'
import { sendToPage } from '#utils/browser/messages.ts'
import { isReadable } from '#utils/browser/permissions.ts'
import type { BegunPassage, PassageOnPage, SelectionAnswer } from '#utils/browser/protocol/passages.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import type { CheckedSender, Frame } from '#utils/browser/senders.ts'
import { documentOfAddress, passageOf, passagesOf, rememberLooked } from '#utils/database/notes/passages.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import { codeOf } from '#utils/references/code.ts'
import { isOfficialUrl } from '#utils/references/sites.ts'
import { putInto } from './inject.ts'
import { openReader } from './reader.ts'
import { resultOf } from './results.ts'
import { openPopup } from './screens.ts'

/** Notes on passages: begun at a selection, and found again on the pages of their document. */
export interface Passages {
  /**
   * Begins a note on what is selected in a tab.
   *
   * @param where a document in which something is selected for certain; `if-selected`: nothing is said where nothing is
   * @returns whether it has dealt with it
   */
  noteOnSelection(tabId: number, where: Frame | 'always' | 'if-selected'): Promise<boolean>
  /** To the next passage of the page in a tab, in the first of its documents that has one. */
  step(tabId: number): Promise<void>
  /** The tab is closed. */
  forget(tabId: number): Promise<void>
  readonly handlers: BackgroundHandlers<
    | 'passages/load'
    | 'passages/list'
    | 'passages/note'
    | 'passages/edit'
    | 'passages/looked'
    | 'passages/open'
    | 'tab/passages'
    | 'tab/show-passage'
  >
}

interface Parts {
  readonly db: KamerlensDatabase
  readonly now: () => Date
  readonly framesOf: (tabId: number) => Promise<readonly Frame[]>
  /** Test seams. */
  readonly send?: typeof sendToPage
  readonly newId?: () => string
}

/** The passage that the user wants to see in a tab whose page is still on its way. */
const wantedKey = (tabId: number): string => `wanted-passage.${tabId}`

export function createPassages({
  db,
  now,
  framesOf,
  send = sendToPage,
  newId = () => crypto.randomUUID(),
}: Parts): Passages {
  async function answerOf(frame: Frame, isThere: boolean): Promise<SelectionAnswer | null> {
    return send(frame, 'page/selection', { isThere }).catch(() => null)
  }

  async function noteOnSelection(tabId: number, where: Frame | 'always' | 'if-selected'): Promise<boolean> {
    const frames = typeof where === 'string' ? await framesOf(tabId) : [where]
    let last: SelectionAnswer | null = null
    for (const frame of frames) {
      const answer = await answerOf(frame, typeof where !== 'string')
      if (answer !== null) last = answer
      if (answer?.state === 'quote') return begin(frame, answer)
      if (answer?.state === 'taken') return true
      if (answer?.state === 'too-long') break
    }
    if (last?.state === 'too-long') await openPopup({ error: 'selection-too-long' }, tabId)
    else if (where === 'if-selected') return false
    else await openPopup({ error: last === null ? await whyUnread(tabId) : 'nothing-selected' }, tabId)
    return true
  }

  /** Why nobody answers: the page was there before us, or we may not be there. */
  async function whyUnread(tabId: number): Promise<'no-page' | 'selection-without-place'> {
    const { url = '' } = await browser.tabs.get(tabId)
    return (await isReadable(url, tabId)) ? 'no-page' : 'selection-without-place'
  }

  async function begin(frame: Frame, answer: SelectionAnswer & { readonly state: 'quote' }): Promise<boolean> {
    const { tabId, frameId } = frame
    const tab = await browser.tabs.get(tabId)
    // What a page's process says of its address counts for frames alone, and only where we may be.
    const address = frameId === 0 ? (tab.url ?? '') : answer.url
    const target = (await isReadable(address, tabId)) ? documentOfAddress(address) : null
    if (target === null) {
      await openPopup({ error: 'selection-without-place' }, tabId)
      return true
    }
    const url = address.split('#', 1)[0] ?? address
    const begun: BegunPassage = {
      id: newId(),
      target,
      passage: { quote: answer.quote, ...(tab.incognito ? {} : { url }), format: 'page' },
      ...(tab.incognito ? {} : { place: { url, title: answer.title.slice(0, 1000) } }),
    }
    await keepBegun(begun)
    await openPopup({ passage: begun.id }, tabId)
    return true
  }

  /** A page sees notes on passages of its own document alone, by the address that the browser vouches for. */
  async function ownNote(id: string, sender: CheckedSender): Promise<NoteRow | null> {
    const document = sender.context === 'page' ? documentOfAddress(sender.url) : null
    return document === null ? null : passageOf(db, id, document)
  }

  async function takeWanted(tabId: number, ids: ReadonlySet<string>): Promise<string | null> {
    const key = wantedKey(tabId)
    const wanted = (await browser.storage.session.get(key))[key]
    if (typeof wanted !== 'string' || !ids.has(wanted)) return null
    await browser.storage.session.remove(key)
    return wanted
  }

  async function open(id: string): Promise<Result<true>> {
    const note = await db.notes.get(id)
    if (note?.passage === undefined) return { ok: false, error: 'not-found' }
    const url = note.passage.url ?? codeOf(note.target)?.url
    if (url === undefined || !/^https?:/i.test(url)) return { ok: false, error: 'not-found' }
    if (note.passage.format === 'pdf') {
      if (!isOfficialUrl(url)) return { ok: false, error: 'invalid' }
      await openReader({ url, title: '', passage: id }, null)
      return { ok: true, value: true }
    }
    const tab = await openTab(url)
    const isShown =
      tab !== undefined && (await send({ tabId: tab, frameId: 0 }, 'page/show-passage', { id }).catch(() => false))
    if (isShown) return { ok: true, value: true }
    // The page asks for its passages once it is there, and hears which one is wanted.
    const made = tab === undefined ? await browser.tabs.create({ url }) : { id: tab }
    if (made.id !== undefined) await browser.storage.session.set({ [wantedKey(made.id)]: id })
    if (tab !== undefined) await browser.tabs.reload(tab)
    return { ok: true, value: true }
  }

  /** A tab that shows an address, brought to the front. */
  async function openTab(url: string): Promise<number | undefined> {
    const own = (one: string | undefined) => one?.split('#', 1)[0]
    const tab = (await browser.tabs.query({}).catch(() => [])).find((each) => own(each.url) === own(url))
    if (tab?.id === undefined) return undefined
    await browser.tabs.update(tab.id, { active: true })
    await browser.windows.update(tab.windowId, { focused: true }).catch(() => undefined)
    return tab.id
  }

  async function onPage(tabId: number): Promise<readonly PassageOnPage[]> {
    const { url } = await browser.tabs.get(tabId)
    if (url === undefined || !(await isReadable(url, tabId))) return []
    const asked = (await framesOf(tabId)).map((frame) => send(frame, 'page/passages').catch(() => []))
    return (await Promise.all(asked)).flat()
  }

  async function some(tabId: number, ask: (frame: Frame) => Promise<boolean>): Promise<boolean> {
    for (const frame of await framesOf(tabId)) if (await ask(frame).catch(() => false)) return true
    return false
  }

  return {
    noteOnSelection,
    step: async (tabId) => void (await some(tabId, (frame) => send(frame, 'page/step-passage'))),
    forget: (tabId) => browser.storage.session.remove(wantedKey(tabId)),
    handlers: {
      'passages/load': (_, sender) => sender.context === 'page' && putInto(sender, '/passages.js'),
      'passages/list': async (_, sender) => {
        if (sender.context !== 'page') return { ok: false, error: 'invalid' }
        const document = documentOfAddress(sender.url)
        if (document === null) return { ok: true, value: { passages: [], wanted: null } }
        return resultOf(async () => {
          const passages = (await passagesOf(db, document)).map(({ id, passage: { quote } }) => ({ id, quote }))
          const wanted = await takeWanted(sender.tabId, new Set(passages.map(({ id }) => id)))
          return { passages, wanted }
        })
      },
      'passages/note': async ({ id }, sender) =>
        resultOf(async () => {
          const note = await ownNote(id, sender)
          return note === null ? { body: '' } : { body: note.body }
        }),
      'passages/edit': async ({ id }, sender) => {
        if (sender.context === 'page' && (await ownNote(id, sender)) !== null)
          await openPopup({ passage: id }, sender.tabId)
      },
      'passages/looked': async (looked, sender) => {
        if (sender.context !== 'page') await rememberLooked(db, looked, looked.url ?? null, now())
        else if (!sender.incognito) {
          const document = documentOfAddress(sender.url)
          const own = new Set(document === null ? [] : (await passagesOf(db, document)).map(({ id }) => id))
          const ofPage = (ids: readonly string[]) => ids.filter((id) => own.has(id))
          const mine = { found: ofPage(looked.found), missing: ofPage(looked.missing) }
          await rememberLooked(db, mine, sender.url, now())
        }
      },
      'passages/open': ({ id }) => open(id),
      'tab/passages': ({ tabId }) => onPage(tabId),
      'tab/show-passage': ({ tabId, id }) => some(tabId, (frame) => send(frame, 'page/show-passage', { id })),
    },
  }
}
