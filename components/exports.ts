import { exportColumnMessages, exportMessages } from '#locales/export.ts'
import { locale } from '#locales/i18n.ts'
import { localDay } from '#utils/database/backup-file.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { exportAll } from '#utils/database/export.ts'
import { exportedNotes } from '#utils/database/exported-notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { type NoteFileWords, noteFile } from '#utils/notes/export/note-files.ts'
import { saveFile } from './save-file.ts'
import type { TransferActions } from './services.ts'

/**
 * Ways out: everything as one file of ours, or the notes in a form of other programs.
 *
 * @param onExported everything has gone out as a file
 */
export function exportsOf(
  db: KamerlensDatabase,
  now: () => Date,
  onExported: (name: string, at: Date) => void,
  save: typeof saveFile = saveFile,
): Pick<TransferActions, 'exportAll' | 'exportNotes'> {
  return {
    async exportAll() {
      try {
        const moment = now()
        const files = await exportAll(db, moment)
        const names = files.map((file, index) => {
          const part = files.length > 1 ? `-${index + 1}` : ''
          const name = `kamerlens-${localDay(moment)}${part}.json`
          save(file, name)
          return name
        })
        onExported(names[0] ?? '', moment)
        return { ok: true, value: names }
      } catch (error) {
        return { ok: false, error: storeErrorOf(error) }
      }
    },
    async exportNotes(form, words) {
      try {
        const notes = await exportedNotes(db, words)
        if (notes.length === 0) return { ok: false, error: 'no-notes' }
        const { blob, ending } = noteFile(form, notes, wordsNow())
        const name = `${exportMessages.get().fileName}-${localDay(now())}.${ending}`
        save(blob, name)
        return { ok: true, value: name }
      } catch (error) {
        return { ok: false, error: storeErrorOf(error) }
      }
    },
  }
}

function wordsNow(): NoteFileWords {
  const { label, question, answer, notes } = exportMessages.get()
  return {
    label,
    question: (number) => question({ number }),
    answer,
    notes,
    columns: exportColumnMessages.get(),
    separator: locale.get() === 'nl' ? ';' : ',',
  }
}
