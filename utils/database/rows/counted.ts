import type { ChangeProgress } from '../../browser/protocol/keeping.ts'

/** How changes of many rows go through them, and tell how far they are. */

/** Is told how far a change is, some hundreds of rows at a time. Nothing of it is settled before all of it is. */
export type Tell = (progress: ChangeProgress) => void

export const noProgress: Tell = () => {}

/** Rows in memory at once, beside what the journal is told. */
const atOnce = 500

export function inGroups<One>(all: readonly One[], most = atOnce): readonly (readonly One[])[] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, index) => all.slice(index * most, (index + 1) * most))
}

/** At most so often is told how far a change is: each time is a message. */
const mostTold = 200

/** Adds up what is done of a change. Parts of a row count too: what is compared first and then written is half done in between. */
export function counting(total: number, tell: Tell): (done: number) => void {
  let all = 0
  let told = 0
  return (done) => {
    all += done
    const whole = Math.floor(all)
    if (whole === told || (whole < total && whole - told < total / mostTold)) return
    told = whole
    tell({ done: whole, total })
  }
}
