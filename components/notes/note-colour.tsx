import { useId, useState } from 'preact/hooks'
import { colourChoiceMessages, colourMessages } from '#locales/colours.ts'
import { type NoteColour, noteColours } from '#utils/notes/colours.ts'
import { useStore } from '../store/use-store.ts'
import './note-colour.css'

/** A colour as it is shown everywhere: a spot of it, beside its name. */
export function ColourSpot({ colour }: { readonly colour: NoteColour | null }) {
  return <span class="kl-spot" data-colour={colour ?? 'none'} aria-hidden="true" />
}

/** The colour of a note: a button that says which it is, and opens the names to choose from. */
export function NoteColourField(props: {
  readonly colour: NoteColour | null
  /** Whether the names are there before anyone asks. */
  readonly isOpenAtFirst?: boolean
  readonly onChoose: (colour: NoteColour | null) => void
}) {
  const { colour, isOpenAtFirst = false, onChoose } = props
  const t = useStore(colourChoiceMessages)
  const names = useStore(colourMessages)
  const nameOf = (one: NoteColour | null) => (one === null ? t.none : names[one])
  const choices = useId()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  return (
    <div class="kl-colour">
      <button
        type="button"
        class="kl-button kl-button--plain kl-small"
        aria-expanded={isOpen}
        aria-controls={choices}
        aria-label={t.colourIs({ colour: nameOf(colour) })}
        onClick={() => setOpen(!isOpen)}
      >
        {/* A tooltip of the button itself would be read after its name, which is the same. */}
        <span class="kl-colour__words" title={t.colourIs({ colour: nameOf(colour) })}>
          <ColourSpot colour={colour} />
          {colour === null ? t.colour : names[colour]}
        </span>
      </button>
      {isOpen && (
        <fieldset id={choices} class="kl-colour__choices">
          <legend class="kl-visually-hidden">{t.colour}</legend>
          {[null, ...noteColours].map((one) => (
            <label key={one} class="kl-colour__choice kl-small">
              <input type="radio" name={choices} checked={one === colour} onChange={() => onChoose(one)} />
              <ColourSpot colour={one} />
              {nameOf(one)}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
