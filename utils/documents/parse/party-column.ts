import type { Asker } from '../types.ts'
import { type Row, withText } from './rows.ts'
import type { Section } from './sections.ts'
import { startsAsking } from './sentences.ts'

/** A table with who asks in a column of its own, between the number and the question: `12 | PvdV | Klopt het dat … | Ja.` */

/** A party's name, or the first line of one. */
const party =
  /^(?:\p{Lu}[\p{L}\d’'-]{1,20}|50PLUS)(?:(?: |, ?| ?\/ ?)(?:(?:van|voor|de|der|het|en)(?= )|[\p{Lu}\d][\p{L}\d’'-]{0,20})){0,4}[,/-]?$/u
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
  if (!match || names.length === 0) return null
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
  if (named.length < fewest || named.length < questions.length * most) return sections
  const names = new Set(named.map(({ rows }) => partyOf(rows[0]) ?? ''))
  if (names.size > named.length * mostDifferent && ![...names].every((name) => faction.test(name))) return sections
  const column = columnOf(named)
  return column !== null
    ? sections.map((section) => (section.type === 'question' ? apart(section, column, taken) : section))
    : sections
}

function partyOf(row: Row | undefined): string | null {
  const [first, second] = row?.pieces ?? []
  if (!first || !second || first.text.length > longestParty || first.text.length >= second.text.length) return null
  return party.test(first.text) && !startsAsking(first.text) ? first.text : null
}

/** Left edge of the column, where all of them have one. */
function columnOf(sections: readonly Section[]): number | null {
  const edges = sections.map(({ rows }) => rows[0]?.pieces[0]?.x ?? Number.NaN)
  const [one] = edges
  return one !== undefined && edges.every((x) => isNear(x, one)) ? one : null
}

const isNear = (one: number, other: number) => Math.abs(one - other) <= tolerance

function apart(section: Section, column: number, taken: (line: number) => void): Section {
  let name = ''
  const rows = section.rows.map((row) => {
    const [first, ...others] = row.pieces
    if (!first || others.length === 0 || !isNear(first.x, column) || !party.test(first.text)) return row
    name = name.endsWith('-') || name === '' ? name + first.text : `${name} ${first.text}`
    taken(row.line)
    const text = row.text.slice(row.text.indexOf(first.text) + first.text.length).trim()
    return withText(row, text, { pieces: others, look: row.look })
  })
  return name === '' ? section : { ...section, rows, askedBy: [{ name: null, party: name }] }
}
