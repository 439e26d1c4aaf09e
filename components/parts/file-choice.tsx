import type { Ref } from 'preact'
import { useRef } from 'preact/hooks'

export interface FileChoiceProps {
  readonly label: string
  /** Endings and media types, as the browser's dialog takes them; without it any file can be chosen. */
  readonly accept?: string
  /** Whether several can be chosen at once. */
  readonly multiple?: boolean
  readonly button?: Ref<HTMLButtonElement>
  readonly onFile: (file: File) => void
}

/** A button that has the user choose files. */
export function FileChoice({ label, accept, multiple = false, button = null, onFile }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button ref={button} type="button" class="kl-button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        class="kl-visually-hidden"
        tabIndex={-1}
        // The button stands for it.
        aria-hidden="true"
        multiple={multiple}
        accept={accept}
        onChange={(event) => {
          for (const file of event.currentTarget.files ?? []) onFile(file)
          // The same file can be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
