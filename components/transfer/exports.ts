import { colourMessages } from '#locales/colours.ts'
import { exportColumnMessages, exportMessages } from '#locales/export.ts'
import { locale } from '#locales/i18n.ts'
import { citePapers } from '#utils/citations/paper-citations.ts'
import { paperFile } from '#utils/citations/paper-files.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { localDay } from '#utils/database/export/backup-file.ts'
import { exportAll } from '#utils/database/export/export.ts'
import { exportedNotes } from '#utils/database/export/exported-notes.ts'
import { exportedPapers } from '#utils/database/export/exported-papers.ts'
import { chosenContent, notesOfChosen } from '#utils/database/library/chosen.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { searchEverything } from '#utils/database/search-index/search-everything.ts'
import type { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { type NoteFileWords, noteFile } from '#utils/notes/export/note-files.ts'
import { saveFile } from './save-file.ts'
import type { ExportScope, TransferActions } from './transfer-actions.ts'

/**
 * Ways out: everything as one file of ours, or the notes or papers in a form of other programs.
 *
 * @param onExported everything has gone out as a file
 */
export function exportsOf(
  db: KamerlensDatabase,
  index: SearchIndex,
  now: () => Date,
  onExported: (name: string, at: Date) => void,
): Pick<TransferActions, 'exportAll' | 'exportNotes' | 'exportPapers' | 'citePapers'> {
  const notesIn = async (scope: ExportScope) => {
    if (scope === null) return null
    return typeof scope === 'string' ? foundNotes(db, index, scope) : notesOfChosen(db, scope)
  }
  const papersIn = async (scope: ExportScope) => {
    if (scope === null) return null
    return typeof scope === 'string' ? allFound(db, index, scope) : chosenContent(db, scope)
  }
  return {
    async exportAll(chosen) {
      try {
        const moment = now()
        const files = await exportAll(db, moment, undefined, chosen)
        const start = chosen === undefined ? 'kamerlens' : exportMessages.get().chosenFileName
        const names = saveCopies(files, start, moment)
        // A part of it is no copy of everything.
        if (chosen === undefined) onExported(names[0] ?? '', moment)
        return { ok: true, value: names }
      } catch (error) {
        return { ok: false, error: storeErrorOf(error) }
      }
    },
    async exportNotes(form, scope) {
      try {
        const notes = await exportedNotes(db, await notesIn(scope))
        if (notes.length === 0) return { ok: false, error: 'no-notes' }
        const { blob, ending } = noteFile(form, notes, wordsNow())
        const name = `${exportMessages.get().fileName}-${localDay(now())}.${ending}`
        saveFile(blob, name)
        return { ok: true, value: name }
      } catch (error) {
        return { ok: false, error: storeErrorOf(error) }
      }
    },
    async exportPapers(form, scope) {
      try {
        const { papers, withoutCode } = await exportedPapers(db, await papersIn(scope))
        if (papers.length === 0) return { ok: false, error: 'no-papers' }
        const { text, type, ending } = paperFile(form, papers)
        const file = `${exportMessages.get().paperFileName}-${localDay(now())}.${ending}`
        saveFile(new Blob([text], { type }), file)
        return { ok: true, value: { file, withoutCode } }
      } catch (error) {
        return { ok: false, error: storeErrorOf(error) }
      }
    },
    async citePapers(form, chosen) {
      try {
        const { papers, withoutCode } = await exportedPapers(db, await chosenContent(db, chosen))
        return { ok: true, value: { ...citePapers(form, papers), withoutCode } }
      } catch (error) {
        return { ok: false, error: storeErrorOf(error) }
      }
    },
  }
}

/** Saves the files of one export: one, or several that belong together. */
export function saveCopies(files: readonly Blob[], start: string, moment: Date): readonly string[] {
  return files.map((file, index) => {
    const part = files.length > 1 ? `-${index + 1}` : ''
    const name = `${start}-${localDay(moment)}${part}.json`
    saveFile(file, name)
    return name
  })
}

/** All that a search finds, however much it is. */
const allFound = (db: KamerlensDatabase, index: SearchIndex, words: string) =>
  searchEverything(db, index, words, { limit: Number.POSITIVE_INFINITY })

/** The ids of all notes that a search finds. */
async function foundNotes(db: KamerlensDatabase, index: SearchIndex, words: string): Promise<ReadonlySet<string>> {
  const { notes } = await allFound(db, index, words)
  return new Set(notes.map(({ id }) => id))
}

function wordsNow(): NoteFileWords {
  const { label, question, answer, notes } = exportMessages.get()
  return {
    label,
    question: (number) => question({ number }),
    answer,
    notes,
    colours: colourMessages.get(),
    columns: exportColumnMessages.get(),
    separator: locale.get() === 'nl' ? ';' : ',',
  }
}
