import { longestWait, pauseAfter, restOf, retryAfter } from './back-off.ts'
import { type AnswerFormat, checkType, readText } from './body.ts'
import { SourceFailure } from './errors.ts'
import { type Gate, gateOf } from './gate.ts'
import { fetchOfficial, mayBeAsked } from './redirects.ts'
import { sharing } from './shared.ts'
import type { Surroundings } from './surroundings.ts'

/** Milliseconds for one attempt, from the request to the last byte. */
const timeOut = 20_000
/** Attempts in all. */
const mostAttempts = 3
/** No look-up is answered with more, bytes: the schema of the open data has some 60,000. */
const largestAnswer = 8 * 1024 * 1024

export interface Question {
  readonly url: string
  readonly format: AnswerFormat
  readonly signal?: AbortSignal | undefined
  /**
   * Has the service say whether what the browser kept of it still holds (RFC 9110 §13, `If-None-Match`, `If-Modified-Since`),
   * whatever age it gave it: for asking again what was asked before. Without it the browser's cache answers by its own rules.
   */
  readonly revalidate?: true | undefined
  /** One of a list, or asked by itself: it leaves a part of the budget to what the user opens alone. */
  readonly ofMany?: true | undefined
}

export interface Answer {
  readonly text: string
  /** Where it came from, after redirects. */
  readonly url: string
  /** When it came, ISO 8601 in UTC. */
  readonly at: string
}

export type Ask = (question: Question) => Promise<Answer>

/** The same way to the services, with the same manners, asking whether what was kept still holds. */
export const revalidating =
  (ask: Ask): Ask =>
  (question) =>
    ask({ ...question, revalidate: true })

/** The same way to the services, for what is one of a list. */
export const ofMany =
  (ask: Ask): Ask =>
  (question) =>
    ask({ ...question, ofMany: true })

/**
 * The one way in which look-ups reach the official services, with the manners that these may expect: without cookies, two
 * requests at a time and a budget a minute for each host, the same question asked once at a time, back-off with jitter on 429 and 5xx and as long as `Retry-After` says, a limit to time and size, official
 * hosts only.
 *
 * The state (budget, rest) lives as long as the function: make one for the whole background.
 *
 * @throws SourceFailure; the signal's reason where the caller stops
 */
export function askerIn(surroundings: Surroundings): Ask {
  const gates = new Map<string, Gate>()
  const share = sharing<Answer>()
  return ({ signal, ...question }) => {
    const { url, format, revalidate } = question
    if (!mayBeAsked(url)) return Promise.reject(new SourceFailure('elsewhere', url))
    const host = new URL(url).host
    const gate = gates.get(host) ?? gateOf(surroundings)
    gates.set(host, gate)
    const key = `${revalidate ? 'again' : 'first'} ${format} ${url}`
    return share(key, signal, (stop) => attempts(question, stop, gate, surroundings))
  }
}

async function attempts(
  question: Question,
  signal: AbortSignal,
  gate: Gate,
  surroundings: Surroundings,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const leave = await gate.enter(signal, question.ofMany)
    let pause: number
    try {
      const outcome = await attemptIn(question, signal, surroundings)
      if (!('busy' in outcome)) return outcome
      pause = pauseAfter(attempt, surroundings.random(), outcome.asked)
      const isLast = attempt === mostAttempts || pause > longestWait
      // The host means all of us, not this request alone: nobody takes the turn that is given back here.
      if (isLast || outcome.asked !== null) gate.rest(restOf(outcome.asked))
      if (isLast) throw new SourceFailure('busy', outcome.busy, surroundings.now() + restOf(outcome.asked))
    } finally {
      leave()
    }
    await surroundings.wait(pause, signal)
  }
}

/** It may do better when asked again later; `asked`: milliseconds that the host wants to be left alone. */
interface Busy {
  readonly busy: string
  readonly asked: number | null
}

async function attemptIn(
  { url, format, revalidate }: Question,
  signal: AbortSignal,
  { fetch, mayReach, now, wait }: Surroundings,
): Promise<Answer | Busy> {
  const ended = new AbortController()
  const late = new AbortController()
  const both = AbortSignal.any([signal, late.signal])
  wait(timeOut, ended.signal).then(
    () => late.abort(new SourceFailure('busy', 'no answer in time')),
    () => undefined,
  )
  try {
    const init: RequestInit = {
      credentials: 'omit',
      headers: { accept: accepted[format] },
      signal: both,
      ...(revalidate ? { cache: 'no-cache' } : {}),
    }
    const { response, url: at } = await untilAborted(fetchOfficial(url, init, fetch), both)
    const problem = problemOf(response)
    if (problem !== null) await response.body?.cancel().catch(() => undefined)
    if (problem === 'busy') {
      return { busy: `status ${response.status}`, asked: retryAfter(response.headers, now()) }
    }
    if (problem !== null) throw new SourceFailure(problem, `status ${response.status}`)
    checkType(response.headers.get('content-type'), format)
    const text = await untilAborted(readText(response, largestAnswer, both), both)
    return { text, url: at, at: new Date(now()).toISOString() }
  } catch (error) {
    signal.throwIfAborted()
    // Who waited so long is not made to wait twice more.
    if (late.signal.aborted) throw new SourceFailure('busy', 'no answer in time', now() + restOf(null))
    if (error instanceof SourceFailure) throw error
    // To the network it looks the same.
    const code = mayReach === undefined || (await mayReach(url)) ? 'offline' : 'withheld'
    throw new SourceFailure(code, error instanceof Error ? error.message : String(error))
  } finally {
    ended.abort()
  }
}

const accepted: Readonly<Record<AnswerFormat, string>> = {
  json: 'application/json',
  xml: 'application/xml, text/xml;q=0.9',
}

function problemOf({ status }: Response): 'busy' | 'not-found' | 'refused' | null {
  if (status === 429 || status === 408 || status >= 500) return 'busy'
  if (status === 404 || status === 410) return 'not-found'
  return status === 200 ? null : 'refused'
}

/** A network that does not heed its signal keeps nobody waiting. */
function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  work.catch(() => undefined)
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
