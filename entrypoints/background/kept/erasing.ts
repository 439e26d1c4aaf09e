import { browser } from 'wxt/browser'
import { giveDownloadsBack } from '#utils/browser/backup/downloads.ts'
import { forgetFolder } from '#utils/browser/backup/folder.ts'
import { addedPatterns, giveNotificationsBack, givePatternsBack } from '#utils/browser/permissions.ts'
import type { BackgroundHandlers } from '#utils/browser/receive.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { LookingUp } from '../codes/looking-up.ts'
import type { ReadingJobs } from '../reading/reading.ts'
import { resultOf } from '../results.ts'
import { recoveredKey } from './journal.ts'

interface Erasing {
  readonly db: KamerlensDatabase
  readonly jobs: Pick<ReadingJobs, 'cancel'>
  readonly lookingUp: Pick<LookingUp, 'forgetAll'>
  /** Removes the files that lie ready to be read or shown. */
  readonly removeFiles: () => Promise<void>
  /** Empties the search index, which holds the words of what was kept. */
  readonly emptySearch: () => Promise<void>
  readonly forgetSettings?: () => Promise<void>
  /** Everything is gone. */
  readonly changed: () => void
}

/** «Alles wissen»: what is kept, its second copy, the search index, the files that lie ready, settings and permissions. */
export function erasingHandlers({
  db,
  jobs,
  lookingUp,
  removeFiles,
  emptySearch,
  forgetSettings = forgetAllSettings,
  changed,
}: Erasing): BackgroundHandlers<'everything/erase'> {
  /** What is under way would be written behind it. */
  async function endWork(): Promise<void> {
    const open = await db.jobs.where('state').anyOf('waiting', 'running').primaryKeys()
    // Where there is no room to write that they end, they go with the rest: of a job that is not there no result is kept.
    for (const id of open) await jobs.cancel(id).catch((error: unknown) => console.error(error))
    lookingUp.forgetAll()
  }
  return {
    'everything/erase': async () => {
      const outcome = await resultOf(async () => {
        await endWork()
        await db.erase()
        return true as const
      })
      // The database is empty then, and the next start looks after the second copy.
      const isHalf = !outcome.ok && outcome.error === 'not-secured'
      if (!outcome.ok && !isHalf) return outcome
      lookingUp.forgetAll()
      const rest = await Promise.allSettled([removeFiles(), emptySearch(), forgetSettings()])
      changed()
      const failures = rest.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
      for (const failure of failures) console.error(failure)
      return isHalf || failures.length > 0 ? { ok: false, error: 'half-erased' } : outcome
    },
  }
}

/** Settings, what is held in memory, and every permission that the user gave besides. */
async function forgetAllSettings(): Promise<void> {
  await givePatternsBack(await addedPatterns())
  await giveNotificationsBack()
  if (import.meta.env.FIREFOX) await giveDownloadsBack()
  else await forgetFolder()
  await browser.storage.local.clear()
  // That the database was looked after stays true until the browser ends.
  const held = Object.keys(await browser.storage.session.get(null)).filter((key) => key !== recoveredKey)
  await browser.storage.session.remove(held)
}
