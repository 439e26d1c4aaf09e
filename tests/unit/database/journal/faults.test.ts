import { expect, test } from 'vitest'
import { type After, faultTrial } from '../../../torture/faults.ts'

/** A short run of `npm run torture`: every other write fails in one way, the others in the other. */
test.each<After>(['retry', 'kill'])(
  'whichever write finds no room: told, kept, and there once after it (%s)',
  async (after) => {
    const isTried = (write: number) => write % 2 === (after === 'retry' ? 0 : 1)
    const { writes, wrong } = await faultTrial({ steps: 14, seed: 7, after }, isTried)
    expect(wrong).toEqual([])
    expect(writes).toBeGreaterThan(40)
  },
)
