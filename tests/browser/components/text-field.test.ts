import { afterEach, expect, test } from 'vitest'
import { adoptText } from '#components/notes/text-field.ts'

const field = document.createElement('textarea')

afterEach(() => field.remove())

/** A field with the cursor behind its first word takes over a text of so many lines more. */
function adopt(lines: number): string {
  document.body.append(field)
  field.value = 'Eerste woord'
  field.focus()
  field.setSelectionRange(6, 6)
  const text = `Eerste woord${'\nDe minister antwoordt later.'.repeat(lines)}`
  adoptText(field, text)
  return text
}

test('lines that are put in can be taken back by the browser', () => {
  const text = adopt(40)
  expect(field.value).toBe(text)
  document.execCommand('undo')
  expect(field.value).toBe('Eerste woord')
})

test('thousands of lines are there at once, the caret beside the same word', () => {
  const began = performance.now()
  const text = adopt(4000)
  expect(performance.now() - began).toBeLessThan(2000)
  expect(field.value).toBe(text)
  expect([field.selectionStart, field.selectionEnd]).toEqual([6, 6])
})
