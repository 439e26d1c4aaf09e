import { format } from '#locales/i18n.ts'
import { passageMessages } from '#locales/passages.ts'
import type { KeptNote } from '#utils/database/library/kept-notes.ts'
import type { Passage } from '#utils/database/schema.ts'
import { showError } from '../parts/failure-words.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

/** Whether a passage is still where it was taken, and the way to it. */
export function PassagePlace({ one, passage }: { one: KeptNote; passage: Passage }) {
  const t = useStore(passageMessages)
  const { time } = useStore(format)
  const open = useOpenPassage()
  const { seen } = one.note
  const day = (moment: string) => time(new Date(moment), { dateStyle: 'long' })
  const isLost = seen?.orphanSince !== undefined
  return (
    <div class="kl-passage__place kl-small">
      {seen?.orphanSince !== undefined && (
        <span class="kl-doubt">
          {t.lost({ since: day(seen.orphanSince) })}
          {seen.lastFound !== undefined && `, ${t.lastFound({ date: day(seen.lastFound) })}`}
        </span>
      )}
      <button
        type="button"
        class="kl-button kl-button--plain"
        title={isLost ? t.lookAgainHint : undefined}
        onClick={() => void open(one, passage)}
      >
        {isLost ? t.lookAgain : t.goTo}
      </button>
    </div>
  )
}

/** Goes to the place of a passage: the page that it was taken from, or its PDF in the reader. */
function useOpenPassage() {
  const { actions, reader } = useServices()
  return async ({ note, document }: KeptNote, passage: Passage) => {
    const file = passage.url === undefined && document !== null ? await reader.fileOf(document) : null
    const answer =
      file !== null && document !== null
        ? await reader.open({ file, name: document.title, passage: note.id })
        : await actions.openPassage(note.id)
    if (!answer.ok) showError(answer.error)
  }
}
