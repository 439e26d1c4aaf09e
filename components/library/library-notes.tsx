import { useMemo, useState } from 'preact/hooks'
import { colourChoiceMessages, colourMessages } from '#locales/colours.ts'
import type { KeptNote } from '#utils/database/library/kept-notes.ts'
import { isNoteColour, type NoteColour, noteColours } from '#utils/notes/colours.ts'
import { NoteRowContent } from '../rows/kept-rows.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { ChoosableRows, type RowKind } from './library-rows.tsx'
import type { LibraryListProps } from './list-props.ts'

const noteKind: RowKind<KeptNote> = {
  view: 'notes',
  idOf: ({ note }) => note.id,
  content: (one) => <NoteRowContent {...one} titleLines={2} />,
  destination: (id) => ({ type: 'note', id }),
  chosen: (ids) => ({ notes: ids, documents: [] }),
}

/** All notes, or those that a search found; those of one colour where any has one. */
export function LibraryNotes(props: LibraryListProps) {
  const { found, entries } = props
  const { kept } = useServices()
  const [colour, setColour] = useState<NoteColour | null>(null)
  const colours = useMemo(() => coloursOf(props), [found, entries.notes])
  const counts = useMemo(() => countsOf(colours), [colours])
  // The last note of a colour may lose it, or a search finds none: a filter that nobody sees would hide all.
  const chosen = colour !== null && counts.has(colour) ? colour : null
  const ids = useMemo(() => {
    const all = found?.notes.map(noteKind.idOf) ?? entries.noteIds ?? []
    return chosen === null ? all : all.filter((id) => colours.get(id) === chosen)
  }, [found, entries.noteIds, colours, chosen])
  return (
    <>
      {counts.size > 0 && <ColourFilter counts={counts} chosen={chosen} onChoose={setColour} />}
      <ChoosableRows {...props} kind={noteKind} ids={ids} found={found?.notes ?? null} read={kept.notesAt} />
    </>
  )
}

/** The colours of the notes that have one, by the note's id. */
function coloursOf({ found, entries }: LibraryListProps): ReadonlyMap<string, NoteColour> {
  const notes = found?.notes.map(({ note }) => note) ?? entries.notes ?? []
  return new Map(notes.flatMap(({ id, colour }) => (colour ? [[id, colour] as const] : [])))
}

function countsOf(colours: ReadonlyMap<string, NoteColour>): ReadonlyMap<NoteColour, number> {
  const counts = new Map<NoteColour, number>()
  for (const colour of colours.values()) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  return counts
}

function ColourFilter(props: {
  readonly counts: ReadonlyMap<NoteColour, number>
  readonly chosen: NoteColour | null
  readonly onChoose: (colour: NoteColour | null) => void
}) {
  const { counts, chosen, onChoose } = props
  const t = useStore(colourChoiceMessages)
  const names = useStore(colourMessages)
  return (
    <div class="kl-library__filters">
      <div class="kl-filters">
        <select
          class={chosen === null ? 'kl-chip' : 'kl-chip kl-chip--chosen'}
          aria-label={t.colour}
          value={chosen ?? ''}
          onChange={({ currentTarget: { value } }) => onChoose(isNoteColour(value) ? value : null)}
        >
          <option value="">{t.all}</option>
          {noteColours.map((colour) => {
            const number = counts.get(colour)
            return number === undefined ? null : (
              <option key={colour} value={colour}>
                {t.withNumber({ colour: names[colour], number })}
              </option>
            )
          })}
        </select>
      </div>
    </div>
  )
}
