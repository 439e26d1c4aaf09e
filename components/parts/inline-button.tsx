import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import './inline-button.css'

export interface InlineButtonProps {
  readonly onPress: () => void
  /** What it is called where its words alone do not say it. */
  readonly label?: string
  readonly title?: string
  readonly children: ComponentChildren
}

/**
 * A button among the words of a text. A `button` is a box to the line that it stands in, which breaks right behind the bracket
 * of «(2023D19158)» and before its comma, and leaves it out of what is selected.
 */
export function InlineButton({ onPress, label, title, children }: InlineButtonProps) {
  /** Whether the pointer went down on it while none of its words was selected: those that are by its click it selected. */
  const selects = useRef(false)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button is a box that breaks its line and is left out of a selection
    <span
      role="button"
      tabIndex={0}
      class="kl-inline"
      aria-label={label}
      title={title}
      onMouseDown={({ currentTarget }) => {
        selects.current = !isSelected(currentTarget)
      }}
      onClick={({ currentTarget }) => {
        // Where its words were selected, to be copied, it was not pressed.
        const wasSelecting = selects.current && isSelected(currentTarget)
        selects.current = false
        if (!wasSelecting) onPress()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        if (!event.repeat) onPress()
      }}
    >
      {children}
    </span>
  )
}

function isSelected(element: HTMLElement): boolean {
  const selection = getSelection()
  return selection?.type === 'Range' && selection.containsNode(element, true)
}
