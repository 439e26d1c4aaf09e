import './switch.css'

export interface SwitchProps {
  readonly label: string
  readonly title?: string
  readonly on: boolean
  /** Shows the switch alone, beside a text of its own; the label is for who hears it. */
  readonly bare?: boolean
  readonly disabled?: boolean
  readonly onTurn: (on: boolean) => void
}

/** On or off, at once. */
export function Switch({ label, title, on, bare = false, disabled = false, onTurn }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={bare ? label : undefined}
      class={bare ? 'kl-switch kl-switch--bare' : 'kl-switch'}
      title={title}
      disabled={disabled}
      onClick={() => onTurn(!on)}
    >
      <span class="kl-switch__track" aria-hidden="true" />
      {!bare && label}
    </button>
  )
}
