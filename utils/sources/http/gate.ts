import { longestWait } from './back-off.ts'
import { SourceFailure } from './errors.ts'
import type { Surroundings } from './surroundings.ts'

/** No host gets more requests of ours at the same time. */
const mostAtOnce = 2
/** Requests that one host gets of us within a minute. */
const budget = 40
const minute = 60_000

/** One host's door: lets two in at a time, forty a minute, and none while the host asks for rest. */
export interface Gate {
  /**
   * Waits for a turn and takes it; the returned function gives it back.
   *
   * @throws SourceFailure `busy` when no turn comes within ten seconds, or the signal's reason
   */
  enter(signal: AbortSignal): Promise<() => void>
  /** The host is busy: nobody enters for so many milliseconds. */
  rest(milliseconds: number): void
}

export function gateOf({ now, wait }: Pick<Surroundings, 'now' | 'wait'>): Gate {
  /** When the last requests began, oldest first. */
  let begun: number[] = []
  let inside = 0
  let closedUntil = 0
  const queue: (() => void)[] = []

  /** The first moment at which the host may be asked again, this or a later one. */
  const opensAt = (): number => {
    // One in the time to come was counted by a clock that ran ahead.
    begun = begun.filter((start) => start > now() - minute && start <= now())
    const oldest = begun[begun.length - budget]
    return Math.max(closedUntil, oldest === undefined ? 0 : oldest + minute)
  }

  const leave = () => {
    inside -= 1
    queue.shift()?.()
  }

  const turn = (signal: AbortSignal): Promise<void> => {
    if (inside < mostAtOnce) {
      inside += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const take = () => {
        signal.removeEventListener('abort', stop)
        inside += 1
        resolve()
      }
      const stop = () => {
        queue.splice(queue.indexOf(take), 1)
        reject(signal.reason)
      }
      queue.push(take)
      signal.addEventListener('abort', stop, { once: true })
    })
  }

  return {
    async enter(signal) {
      signal.throwIfAborted()
      await turn(signal)
      try {
        for (let opens = opensAt(); opens > now(); opens = opensAt()) {
          if (opens - now() > longestWait) throw new SourceFailure('busy', 'the host asks for rest', opens)
          await wait(opens - now(), signal)
        }
      } catch (error) {
        leave()
        throw error
      }
      begun.push(now())
      return leave
    },
    rest(milliseconds) {
      closedUntil = Math.max(closedUntil, now() + milliseconds)
    },
  }
}
