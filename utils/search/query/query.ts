import { isCommon } from '../words/common-words.ts'
import { typedInFull } from '../words/numbers.ts'
import { fold, wordsIn } from '../words/words.ts'

/** Fields whose values are words of their own in the index. */
export const indexedFields = ['tag', 'partij', 'ministerie', 'dossier', 'van', 'status'] as const
export type IndexedField = (typeof indexedFields)[number]
export type Field = IndexedField | 'sinds' | 'tot' | 'heeft'

/** What a field is called in a query, in both languages. */
export const fieldNames: Readonly<Record<string, Field>> = {
  tag: 'tag',
  partij: 'partij',
  party: 'partij',
  ministerie: 'ministerie',
  ministry: 'ministerie',
  dossier: 'dossier',
  van: 'van',
  from: 'van',
  sinds: 'sinds',
  since: 'sinds',
  tot: 'tot',
  until: 'tot',
  heeft: 'heeft',
  has: 'heeft',
  status: 'status',
}

/** What fields with a closed set of values can be asked for, in both languages. */
const closedValues: Readonly<Partial<Record<Field, Readonly<Record<string, string>>>>> = {
  status: { open: 'open', onbeantwoord: 'open', unanswered: 'open', beantwoord: 'beantwoord', answered: 'beantwoord' },
  heeft: { notitie: 'notitie', note: 'notitie' },
}

export type Clause = { readonly excluded: boolean } & (
  | { readonly type: 'word' /** Folded. */; readonly word: string }
  /** Words that follow each other, with nothing but space and signs between. */
  | { readonly type: 'phrase' /** Folded. */; readonly words: readonly string[] }
  | {
      readonly type: 'field'
      readonly field: IndexedField /** Folded, its words with single spaces. */
      readonly value: string
    }
  /** @property day since 1970 */
  | { readonly type: 'since'; readonly day: number }
  | { readonly type: 'noted' }
)

/** What of a query was not understood, or not used; none of it keeps the rest from being searched for. */
export type Hint =
  | { readonly type: 'unknown-field'; readonly name: string }
  | { readonly type: 'bad-value'; readonly field: Field; readonly value: string }
  | { readonly type: 'no-value'; readonly field: Field }
  | { readonly type: 'unclosed-quote' }
  | { readonly type: 'too-long' }

export interface Query {
  readonly clauses: readonly Clause[]
  readonly hints: readonly Hint[]
}

/** Nobody types more; a pasted page is searched for by its first words. */
const longestQuery = 1_000
const mostClauses = 32

/** One piece of a query: sign, field, and a text in quotes or up to the next space. */
const piece = /(-?)(?:(\p{L}+):)?(?:"([^"]*)("?)|([^\s"]+))?/uy

/** A dossier as it is printed: its spaces are part of the number, and a chapter is in capitals. */
const printedDossier = /([Dd]ossier:|DOSSIER:)(\d\d)[ .]?(\d{3})(?!\d)(?:[ -]((?:[IVXLC]{1,7}|[A-Z])(?![\p{L}\d])))?/gu
const inOnePiece = (_: string, field: string, first: string, last: string, chapter?: string): string =>
  chapter === undefined ? `${field}${first}${last}` : `${field}"${first}${last} ${chapter}"`

/** What was typed as its pieces are read: with one kind of quotes, and numbers in one piece. */
const legible = (typed: string): string =>
  typedInFull(
    typed
      .slice(0, longestQuery)
      .replaceAll(/[“”„«»]/g, '"')
      .replaceAll(printedDossier, inOnePiece),
  )

/** The pieces of what was typed, each with its sign, field and quotes: what can be left out by itself. */
export function piecesOf(typed: string): readonly string[] {
  const pieces = [...legible(typed).matchAll(new RegExp(piece.source, 'gu'))].map(([whole]) => whole)
  return pieces.filter((one) => /[\p{L}\d]/u.test(one))
}

/** Reads what was typed. Whatever it is, there is a query; what makes no sense becomes a hint. */
export function parseQuery(typed: string): Query {
  const clauses: Clause[] = []
  const hints: Hint[] = []
  const text = legible(typed)
  let isLong = typed.length > longestQuery
  let at = 0
  while (at < text.length) {
    piece.lastIndex = at
    const [whole = '', sign, name, quoted, close, plain] = piece.exec(text) ?? []
    at += Math.max(1, whole.length)
    if (whole.trim() === '') continue
    if (quoted !== undefined && close === '') hints.push({ type: 'unclosed-quote' })
    const read = clausesOf(sign === '-', name, quoted, plain)
    hints.push(...read.hints)
    for (const clause of read.clauses) {
      if (clauses.length < mostClauses) clauses.push(clause)
      else isLong = true
    }
  }
  if (isLong) hints.push({ type: 'too-long' })
  return { clauses: withoutCommonWords(clauses), hints: unique(hints) }
}

function clausesOf(excluded: boolean, name: string | undefined, quoted: string | undefined, plain = ''): Query {
  const field = name === undefined ? undefined : ownValue(fieldNames, fold(name))
  if (field !== undefined) return fieldClause(excluded, field, quoted ?? plain)
  // «https://…» and «14:02» are no fields, nor is what codes of courts and of the Union begin with.
  const isCode = /^(?:ecli|celex)$/i.test(name ?? '')
  const hints: Hint[] = name === undefined || plain.startsWith('/') || isCode ? [] : [{ type: 'unknown-field', name }]
  const before = name === undefined ? [] : wordClauses(excluded, wordsIn(name))
  const words = wordsIn(quoted ?? plain.replaceAll(ending, ' '))
  // Where «-F-16» is left out, neither all that has an «F» is nor all that has «16».
  if ((quoted !== undefined || excluded) && words.length > 1)
    return { clauses: [...before, { type: 'phrase', words, excluded }], hints }
  return { clauses: [...before, ...wordClauses(excluded, words)], hints }
}

const wordClauses = (excluded: boolean, words: readonly string[]): readonly Clause[] =>
  words.map((word) => ({ type: 'word', word, excluded }))

function fieldClause(excluded: boolean, field: Field, raw: string): Query {
  const value = fieldValue(raw)
  if (value === '') return { clauses: [], hints: [{ type: 'no-value', field }] }
  const bad: Query = { clauses: [], hints: [{ type: 'bad-value', field, value: raw }] }
  if (field === 'sinds' || field === 'tot') {
    const days = daysOf(raw)
    if (days === null) return bad
    const isUntil = field === 'tot'
    return {
      clauses: [{ type: 'since', day: isUntil ? days.next : days.first, excluded: excluded !== isUntil }],
      hints: [],
    }
  }
  const values = closedValues[field]
  const known = values === undefined ? value : ownValue(values, value)
  if (known === undefined) return bad
  if (field === 'heeft') return { clauses: [{ type: 'noted', excluded }], hints: [] }
  return { clauses: [{ type: 'field', field, value: known, excluded }], hints: [] }
}

/** What stands behind an apostrophe at the end of a word makes a form of it: «cao's», «zzp’er», «VVD'ers». */
const ending = /(?<=[\p{L}\d])['’‘`´](?:s|n|t|er|ers|en|tjes?)(?![\p{L}\d])/giu

/** A value of a field as it is compared: folded, words apart by one space; `36 410-VIII` as `36410 viii`. */
export function fieldValue(raw: string): string {
  return wordsIn(raw.replaceAll(/(?<=\b\d{2})[ .](?=\d{3}\b)/g, '')).join(' ')
}

/**
 * `2023`, `2023-05`, `2023-05-17` or `17-5-2023`: its first day, and the first that it has not any more, as days since 1970; null for
 * what is none.
 */
function daysOf(raw: string): { readonly first: number; readonly next: number } | null {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(raw)
  const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(raw)
  const [year, month, day] = iso ? iso.slice(1) : [dutch?.[3], dutch?.[2], dutch?.[1]]
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)]
  const at = new Date(Date.UTC(y, m, d))
  if (Number.isNaN(at.getTime()) || at.getUTCMonth() !== m || at.getUTCDate() !== d) return null
  const next = month === undefined ? Date.UTC(y + 1, 0) : day === undefined ? Date.UTC(y, m + 1) : Date.UTC(y, m, d + 1)
  return { first: dayOfDate(at.toISOString()), next: dayOfDate(new Date(next).toISOString()) }
}

/** The day since 1970 of an ISO date or moment; 0 for what is none and for what is older. */
export function dayOfDate(iso: string): number {
  const day = Math.floor(Date.parse(iso) / 86_400_000)
  return Number.isNaN(day) ? 0 : Math.min(65_535, Math.max(0, day))
}

/** «de kosten van de zorg» is a question after «kosten» and «zorg»; common words alone are searched for as they are. */
function withoutCommonWords(clauses: readonly Clause[]): readonly Clause[] {
  const others = clauses.filter((clause) => clause.type !== 'word' || clause.excluded || !isCommon(clause.word))
  return others.some(({ excluded }) => !excluded) ? others : clauses
}

function ownValue<Value>(values: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined
}

function unique(hints: readonly Hint[]): readonly Hint[] {
  return [...new Map(hints.map((hint) => [JSON.stringify(hint), hint])).values()]
}
