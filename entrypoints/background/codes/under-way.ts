import { isNumber } from '#utils/database/names/names.ts'
/** Codes that are asked for in one go. */
export interface Batch {
  readonly ids: readonly string[]
  /** Aborted when nobody wants any of the answers any more. */
  readonly signal: AbortSignal
  isWanted(id: string): boolean
  /** A wish for it from here on starts a new request. */
  answered(id: string): void
}

interface Running {
  /** Those whose answers are still wanted. */
  readonly wanted: Set<string>
  readonly isOfMany: boolean
  readonly stop: AbortController
  readonly ended: Promise<void>
}

/**
 * Batches of one list that are asked for at the same time. A code may take several questions, one after the other, and a
 * service answers so many a minute: if all of a long list had their first question before any had its second, none would ever be
 * answered.
 */
const mostAtOnce = 4

/** Which codes the services are being asked about: each of them once at a time. */
export class UnderWay {
  readonly #running = new Map<string, Running>()

  has(id: string): boolean {
    return this.#running.has(id)
  }

  /**
   * Asks for those of these that are not under way yet, in batches. Resolves when all of them were answered.
   *
   * @param run asks for the codes of a batch; does not reject
   * @param isOfMany whether they are of a list, which may wait long for its turns
   */
  async ask(ids: readonly string[], run: (batch: Batch) => Promise<void>, isOfMany = false): Promise<void> {
    const known = ids.flatMap((id) => this.#running.get(id)?.ended ?? [])
    const open = ids.filter((id) => !this.#running.has(id))
    const inTurn = turnsOf(mostAtOnce)
    const begin = (batch: readonly string[]) => this.#begin(batch, (one) => inTurn(() => run(one)), isOfMany)
    await Promise.all([...known, ...batchesOf(open).map(begin)])
  }

  /** One answer is not wanted any more. */
  withdraw(id: string): void {
    const running = this.#running.get(id)
    this.#running.delete(id)
    running?.wanted.delete(id)
    if (running?.wanted.size === 0) running.stop.abort()
  }

  /** One that is asked for in a list is so no more: who opens it alone goes ahead of the list. */
  takeFromList(id: string): void {
    if (this.#running.get(id)?.isOfMany) this.withdraw(id)
  }

  withdrawAll(): void {
    for (const { wanted, stop } of this.#running.values()) {
      wanted.clear()
      stop.abort()
    }
    this.#running.clear()
  }

  #begin(ids: readonly string[], run: (batch: Batch) => Promise<void>, isOfMany: boolean): Promise<void> {
    const stop = new AbortController()
    const wanted = new Set(ids)
    const answered = (id: string): void => {
      if (this.#running.get(id)?.wanted === wanted) this.#running.delete(id)
    }
    const asked = run({ ids, signal: stop.signal, isWanted: (id) => wanted.has(id), answered })
    const ended = asked.finally(() => ids.forEach(answered))
    for (const id of ids) this.#running.set(id, { wanted, isOfMany, stop, ended })
    return ended
  }
}

/** Begins so many works at once, and each other one, in their order, when one has ended. */
function turnsOf(most: number): (work: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = []
  let under = 0
  return async (work) => {
    if (under < most) under += 1
    // Who ends gives its place on.
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) under -= 1
      else next()
    }
  }
}

/** Numbers go in one request; of all others each is one of its own, and none waits for another. */
function batchesOf(ids: readonly string[]): readonly (readonly string[])[] {
  const numbers = ids.filter(isNumber)
  return [...(numbers.length > 0 ? [numbers] : []), ...ids.filter((id) => !isNumber(id)).map((id) => [id])]
}
