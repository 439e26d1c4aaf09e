import type { Asker } from '../types.ts'
import { type Row, withText } from './rows.ts'
import { startsAsking } from './sentences.ts'
import type { Section } from './structure.ts'

/** A table with who asks in a column of its own, between the number and the question: `12 | PvdV | Klopt het dat … | Ja.` */

/** A party's name, or the first line of one. */
const party =
  /^(?:\p{Lu}[\p{L}\d’'-]{1,20}|50PLUS)(?:(?: |, ?| ?\/ ?)(?:(?:van|voor|de|der|het|en)(?= |$)|[\p{Lu}\d][\p{L}\d’'-]{0,20})){0,4}[,/-]?$/u
const longestParty = 28
const fewest = 3
/** So many of the questions have it. */
const most = 0.8
/** Parties ask again and again: what differs from row to row is something else, unless all of it names factions. */
const mostDifferent = 0.6
/** Factions of both chambers since 1994, as papers abbreviate them. */
export const factionSource =
  '(?:50PLUS|AOV|BBB|BIJ1|BVNL|CDA|CD|ChristenUnie|CU|D66|DENK|FvD|FVD|GL|GPV|GroenLinks(?:[-/]PvdA)?|GL-PvdA|JA21|LN|LPF|NSC|Nieuw Sociaal Contract|OPNL|OSF|PVV|PvdA|PvdD|Partij voor de Dieren|RPF|SGP|SP|Volt|VVD)'
const faction = new RegExp(`^${factionSource}$`)
export const isFaction = (text: string) => faction.test(text)
const abbreviated = /^(?=.*\p{Lu}.*[\p{Lu}\d])[\p{L}\d/-]{2,12}$/u
const tolerance = 2
const inBrackets = /^\((\p{Lu}[^()]{1,40}|50PLUS)\)(?:[.:]?$|:?\s+(?=[\p{Lu}«"'“‘„(€\d]))/u

/** Who asks, where it stands in brackets between the number and the question («12 (PvdV)»), and what is left of the row; null where it does not. */
export function partyBefore(row: Row): { readonly askedBy: readonly Asker[]; readonly rest: readonly Row[] } | null {
  const match = row.text.startsWith('(') ? inBrackets.exec(row.text) : null
  const names = match?.[1]?.split(/, | en /) ?? []
  if (!match) return null
  const text = row.text.slice(match[0].length)
  // Within a line other things stand in brackets too, on a line of their own subjects: «(Begroting)».
  if (!names.every((name) => faction.test(name) || (text === '' && abbreviated.test(name)))) return null
  const rest = text === '' ? [] : [withText(row, text, { startsBlock: true, look: row.look })]
  return { askedBy: names.map((name) => ({ name: null, party: name })), rest }
}

/** The sections with their parties apart, where such a column stands; the lines whose parties were taken are told to `taken`. */
export function withPartiesApart(sections: readonly Section[], taken: (line: number) => void): readonly Section[] {
  const questions = sections.filter(({ type }) => type === 'question')
  const named = questions.filter((section) => partyOf(section.rows[0]) !== null)
  if (named.length < fewest || named.length < questions.length * most) return withFactionsApart(sections, taken)
  const columns = columnsOf(named)
  if (!columns) return sections
  const names = new Set(named.map(({ rows }) => namedIn(rows, columns).name))
  if (names.size > named.length * mostDifferent && ![...names].every((name) => faction.test(name))) return sections
  return sections.map((section) => (section.type === 'question' ? apart(section, columns, taken) : section))
}

/** A faction's name before the words of a question, or alone above them; «Partij voor» may stand above «de Dieren». */
const leading = new RegExp(`^${factionSource}(?:$|\\s+(?=[\\p{Lu}\\d«"“‘„'(€]))`, 'u')

/** The same where the text has kept no columns: nearly all questions have a known faction's name before their words. */
function withFactionsApart(sections: readonly Section[], taken: (line: number) => void): readonly Section[] {
  const questions = sections.filter(({ type }) => type === 'question')
  const named = new Map(questions.flatMap((section) => [[section, factionBefore(section.rows)] as const]))
  const found = [...named.values()].filter((one) => one !== null).length
  if (found < fewest || found < questions.length * most) return sections
  return sections.map((section) => {
    const own = named.get(section)
    if (!own) return section
    for (const line of own.lines) taken(line)
    return { ...section, rows: own.rest, askedBy: [{ name: null, party: own.name }] }
  })
}

interface Named {
  readonly name: string
  readonly lines: readonly number[]
  readonly rest: Row[]
}

function factionBefore([first, second, ...others]: readonly Row[]): Named | null {
  if (!first) return null
  const below = second ? [second, ...others] : others
  const match = leading.exec(first.text)?.[0]
  if (match !== undefined) {
    const text = first.text.slice(match.length)
    const rest = text === '' ? below : [withText(first, text, { look: first.look }), ...below]
    return { name: match.trim(), lines: [first.line], rest }
  }
  const joined = second && goesOn.test(first.text) ? leading.exec(`${first.text} ${second.text}`)?.[0] : undefined
  if (!second || joined === undefined || joined.length <= first.text.length) return null
  const text = second.text.slice(joined.length - first.text.length - 1)
  const rest = text === '' ? others : [withText(second, text, { look: second.look }), ...others]
  return { name: joined.trim(), lines: [first.line, second.line], rest }
}

function partyOf(row: Row | undefined): string | null {
  const [first, second] = row?.pieces ?? []
  if (!first || !second || first.text.length > longestParty || first.text.length >= second.text.length) return null
  return party.test(first.text) && !startsAsking(first.text) ? first.text : null
}

/** Left edge of the column on each page, where all of a page have one; null where they have not. (A text that is laid out by characters sets each page for itself.) */
function columnsOf(sections: readonly Section[]): ReadonlyMap<number, number> | null {
  const columns = new Map<number, number>()
  for (const { rows, page } of sections) {
    const x = rows[0]?.pieces[0]?.x ?? Number.NaN
    const known = columns.get(page)
    if (known === undefined) columns.set(page, x)
    else if (!isNear(x, known)) return null
  }
  return columns
}

const isNear = (one: number, other: number) => Math.abs(one - other) <= tolerance

/** A name that the next line of its cell goes on with: «Partij», «Partij voor», «GroenLinks-». */
const goesOn = /(?:-|\b(?:Partij|van|voor|de|der|het|en))$/

const partOfName = /^[\p{L}\d][\p{L}\d’'-]{0,20}(?: [\p{L}\d][\p{L}\d’'-]{0,20})?$/u

/** The party in a question's column, a long name broken in lines, and the rows whose first cell is a part of it. */
function namedIn(
  rows: readonly Row[],
  columns: ReadonlyMap<number, number>,
): { readonly name: string; readonly held: ReadonlySet<Row> } {
  let name = ''
  const held = new Set<Row>()
  for (const row of rows) {
    const [first, ...others] = row.pieces
    if (!first || !isNear(first.x, columns.get(row.page) ?? Number.NaN)) continue
    const joined = name.endsWith('-') || name === '' ? name + first.text : `${name} ${first.text}`
    const isPart = others.length > 0 && party.test(first.text)
    // The last line of a long name may begin with a small letter, or stand beside nothing.
    if (!isPart && !(name !== '' && (faction.test(joined) || (goesOn.test(name) && partOfName.test(first.text)))))
      continue
    name = joined
    held.add(row)
  }
  return { name, held }
}

function apart(section: Section, columns: ReadonlyMap<number, number>, taken: (line: number) => void): Section {
  const { name, held } = namedIn(section.rows, columns)
  const rows = section.rows.flatMap((row) => {
    const [first, ...others] = row.pieces
    if (!first || !held.has(row)) return [row]
    taken(row.line)
    const text = row.text.slice(row.text.indexOf(first.text) + first.text.length).trim()
    return others.length === 0 ? [] : [withText(row, text, { pieces: others, look: row.look })]
  })
  return name === '' ? section : { ...section, rows, askedBy: [{ name: null, party: name }] }
}
