import { useEffect, useState } from 'preact/hooks'
import { slowAfter } from '#utils/sources/slow-after.ts'

/**
 * Whether something that is waited for takes long by now.
 *
 * @param step changes whenever it gets further; null where nothing is waited for
 */
export function useSlow(step: string | null): boolean {
  const [slow, setSlow] = useState<string | null>(null)
  useEffect(() => {
    setSlow(null)
    if (step === null) return
    const timer = setTimeout(() => setSlow(step), slowAfter)
    return () => clearTimeout(timer)
  }, [step])
  return step !== null && slow === step
}
