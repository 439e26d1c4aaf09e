import { describe, expect, test } from 'vitest'
import { allChosen, chosenOf, extended, nothingChosen, type Selection, toggled } from '#components/rows/selection.ts'

const keys = ['a', 'b', 'c', 'd', 'e', 'f']
const shown = (selection: Selection) => chosenOf(selection, keys).join('')

describe('choosing rows', () => {
  test('one more and one less', () => {
    const one = toggled(nothingChosen, 'c')
    expect(shown(toggled(one, 'a'))).toBe('ac')
    expect(shown(toggled(one, 'c'))).toBe('')
  })

  test('from the row that was chosen last up to another, in either direction', () => {
    const begun = toggled(nothingChosen, 'c')
    expect(shown(extended(begun, keys, 5))).toBe('cdef')
    expect(shown(extended(begun, keys, 0))).toBe('abc')
    expect(shown(extended(nothingChosen, keys, 3))).toBe('d')
  })

  test('a range that is walked grows and shrinks, and leaves those alone that were chosen before', () => {
    let selection = toggled(nothingChosen, 'f')
    for (const [from, to] of [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const)
      selection = extended(selection, keys, to, from)
    expect(shown(selection)).toBe('abcdf')
    expect(shown(extended(selection, keys, 2, 3))).toBe('abcf')
  })

  test('a walk that begins elsewhere begins a range of its own', () => {
    const first = extended(nothingChosen, keys, 1, 0)
    expect(shown(extended(first, keys, 5, 4))).toBe('abef')
  })

  test('stays by key where the order changes, and counts those in the list alone', () => {
    const selection = toggled(toggled(nothingChosen, 'b'), 'e')
    expect(chosenOf(selection, ['e', 'a', 'b'])).toEqual(['e', 'b'])
    expect(chosenOf(selection, ['a', 'b'])).toEqual(['b'])
    expect(shown(allChosen(keys))).toBe('abcdef')
  })
})
