import { isEarlier, storedVersion } from '../database/journal/stored-version.ts'
import { type KamerlensDatabase, openDatabase } from '../database/open.ts'
import type { Opening } from '../database/opening/gate.ts'
import { ask } from './messages.ts'

/** Milliseconds that one asking may take, and how often it is asked: a snapshot of very much takes minutes. */
const answerTime = 15_000
const mostTimes = 10
/** Milliseconds after an asking that nobody heard: the background was stopped, and starts with the next one. */
const pause = 300

/**
 * The database as a page of ours opens it. One of an earlier schema is left alone until the background has upgraded it, which takes
 * a snapshot first, whichever of them opens first after an update.
 */
export function openPageDatabase(): KamerlensDatabase {
  const db = openDatabase()
  db.openAfter(upgradedByBackground)
  return db
}

async function upgradedByBackground(): Promise<Opening> {
  for (let times = 0; times < mostTimes; times += 1) {
    // Where the browser does not say what lies there the background has a look.
    const version = await storedVersion().catch(() => null)
    if (version !== null && !isEarlier(version)) return 'as-it-is'
    const opened = await ask('database/open', undefined, answerTime)
    if (opened.ok && version === null) return 'as-it-is'
    if (!opened.ok && opened.unanswered === undefined) return { refused: opened.error }
    if (!opened.ok) await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return { refused: 'upgrade-unsecured' }
}
