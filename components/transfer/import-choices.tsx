import { useId } from 'preact/hooks'
import { format } from '#locales/i18n.ts'
import { libraryMessages } from '#locales/library.ts'
import type { ConflictingNote, ImportChoice } from '#utils/browser/protocol/transfer.ts'
import { useStore } from '../store/use-store.ts'
import type { ImportOptions } from './transfer-actions.ts'

/** What becomes of notes whose text is another one in the file than here. */
export function ImportChoices(props: {
  readonly conflicts: number
  /** The first of them. */
  readonly conflicting: readonly ConflictingNote[]
  readonly options: ImportOptions
  readonly onChoose: (options: ImportOptions) => void
}) {
  const { conflicts, conflicting, options, onChoose } = props
  const t = useStore(libraryMessages)
  const name = useId()
  const choices: readonly (readonly [choice: ImportChoice | undefined, label: string])[] = [
    [undefined, t.conflictsMerge],
    ['mine', t.conflictsMine],
    ['theirs', t.conflictsTheirs],
  ]
  return (
    <fieldset class="kl-dialog__choices">
      <legend>{t.conflicts(conflicts)}</legend>
      {conflicting.length > 0 && <Conflicting notes={conflicting} others={conflicts - conflicting.length} />}
      {choices.map(([choice, label]) => (
        <label key={label}>
          <input
            type="radio"
            name={name}
            checked={options.choice === choice}
            onChange={() => {
              const { choice: _, ...others } = options
              onChoose(choice === undefined ? others : { ...others, choice })
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

/** The two texts of each note, to tell by which is meant. */
function Conflicting({ notes, others }: { readonly notes: readonly ConflictingNote[]; readonly others: number }) {
  const t = useStore(libraryMessages)
  return (
    <details class="kl-dialog__conflicting">
      <summary>{t.conflictsShow}</summary>
      <ul>
        {notes.map(({ mine, theirs }, index) => (
          <li key={index}>
            <dl>
              <dt>{t.conflictsHere}</dt>
              <dd dir="auto">{mine.trim() === '' ? t.conflictsNoText : mine}</dd>
              <dt>{t.conflictsInFile}</dt>
              <dd dir="auto">{theirs.trim() === '' ? t.conflictsNoText : theirs}</dd>
            </dl>
          </li>
        ))}
      </ul>
      {others > 0 && <p class="kl-small kl-muted">{t.conflictsMore(others)}</p>}
    </details>
  )
}

/** Whether what the file's maker follows is followed from now on: then the official services are asked about it. */
export function FollowChoice(props: {
  readonly follows: number
  readonly options: ImportOptions
  readonly onChoose: (options: ImportOptions) => void
}) {
  const { follows, options, onChoose } = props
  const t = useStore(libraryMessages)
  const { number } = useStore(format)
  return (
    <label class="kl-dialog__choice">
      <input
        type="checkbox"
        checked={options.follow !== false}
        onChange={(event) => {
          const { follow: _, ...others } = options
          onChoose(event.currentTarget.checked ? others : { ...others, follow: false })
        }}
      />
      <span>
        {t.importFollow({ number: number(follows) })}
        <span class="kl-small kl-muted">{t.importFollowHow}</span>
      </span>
    </label>
  )
}
