import { backgroundActions } from '#components/store/background-actions.ts'
import { ask, type Handlers, onPageMessages } from '#utils/browser/messages.ts'
import { isPrivateWindow } from '#utils/browser/private-window.ts'
import type { PageMessages } from '#utils/browser/protocol/page-messages.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import { codeStates } from '#utils/database/lookup/lookup.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { followQuery } from '#utils/database/rows/follow-query.ts'
import { codeOf } from '#utils/references/code.ts'
import type { Code } from '#utils/references/types.ts'
import cardCss from '../page.content/card/card.css?inline'
import { Card } from '../page.content/card/card.ts'
import type { AskedByPage, PageChannel } from '../page.content/channel.ts'
import { type PageOptions, startPage } from '../page.content/start.ts'
import { answeredHere } from './answered-here.ts'
import { lookUpAnswers } from './look-ups.ts'

export interface OwnPageOptions extends Pick<PageOptions, 'signal' | 'amid'> {
  /** Selector of what is no text to find codes in. */
  readonly leftOut: string
  /** Whether what it shows is of a private window, where nothing is written unasked. */
  readonly isPrivate?: boolean
  /** Opens a code on the page; `focusNote`: with the caret in its note. */
  readonly open: (code: Code, focusNote: boolean) => void
  /** Something kept or looked up has changed. */
  readonly onKept?: () => void
  /** What the page names, whenever that has changed. */
  readonly onReport?: (report: PageReport) => void
}

/** A page of ours whose codes are marked. */
export interface OwnPage {
  /** Scrolls to a code and flashes it once. */
  goTo(id: string): void
  /** Opens the code under the pointer, if there is one: for a click in the text. */
  openPointedAt(): Promise<void>
}

/** A code is the user's when the pointer rests on it (`Chosen`). */
const pointedAt = 4

/**
 * Marks the codes in a page of our own and shows cards on them: the same engine that works on the pages of official sites. What
 * it asks of the background elsewhere is answered here.
 */
export function markOwnPage(db: KamerlensDatabase, options: OwnPageOptions): OwnPage {
  const { signal, amid, leftOut, isPrivate = false, open, onKept, onReport } = options
  let page: Handlers<PageMessages> | null = null
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(cardCss)

  const answers: Handlers<AskedByPage> = {
    'page/report': (report) => onReport?.(report),
    'card/states': ({ ids }) => codeStates(db, ids),
    ...lookUpAnswers(db, isPrivate || isPrivateWindow()),
    'card/note': ({ id }) => {
      const code = codeOf(id)
      if (code !== null) open(code, true)
    },
    'card/follow': ({ id, on }) => (on ? backgroundActions.follow(id) : backgroundActions.unfollow(id)),
    'card/read': async ({ url, title }) => {
      const started = await backgroundActions.readAddress(url, title)
      return started.ok ? { ok: true, value: { job: started.value.id } } : started
    },
    'reader/open': (request) => ask('reader/open', isPrivate ? { ...request, isPrivate } : request),
    'card/stop': async ({ job }) => {
      await backgroundActions.cancelReading(job)
    },
  }
  const channel: PageChannel = {
    ...answeredHere(answers),
    listen(handlers) {
      page = handlers
      // The keyboard commands come from the background, as on any page.
      return onPageMessages(handlers)
    },
  }
  const loadCard: PageOptions['loadCard'] = async () => (card) => new Card({ ...card, sheet })
  startPage({ channel, signal, leftOut, loadCard, ...(amid ? { amid } : {}) })

  // What is kept and looked up, by whichever window, shows in how codes are painted, and in the card.
  const tables = [db.notes, db.documents, db.questions, db.lookups]
  const subscription = followQuery(() => Promise.all(tables.map((table) => table.count())), {
    next() {
      page?.['page/refresh']()
      onKept?.()
    },
    error: (error) => console.error(error),
  })
  signal.addEventListener('abort', () => subscription.unsubscribe())

  return {
    goTo: (id) => void page?.['page/go-to']({ id }),
    async openPointedAt() {
      // Whoever has just selected a text wants it, and not what the pointer came to rest on.
      if (getSelection()?.isCollapsed === false) return
      const chosen = await page?.['page/chosen']()
      const code = chosen && chosen.weight >= pointedAt ? codeOf(chosen.id) : null
      if (code !== null) open(code, false)
    },
  }
}
