import { expect, it } from 'vitest'
import { dutchDay } from '#utils/sources/dates.ts'

it.each([
  ['2023-05-22', '2023-05-22'],
  ['22-05-2023', '2023-05-22'],
  ['2023-05-21T22:00:00Z', '2023-05-22'],
  ['2023-05-22T00:00:00+02:00', '2023-05-22'],
  ['2023-13-45', null],
  ['2023-13-45T00:00:00Z', null],
  ['May 22, 2023', null],
  ['2023', null],
  ['', null],
  [null, null],
])('the day of %s is %s', (written, day) => {
  expect(dutchDay(written)).toBe(day)
})
