import { MessageFailure } from './errors.ts'
import type { ReadingResult } from './protocol/reading.ts'

/** Milliseconds before each of the first tries: the background may just be starting. */
const pauses = [0, 500, 2_000, 8_000]
/** Milliseconds between the later ones, unless the background makes itself heard before. */
const longestPause = 30_000

export interface HandOverParts {
  /** Rejects where nobody took it. */
  readonly send: (id: string, result: ReadingResult) => Promise<void>
  /** Told once of each result that nobody takes. */
  readonly onStuck: (id: string, error: unknown) => void
}

export interface HandOver {
  /** Settles when the result was taken, or can't ever be; until then it is kept. */
  give(id: string, result: ReadingResult): Promise<void>
  /** The background is back, and asks for this job: what waits for it is tried at once. */
  hurry(id: string): void
}

/**
 * Hands results of readings over to the background, for as long as it takes: a document that was read for minutes is not read again
 * because nobody was there at its end. What the background refuses it would refuse again: it is told that the reading failed, so
 * that the job ends all the same.
 */
export function createHandOver({ send, onStuck }: HandOverParts): HandOver {
  const waiting = new Map<string, () => void>()

  const pause = (id: string, milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      waiting.set(id, () => {
        clearTimeout(timer)
        resolve()
      })
    })

  async function give(id: string, result: ReadingResult): Promise<void> {
    let told = result
    for (let turn = 0; ; turn += 1) {
      await pause(id, pauses[turn] ?? longestPause)
      waiting.delete(id)
      try {
        return await send(id, told)
      } catch (error) {
        if (turn === pauses.length - 1) onStuck(id, error)
        if (!(error instanceof MessageFailure && error.code === 'refused')) continue
        // Even that it failed is refused: there is nothing left to say.
        if (told !== result) return onStuck(id, error)
        told = { ok: false, error: 'unknown' }
      }
    }
  }

  return { give, hurry: (id) => waiting.get(id)?.() }
}
