import type { Form, Found, Place } from '../forms/form.ts'
import { forms } from '../forms/forms.ts'
import { dashes, debateWords, romanLetters, space, withPlainBlanks } from '../text/characters.ts'
import { isAt } from '../text/look.ts'
import type { Leaning, Mention, Mentions } from '../types.ts'
import { candidateIndexes } from './candidates.ts'
import { leaningAt } from './leaning.ts'

/** Addresses repeat an id: `…/kst-36360-5/1/pdf/kst-36360-5.pdf`, `detail?id=<D>&did=<D>`. Bounded by `Form.after`. */
const withinAddress = /^[/&?;][^\s"'<>()]{0,60}$/

const formsByPlace = new Map<Place | null, Form[]>()
for (const form of forms) {
  for (const place of form.places) formsByPlace.set(place, [...(formsByPlace.get(place) ?? []), form])
}

const isDigit = (character: number) => character >= 0x30 && character <= 0x39
const registrationLetters = new Set('DZA')
const roman = new Set(romanLetters + romanLetters.toLowerCase())
const debateWord = new RegExp(`(?<=${debateWords})`, 'y')
/** Behind a year: a slash and two or four digits of another. */
const sessionTail = /\/\s{0,64}(?:\d\d){1,2}(?!\d)/y
const sessionMark = new RegExp(`${space}[${dashes}]`, 'y')

/** The shape of a place. */
function placeAt(text: string, index: number): Place | null {
  if (!isDigit(text.charCodeAt(index))) {
    const character = text.charAt(index)
    if (registrationLetters.has(character)) return 'letter'
    return roman.has(character) ? 'roman' : null
  }
  let end = index + 1
  while (end < index + 6 && isDigit(text.charCodeAt(end))) end += 1
  const digits = end - index
  if (digits > 5) return 'long'
  if (digits === 5 || digits === 2) return text.charAt(end) === '/' && digits === 2 ? 'slash' : 'dossier'
  if (digits < 4 || text.charAt(end) === '/') {
    return digits === 4 && isAt(sessionTail, text, end) ? sessionPlace(text, index) : 'slash'
  }
  return isAt(sessionMark, text, end) ? sessionPlace(text, index) : 'year'
}

function sessionPlace(text: string, index: number): Place {
  return isAt(debateWord, text, index) ? 'debate' : 'session'
}

/**
 * All that a text says of papers, in order and without overlaps (but for the pieces within a range, which stand for
 * each other). Short forms are left for `resolveLeaning`, since what they lean on may lie outside. An id that an address
 * repeats counts once. Time is linear in the text's length, whatever it holds.
 *
 * @param candidates `candidateIndexes` of the text, where they are known already; it then has plain blanks (`withPlainBlanks`)
 */
export function findMentions(text: string, candidates?: readonly number[]): Mentions {
  if (candidates) return mentionsAt(text, candidates)
  const plain = withPlainBlanks(text)
  return mentionsAt(plain, candidateIndexes(plain))
}

function mentionsAt(text: string, candidates: readonly number[]): Mentions {
  const references: Mention[] = []
  const leaning: Leaning[] = []
  const dossiers: string[] = []
  let end = 0
  let last: Found | null = null
  for (const index of candidates) {
    if (index < end) continue
    let isRead = false
    for (const form of formsByPlace.get(placeAt(text, index)) ?? []) {
      const reading = form.read(text, index, end)
      if (!reading) continue
      // A dossier alone may be the head of a paper.
      isRead = reading.found.length > 0
      if (reading.dossiers) dossiers.push(...reading.dossiers)
      for (const each of reading.found) {
        // A lead word may belong to what was read before; the pieces of one reading stand as they are.
        const one: Found = each === reading.found[0] && each.start < end ? { ...each, start: end } : each
        if (!last || !isRepeat(text, last, one))
          references.push(referenceOf(one, one.certainty ?? form.certainty ?? 'citation'))
        last = one
      }
      end = Math.max(end, reading.end ?? reading.found.at(-1)?.end ?? 0)
      break
    }
    if (isRead) continue
    for (const one of leaningAt(text, index)) {
      leaning.push(one)
      end = one.end
    }
  }
  return { references, leaning, dossiers }
}

function referenceOf({ code, start, end, pages, alternatives }: Found, certainty: Mention['certainty']): Mention {
  return {
    ...code,
    start,
    end,
    certainty,
    pages,
    alternatives,
  }
}

function isRepeat(text: string, last: Found, next: Found): boolean {
  return last.code.id === next.code.id && withinAddress.test(text.slice(last.end, next.start))
}
