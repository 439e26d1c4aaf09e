import { expect, test } from 'vitest'
import { readHeading } from '#utils/documents/parse/headings.ts'

test.each([
  ['ANTWOORD 3 EN 4', ['3', '4']],
  ['VRAAG 3 T/M 5', ['3', '4', '5']],
  ['ANTWOORD OP VRAAG 3, 5 EN VRAAG 7', ['3', '5', '7']],
])('a heading in capitals has its numbers: %s', (text, numbers) => {
  expect(readHeading(text)).toMatchObject({ numbers, alone: true })
})
