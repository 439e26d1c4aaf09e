import { describe, expect, test } from 'vitest'
import { spoiltIn } from '#utils/references/spoilt.ts'

describe('what looks like a code and is none', () => {
  test.each([
    ['2O23D19158', '2O23D19158', '2023D19158', '2023D19158'],
    ['zie 2023Dl9158, en 2023D19159', '2023Dl9158', '2023D19158', 'zie 2023D19158, en 2023D19159'],
    ['2023ZO8Ol2', '2023ZO8Ol2', '2023Z08012', '2023Z08012'],
    ['36 36O VIII, nr. 5', '36 36O VIII, nr. 5', 'Kamerstuk 36 360 VIII, nr. 5', '36 360 VIII, nr. 5'],
    [
      'Kamerstuk 31 524, nr. 54l; en meer',
      'Kamerstuk 31 524, nr. 54l',
      'Kamerstuk 31 524, nr. 541',
      'Kamerstuk 31 524, nr. 541; en meer',
    ],
    ['stukken 2023D1915 en', '2023D1915', null, 'stukken 2023D1915 en'],
    ['2023D191580', '2023D191580', null, '2023D191580'],
  ])('%s', (text, written, meant, mended) => {
    expect(spoiltIn(text)).toEqual({ spoilt: [{ written, meant }], mended })
  })

  test('each once, in the order of the text, and all that is certain is put right at once', () => {
    expect(spoiltIn('2023D1915 2O23D19158 2023D19157 2O23D19158 2023Dl9156')).toEqual({
      spoilt: [
        { written: '2023D1915', meant: null },
        { written: '2O23D19158', meant: '2023D19158' },
        { written: '2023Dl9156', meant: '2023D19156' },
      ],
      mended: '2023D1915 2023D19158 2023D19157 2023D19158 2023D19156',
    })
  })

  test.each([
    ['codes as they should be', '2023D19158; Kamerstukken II 2022/23, 36 360 VIII, nr. 5 en 21501-20-1996; CLV, I'],
    ['words with a letter beside a digit', 'A1 Oost, 10l melk, I5-processor, O2, 5G, 2x per dag, 1Oe jaar'],
    ['references of ministries and ids', '9A3E1B2C-77D0-4C1A-8B1E-2023D191 38922138 2024-0000129720 scan_2023D1915'],
    ['a year before a letter', 'in 2023 D66, 2023A4 en 2024Z'],
  ])('but not %s', (_what, text) => {
    expect(spoiltIn(text)).toEqual({ spoilt: [], mended: text })
  })

  test('in time that grows with the text', () => {
    const begun = performance.now()
    spoiltIn('2O23D19158 36 36O, nr. 5 '.repeat(800))
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})
