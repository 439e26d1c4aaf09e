import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findReferences } from '#utils/references/find.ts'
import { candidateIndexes, reach } from '#utils/references/finding/candidates.ts'
import { findMentions } from '#utils/references/finding/mentions.ts'
import { forms } from '#utils/references/forms/forms.ts'
import { longestGap, withPlainBlanks } from '#utils/references/text/characters.ts'
import { cases } from '../cases.ts'

/** Texts made of the forms' own examples, broken and glued together in every way, with long stretches between. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...forms.flatMap((form) => form.examples.map(([text]) => text))) },
  { weight: 2, arbitrary: fc.constantFrom('2023D', '19', ' ', '\n', '\u00ad', 'kst-', '-', 'Z', '2', '/', '&', 'x') },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 1500 }).map((length) => 'lorem '.repeat(length / 6)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 90 }).map((length) => ' '.repeat(length)) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789DZA- \n') }) },
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

/** What `findMentions` gives for the stretch of a text around its candidates alone, as far as the grammar may look. */
function inWindows(whole: string) {
  const windows: { start: number; end: number }[] = []
  for (const index of candidateIndexes(whole)) {
    const last = windows.at(-1)
    const start = Math.max(0, index - reach.before)
    const end = Math.min(whole.length, index + reach.after)
    if (last && start <= last.end) last.end = end
    else windows.push({ start, end })
  }
  return windows.flatMap(({ start, end }) =>
    findMentions(whole.slice(start, end)).references.map((reference) => ({
      ...reference,
      start: reference.start + start,
      end: reference.end + start,
    })),
  )
}

test('every reference lies within reach of a candidate, and what is out of reach makes no difference', () => {
  fc.assert(
    fc.property(text, (whole) => {
      expect(inWindows(whole)).toEqual(findMentions(whole).references)
    }),
    cases(200),
  )
})

test('no form looks further than the reach that windows are made with', () => {
  expect(Math.max(...forms.map((form) => form.before))).toBeLessThanOrEqual(reach.before)
  expect(Math.max(...forms.map((form) => form.after))).toBeLessThanOrEqual(reach.after)
})

/** «letters J en K (CXLVI)»: the telling place of a list may stand behind it. */
test('every reference has a candidate index inside it or near it', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const indexes = candidateIndexes(whole)
      for (const { start, end } of findMentions(whole).references) {
        expect(indexes.some((index) => index >= start - 2 * reach.before && index < end + reach.before)).toBe(true)
      }
    }),
    { examples: [['2023\u200bD\u200b19158'], ['2023D19158']] },
  )
})

test('the longest code and what may stand before it fit into a window', () => {
  const lineBreak = `\n${' '.repeat(longestGap - 1)}`
  const code = ['2', '0', '2', '3', 'D1', '9', '1', '5', '8'].join(lineBreak).replace(`3${lineBreak}`, '3')
  for (const before of ['', '7', 'X', 'kenmerk', '1234']) {
    const whole = `${'lorem '.repeat(300)}${before}${code}${' ipsum'.repeat(300)}`
    expect(findReferences(whole)).toHaveLength(/X|1234/.test(before) ? 0 : 1)
    expect(inWindows(whole)).toEqual(findMentions(whole).references)
  }
})

test('white space that a page shows as less, or not at all, hides no candidate', () => {
  expect(candidateIndexes(`2023\n${' '.repeat(120)}\n${' '.repeat(100)}D19158`)).toHaveLength(1)
})

/** As `textContent` has the cells of a table. */
test('words that stand close before and behind it hide no code', () => {
  for (const [code] of forms.flatMap(({ examples }) => examples)) {
    for (const { id, start, end } of findMentions(code).references) {
      const alone = withPlainBlanks(code.slice(start, end))
      const places = candidateIndexes(`nummer${alone}openstaand`).map((index) => index - 'nummer'.length)
      const there = places.filter((index) => index >= 0 && index < alone.length)
      const found = (one: readonly { readonly id: string }[]) => one.map((each) => each.id)
      expect(found(findMentions(alone, there).references), id).toEqual(found(findMentions(alone).references))
    }
  }
})

test('plain prose has no candidates', () => {
  expect(candidateIndexes('De Kamer besprak op 12 mei 2023 de begroting A van D66; dat kostte 1.234 euro.')).toEqual([])
})
