import { browser } from 'wxt/browser'
import { loadOnce } from '#utils/browser/load-once.ts'
import { journalChannel } from '#utils/browser/workers/journal-channel.ts'
import { journalLink } from '#utils/browser/workers/journal-link.ts'
import { startWorker } from '#utils/browser/workers/trusted-types.ts'
import { beginNewLog } from '#utils/database/journal/cure.ts'
import { ownFiles } from '#utils/database/journal/files.ts'
import { createJournal, type Journal } from '#utils/database/journal/journal.ts'
import { isCounted, type RecoveryParts, recover } from '#utils/database/journal/recover.ts'
import { securedUpgrade } from '#utils/database/journal/secured-upgrade.ts'
import { storedVersion } from '#utils/database/journal/stored-version.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { openOffscreen } from '../offscreen.ts'

/** There once the database was looked after in this session of the browser; the background itself starts many times in one. */
export const recoveredKey = 'journal.recovered'

let worker: Worker | null = null

/** Firefox' event page starts the worker itself; in Chromium the offscreen document does. */
async function ensureWorker(): Promise<void> {
  if (!import.meta.env.FIREFOX) return openOffscreen('journal')
  if (worker !== null) return
  const started = startWorker('/journal.js')
  worker = started
  started.addEventListener('error', () => {
    // It may live on, and hold the files that the next one is to write.
    started.terminate()
    // A second error may come when the next one is at work already.
    if (worker === started) worker = null
  })
}

/**
 * The journal of the background's database, and at the first start in a session the care for what a crash has done, which was tried for
 * the first time when `recovered` resolves.
 */
export function startJournal(db: KamerlensDatabase): {
  readonly journal: Journal
  readonly recovered: Promise<void>
} {
  const link = journalLink(new BroadcastChannel(journalChannel), ensureWorker)
  const { promise: prepared, resolve } = Promise.withResolvers<void>()
  const upgrade = securedUpgrade({ link, storedVersion, prepared })
  db.openAfter(upgrade.ask)
  const parts = { db, link, upgrade, prepared: resolve }
  const recovered = loadOnce(async () => {
    try {
      await recoverOnce(parts)
    } finally {
      // Where the journal can't be read, what lies in the database can all the same.
      resolve()
    }
  })
  return {
    journal: createJournal({ link, recovered, recoverAnew: () => recoverWith(parts) }),
    // What can't be looked after now is before anything is written, or at the next start.
    recovered: recovered().catch((error: unknown) => console.error(error)),
  }
}

type Parts = Pick<RecoveryParts, 'db' | 'link' | 'upgrade' | 'prepared'>

async function recoverOnce(parts: Parts): Promise<void> {
  if ((await browser.storage.session.get(recoveredKey))[recoveredKey] === true) {
    parts.prepared()
    // Chromium empties a database that it finds damaged at any time, not at its start alone.
    if (await isCounted(parts.db)) return
  }
  if (!(await recoverWith(parts))) return
  // Where that can't be noted the next start of the background looks once more.
  await browser.storage.session.set({ [recoveredKey]: true }).catch((error: unknown) => console.error(error))
}

function recoverWith(parts: Parts): Promise<boolean> {
  const cure = import.meta.env.FIREFOX ? async () => undefined : beginNewLog
  return recover({ ...parts, files: ownFiles, cure, now: () => new Date() })
}
