import { useStore } from '@nanostores/preact'
import { useRef } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'

/**
 * What stands in place of a list that could not be read.
 *
 * @param onAgain has it read again
 */
export function FailedRead({ onAgain }: { onAgain: () => void }) {
  const t = useStore(commonMessages)
  const box = useRef<HTMLDivElement>(null)
  return (
    <div ref={box} class="kl-empty">
      <p role="alert">{t.failed}</p>
      <button
        type="button"
        class="kl-button"
        onClick={() => {
          // The button goes, and would take the focus with it.
          box.current?.parentElement?.closest<HTMLElement>('[tabindex]')?.focus()
          onAgain()
        }}
      >
        {t.retry}
      </button>
    </div>
  )
}
