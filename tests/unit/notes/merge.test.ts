import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdsEdit, mergeTexts, mergeWithoutBase } from '#utils/notes/merge.ts'
import { cases } from '../cases.ts'

const words = (text: string): readonly string[] => text.match(/\S+/g) ?? []

describe('merging two edits of one text', () => {
  test('edits in different lines are both made', () => {
    expect(mergeTexts('een\ntwee\ndrie', 'een!\ntwee\ndrie', 'een\ntwee\ndrie?')).toBe('een!\ntwee\ndrie?')
  })

  test('edits of different words in one line are both made, without doubling the line', () => {
    expect(
      mergeTexts(
        'de minister antwoordt morgen',
        'de staatssecretaris antwoordt morgen',
        'de minister antwoordt niet morgen',
      ),
    ).toBe('de staatssecretaris antwoordt niet morgen')
  })

  test('two additions at one place both stand there, once', () => {
    expect(mergeTexts('stand', 'stand A', 'stand B')).toBe('stand A B')
    expect(mergeTexts('', 'eerste', 'tweede')).toBe('eerste\ntweede')
  })

  test('a line rewritten in several places by both sides is kept whole in both wordings', () => {
    expect(mergeTexts('a b c', 'p b q', 'x b y')).toBe('p b q\nx b y')
  })

  test('what one side took out and the other left alone is gone; what the other changed stays', () => {
    expect(mergeTexts('een\ntwee\ndrie', 'een\ndrie', 'een\ntwee\ndrie\nvier')).toBe('een\ndrie\nvier')
    expect(mergeTexts('een\ntwee', 'een', 'een\ntwee en meer')).toBe('een\ntwee en meer')
  })

  test('an edit that the other side already holds is not made twice', () => {
    const merged = mergeTexts('stand', 'stand A', 'stand B')
    expect(mergeTexts('stand', merged, 'stand B')).toBe(merged)
    expect(mergeTexts('begin oud slot', 'begin x y z slot', 'begin y slot')).toBe('begin x y z slot')
    expect(mergeTexts('', 'Terugvragen', 'Terugvragen na het congres')).toBe('Terugvragen na het congres')
  })

  const text = fc
    .array(fc.array(fc.constantFrom('a', 'b', 'c', 'de', 'het', 'x1', 'x2'), { maxLength: 5 }), { maxLength: 5 })
    .map((lines) => lines.map((line) => line.join(' ')).join('\n'))

  test('no word that either side brought is lost, whatever the texts', () => {
    fc.assert(
      fc.property(text, text, text, (base, one, other) => {
        const before = new Set(words(base))
        const after = new Set(words(mergeTexts(base, one, other)))
        for (const word of [...words(one), ...words(other)]) if (!before.has(word)) expect(after).toContain(word)
      }),
      cases(600),
    )
  })

  test('every word of a line that one side alone wrote new stands as often as it was written', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.constantFrom('nieuw', 'zin', 'weer'), { minLength: 1, maxLength: 6 }),
        (base, added) => {
          const merged = mergeTexts(base, `${base}\n${added.join(' ')}`, base.replace('a', 'anders'))
          expect(words(merged).filter((word) => added.some((one) => one === word))).toEqual(added)
        },
      ),
      cases(100),
    )
  })

  test('both orders come to the same text, and so does doing it again', () => {
    fc.assert(
      fc.property(text, text, text, (base, one, other) => {
        const merged = mergeTexts(base, one, other)
        expect(mergeTexts(base, other, one)).toBe(merged)
        expect(mergeTexts(base, merged, merged)).toBe(merged)
        expect(mergeTexts(base, one, base)).toBe(one)
      }),
      cases(600),
    )
  })

  test('without a known ancestor lines of both stand once, the others all stay', () => {
    expect(mergeWithoutBase('kop\neen\nslot', 'kop\ntwee\nslot')).toBe('kop\neen\ntwee\nslot')
    expect(mergeWithoutBase('een\ntwee', 'twee\neen')).toBe(mergeWithoutBase('twee\neen', 'een\ntwee'))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const merged = mergeWithoutBase(one, other)
        expect(mergeWithoutBase(other, one)).toBe(merged)
        expect(new Set(words(merged))).toEqual(new Set([...words(one), ...words(other)]))
      }),
      cases(400),
    )
  })

  test('a hostile text of one word over and over is merged in bounded time, whole', () => {
    // Without its bound the merge compares 3.6 billion pairs here, and the test runs out of its time.
    const base = 'a '.repeat(60_000)
    const merged = mergeTexts(`${base}x`, `b ${base}y`, `c ${base}z`)
    for (const word of ['b', 'c', 'y', 'z']) expect(words(merged)).toContain(word)
  })

  test('a note of very many lines too', () => {
    // Without its bound every line is held against half of those before it, twice 3.2 billion times here.
    const lines = Array.from({ length: 80_000 }, (_, at) => `regel ${at}`)
    const merged = mergeTexts(
      lines.join('\n'),
      lines.with(3, 'b').with(-3, 'c').join('\n'),
      lines.with(40_000, 'd').join('\n'),
    )
    for (const word of ['b', 'c', 'd', '39999', '40001']) expect(words(merged)).toContain(word)
  })

  test('holdsEdit knows an edit by the words that it brought', () => {
    expect(holdsEdit('stand A B', 'stand', 'stand B')).toBe(true)
    expect(holdsEdit('stand A', 'stand', 'stand B')).toBe(false)
  })
})

describe('lines that two windows put in and take out', () => {
  const edits = fc.array(fc.tuple(fc.constantFrom('add', 'take'), fc.nat(50)), { maxLength: 6 })

  function edited(start: readonly string[], changes: readonly (readonly [string, number])[], name: string): string[] {
    const lines = [...start]
    for (const [index, [change, at]] of changes.entries()) {
      if (change === 'add') lines.splice(at % (lines.length + 1), 0, `Regel ${name}${index}.`)
      else if (lines.length > 1) lines.splice(at % lines.length, 1)
    }
    return lines
  }
  const times = (text: string, line: string) => text.split('\n').filter((one) => one === line).length

  test('a line put in beside one that the other took out or put something in place of stays whole', () => {
    expect(mergeTexts('Regel 1.\nRegel 2.', 'Regel 4.\nRegel 2.', 'Regel 5.\nRegel 1.\nRegel 2.').split('\n')).toEqual(
      expect.arrayContaining(['Regel 4.', 'Regel 5.', 'Regel 2.']),
    )
    expect(mergeTexts('Regel 1.', 'Regel 4.', 'Regel 5.').split('\n').sort()).toEqual(['Regel 4.', 'Regel 5.'])
  })

  test('of what both put in one place, a line that is in both stands once; a blank one joins nothing', () => {
    // An earlier copy that is imported: both have what was added before it was made, and each something since.
    expect(mergeTexts('A', 'A\nB\nC', 'A\nB\nD').split('\n').sort()).toEqual(['A', 'B', 'C', 'D'])
    expect(mergeTexts('A', 'A\nC\nB', 'A\nB\nD')).toBe('A\nC\nB\nD')
    expect(mergeTexts('A', 'A\nC\n\nD', 'A\nE\n\nF')).toBe('A\nC\n\nD\nE\n\nF')
  })

  test('are there, each whole and once, whatever the other window did; what both left is there once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), edits, edits, (size, one, other) => {
        const base = Array.from({ length: size }, (_, index) => `Begin ${index}.`)
        const [a, b] = [edited(base, one, 'a'), edited(base, other, 'b')]
        const merged = mergeTexts(base.join('\n'), a.join('\n'), b.join('\n'))
        const wanted = [...new Set([...a, ...b])].filter(
          (line) => !base.includes(line) || (a.includes(line) && b.includes(line)),
        )
        for (const line of wanted) expect([line, times(merged, line)]).toEqual([line, 1])
        for (const line of base) expect(times(merged, line)).toBeLessThanOrEqual(1)
      }),
      cases(600),
    )
  })
})
