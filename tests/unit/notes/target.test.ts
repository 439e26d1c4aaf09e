import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentTarget, parseTarget, questionTarget, questionTargets } from '#utils/notes/target.ts'
import { cases } from '../cases.ts'

describe('targets of notes', () => {
  test('a question is written as its list and number, the second of a number with ~2', () => {
    expect(questionTarget('2023D20951', '155')).toBe('2023D20951#155')
    expect(questionTarget('2023D20951', '155', 2)).toBe('2023D20951#155~2')
    expect(parseTarget('2023D20951#155~2')).toEqual({
      type: 'question',
      list: '2023D20951',
      number: '155',
      occurrence: 2,
    })
    expect(parseTarget(documentTarget('kst-36360-VIII-5'))).toEqual({ type: 'document', document: 'kst-36360-VIII-5' })
  })

  test('any printed number comes back as it was, under one spelling alone', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 999 }), (number, occurrence) => {
        fc.pre(number.isWellFormed())
        const target = questionTarget('file:ab', number, occurrence)
        expect(parseTarget(target)).toEqual({ type: 'question', list: 'file:ab', number, occurrence })
      }),
      cases(100),
    )
    for (const other of ['x#1~1', 'x#%31', 'x#1~02', 'x#1~', 'x#', '#1', '', 'x y', 'x#a#b ~c', 'x#%']) {
      expect(parseTarget(other), other).toBeNull()
    }
  })

  test('questions that share a number are told apart by their order in the list', () => {
    const targets = questionTargets('2023D20951', [
      { order: 7, number: '9' },
      { order: 2, number: '9' },
      { order: 3, number: '10' },
    ])
    expect([...targets].sort(([a], [b]) => a - b)).toEqual([
      [2, ['2023D20951#9']],
      [3, ['2023D20951#10']],
      [7, ['2023D20951#9~2']],
    ])
  })

  test('a question that took another one in has its target too, and moves no other', () => {
    const targets = questionTargets('x', [
      { order: 0, number: '1', joined: [{ order: 1, number: '2' }] },
      { order: 2, number: '2' },
    ])
    expect([...targets]).toEqual([
      [0, ['x#1', 'x#2']],
      [2, ['x#2~2']],
    ])
  })
})
