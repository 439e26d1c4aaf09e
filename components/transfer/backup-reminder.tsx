import { backupMessages } from '#locales/backup.ts'
import { format } from '#locales/i18n.ts'
import { useWatched } from '../following/use-watched.ts'
import { useStore } from '../store/use-store.ts'
import type { BackupActions } from './backup.ts'

/** Says that notes have no copy outside the browser, where the last one is old; for a day it can be put off. */
export function BackupReminder({ backup, onExport }: { backup: BackupActions; onExport: () => void }) {
  const t = useStore(backupMessages)
  const { time, number } = useStore(format)
  const unsafe = useWatched(backup)?.unsafe ?? null
  if (unsafe === null) return null
  const notes = number(unsafe.notes)
  return (
    <div class="kl-notice kl-notice--warning kl-store-notice" role="status">
      <p>
        {unsafe.lastCopy === null
          ? t.unsafeNever({ number: notes })
          : t.unsafe({ when: time(new Date(unsafe.lastCopy), { dateStyle: 'long' }), number: notes })}
      </p>
      <button type="button" class="kl-button" onClick={onExport}>
        {t.exportNow}
      </button>
      <button type="button" class="kl-button kl-button--plain" onClick={() => void backup.remindLater()}>
        {t.later}
      </button>
    </div>
  )
}
