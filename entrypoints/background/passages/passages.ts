import { browser } from 'wxt/browser'
import { sendToPage } from '#utils/browser/messages.ts'
import { isReadable } from '#utils/browser/permissions.ts'
import type { PassageOnPage } from '#utils/browser/protocol/passages.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import type { CheckedSender, Frame } from '#utils/browser/senders.ts'
import { documentOfAddress, passageOf, passagesOf, rememberLooked } from '#utils/database/notes/passages.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import { openPopup } from '../controls/screens.ts'
import { putInto } from '../pages/inject.ts'
import { resultOf } from '../results.ts'
import { forgetWanted, openPassage, takeWanted } from './open-passage.ts'
import { createSelectionNotes, type NoteOnSelection } from './selection-notes.ts'

/** Notes on passages: begun at a selection, and found again on the pages of their document. */
export interface Passages {
  readonly noteOnSelection: NoteOnSelection
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

export function createPassages({
  db,
  now,
  framesOf,
  send = sendToPage,
  newId = () => crypto.randomUUID(),
}: Parts): Passages {
  const noteOnSelection = createSelectionNotes({ framesOf, send, newId })

  /** A page sees notes on passages of its own document alone, by the address that the browser vouches for. */
  async function ownNote(id: string, sender: CheckedSender): Promise<NoteRow | null> {
    const document = sender.context === 'page' ? documentOfAddress(sender.url) : null
    return document === null ? null : passageOf(db, id, document)
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
    forget: forgetWanted,
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
      'passages/open': ({ id }) => openPassage(db, id, send),
      'tab/passages': ({ tabId }) => onPage(tabId),
      'tab/show-passage': ({ tabId, id }) => some(tabId, (frame) => send(frame, 'page/show-passage', { id })),
    },
  }
}
