import type { Reading } from './form.ts'
import { isFree, leadBefore, sessionBefore } from './kamerstuk-before.ts'
import { matchAt } from './look.ts'
import type { Name } from './types.ts'

/**
 * The commonest citation by far, `36 360 VIII, nr. 5` with one piece and nothing that could go on, in one look: on a
 * page full of them it takes a fifth of the time. It gives what `kamerstuk.ts` would give, which reads all others.
 */
const plain = new RegExp(
  '([1-3]\\d)[ \u00a0]?(\\d{3})(?:[ \u00a0]((?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})[AB]?))?,?[ \u00a0]nr\\.[ \u00a0]?([1-9]\\d{0,3})' +
    '(?=\\)|[.:](?![\\s\u00a0]?\\d)|[ \u00a0](?!en\\s|of\\s|alsmede|resp|dan\\s|tot\\s|t[/.]|pp?[.\\s]|blz|pag|bladz|d\\.d|van\\s\\d|herdruk)[a-z]|$)',
  'y',
)
const lead =
  /(?<=((?:(?<=[([])|(?<!(?:r|k|ken|[KI]) )(?<=[a-z.)] )|(?<![\s\S]))Kamerstuk(?:ken)?(?: II| I)?,?(?: (?:vergaderjaar )?20\d\d[/\u2013-](?:20)?\d\d,?)?[ \u00a0]))/y
const council = '21501'

/** The citation whose dossier begins at an index, if it is of the plainest form. */
export function plainKamerstukAt(text: string, index: number): Reading | null {
  const match = matchAt(plain, text, index)
  if (!match) return null
  const [whole, first = '', last = '', chapter = '', ondernummer = ''] = match
  const digits = first + last
  if (digits === council) return null
  const length = leadLength(text, index)
  // Bare, it may be anything of the time before: read by its parts.
  if (length === 0 && text.charAt(index - 1) !== '(' && Number(digits) < 15_000) return null
  if (length === 0 && !isFree(text, index, true)) return null
  const dossier = chapter === '' ? digits : `${digits}-${chapter}`
  const code: Name = { kind: 'kamerstuk', id: `kst-${dossier}-${ondernummer}` }
  return { found: [{ code, start: index - length, end: index + whole.length }], dossiers: [dossier] }
}

function leadLength(text: string, index: number): number {
  if (text.charAt(index - 1) === '(') return 0
  return matchAt(lead, text, index)?.[1]?.length || leadBefore(text, index) || sessionBefore(text, index)
}
