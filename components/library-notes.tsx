import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { colourChoiceMessages, colourMessages } from '#locales/colours.ts'
import { isNoteColour, type NoteColour, noteColours } from '#utils/notes/colours.ts'
import type { Destination } from './destination.ts'
import { NoteRowContent } from './kept-rows.tsx'
import { Rows } from './library-rows.tsx'
import { useLive } from './live.ts'
import { type Found, type KeptNote, useServices } from './services.ts'

export interface LibraryNotesProps {
  /** What a search found; null where all notes are to be seen. */
  readonly found: Found | null
  readonly open: Destination | undefined
  readonly onOpen: (destination: Destination) => void
}

/** All notes, or those that a search found; those of one colour where any has one. */
export function LibraryNotes({ found, open, onOpen }: LibraryNotesProps) {
  const { kept } = useServices()
  const live = useLive<Found['notes']>(async () => found?.notes ?? kept.notes(), [found]).value
  const [colour, setColour] = useState<NoteColour | null>(null)
  const all = live.state === 'ready' ? live.value : []
  const counts = countsOf(all)
  // The last note of a colour may lose it, or a search finds none: a filter that nobody sees would hide all.
  const chosen = colour !== null && counts.has(colour) ? colour : null
  return (
    <>
      {counts.size > 0 && <ColourFilter counts={counts} chosen={chosen} onChoose={setColour} />}
      <Rows
        view="notes"
        live={
          live.state === 'ready' && chosen !== null
            ? { ...live, value: all.filter(({ note }) => note.colour === chosen) }
            : live
        }
        content={(one) => <NoteRowContent {...one} />}
        destination={({ note }) => ({ type: 'note', id: note.id })}
        open={open}
        onOpen={onOpen}
      />
    </>
  )
}

function countsOf(notes: readonly KeptNote[]): ReadonlyMap<NoteColour, number> {
  const counts = new Map<NoteColour, number>()
  for (const { note } of notes) if (note.colour) counts.set(note.colour, (counts.get(note.colour) ?? 0) + 1)
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
