/**
 * Work that several callers want at the same time is done once: who asks for a key that is under way gets the same answer.
 * A caller may leave by its signal; the work is stopped when the last one has left.
 */
export function sharing<Result>(): (
  key: string,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
) => Promise<Result> {
  interface Running {
    readonly result: Promise<Result>
    readonly stop: AbortController
    waiting: number
  }
  const running = new Map<string, Running>()

  const start = (key: string, work: (signal: AbortSignal) => Promise<Result>): Running => {
    const stop = new AbortController()
    const result = work(stop.signal).finally(() => {
      if (running.get(key)?.stop === stop) running.delete(key)
    })
    // Everybody may have left before it fails.
    result.catch(() => undefined)
    const entry = { result, stop, waiting: 0 }
    running.set(key, entry)
    return entry
  }

  return async (key, signal, work) => {
    signal?.throwIfAborted()
    const entry = running.get(key) ?? start(key, work)
    entry.waiting += 1
    try {
      return await (signal ? Promise.race([entry.result, leaving(signal, entry.result)]) : entry.result)
    } finally {
      entry.waiting -= 1
      if (entry.waiting === 0) {
        // Nobody may join what is being stopped.
        if (running.get(key) === entry) running.delete(key)
        entry.stop.abort(signal?.reason)
      }
    }
  }
}

/** Rejects when the signal does; lets go of the signal when the work has ended. */
function leaving(signal: AbortSignal, work: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
    const stay = () => signal.removeEventListener('abort', leave)
    work.then(stay, stay)
  })
}
