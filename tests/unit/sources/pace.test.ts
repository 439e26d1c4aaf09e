import { describe, expect, test } from 'vitest'
import { zaakOf } from '#tests/fixtures/zaak.ts'
import { nothingOf, type OfficialDocument } from '#utils/sources/official-document.ts'
import { isDue, nextCheck, nextTry } from '#utils/sources/pace.ts'

const hour = 60 * 60_000
const moment = (text: string) => Date.parse(text)
const open: OfficialDocument = {
  ...nothingOf('document', '2023D24876'),
  type: 'written-questions',
  zaken: [zaakOf('2023Z10477', { status: null })],
}
const answered: OfficialDocument = {
  ...open,
  related: [{ aliases: ['2023D27300'], by: 'zaak', kind: null, type: 'answers', title: null, date: '2023-06-20' }],
}
const dossier = nothingOf('dossier', 'dossier-36360-VIII')
const next = (document: OfficialDocument | null, now: string, chance = 0) =>
  new Date(nextCheck(document, moment(now), chance)).toISOString()

describe('the pace of checks', () => {
  test('open questions are checked after six hours; in the night of the Netherlands from seven in the morning on', () => {
    // 10:00 in the Netherlands, in summer and in winter.
    expect(next(open, '2023-06-20T08:00:00Z')).toBe('2023-06-20T14:00:00.000Z')
    expect(next(open, '2023-12-20T09:00:00Z')).toBe('2023-12-20T15:00:00.000Z')
    // 18:30 there: the night begins before the next one.
    expect(next(open, '2023-06-20T16:30:00Z')).toBe('2023-06-21T05:00:00.000Z')
    expect(next(open, '2023-12-20T17:30:00Z')).toBe('2023-12-21T06:00:00.000Z')
    // 23:30 there.
    expect(next(open, '2023-06-20T21:30:00Z')).toBe('2023-06-21T05:00:00.000Z')
  })

  test('all else is checked daily: answered questions, dossiers, what is not known yet', () => {
    for (const document of [answered, dossier, null]) {
      expect(next(document, '2023-06-20T21:30:00Z')).toBe('2023-06-21T21:30:00.000Z')
    }
  })

  test('chance spreads them over a tenth of their time, and over the first hour of a morning', () => {
    const now = moment('2023-06-20T08:00:00Z')
    expect(nextCheck(dossier, now, 0.5) - now).toBeCloseTo(25.2 * hour)
    expect(nextCheck(open, now, 0.5) - now).toBeCloseTo(6.3 * hour)
    expect(next(open, '2023-06-20T16:30:00Z', 0.5)).toBe('2023-06-21T05:30:00.000Z')
  })

  test('a check that brought nothing is made again after longer and longer, and not before the service allows', () => {
    const pauses = [1, 2, 3, 6, 7, 40].map((times) => nextTry(times, null, 0, 0) / hour)
    expect(pauses).toEqual([0.5, 1, 2, 16, 24, 24])
    expect(nextTry(2, null, 0, 0.5)).toBeCloseTo(1.05 * hour)
    expect(nextTry(1, 3 * hour, 0, 0)).toBe(3 * hour)
    expect(nextTry(1, 900 * hour, 0, 0)).toBe(48 * hour)
  })

  test('a check is due when its time has come, and when its time was set by a clock that ran ahead', () => {
    const now = moment('2023-06-20T08:00:00Z')
    expect(isDue('2023-06-20T08:00:00.000Z', now)).toBe(true)
    expect(isDue('2023-06-20T08:00:01.000Z', now)).toBe(false)
    expect(isDue('2023-06-21T20:00:00.000Z', now)).toBe(false)
    expect(isDue('2031-01-01T00:00:00.000Z', now)).toBe(true)
    expect(isDue('', now)).toBe(true)
  })
})
