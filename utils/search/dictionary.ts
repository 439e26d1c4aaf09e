import { ByteReader, DamagedIndex } from './bytes.ts'
import { distanceTo, forgiven, longestCompared } from './distance.ts'
import { type Dictionary, fewPostings, fieldSign, groupSize } from './segment.ts'

/** A term that was found in a dictionary, and where its postings are. */
export interface Entry {
  readonly term: string
  readonly count: number
  /** Of all terms; those with few have them here. */
  readonly few: readonly { readonly number: number; readonly how: number }[]
  /** Stretch of the segment's postings; empty for those with few. */
  readonly from: number
  readonly to: number
}

/** Shorter words are found whole, or at the start of a longer one, or not at all: they are parts of nearly everything. */
export const shortestPart = 4
export const shortestStart = 3

/** Where field terms end and words begin. */
function wordsFrom({ terms }: Dictionary): number {
  return lowerBound(terms, String.fromCharCode(fieldSign.charCodeAt(0) + 1))
}

/** Place of the line feed before the first term that is not before this one. */
function lowerBound(terms: string, wanted: string): number {
  let [low, high] = [0, terms.length - 1]
  while (low < high) {
    const middle = terms.lastIndexOf('\n', (low + high) >> 1)
    const end = terms.indexOf('\n', middle + 1)
    if (terms.slice(middle + 1, end) < wanted) low = end
    else if (middle === low) return low
    else high = middle
  }
  return low
}

/** Whether a word of the query, as a term, is found in a term of a text. */
export function containsPart(term: string, part: string): boolean {
  if (term === part) return true
  if (part.length < shortestStart) return false
  return part.length < shortestPart ? term.startsWith(part) : term.includes(part)
}

/** The terms of a dictionary that are this one, start with it or contain it. */
export function entriesWith(dictionary: Dictionary, part: string): readonly Entry[] {
  const { terms } = dictionary
  const from = wordsFrom(dictionary)
  if (part.length < shortestStart) return entriesAt(dictionary, placesOf(terms, `\n${part}\n`, from).slice(0, 1))
  const wanted = part.length < shortestPart ? `\n${part}` : part
  return entriesAt(dictionary, placesOf(terms, wanted, from))
}

/** The terms that a word with typing errors may have been meant as. */
export function entriesLike(dictionary: Dictionary, word: string): readonly Entry[] {
  const most = forgiven(word.length)
  if (most === 0 || word.length > longestCompared) return []
  const { terms } = dictionary
  const distance = distanceTo(word)
  const places: number[] = []
  let at = wordsFrom(dictionary)
  for (let end = terms.indexOf('\n', at + 1); end >= 0; end = terms.indexOf('\n', at + 1)) {
    const length = end - at - 1
    if (Math.abs(length - word.length) <= most && distance(terms, at + 1, end) <= most) places.push(at)
    at = end
  }
  return entriesAt(dictionary, places)
}

/** The terms of a field whose value contains this one; `whole`, is it or begins with it and a space. */
export function fieldEntries(dictionary: Dictionary, field: string, value: string, whole: boolean): readonly Entry[] {
  const { terms } = dictionary
  const start = `${fieldSign}${field}=`
  const from = lowerBound(terms, start)
  const to = lowerBound(terms, `${start}\uffff`)
  const area = terms.slice(from, to + 1)
  const places = placesOf(area, whole ? `\n${start}${value}` : value, 0).filter((place) => {
    if (!whole) return area.indexOf(value, place + 1 + start.length) < area.indexOf('\n', place + 1)
    const end = area[place + 1 + start.length + value.length]
    return end === '\n' || end === ' '
  })
  return entriesAt(
    dictionary,
    places.map((place) => from + place),
  )
}

/** All values of a field. */
export function valuesOf({ terms }: Dictionary, field: string): readonly string[] {
  const start = `${fieldSign}${field}=`
  const area = terms.slice(lowerBound(terms, start) + 1, lowerBound(terms, `${start}\uffff`))
  return area === '' ? [] : area.split('\n').map((term) => term.slice(start.length))
}

/** Places of the line feeds before the terms that have this in them, rising, each once. */
function placesOf(terms: string, wanted: string, from: number): number[] {
  const places: number[] = []
  for (let at = terms.indexOf(wanted, from); at >= 0 && at < terms.length - 1; ) {
    const start = wanted.startsWith('\n') ? at : terms.lastIndexOf('\n', at)
    places.push(start)
    const end = terms.indexOf('\n', start + 1)
    at = terms.indexOf(wanted, end)
  }
  return places
}

/** The entries of terms, by the places of the line feeds before them, which rise. */
function entriesAt({ terms, entries, groups }: Dictionary, places: readonly number[]): readonly Entry[] {
  const found: Entry[] = []
  let group = -1
  let [at, from] = [0, 0]
  const reader = new ByteReader(entries)
  for (const place of places) {
    const own = groupOf(groups, place + 1)
    if (own !== group) {
      group = own
      at = (groups[3 * group] ?? 0) - 1
      reader.at = groups[3 * group + 1] ?? 0
      from = groups[3 * group + 2] ?? 0
    }
    for (let step = 0; ; step += 1) {
      if (step > groupSize) throw new DamagedIndex('terms and entries differ')
      const end = terms.indexOf('\n', at + 1)
      const isWanted = at === place
      const count = reader.number()
      const few: { number: number; how: number }[] = []
      let length = 0
      if (count > fewPostings) length = reader.number()
      else readFew(reader, count, few)
      if (isWanted) found.push({ term: terms.slice(at + 1, end), count, few, from, to: from + length })
      at = end
      from += length
      if (isWanted) break
    }
  }
  return found
}

function readFew(reader: ByteReader, count: number, few: { number: number; how: number }[]): void {
  let number = 0
  for (let index = 0; index < count; index += 1) {
    const packed = reader.number()
    number += packed >>> 2
    few.push({ number, how: packed & 3 })
  }
}

/** The group whose first term is the last that does not begin behind this character. */
function groupOf(groups: Uint32Array, char: number): number {
  let [low, high] = [0, groups.length / 3 - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((groups[3 * middle] ?? 0) <= char) low = middle
    else high = middle - 1
  }
  return low
}
