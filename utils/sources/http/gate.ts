import { longestWait } from './back-off.ts'
import { SourceFailure } from './errors.ts'
import type { Surroundings } from './surroundings.ts'

/** No host gets more requests of ours at the same time. */
const mostAtOnce = 2
/** Requests that one host gets of us within a minute. */
const budget = 40
/** Those of them that are left for what the user opens by itself, however long a list is asked for. */
const reserve = 10
const minute = 60_000

/** One host's door: lets two in at a time, forty a minute, of lists thirty, and none while the host asks for rest. */
export interface Gate {
  /**
   * Waits for a turn and takes it; the returned function gives it back.
   *
   * @param ofMany whether it is one of a list: it leaves a part of the minute to what is opened alone, and waits in a row of its own
   * @throws SourceFailure `busy` when no turn comes within ten seconds, or the signal's reason
   */
  enter(signal: AbortSignal, ofMany?: boolean): Promise<() => void>
  /** The host is busy: nobody enters for so many milliseconds. */
  rest(milliseconds: number): void
}

export function gateOf({ now, wait }: Pick<Surroundings, 'now' | 'wait'>): Gate {
  /** When the last requests began, oldest first. */
  let begun: number[] = []
  let closedUntil = 0
  /** Who has a turn here may wait for the minute to go by; those of a list don't hold up the others by that. */
  const alone = turnsOf(mostAtOnce)
  const many = turnsOf(mostAtOnce)
  const door = turnsOf(mostAtOnce)

  /** The first moment at which the host may be asked again, this or a later one. */
  const opensAt = (most: number): number => {
    // One in the time to come was counted by a clock that ran ahead.
    begun = begun.filter((start) => start > now() - minute && start <= now())
    const oldest = begun[begun.length - most]
    return Math.max(closedUntil, oldest === undefined ? 0 : oldest + minute)
  }

  return {
    async enter(signal, ofMany = false) {
      signal.throwIfAborted()
      const most = ofMany ? budget - reserve : budget
      const leaveRow = await (ofMany ? many : alone)(signal)
      try {
        for (;;) {
          for (let opens = opensAt(most); opens > now(); opens = opensAt(most)) {
            if (opens - now() > longestWait) throw new SourceFailure('busy', 'the host asks for rest', opens)
            await wait(opens - now(), signal)
          }
          const leaveDoor = await door(signal)
          // Others may have gone in meanwhile.
          if (opensAt(most) <= now()) {
            begun.push(now())
            return () => {
              leaveDoor()
              leaveRow()
            }
          }
          leaveDoor()
        }
      } catch (error) {
        leaveRow()
        throw error
      }
    },
    rest(milliseconds) {
      closedUntil = Math.max(closedUntil, now() + milliseconds)
    },
  }
}

/** So many have a turn at a time, the others in their order; what is returned gives it back. */
function turnsOf(most: number): (signal: AbortSignal) => Promise<() => void> {
  let inside = 0
  const queue: (() => void)[] = []
  const leave = () => {
    inside -= 1
    queue.shift()?.()
  }
  return (signal) => {
    if (inside < most) {
      inside += 1
      return Promise.resolve(leave)
    }
    return new Promise((resolve, reject) => {
      const take = () => {
        signal.removeEventListener('abort', stop)
        inside += 1
        resolve(leave)
      }
      const stop = () => {
        queue.splice(queue.indexOf(take), 1)
        reject(signal.reason)
      }
      queue.push(take)
      signal.addEventListener('abort', stop, { once: true })
    })
  }
}
