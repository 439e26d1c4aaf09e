/** A finding of the linter in a library's lines, that somebody has looked at. */
export interface AllowedFinding {
  readonly code: string
  readonly file: RegExp
  readonly message: string
  /** How often it is found: one more is a new one. */
  readonly count: number
  /** What the lines do, and why they do no harm here. */
  readonly reason: string
}

export const allowedFindings: readonly AllowedFinding[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/start-page-[\w-]+\.js$/,
    message: 'Unsafe assignment to innerHTML',
    count: 1,
    reason:
      'Preact renders `dangerouslySetInnerHTML` here. Kamerlens never sets it (a lint rule forbids it), and the pages’ Trusted Types would refuse the string.',
  },
  {
    code: 'DANGEROUS_EVAL',
    file: /^reading\.js$/,
    message: 'The Function constructor is eval.',
    count: 2,
    reason:
      'core-js, inside pdf.js and its worker, asks `Function("return this")()` for the global object where `globalThis` and `self` are missing. Never reached in a worker; the policy without `unsafe-eval` would refuse it.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^reading\.js$/,
    message: 'Unsafe call to import for argument 0',
    count: 2,
    reason:
      'pdf.js imports its image decoders written in JavaScript where wasm is missing, and its own worker where there is none. The policy lets only the extension’s own files be imported.',
  },
]
