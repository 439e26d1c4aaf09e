import type { Answer } from '#tests/site/answers.ts'
import { type Fault, withFault } from '#tests/site/faults.ts'
import { answer } from '#tests/site/routes.ts'
import type { Surroundings } from '#utils/sources/http/surroundings.ts'

export const hosts = {
  openData: 'gegevensmagazijn.tweedekamer.nl',
  metadata: 'zoek.officielebekendmakingen.nl',
  search: 'repository.overheid.nl',
} as const

/** Noon in the Netherlands on 20 June 2023. */
export const noon = Date.parse('2023-06-20T10:00:00Z')

interface Timer {
  readonly at: number
  readonly ring: () => void
}

/** Surroundings of a test: the stand-in's answers without a network, and a clock that jumps to the next thing that waits for it. */
export interface World extends Surroundings {
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** Addresses that were asked for, in order, and when (milliseconds since the world began). */
  readonly asked: { readonly url: string; readonly at: number; readonly init: RequestInit }[]
  /** How many were being answered at the same time at most. */
  readonly most: () => number
  readonly fail: (host: string, fault: Fault | null) => void
  /** Lets time go by until the work has ended. */
  readonly run: <Result>(work: Promise<Result>) => Promise<Result>
  readonly pass: (milliseconds: number) => void
}

/** @param routes what an address gives, for a world other than the stand-in's */
export function worldOf(routes: (url: URL) => Answer | Promise<Answer> = answer): World {
  const asked: { url: string; at: number; init: RequestInit }[] = []
  const faults = new Map<string, Fault>()
  let timers: Timer[] = []
  let now = noon
  let open = 0
  let most = 0

  const wait = (milliseconds: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const timer = { at: now + milliseconds, ring: resolve }
      const stop = () => {
        timers = timers.filter((each) => each !== timer)
        reject(signal?.reason)
      }
      if (signal?.aborted) return stop()
      signal?.addEventListener('abort', stop, { once: true })
      timers.push(timer)
    })

  return {
    asked,
    most: () => most,
    now: () => now,
    random: () => 0.5,
    wait,
    fail: (host, fault) => void (fault === null ? faults.delete(host) : faults.set(host, fault)),
    pass: (milliseconds) => {
      now += milliseconds
    },
    async fetch(url, init) {
      asked.push({ url, at: now - noon, init })
      open += 1
      most = Math.max(most, open)
      try {
        const given = withFault(await routes(new URL(url)), new URL(url).host, faults)
        await wait(given.delay ?? 10, init.signal ?? undefined)
        if (given.drop) throw new TypeError('Failed to fetch')
        return responseOf(given)
      } finally {
        open -= 1
      }
    },
    async run(work) {
      let ended = false
      work.then(
        () => {
          ended = true
        },
        () => {
          ended = true
        },
      )
      for (let idle = 0; idle < 200; idle += 1) {
        for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve))
        if (ended) return work
        const [next] = timers.toSorted((a, b) => a.at - b.at)
        if (!next) continue
        idle = 0
        timers = timers.filter((timer) => timer !== next)
        now = Math.max(now, next.at)
        next.ring()
      }
      throw new Error('nothing goes on, and the work has not ended')
    },
  }
}

function responseOf({ status, headers, body, cut, endless }: Answer): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body)
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      controller.enqueue(cut === undefined ? bytes : bytes.slice(0, cut))
      if (cut !== undefined) controller.error(new TypeError('terminated'))
      else if (!endless) controller.close()
    },
  })
  return new Response([204, 304].includes(status) ? null : stream, { status, headers })
}
