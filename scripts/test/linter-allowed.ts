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
    file: /^chunks\/first-screen-[\w-]+\.js$/,
    message: 'Unsafe assignment to innerHTML',
    count: 1,
    reason:
      'Preact renders `dangerouslySetInnerHTML` here. Kamerlens never sets it (a lint rule forbids it), and the pages’ Trusted Types would refuse the string.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^pdf-worker\.js$/,
    message: 'Unsafe call to import for argument 0',
    count: 1,
    reason:
      'pdf.js imports its image decoders written in JavaScript where wasm is missing. The policy lets only the extension’s own files be imported.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/pdf-[\w-]+\.js$/,
    message: 'Unsafe call to import for argument 0',
    count: 1,
    reason: 'The same of pdf.js’ other half: its worker where it is given none.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/pdf_viewer-[\w-]+\.js$/,
    message: 'Unsafe call to import for argument 0',
    count: 1,
    reason:
      'pdf.js imports its engine for scripts in a PDF here, when a scripting manager is made. The reader makes none, and the engine is not in the package.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/pdf_viewer-[\w-]+\.js$/,
    message: 'Unsafe assignment to innerHTML',
    count: 1,
    reason:
      'pdf.js’ translator, in the place of which the reader gives a stand-in of its own (`entrypoints/reader/pdf/labels.ts`). Trusted Types would refuse the string.',
  },
]
