import { Icon, type IconName } from './icons.tsx'
import { resting } from './resting.ts'

export interface IconButtonProps {
  readonly icon: IconName
  /** What it does: its tooltip, and by that its name. A name besides would be read out before a tooltip that says the same. */
  readonly label: string
  readonly disabled?: boolean | undefined
  /** What only its place needs. */
  readonly class?: string
  readonly onClick: () => void
}

/** A button that shows a picture alone. */
export function IconButton({ icon, label, disabled, class: own, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      class={own === undefined ? 'kl-button kl-button--icon' : `kl-button kl-button--icon ${own}`}
      title={label}
      {...resting(disabled === true, onClick)}
    >
      <Icon name={icon} />
    </button>
  )
}
