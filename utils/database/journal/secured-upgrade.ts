import type { Opening } from '../opening/gate.ts'
import type { JournalLink } from './journal.ts'
import { isEarlier } from './stored-version.ts'

export interface UpgradeParts {
  readonly link: Pick<JournalLink, 'snapshot'>
  /** The version (of IndexedDB) that lies there; 0 where there is no database. */
  readonly storedVersion: () => Promise<number>
  /** Resolves when it may be written to the disk: what a crash has done to it was looked after, or could not be. */
  readonly prepared: Promise<void>
}

/** Whether what lies there may be upgraded, as its one writer says it before each opening. */
export interface SecuredUpgrade {
  readonly ask: () => Promise<Opening>
  /** Whether there was something to upgrade, and a snapshot of it was taken. */
  readonly isTaken: () => boolean
}

/** A database of an earlier schema is kept as it is in a snapshot, and only then opened, which upgrades it (SAFETY §2). */
export function securedUpgrade({ link, storedVersion, prepared }: UpgradeParts): SecuredUpgrade {
  let isTaken = false

  async function ask(): Promise<Opening> {
    // A snapshot is taken too where the browser does not say what lies there.
    const version = await storedVersion().catch(() => null)
    if (version !== null && !isEarlier(version)) return 'as-it-is'
    await prepared
    try {
      isTaken = await link.snapshot()
    } catch (error) {
      isTaken = false
      console.error(error)
    }
    if (isTaken) return 'upgrade'
    // It may be that nothing lies there, or what needs no upgrade.
    return version === null ? 'as-it-is' : { refused: 'upgrade-unsecured' }
  }

  return { ask, isTaken: () => isTaken }
}
