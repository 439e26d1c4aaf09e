import { locale } from '#locales/i18n.ts'
import { readBackupState } from '#utils/browser/backup/state.ts'
import { loggedErrors } from '#utils/browser/error-log.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { storeStatus } from '../store/store-status.ts'
import type { OptionsActions } from './options.ts'

/** A part of the report that can't be had must not cost the others. */
const orNull = <Value>(read: () => Promise<Value>): Promise<Value | null> => read().catch(() => null)

/**
 * What helps to find a fault: versions, settings, counts and recent errors, as JSON to be read by whoever sends it. No
 * addresses, no names of sites, folders or files, and no text that was read or written.
 */
export async function makeReport(
  db: KamerlensDatabase,
  options: Pick<OptionsActions, 'version' | 'read' | 'counts' | 'storageUse'>,
  now: Date,
): Promise<string> {
  const [view, counts, storage, copies, errors] = await Promise.all([
    orNull(() => options.read()),
    orNull(() => options.counts()),
    orNull(() => options.storageUse()),
    orNull(readBackupState),
    orNull(loggedErrors),
  ])
  const report = {
    kamerlens: options.version,
    browser: navigator.userAgent,
    at: now.toISOString(),
    language: locale.get(),
    settings: view && {
      ...view.appearance,
      everywhere: view.sites.everywhere,
      lookUp: view.lookUp,
      notifications: view.mayNotify,
      officialSitesAllowed: view.sites.mayReadOfficial,
      sitesOff: view.sites.official.filter(({ on }) => !on).length + view.sites.off.length,
      sitesAdded: view.sites.added.length,
    },
    database: { schema: db.understands, status: await storeStatus(db) },
    counts,
    storage,
    copies: copies && {
      place: copies.place?.type ?? null,
      last: copies.last && { at: copies.last.at, by: copies.last.by },
      failure: copies.failure,
    },
    errors,
  }
  return JSON.stringify(report, null, 2)
}
