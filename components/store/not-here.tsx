import { useRef } from 'preact/hooks'
import { errorMessages } from '#locales/errors.ts'
import { useStore } from './use-store.ts'

export interface NotHereProps {
  /** Whether it was shown here until now. */
  readonly wasHere: boolean
  /** That it was removed, and where it can be put back later where it can be: «Notitie verwijderd. …». */
  readonly removed: string
}

/**
 * In place of what is not, or no longer, in Kamerlens. What was removed while it was shown is seen to be gone; it is heard where it can be
 * undone, and once is enough.
 */
export function NotHere({ wasHere, removed }: NotHereProps) {
  const errors = useStore(errorMessages)
  if (wasHere) return <p class="kl-notice">{removed}</p>
  return (
    <p class="kl-notice" role="status">
      {errors['not-found']}
    </p>
  )
}

/** Whether what has this id is here now, or was. */
export function useWasHere(id: string, isHere: boolean): boolean {
  const latest = useRef<string | null>(null)
  if (isHere) latest.current = id
  return latest.current === id
}
