import { useEffect, useRef, useState } from 'preact/hooks'
import type { StoreError } from '#utils/browser/protocol/result.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import type { Code } from '#utils/references/types.ts'
import { planOf } from '#utils/sources/plans.ts'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'

/** What the official services say of a code that is open. */
export interface Official {
  readonly code: Code
  /** What is known; null where nothing is. */
  readonly row: LookupRow | null
  /** Whether they are being asked now. */
  readonly isAsking: boolean
  /** Whether it was told here alone, and is written nowhere. */
  readonly isTold: boolean
  /** Why asking could not even begin. */
  readonly error: StoreError | null
  /** Asks again, however young what is known is. */
  readonly ask: () => void
  readonly stop: () => void
}

/**
 * Looks a code up that the user opened, and follows what comes of it. Null for what no service keeps (laws, rulings), and as
 * long as the database has not said what is known.
 *
 * @param asksFirst the user opened the page that it is of, not the code: it is looked up when that is asked for
 */
export function useOfficial(code: Code | null, asksFirst = false): Official | null {
  const { kept, lookUps } = useServices()
  const id = code !== null && planOf(code.id).length > 0 ? code.id : null
  const live = useLive(async () => (id === null ? null : kept.official(id)), [id]).value
  // What a private window was told is nowhere but here.
  const [told, setTold] = useState<LookupRow | null>(null)
  const [begun, setBegun] = useState<'opened' | 'asked' | null>(null)
  const [error, setError] = useState<StoreError | null>(null)
  // An answer that was stopped, or that is of something opened before, is dropped.
  const turn = useRef(0)
  const stored = live.state === 'ready' ? live.value : null
  const isPrivate = lookUps.privately !== null || told !== null

  async function begin(how: 'asked' | 'opened') {
    if (id === null) return
    turn.current += 1
    const own = turn.current
    setBegun(how)
    setError(null)
    const request = how === 'asked' ? ({ id, fresh: true } as const) : { id }
    const answer = await (lookUps.privately ?? lookUps.start)(request)
    if (own !== turn.current) return
    if (!answer.ok || answer.value !== true) setBegun(null)
    if (!answer.ok) setError(answer.error)
    else if (answer.value !== true) setTold(answer.value)
  }

  useEffect(() => {
    setTold(null)
    setBegun(null)
    setError(null)
    if (!asksFirst) void begin('opened')
    return () => {
      turn.current += 1
    }
  }, [id, asksFirst])

  // The wish is on the disk: from now on the row says whether it is still open.
  const wish = stored === null ? null : `${stored.wanted} ${stored.askedAt} ${stored.failure?.at}`
  useEffect(() => {
    if (wish !== null && !isPrivate) setBegun(null)
  }, [wish])

  if (code === null || id === null || live.state === 'loading') return null
  const row = told ?? stored
  const isWanted = stored?.wanted !== undefined && stored.failure === undefined && !isPrivate
  return {
    code,
    row,
    isAsking: isWanted || begun === 'asked' || (begun !== null && row === null),
    isTold: told !== null,
    error,
    ask: () => void begin('asked'),
    stop() {
      turn.current += 1
      setBegun(null)
      void lookUps.stop(id)
    },
  }
}
