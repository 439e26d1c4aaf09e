import { expect, test } from 'vitest'
import { differingParts } from '#utils/notes/differing-parts.ts'

test('two texts are shown from shortly before the place where they differ', () => {
  const beginning =
    'Navragen bij de griffie of de lijst van vragen al is vastgesteld, en wie de rapporteur is geworden. '
  const [one, other] = differingParts(
    `${beginning}Daarna bellen.`,
    `${beginning}Niet meer bellen, maar schrijven.`,
    300,
  )
  expect(one).toMatch(/^…\S.* rapporteur is geworden. Daarna bellen.$/)
  expect(other).toMatch(/^…\S.* rapporteur is geworden. Niet meer bellen, maar schrijven.$/)
  expect(differingParts('Bellen.', 'Schrijven.', 300)).toEqual(['Bellen.', 'Schrijven.'])
  expect(differingParts('Bellen.', '', 300)).toEqual(['Bellen.', ''])
})

test('each begins with a whole word, wherever the texts differ', () => {
  const beginning = 'Navragen bij de griffie of de lijst van vragen al is vastgesteld, en wie de rapporteur is geworden'
  for (const word of ['en', 'met', 'door', 'welke']) {
    const [one] = differingParts(`${beginning} ${word} nu`, `${beginning} ${word} straks`, 300)
    expect(beginning.split(' ')).toContain(one.slice(1).split(' ')[0])
  }
})

test('each is cut at its end, within no character', () => {
  const [one, other] = differingParts(`Nee ${'𝒂'.repeat(400)}`, `Ja ${'a'.repeat(400)}`, 300)
  expect(one).toHaveLength(300)
  expect(other).toHaveLength(300)
  expect(one.isWellFormed() && one.endsWith('…')).toBe(true)
  // One long word before the difference.
  const long = 'a'.repeat(1000)
  expect(differingParts(`${long}b`, `${long}c`, 300)).toEqual([`…${'a'.repeat(60)}b`, `…${'a'.repeat(60)}c`])
})
