import { afterEach, expect, test } from 'vitest'
import { errorMessages } from '#locales/errors.ts'
import { type Language, locale } from '#locales/i18n.ts'
import { noteMessages } from '#locales/note.ts'

afterEach(() => locale.set('nl'))

test.each(['nl', 'en'] satisfies Language[])('one text and many are each a sentence (%s)', (language) => {
  locale.set(language)
  const { recovered, waiting } = noteMessages.get()
  const sentences = [
    recovered(1),
    recovered(2),
    waiting({ text: 'Terugvragen' })(1),
    waiting({ text: 'Terugvragen' })(3),
  ]
  for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|\((?:en|s)\)/)
  expect(sentences.map((sentence) => Number.parseInt(sentence, 10))).toEqual([1, 2, 1, 3])
  expect(new Set(sentences.map((sentence) => sentence.replace(/\d/, ''))).size).toBe(4)
})

test('a failure to store does not blame the disk alone (SAFETY §2)', () => {
  for (const language of ['nl', 'en'] satisfies Language[]) {
    locale.set(language)
    expect(`${errorMessages.get().quota} ${noteMessages.get().noRoom}`).not.toMatch(/schijf|disk/i)
  }
})
