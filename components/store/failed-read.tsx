import { useRef } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { isPrivateWindow } from '#utils/browser/private-window.ts'
import { useStore } from './use-store.ts'

/**
 * What stands in place of a list, or of something beside a list, that could not be read. Nothing in a private window: there nothing of
 * what is kept can be, however often it is tried, which is said once above it all (`store-notice.tsx`).
 *
 * @param onAgain has it read again
 * @param beside what to say of it where it stands beside a list
 */
export function FailedRead({ onAgain, beside }: { onAgain: () => void; beside?: string }) {
  const t = useStore(commonMessages)
  const box = useRef<HTMLDivElement>(null)
  if (isPrivateWindow()) return null
  return (
    <div ref={box} class={beside === undefined ? 'kl-empty' : 'kl-notice'}>
      <p role="alert">{beside ?? t.failed}</p>
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
