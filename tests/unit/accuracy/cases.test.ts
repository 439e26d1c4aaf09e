import { describe, expect, test } from 'vitest'
import { readCases, readGold } from '../../../scripts/accuracy/cases.ts'

describe('annotated passages', () => {
  test('a passage ends at its annotations, and each stretch has its place', () => {
    const [first, second, ...rest] = readCases(
      'some.txt',
      [
        '# a comment',
        'Kamerstuk 36 360, nr. 5',
        'en nr. 6.',
        '> kst-36360-5 «Kamerstuk 36 360, nr. 5» (p. 3-4)',
        '? kst-36360-6 ~ «nr. 6» [local]',
        '',
        'Postbus 20015 2500 EA',
        '! «20015 2500 EA»',
      ].join('\n'),
    )
    expect(rest).toEqual([])
    expect(first).toMatchObject({ line: 2, text: 'Kamerstuk 36 360, nr. 5\nen nr. 6.', traps: [] })
    expect(first?.expectations).toEqual([
      {
        ids: ['kst-36360-5'],
        kind: 'kamerstuk',
        start: 0,
        end: 23,
        exact: true,
        optional: false,
        pages: '3-4',
        certainty: null,
        line: 4,
      },
      {
        ids: ['kst-36360-6'],
        kind: 'kamerstuk',
        start: 27,
        end: 32,
        exact: false,
        optional: true,
        pages: null,
        certainty: 'local',
        line: 5,
      },
    ])
    expect(second).toMatchObject({ line: 7, expectations: [], traps: [{ start: 8, end: 21, line: 8 }] })
  })

  test('the same printed stretch twice is two places, and several references can share one', () => {
    const [one] = readCases(
      'some.txt',
      '12, 12 t/m 15\n> kst-36360-12 «12»\n> kst-36360-12 «12»\n> kst-36360-13, kst-36360-14 «t/m»',
    )
    expect(one?.expectations.map(({ ids, start }) => [...ids, start])).toEqual([
      ['kst-36360-12', 0],
      ['kst-36360-12', 4],
      ['kst-36360-13', 7],
      ['kst-36360-14', 7],
    ])
  })

  test('characters that look alike are written as escapes, a line break in a stretch as ⏎', () => {
    const [one] = readCases('some.txt', 'nr.\\u00a05\nvan\\t6\n> kst-36360-5|kst-36360-6 «\\u00a05⏎van\\t»')
    expect(one?.text).toBe('nr.\u00a05\nvan\t6')
    expect(one?.expectations[0]).toMatchObject({ ids: ['kst-36360-5', 'kst-36360-6'], start: 3, end: 10 })
  })

  test.each([
    ['a stretch that is not there', 'text\n> kst-36360-5 «nr. 5»'],
    ['stretches in the wrong order', 'one two\n! «two»\n! «one»'],
    ['an id of no kind', 'text\n> foo «text»'],
    ['an expectation without an id', 'text\n> «text»'],
    ['a trap with an id', 'text\n! kst-36360-5 «text»'],
    ['annotations without a passage', '> kst-36360-5 «nr. 5»'],
  ])('%s is an error', (_, content) => {
    expect(() => readCases('some.txt', content)).toThrow()
  })

  test('annotations of real texts name the text; those of texts that are not here are left out', () => {
    const content = '@ a.csv#3\n> 2023Z08012 «2023Z08012»\n\n@ gone.pdf\n> 2023Z08013 «2023Z08013»'
    const gold = readGold('gold.txt', content, new Map([['a.csv#3', 'zaak 2023Z08012']]))
    expect(gold).toHaveLength(1)
    expect(gold[0]).toMatchObject({ file: 'a.csv#3', expectations: [{ ids: ['2023Z08012'], start: 5 }] })
  })
})
