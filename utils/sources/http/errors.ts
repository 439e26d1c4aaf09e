/**
 * Why an official service did not answer a look-up. Each has a sentence for the user (`locales/sources.ts`). `offline`:
 * no connection. `withheld`: the browser does not let Kamerlens reach its site, since the user took that right back.
 * `busy`: it asks to wait, or did not answer in time. `refused`: it does not answer this question. `broken-answer`:
 * what came is not what was asked for, or broke off. `not-found`: it has no such paper (yet). `too-large`: more than a
 * look-up can be. `elsewhere`: it sends on to a place that is not official.
 */
export const sourceErrors = [
  'offline',
  'withheld',
  'busy',
  'refused',
  'broken-answer',
  'not-found',
  'too-large',
  'elsewhere',
] as const

export type SourceError = (typeof sourceErrors)[number]

/** Whether it helps to wait, or to do something about it here: the same question may be answered then. */
export const mayPass = (code: SourceError): boolean => code === 'offline' || code === 'withheld' || code === 'busy'

export class SourceFailure extends Error {
  readonly code: SourceError
  /** With `busy`: when it makes sense to ask again, milliseconds since 1970. */
  readonly retryAt: number | null
  constructor(code: SourceError, detail?: string, retryAt: number | null = null) {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'SourceFailure'
    this.code = code
    this.retryAt = retryAt
  }
}

/** The error itself where it is a failure of a source; anything else (a caller who stopped, a fault of ours) is thrown on. */
export function failureOf(error: unknown): SourceFailure {
  if (error instanceof SourceFailure) return error
  throw error
}
