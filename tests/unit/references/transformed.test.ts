import { expect, test } from 'vitest'
import { findReferences } from '#utils/references/find.ts'
import { readFixtures } from '../../../scripts/accuracy/fixtures.ts'

const passages = readFixtures().map(({ text }) => text)
const found = (text: string) => findReferences(text).map(({ id, start, end }) => ({ id, start, end }))

/** How many of the first ids are not among the second, one for one. */
function missing(ids: readonly string[], others: readonly string[]): number {
  const left = [...others]
  return ids.filter((id) => {
    const place = left.indexOf(id)
    if (place >= 0) left.splice(place, 1)
    return place < 0
  }).length
}

test.each([
  ['no-break blanks', '\u00a0'],
  ['narrow no-break blanks', '\u202f'],
])('the same is found at the same places with %s', (_, blank) => {
  for (const text of passages) expect(found(text.replaceAll(' ', blank)), text).toEqual(found(text))
})

/** What a line's end, a dash or a missing blank may cost at most: some forms need them («Nr. 7» in the head of a paper). */
test.each([
  ['a line that ends behind each comma', (text: string) => text.replaceAll(', ', ',\n'), 0.005],
  ['a line that ends before each «nr.»', (text: string) => text.replace(/ (nrs?\.)/g, '\n$1'), 0.005],
  ['a line that ends behind each «nr.»', (text: string) => text.replace(/(nrs?\.) /g, '$1\n'), 0.005],
  ['en dashes for hyphens', (text: string) => text.replace(/(?<=[\dA-Z])-(?=[\dA-Z])/g, '–'), 0.005],
  ['«nr.» close to its number', (text: string) => text.replace(/nr\. (?=\d)/g, 'nr.'), 0.005],
  ['dossiers in one piece', (text: string) => text.replace(/(?<![\d.])([123]\d) (\d{3}),/g, '$1$2,'), 0.005],
])('nearly the same is found with %s', (_, change, share) => {
  let all = 0
  let differing = 0
  for (const text of passages) {
    const before = found(text).map(({ id }) => id)
    const after = found(change(text)).map(({ id }) => id)
    all += before.length
    differing += missing(before, after) + missing(after, before)
  }
  expect(differing / all).toBeLessThanOrEqual(share)
})

test.each([
  ['soft hyphens', '\u00ad'],
  ['zero-width blanks', '\u200b'],
  ['word joiners', '\u2060'],
  ['marks of direction', '\u200e'],
])('the same is found at its places with %s between all signs', (_, unseen) => {
  for (const text of passages.filter((passage) => !/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(passage))) {
    const expected = found(text).map(({ id, start, end }) => ({ id, start: start * 2, end: end * 2 - 1 }))
    expect(found(text.split('').join(unseen)), text).toEqual(expected)
  }
})
