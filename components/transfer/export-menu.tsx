import { useEffect, useState } from 'preact/hooks'
import { errorMessages } from '#locales/errors.ts'
import { exportMessages } from '#locales/export.ts'
import type { ChosenRows } from '#utils/browser/protocol/keeping.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { PaperForm } from '#utils/citations/paper-files.ts'
import type { NoteForm } from '#utils/notes/export/note-files.ts'
import { MenuButton, type MenuItem } from '../parts/menu-button.tsx'
import { useStore } from '../store/use-store.ts'
import type { NotesFound, TransferActions } from './transfer-actions.ts'

/** What went out, by the names of its files. */
export function exportedSentence(t: ReturnType<typeof exportMessages.get>, files: readonly string[]): string {
  const [file = ''] = files
  return files.length > 1 ? t.exportedParts({ number: files.length, file }) : t.exported({ file })
}

/** Milliseconds until what is under way is said. */
const busyAfter = 500

/**
 * «Exporteren»: everything as one file of ours, or the notes or the papers in a form of other programs; what a search found
 * alone where one is on, unless the user wants all.
 *
 * @param chosen rows that alone go out, whatever a search found
 * @param onSaid what is to be said of it, politely
 */
export function ExportMenu(props: {
  readonly transfers: TransferActions
  readonly found: NotesFound | null
  readonly chosen?: ChosenRows
  readonly onSaid: (sentence: string) => void
}) {
  const { transfers, found, chosen, onSaid } = props
  const t = useStore(exportMessages)
  const errors = useStore(errorMessages)
  const [isOnlyFound, setOnlyFound] = useState(true)
  const words = found?.words ?? null
  const scope = chosen ?? (isOnlyFound ? words : null)
  // Another search begins as the first did: with what it finds.
  useEffect(() => setOnlyFound(true), [words])

  /** @param exported does it, and answers with what is to be said of it */
  async function run<Failure extends keyof typeof errors>(exported: () => Promise<Result<string, Failure>>) {
    onSaid('')
    const slow = setTimeout(() => onSaid(t.busy), busyAfter)
    // What is on the screen is drawn before a long piece of work begins.
    await new Promise((resolve) => setTimeout(resolve))
    const answer = await exported()
    clearTimeout(slow)
    onSaid(answer.ok ? answer.value : errors[answer.error])
  }

  const notesAs = (label: string, form: NoteForm): MenuItem => ({
    label,
    onChoose: () =>
      void run(async () => {
        const answer = await transfers.exportNotes(form, scope)
        return answer.ok ? { ok: true, value: exportedSentence(t, [answer.value]) } : answer
      }),
  })
  const papersAs = (label: string, form: PaperForm): MenuItem => ({
    label,
    onChoose: () =>
      void run(async () => {
        const answer = await transfers.exportPapers(form, scope)
        if (!answer.ok) return answer
        const { file, withoutCode } = answer.value
        const rest = withoutCode > 0 ? [t.withoutCode(withoutCode)] : []
        return { ok: true, value: [exportedSentence(t, [file]), ...rest].join('. ') }
      }),
  })
  const everything = async () => {
    const answer = await transfers.exportAll(chosen)
    return answer.ok ? { ok: true as const, value: exportedSentence(t, answer.value) } : answer
  }
  const onlyFound: MenuItem[] =
    found === null || chosen !== undefined
      ? []
      : [
          {
            label: found.count === null ? t.onlyFoundMany : t.onlyFound(found.count),
            isChecked: isOnlyFound,
            onCheck: setOnlyFound,
          },
        ]
  return (
    <MenuButton
      label={t.export}
      groups={[
        [{ label: chosen === undefined ? t.kamerlens : t.kamerlensChosen, onChoose: () => void run(everything) }],
        [
          ...onlyFound,
          notesAs(t.markdown, 'markdown'),
          notesAs(t.csv, 'csv'),
          notesAs(t.webAnnotation, 'web-annotation'),
          papersAs(t.ris, 'ris'),
          papersAs(t.cslJson, 'csl-json'),
        ],
      ]}
    />
  )
}
