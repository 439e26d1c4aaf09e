import type { Code } from '#utils/references/types.ts'
import type { Destination } from '../papers/destination.ts'

/** What a screen opens with, out of its address (the background writes the same query). */
export interface Opening {
  readonly destination: Destination | null
  /** With the caret in the note. */
  readonly focusNote: boolean
  readonly typed: string
  /** A document being read that was begun elsewhere. */
  readonly job: string | null
  /** Why what was asked for elsewhere (a menu on a page) could not be done: a key of `errorMessages`. */
  readonly error: string | null
  /** A part to show first. */
  readonly view?: 'followed'
}

/**
 * `?code=2023D19158&note=1`, `?document=…&question=3`, `?passage=…`, `?search=…`, `?job=…`, `?error=…`,
 * `?view=followed`; what is no code is searched for instead.
 */
export function openingOf(query: string, codeOf: (id: string) => Code | null): Opening {
  const parameters = new URLSearchParams(query)
  const id = parameters.get('code')
  const code = id === null ? null : codeOf(id)
  const document = parameters.get('document')
  const question = /^\d{1,6}$/.exec(parameters.get('question') ?? '')?.[0]
  const passage = parameters.get('passage')
  return {
    destination:
      code !== null
        ? { type: 'code', code }
        : passage !== null
          ? { type: 'passage', id: passage }
          : document !== null
            ? { type: 'document', id: document, ...(question === undefined ? {} : { question: Number(question) }) }
            : null,
    focusNote: parameters.get('note') === '1' || passage !== null,
    typed: parameters.get('search') ?? (code === null ? (id ?? '') : ''),
    job: parameters.get('job'),
    error: parameters.get('error'),
    ...(parameters.get('view') === 'followed' ? { view: 'followed' } : {}),
  }
}

/** Nothing in particular. */
export const plainOpening: Opening = { destination: null, focusNote: false, typed: '', job: null, error: null }
