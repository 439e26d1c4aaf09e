import { expect, onTestFinished, test, vi } from 'vitest'
import { type After, faultTrial } from '../../../torture/faults.ts'
import { wholeOrNotTrial } from '../../../torture/whole-or-not.ts'

/** A short run of `npm run torture`: every other write fails in one way, the others in the other. */
test.each<After>(['retry', 'kill'])(
  'whichever write finds no room: told, kept, and there once after it (%s)',
  async (after) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => {
      vi.restoreAllMocks()
    })
    const isTried = (write: number) => write % 2 === (after === 'retry' ? 0 : 1)
    const { writes, wrong } = await faultTrial({ steps: 11, seed: 7, after }, isTried)
    expect(wrong).toEqual([])
    expect(writes).toBeGreaterThan(40)
  },
)

test.each<After>(['retry', 'kill'])(
  'reading, correcting, removing, erasing and importing are done as a whole or not at all, whichever write fails (%s)',
  async (after) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => {
      vi.restoreAllMocks()
    })
    const { writes, wrong } = await wholeOrNotTrial(after, (write) => write % 8 === (after === 'retry' ? 1 : 5))
    expect(wrong).toEqual([])
    expect(writes).toBeGreaterThan(12)
  },
)
