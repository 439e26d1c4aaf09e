import { useId } from 'preact/hooks'
import { libraryMessages } from '#locales/library.ts'
import type { ImportChoice } from '#utils/browser/protocol/transfer.ts'
import { useStore } from '../store/use-store.ts'
import type { ImportOptions } from './transfer-actions.ts'

/** What becomes of notes whose text is another one in the file than here. */
export function ImportChoices(props: {
  readonly conflicts: number
  readonly options: ImportOptions
  readonly onChoose: (options: ImportOptions) => void
}) {
  const { conflicts, options, onChoose } = props
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
