import { browser } from 'wxt/browser'
import type { Lookup } from '#utils/browser/protocol.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import { codeStates, lookup } from '#utils/database/lookup.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { codeOf } from '#utils/references/code.ts'
import type { Pages } from './pages.ts'
import { resultOf } from './results.ts'

/** The card is put into a page when it is first asked for: most pages are read without one. */
const cardScript = '/card.js'

interface Cards {
  readonly db: KamerlensDatabase
  readonly pages: Pages
  /** The number of different codes on a tab's page is known anew. */
  readonly counted: (tabId: number, codes: number) => void
  /** Opens a code with its note in the popup, or in a tab where there can be no popup. */
  readonly openNote: (id: string, tabId: number) => Promise<void>
}

/** What content scripts may ask. Reads alone, so private windows need no exception; and only codes the page names. */
export function cardHandlers({
  db,
  pages,
  counted,
  openNote,
}: Cards): BackgroundHandlers<'page/report' | 'card/load' | 'card/lookup' | 'card/states' | 'card/note'> {
  return {
    'page/report': (report, sender) => {
      if (sender.context !== 'page') return
      pages.heard(sender.tabId, report)
      counted(sender.tabId, report.codes.length)
    },
    'card/load': async ({ id }, sender) => {
      if (sender.context !== 'page') return false
      const [named] = await pages.named(sender.tabId, [id])
      if (named === undefined) return false
      const target = { tabId: sender.tabId, frameIds: [0] }
      const injected = browser.scripting.executeScript({ target, files: [cardScript], injectImmediately: true })
      return injected.then(
        () => true,
        () => false,
      )
    },
    'card/lookup': async ({ id }, sender) => {
      // The page's process says which id; what it stands for is worked out here.
      const code = codeOf(id)
      if (code === null || sender.context !== 'page') return { ok: false, error: 'invalid' }
      const [named] = await pages.named(sender.tabId, [id])
      if (named === undefined) return { ok: false, error: 'not-found' }
      return resultOf(async () => forPage(await lookup(db, code)))
    },
    'card/states': async ({ ids }, sender) => {
      if (sender.context !== 'page') return {}
      const states = await resultOf(async () => codeStates(db, await pages.named(sender.tabId, ids)))
      // Without a database the page is painted as if nothing were kept.
      return states.ok ? states.value : {}
    },
    'card/note': async ({ id }, sender) => {
      if (sender.context !== 'page' || codeOf(id) === null) return
      const [named] = await pages.named(sender.tabId, [id])
      if (named !== undefined) await openNote(id, sender.tabId)
    },
  }
}

/**
 * What of a look-up a page's process may hold: it can be taken over by the page, so where else a note was made, which
 * files of the user's own were read and how saves are recognised stay here (SAFETY §3).
 */
function forPage(found: Lookup): Lookup {
  return {
    ...found,
    document: found.document && { ...found.document, provenance: [] },
    printed: found.printed.map(({ question, list }) => ({ question, list: { ...list, provenance: [] } })),
    notes: found.notes.map(({ saves: _, ...note }) => ({ ...note, places: [] })),
  }
}
