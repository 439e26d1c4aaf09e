import { browser } from 'wxt/browser'
import type { Lookup } from '#utils/browser/protocol.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import type { Frame } from '#utils/browser/senders.ts'
import { codeStates, lookup } from '#utils/database/lookup.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { codeOf } from '#utils/references/code.ts'
import { isOfficialUrl } from '#utils/references/sites.ts'
import type { Following } from './following.ts'
import type { LookingUp } from './looking-up.ts'
import type { Pages } from './pages.ts'
import { resultOf } from './results.ts'

/** Put into a document when they are first needed: many name nothing, and most are read without a card. */
type PageScript = '/finder.js' | '/card.js' | '/chip.js'

interface Cards {
  readonly db: KamerlensDatabase
  readonly pages: Pages
  readonly lookingUp: Pick<LookingUp, 'start' | 'stop' | 'privately' | 'inPrivate'>
  readonly following: Pick<Following, 'follow' | 'unfollow'>
  /** What is known of a tab's page has changed: its badge is to be drawn anew. */
  readonly counted: (tabId: number) => void
  /** Opens a code with its note in the popup, or in a tab where there can be no popup. */
  readonly openNote: (id: string, tabId: number) => Promise<void>
}

/** What content scripts may ask, of codes that their document names alone. From private windows nothing is written. */
export function cardHandlers({
  db,
  pages,
  lookingUp,
  following,
  counted,
  openNote,
}: Cards): BackgroundHandlers<
  | 'page/site'
  | 'page/report'
  | 'page/stopped'
  | 'page/load'
  | 'chip/load'
  | 'card/load'
  | 'card/lookup'
  | 'card/look-up'
  | 'card/look-up-stop'
  | 'card/follow'
  | 'card/states'
  | 'card/note'
> {
  return {
    'page/site': (_, sender) => (sender.context === 'page' ? sender.site : ''),
    'page/report': (report, sender) => {
      if (sender.context !== 'page') return
      pages.heard(frameOf(sender), report)
      counted(sender.tabId)
    },
    'page/stopped': async (_, sender) => {
      if (sender.context !== 'page') return
      await pages.check(frameOf(sender))
      counted(sender.tabId)
    },
    'page/load': (_, sender) => sender.context === 'page' && putInto(sender, '/finder.js'),
    // Only of the official sites can the reader fetch a PDF.
    'chip/load': (_, sender) => sender.context === 'page' && isOfficialUrl(sender.url) && putInto(sender, '/chip.js'),
    'card/load': async ({ id }, sender) => {
      if (sender.context !== 'page') return false
      const [named] = await pages.named(frameOf(sender), [id])
      if (named === undefined) return false
      return putInto(sender, '/card.js')
    },
    'card/lookup': async ({ id }, sender) => {
      // The page's process says which id; what it stands for is worked out here.
      const code = codeOf(id)
      if (code === null || sender.context !== 'page') return { ok: false, error: 'invalid' }
      const [named] = await pages.named(frameOf(sender), [id])
      if (named === undefined) return { ok: false, error: 'not-found' }
      return resultOf(async () => {
        const found = await lookup(db, code)
        return forPage(sender.incognito ? { ...found, official: lookingUp.inPrivate(id) ?? found.official } : found)
      })
    },
    'card/look-up': async ({ id, ...request }, sender) => {
      if (codeOf(id) === null || sender.context !== 'page') return { ok: false, error: 'invalid' }
      const [named] = await pages.named(frameOf(sender), [id])
      if (named === undefined) return { ok: false, error: 'not-found' }
      if (!sender.incognito) return lookingUp.start({ id, ...request })
      // Nothing may be written, so the answer itself has to be waited for.
      return resultOf(() => lookingUp.privately({ id, ...request }).then(() => true as const))
    },
    'card/look-up-stop': async ({ id }, sender) => {
      if (sender.context !== 'page' || sender.incognito) return
      const [named] = await pages.named(frameOf(sender), [id])
      if (named !== undefined) await lookingUp.stop(id)
    },
    'card/follow': async ({ id, on }, sender) => {
      if (codeOf(id) === null || sender.context !== 'page') return { ok: false, error: 'invalid' }
      const [named] = await pages.named(frameOf(sender), [id])
      if (named === undefined) return { ok: false, error: 'not-found' }
      return on ? following.follow(id) : following.unfollow(id)
    },
    'card/states': async ({ ids }, sender) => {
      if (sender.context !== 'page') return {}
      const states = await resultOf(async () => codeStates(db, await pages.named(frameOf(sender), ids)))
      // Without a database the page is painted as if nothing were kept.
      return states.ok ? states.value : {}
    },
    'card/note': async ({ id }, sender) => {
      if (sender.context !== 'page' || codeOf(id) === null) return
      const [named] = await pages.named(frameOf(sender), [id])
      if (named !== undefined) await openNote(id, sender.tabId)
    },
  }
}

function putInto({ tabId, frameId }: Frame, script: PageScript): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] }
  return browser.scripting.executeScript({ target, files: [script], injectImmediately: true }).then(
    () => true,
    () => false,
  )
}

/** The sender's document as a key, without what else is known of it. */
function frameOf({ tabId, frameId, documentId }: Frame): Frame {
  return { tabId, frameId, ...(documentId === undefined ? {} : { documentId }) }
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
    official: found.official && {
      ...found.official,
      document: found.official.document && { ...found.official.document, provenance: [] },
    },
    notes: found.notes.map(({ saves: _, ...note }) => ({ ...note, places: [] })),
  }
}
