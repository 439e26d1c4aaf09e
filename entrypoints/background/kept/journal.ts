import { browser } from 'wxt/browser'
import { journalChannel } from '#utils/browser/journal-channel.ts'
import { journalLink } from '#utils/browser/journal-link.ts'
import { startWorker } from '#utils/browser/trusted-types.ts'
import { beginNewLog } from '#utils/database/journal/cure.ts'
import { ownFiles } from '#utils/database/journal/files.ts'
import { createJournal, type Journal } from '#utils/database/journal/journal.ts'
import { recover, storedVersion } from '#utils/database/journal/recover.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { openOffscreen } from '../offscreen.ts'

/** There once the database was looked after in this session of the browser; the background itself starts many times in one. */
export const recoveredKey = 'journal.recovered'

let isStarted = false

/** Firefox' event page starts the worker itself; in Chromium the offscreen document does. */
async function ensureWorker(): Promise<void> {
  if (!import.meta.env.FIREFOX) return openOffscreen('journal')
  if (isStarted) return
  isStarted = true
  startWorker('/journal.js').addEventListener('error', () => {
    isStarted = false
  })
}

/**
 * The journal of the background's database, and at the first start in a session the care for what a crash has done, which is
 * over when `recovered` resolves.
 */
export function startJournal(db: KamerlensDatabase): {
  readonly journal: Journal
  readonly recovered: Promise<void>
} {
  const link = journalLink(new BroadcastChannel(journalChannel), ensureWorker)
  const { promise, resolve: mayOpen } = Promise.withResolvers<void>()
  db.openAfter(promise)
  // Where the journal can't be reached, what lies there can all the same.
  const recovered = recoverOnce(db, link, mayOpen).finally(mayOpen)
  return { journal: createJournal({ link, recovered }), recovered }
}

async function recoverOnce(
  db: KamerlensDatabase,
  link: ReturnType<typeof journalLink>,
  mayOpen: () => void,
): Promise<void> {
  try {
    if ((await browser.storage.session.get(recoveredKey))[recoveredKey] === true) return
    const cure = import.meta.env.FIREFOX ? async () => undefined : beginNewLog
    await recover({ db, files: ownFiles, link, cure, now: () => new Date(), storedVersion, mayOpen })
    await browser.storage.session.set({ [recoveredKey]: true })
  } catch (error) {
    // What can't be looked after now is at the next start; writing goes on, and says itself where it can't.
    console.error(error)
  }
}
