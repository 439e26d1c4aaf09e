import { backupMessages } from '#locales/backup.ts'
import { useWatched } from '../following/use-watched.ts'
import { useStore } from '../store/use-store.ts'
import type { BackupActions } from './backup.ts'
import { LastCopy } from './backup-part.tsx'

/**
 * When the last copy outside the browser was made, and the way to where copies are turned on.
 *
 * @param isBare whether there is nothing yet that a copy could hold
 */
export function BackupLine({ backup, isBare }: { backup: BackupActions; isBare: boolean }) {
  const t = useStore(backupMessages)
  const view = useWatched(backup)
  if (view === null || (isBare && view.last === null && view.place === null)) return null
  return (
    <div class="kl-backup">
      <LastCopy view={view} />
      <p class="kl-small">
        <a href="/options.html#backup">{view.place === null ? t.toTurnOn : t.toOptions}</a>
      </p>
    </div>
  )
}
