import { type Field, fieldNames, type IndexedField, indexedFields } from '#utils/search/query/query.ts'
import { fold } from '#utils/search/words/words.ts'

/** What each field is called when it is offered. */
export const offeredNames: Readonly<Record<'nl' | 'en', Readonly<Record<Field, string>>>> = {
  nl: {
    tag: 'tag',
    partij: 'partij',
    ministerie: 'ministerie',
    dossier: 'dossier',
    van: 'van',
    sinds: 'sinds',
    tot: 'tot',
    heeft: 'heeft',
    status: 'status',
  },
  en: {
    tag: 'tag',
    partij: 'party',
    ministerie: 'ministry',
    dossier: 'dossier',
    van: 'from',
    sinds: 'since',
    tot: 'until',
    heeft: 'has',
    status: 'status',
  },
}

/** Values of the fields that have few. */
const closedValues: Readonly<Record<'nl' | 'en', Readonly<Partial<Record<Field, readonly string[]>>>>> = {
  nl: { status: ['open', 'beantwoord'], heeft: ['notitie'] },
  en: { status: ['open', 'answered'], heeft: ['note'] },
}

/** The piece of a query that is being typed: its end. */
export interface Typing {
  /** What stands before it, and stays. */
  readonly before: string
  /** `-` or nothing. */
  readonly sign: string
  /** The field, as it was written; null while that itself is being typed. */
  readonly name: string | null
  /** The field; null where there is none of that name. */
  readonly field: Field | null
  /** What was typed of the value, or of the field's name. */
  readonly start: string
}

export function typingOf(typed: string): Typing | null {
  const [whole = '', sign = '', name, quoted, plain = ''] =
    /(?<=^|\s)(-?)(?:(\p{L}+):)?(?:"([^"]*)|([^\s":]*))$/u.exec(typed) ?? []
  if (whole === '') return null
  const folded = name === undefined ? '' : fold(name)
  const field = Object.hasOwn(fieldNames, folded) ? (fieldNames[folded] ?? null) : null
  return {
    before: typed.slice(0, typed.length - whole.length),
    sign,
    name: name ?? null,
    field,
    start: quoted ?? plain,
  }
}

/** The ways in which a query may go on, as it would then be; `values` are those of the field in what is kept. */
export function completionsOf(
  { before, sign, name, field, start }: Typing,
  language: 'nl' | 'en',
  values: readonly string[],
): readonly { readonly label: string; readonly typed: string }[] {
  const begin = `${before}${sign}`
  const folded = fold(start)
  if (name === null) {
    if (folded.length < 2) return []
    return Object.values(offeredNames[language])
      .filter((one) => one.startsWith(folded))
      .map((one) => ({ label: `${sign}${one}:`, typed: `${begin}${one}:` }))
  }
  if (field === null) return []
  const known = closedValues[language][field]?.filter((value) => value.startsWith(folded)) ?? values
  return known
    .filter((value) => value !== folded)
    .map((value) => {
      const piece = `${name}:${value.includes(' ') ? `"${value}"` : value}`
      return { label: `${sign}${piece}`, typed: `${begin}${piece} ` }
    })
}

/** Whether the values of a field stand in the index. */
export const isIndexed = (field: Field | null): field is IndexedField =>
  indexedFields.some((one) => one === field && one !== 'status')
