import type { Ref } from 'preact'
import { popupMessages } from '#locales/popup.ts'
import type { Code } from '#utils/references/types.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { Icon } from '../parts/icons.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import './search-field.css'

export interface SearchFieldProps {
  readonly field: Ref<HTMLInputElement>
  readonly label: string
  readonly typed: string
  readonly onTyped: (typed: string) => void
  /** A code was pasted, or typed and confirmed. */
  readonly onCode: (code: Code) => void
  /** Enter on a text that is no code. */
  readonly onEnter: () => void
  /** Arrow down: to the first result. */
  readonly onDown: () => void
}

/** Takes any code, however it is written, and words. A pasted code opens at once. */
export function SearchField({ field, label, typed, onTyped, onCode, onEnter, onDown }: SearchFieldProps) {
  const t = useStore(popupMessages)
  const { codes } = useServices()

  /** Tells what code a text is: at once, or as soon as all of them can be read. */
  function read(text: string, told: (code: Code | null) => void) {
    if (codes.all === undefined) return told(codes.readTyped(text))
    codes.all().then(
      ({ readTyped }) => told(readTyped(text)),
      () => told(null),
    )
  }

  return (
    <search class="kl-search">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        class="kl-field kl-search__field"
        aria-label={label}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        value={typed}
        onInput={(event) => onTyped(event.currentTarget.value)}
        onPaste={(event) => {
          const input = event.currentTarget
          // Where it takes a moment to tell, it stands in the field by then.
          let { value } = input
          input.addEventListener('input', () => ({ value } = input), { once: true })
          read(event.clipboardData?.getData('text/plain') ?? '', (code) => {
            if (code === null || input.value !== value) return
            event.preventDefault()
            if (codes.all !== undefined) onTyped(typed)
            onCode(code)
          })
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return
          if (event.key === 'Enter') {
            event.preventDefault()
            const input = event.currentTarget
            const { value } = input
            read(typed, (code) => {
              // The text was changed before its code was known: the user means something else by now.
              if (input.value !== value) return
              if (code === null) onEnter()
              else onCode(code)
            })
          } else if (event.key === 'ArrowDown') {
            event.preventDefault()
            onDown()
          } else if (event.key === 'Escape' && typed !== '') {
            event.preventDefault()
            event.stopPropagation()
            onTyped('')
          }
        }}
      />
      {typed !== '' && <IconButton icon="close" label={t.clear} class="kl-search__clear" onClick={() => onTyped('')} />}
    </search>
  )
}
