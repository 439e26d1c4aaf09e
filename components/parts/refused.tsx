import { useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { useStore } from '../store/use-store.ts'

/** How often in a row the browser did not give what it was asked for, and what tells of the next answer. */
export function useRefusals(): readonly [times: number, tell: (isGiven: boolean) => void] {
  const [times, setTimes] = useState(0)
  return [times, (isGiven) => setTimes((before) => (isGiven ? 0 : before + 1))]
}

export interface RefusedProps {
  readonly times: number
  /** Whether what stands around it is heard as it changes. */
  readonly isInLive?: boolean
}

/** Says that the browser gave no permission; drawn anew each time, so that the same sentence is heard again. */
export function Refused({ times, isInLive = false }: RefusedProps) {
  const { refused } = useStore(commonMessages)
  if (times === 0) return null
  return (
    <p key={times} class="kl-danger" {...(isInLive ? {} : { role: 'alert' })}>
      {refused}
    </p>
  )
}
