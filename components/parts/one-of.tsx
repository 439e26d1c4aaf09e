import { useId } from 'preact/hooks'
import './one-of.css'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
  /** Language of the label, where it is not that of the interface. */
  readonly lang?: string
}

export interface OneOfProps<Value extends string> {
  readonly label: string
  readonly chosen: Value
  readonly choices: readonly Choice<Value>[]
  /** Why there is nothing to choose, where that is so. */
  readonly fixed?: string | undefined
  readonly onChoose: (value: Value) => void
}

/** One of a few choices, all of them in sight. */
export function OneOf<Value extends string>({ label, chosen, choices, fixed, onChoose }: OneOfProps<Value>) {
  const name = useId()
  return (
    <fieldset class="kl-one-of" disabled={fixed !== undefined}>
      <legend class="kl-one-of__label">{label}</legend>
      <div class="kl-one-of__choices">
        {choices.map(({ value, label: text, hint, lang }) => (
          <label key={value} class="kl-one-of__choice">
            <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
            <span>
              <bdi lang={lang}>{text}</bdi>
              {hint !== undefined && <span class="kl-one-of__hint">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {fixed !== undefined && <p class="kl-one-of__hint kl-one-of__fixed">{fixed}</p>}
    </fieldset>
  )
}
