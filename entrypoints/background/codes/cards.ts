import { cardLookup } from '#components/official/card-lookup.ts'
import { tellAllFrames } from '#utils/browser/messages.ts'
import type { CardRequest } from '#utils/browser/protocol/card.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import type { CheckedSender, Frame, PageSender } from '#utils/browser/senders.ts'
import { codeStates } from '#utils/database/lookup/lookup.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { codeOf } from '#utils/references/code.ts'
import { chapterInstead } from '#utils/references/ids/chapter-instead.ts'
import { isWithSession } from '#utils/references/ids/senate-session.ts'
import type { Code } from '#utils/references/types.ts'
import { planOf } from '#utils/sources/plans.ts'
import { frameOf } from '../pages/frames.ts'
import { putInto } from '../pages/inject.ts'
import type { Pages } from '../pages/pages.ts'
import { resultOf } from '../results.ts'
import type { Following } from './following.ts'
import type { LookingUp } from './looking-up.ts'

interface Cards {
  readonly db: KamerlensDatabase
  readonly pages: Pick<Pages, 'named'>
  readonly lookingUp: Pick<LookingUp, 'start' | 'stop' | 'privately' | 'stopPrivately' | 'inPrivate'>
  readonly following: Pick<Following, 'follow' | 'unfollow'>
  readonly now: () => Date
  /** Whether a card asks before it has anything looked up. */
  readonly asksFirst: () => Promise<boolean>
  /** Waits until the language of the interface is known. */
  readonly inLanguage: <Made>(make: () => Promise<Made>) => Promise<Made>
  /** Opens a code with its note in the popup, or in a tab where there can be no popup. */
  readonly openNote: (id: string, tabId: number) => Promise<void>
}

/** What cards may ask, of codes that their document names alone. From private windows nothing is written. */
export function cardHandlers({
  db,
  pages,
  lookingUp,
  following,
  now,
  asksFirst,
  openNote,
  inLanguage,
}: Cards): BackgroundHandlers<
  | 'card/load'
  | 'card/lookup'
  | 'card/look-up'
  | 'card/look-up-stop'
  | 'card/follow'
  | 'card/states'
  | 'card/note'
  | 'card/dismiss'
> {
  /**
   * The codes that a card is about. The page's process says which ids; what they stand for is worked out here, and
   * another meaning of the same letters counts only where the page names that too, or the grammar says it.
   */
  async function codesFor(
    { id, alternatives = [] }: CardRequest,
    sender: CheckedSender,
  ): Promise<Result<readonly [Code, ...Code[]]>> {
    const code = codeOf(id)
    if (code === null || sender.context !== 'page') return { ok: false, error: 'invalid' }
    const frame = frameOf(sender)
    const [named] = await pages.named(frame, [id])
    if (named === undefined) return { ok: false, error: 'not-found' }
    const chapter = chapterInstead(id)?.id
    const further = [...new Set(alternatives)].filter((each) => each !== id && planOf(each).length > 0)
    const follows = (each: string) => each === chapter || isWithSession(each, id)
    const alsoNamed = await pages.named(
      frame,
      further.filter((each) => !follows(each)),
    )
    const meant = further.filter((each) => follows(each) || alsoNamed.includes(each))
    return { ok: true, value: [code, ...meant.flatMap((each) => codeOf(each) ?? [])] }
  }

  /** The page that asks, where its document names the code; else why it is not answered. */
  async function pageNaming(id: string, sender: CheckedSender): Promise<Result<PageSender>> {
    if (codeOf(id) === null || sender.context !== 'page') return { ok: false, error: 'invalid' }
    const [named] = await pages.named(frameOf(sender), [id])
    return named === undefined ? { ok: false, error: 'not-found' } : { ok: true, value: sender }
  }

  return {
    'card/load': async ({ id }, sender) => {
      const page = await pageNaming(id, sender)
      return page.ok && putInto(page.value, '/card.js')
    },
    'card/lookup': async (request, sender) => {
      const codes = await codesFor(request, sender)
      if (!codes.ok) return codes
      const { inPrivate } = lookingUp
      const own = sender.context === 'page' && sender.incognito ? { inPrivate } : {}
      return resultOf(() => inLanguage(() => cardLookup({ db, now, asksFirst, ...own }, codes.value)))
    },
    'card/look-up': async (request, sender) => {
      const codes = await codesFor(request, sender)
      if (!codes.ok) return codes
      const fresh = request.fresh ? { fresh: request.fresh } : {}
      const wishes = codes.value.map(({ id }) => ({ id, ...fresh }))
      if (sender.context === 'page' && sender.incognito) {
        // Nothing may be written, so the answers themselves have to be waited for.
        return resultOf(() =>
          Promise.all(wishes.map((wish) => lookingUp.privately(wish, askerOf(sender)))).then(() => true as const),
        )
      }
      const begun = await Promise.all(wishes.map((wish) => lookingUp.start(wish)))
      return begun.find(({ ok }) => !ok) ?? { ok: true, value: true }
    },
    'card/look-up-stop': async (request, sender) => {
      const codes = await codesFor(request, sender)
      if (!codes.ok) return
      const asker = sender.context === 'page' && sender.incognito ? askerOf(sender) : null
      for (const { id } of codes.value) await (asker === null ? lookingUp.stop(id) : lookingUp.stopPrivately(id, asker))
    },
    'card/follow': async ({ id, on }, sender) => {
      const page = await pageNaming(id, sender)
      if (!page.ok) return page
      return on ? following.follow(id) : following.unfollow(id)
    },
    'card/states': async ({ ids }, sender) => {
      if (sender.context !== 'page') return {}
      const states = await resultOf(async () => codeStates(db, await pages.named(frameOf(sender), ids)))
      // Without a database the page is painted as if nothing were kept.
      return states.ok ? states.value : {}
    },
    'card/note': async ({ id }, sender) => {
      const page = await pageNaming(id, sender)
      if (page.ok) await openNote(id, page.value.tabId)
    },
    'card/dismiss': async (_, sender) => {
      if (sender.context === 'page') await tellAllFrames(sender.tabId, 'page/dismiss')
    },
  }
}

/** A page of a private window, among all that ask there. */
const askerOf = ({ tabId, frameId }: Frame): string => `${tabId}/${frameId}`
