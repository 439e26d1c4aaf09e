import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidateIndexes, candidateWindows } from '#utils/references/candidates.ts'
import { longestGap } from '#utils/references/characters.ts'
import { findReferences } from '#utils/references/find.ts'
import { forms } from '#utils/references/forms.ts'

/** Texts made of the forms' own examples, broken and glued together in every way, with long stretches between. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...forms.flatMap((form) => form.examples.map(([text]) => text))) },
  { weight: 2, arbitrary: fc.constantFrom('2023D', '19', ' ', '\n', '\u00ad', 'kst-', '-', 'Z', '2', '/', '&', 'x') },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 1500 }).map((length) => 'lorem '.repeat(length / 6)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 90 }).map((length) => ' '.repeat(length)) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789DZA- \n') }) },
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

function inWindows(whole: string) {
  return candidateWindows(whole).flatMap(({ start, end }) =>
    findReferences(whole.slice(start, end)).map((reference) => ({
      ...reference,
      start: reference.start + start,
      end: reference.end + start,
    })),
  )
}

test('every reference lies in a candidate window, and the windows alone give the same references', () => {
  fc.assert(
    fc.property(text, (whole) => {
      expect(inWindows(whole)).toEqual(findReferences(whole))
    }),
    { numRuns: 400 },
  )
})

test('every reference has a candidate index inside it or at its edge', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const indexes = candidateIndexes(whole)
      for (const { start, end } of findReferences(whole)) {
        expect(indexes.some((index) => index >= start - 5 && index < end)).toBe(true)
      }
    }),
  )
})

test('the longest code and what may stand before it fit into a window', () => {
  const lineBreak = `\n${' '.repeat(longestGap - 1)}`
  const code = ['2', '0', '2', '3', 'D1', '9', '1', '5', '8'].join(lineBreak).replace(`3${lineBreak}`, '3')
  for (const before of ['', '7', 'X', 'kenmerk', '1234']) {
    const whole = `${'lorem '.repeat(300)}${before}${code}${' ipsum'.repeat(300)}`
    expect(findReferences(whole)).toHaveLength(/X|1234/.test(before) ? 0 : 1)
    expect(inWindows(whole)).toEqual(findReferences(whole))
  }
})

test('white space that a page shows as less, or not at all, hides no candidate', () => {
  expect(candidateIndexes(`2023\n${' '.repeat(120)}\n${' '.repeat(100)}D19158`)).toHaveLength(1)
})

test('windows are ascending, apart and within the text', () => {
  const whole = `2023D19158${'x'.repeat(5000)}2023D19159 kst-36360-5`
  const windows = candidateWindows(whole)
  expect(windows).toHaveLength(2)
  expect(windows[0]?.start).toBe(0)
  expect(windows[1]?.end).toBe(whole.length)
  expect(windows[1]?.start).toBeGreaterThan(windows[0]?.end ?? 0)
})

test('plain prose has no candidates', () => {
  expect(candidateIndexes('De Kamer besprak op 12 mei 2023 de begroting A van D66; dat kostte 1.234 euro.')).toEqual([])
})
