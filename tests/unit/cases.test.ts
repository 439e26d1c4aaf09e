import { expect, test } from 'vitest'
import { cases } from './cases.ts'

test('there are as many times more random cases as is asked for, and never none', () => {
  expect(cases(40, {})).toEqual({ numRuns: 40 })
  expect(cases(40, { KAMERLENS_CASES: '10', KAMERLENS_SEED: '-7' })).toEqual({ numRuns: 400, seed: -7 })
  expect(cases(40, { KAMERLENS_CASES: '0.001' })).toEqual({ numRuns: 1 })
  expect(cases(40, { KAMERLENS_CASES: '', KAMERLENS_SEED: '' })).toEqual({ numRuns: 40 })
  for (const env of [{ KAMERLENS_CASES: 'veel' }, { KAMERLENS_SEED: 'x' }])
    expect(() => cases(40, env)).toThrow('no number')
})
