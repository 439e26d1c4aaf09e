import { noteMessages } from '#locales/note.ts'
import type { Code } from '#utils/references/types.ts'
import { ChoiceList } from '../rows/choice-list.tsx'
import { NoteRowContent } from '../rows/kept-rows.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

/** The notes that name a code though they are on something else; nothing where there are none. */
export function NoteMentions({ code, onNote }: { code: Code; onNote: (id: string) => void }) {
  const t = useStore(noteMessages)
  const { kept } = useServices()
  const live = useLive(() => kept.notesNaming(code), [code.id]).value
  if (live.state !== 'ready' || live.value.length === 0) return null
  const title = t.namedIn(live.value.length)
  return (
    <section class="kl-mentions" aria-label={title}>
      <h3 class="kl-part__title">{title}</h3>
      <ChoiceList
        label={title}
        choices={live.value.map((one) => ({
          key: `naming ${one.note.id}`,
          content: <NoteRowContent {...one} />,
          onChoose: () => onNote(one.note.id),
        }))}
      />
    </section>
  )
}
