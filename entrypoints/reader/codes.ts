import { liveQuery } from 'dexie'
import { backgroundActions } from '#components/background-actions.ts'
import type { PagesPlace } from '#components/reader/reader-pages.tsx'
import { ask, type Handlers, onPageMessages } from '#utils/browser/messages.ts'
import type { PageMessages } from '#utils/browser/protocol/page-messages.ts'
import { codeStates } from '#utils/database/lookup.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { codeOf } from '#utils/references/code.ts'
import type { Code } from '#utils/references/types.ts'
import cardCss from '../page.content/card/card.css?inline'
import { Card } from '../page.content/card/card.ts'
import type { PageChannel } from '../page.content/channel.ts'
import { startPage, type Walked } from '../page.content/start.ts'
import { lookUpAnswers } from './look-ups.ts'
import { markSplitCodes, type SplitCodes } from './split-codes.ts'

/** All but the text of the pages. */
const leftOut =
  '.kl-reader__bar,.kl-reader__notices,.kl-reader__tabs,.kl-reader__left,.kl-reader__right,.kl-reader__failed,.kl-reader__wait,.kl-undo-place'

/** A code is the user's when the pointer rests on it (`Chosen`). */
const pointedAt = 4

/**
 * Marks the codes in the pages and shows cards on them, as long as this page lives: the same engine that works on the
 * pages of official sites, over the text layers that pdf.js lays on its pages. What it asks of the background elsewhere
 * is answered here.
 *
 * @param place the elements of the pages, once they are there: a click on a code in them opens it
 * @param open opens a code beside the pages; `focusNote`: with the caret in its note
 */
export function markCodes(
  db: KamerlensDatabase,
  place: Promise<PagesPlace>,
  open: (code: Code, focusNote: boolean) => void,
): void {
  const { signal } = new AbortController()
  let page: Handlers<PageMessages> | null = null
  let split: SplitCodes | null = null
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(cardCss)

  const answers: { readonly [type: string]: (request: never) => unknown } = {
    'card/states': ({ ids }: { ids: readonly string[] }) => codeStates(db, ids),
    ...lookUpAnswers(db),
    'card/note': ({ id }: { id: string }) => {
      const code = codeOf(id)
      if (code !== null) open(code, true)
    },
    'card/read': async ({ url, title }: { url: string; title: string }) => {
      const started = await backgroundActions.readAddress(url, title)
      return started.ok ? { ok: true, value: { job: started.value.id } } : started
    },
    'reader/open': (request: { url: string; title: string; question?: number }) => ask('reader/open', request),
    'card/stop': ({ job }: { job: string }) => backgroundActions.cancelReading(job),
  }
  const channel = {
    send: async (type: string, request: unknown) => answers[type]?.(request as never),
    listen(handlers: Handlers<PageMessages>) {
      page = handlers
      // The keyboard commands come from the background, as on any page.
      return onPageMessages(handlers)
    },
  } as unknown as PageChannel
  const amid = (own: Walked): Walked => ({
    all: () => split?.amid(own.all()) ?? own.all(),
    has: (reference) => own.has(reference) || split?.has(reference) === true,
    at: (x, y) => own.at(x, y) ?? split?.at(x, y) ?? null,
  })
  startPage({ channel, signal, leftOut, amid, loadCard: async () => (options) => new Card({ ...options, sheet }) })

  // What is kept and looked up, by whichever window, shows in how codes are painted, and in the card.
  const tables = [db.notes, db.documents, db.questions, db.lookups]
  const kept = liveQuery(() => Promise.all(tables.map((table) => table.count())))
  kept.subscribe(() => page?.['page/refresh']())

  void place.then(({ container, viewer }) => {
    split = markSplitCodes(viewer, (ids) => codeStates(db, ids))
    kept.subscribe(() => split?.refresh())
    container.addEventListener('click', () => {
      // Whoever has just selected a text wants it, and not what the pointer came to rest on.
      if (getSelection()?.isCollapsed === false) return
      const chosen = page?.['page/chosen']() as { readonly id: string; readonly weight: number } | null | undefined
      const code = chosen && chosen.weight >= pointedAt ? codeOf(chosen.id) : null
      if (code !== null) open(code, false)
    })
  })
}
