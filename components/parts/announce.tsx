import { signal } from '@preact/signals'

const said = signal('')

/** Says something to screen readers, politely: after what they are reading now. */
export function announce(text: string): void {
  // The same sentence twice must be two changes, or the second one is never read.
  said.value = said.value === text ? `${text}\u00a0` : text
}

/** Where announcements are heard: once a page, and there from the beginning. */
export function Announcer() {
  return (
    <p class="kl-visually-hidden" role="status" aria-live="polite">
      {said.value}
    </p>
  )
}
