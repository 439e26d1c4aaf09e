import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findReferences } from '#utils/references/find.ts'
import { readFixtures } from '../../../scripts/accuracy/fixtures.ts'
import { judge } from '../../../scripts/accuracy/judge.ts'
import { statedIn } from '../../../scripts/accuracy/table.ts'
import { type Figures, tally } from '../../../scripts/accuracy/tally.ts'

/** After a deliberate change: `npm run accuracy -- --list missed`, then `npm run accuracy -- --write`. */
const stated = statedIn(readFileSync(new URL('../../../README.md', import.meta.url), 'utf8'))
const cases = readFixtures()
const measured = tally(cases.map((one) => judge(one, findReferences)))

const nothing: Figures = { expected: 0, recall: null, precision: null, asPrinted: null }
const shares = ['recall', 'precision', 'asPrinted'] as const

test('there are passages for every form: hundreds of references and of traps', () => {
  expect(measured.all.expected).toBeGreaterThanOrEqual(450)
  expect(measured.traps.set).toBeGreaterThanOrEqual(120)
})

test('README.md speaks of as many references and traps as there are', () => {
  expect(stated.all.expected).toBe(measured.all.expected)
  expect(stated.traps.set).toBe(measured.traps.set)
})

test.each([...stated.kinds, ['all', stated.all] as const])('%s: no worse than README.md states', (kind, figures) => {
  const now = kind === 'all' ? measured.all : (measured.kinds.get(kind) ?? nothing)
  for (const share of shares) expect(now[share] ?? 0, share).toBeGreaterThanOrEqual(figures[share] ?? 0)
})

test('no kind is found that README.md does not speak of', () => {
  expect([...measured.kinds.keys()].filter((kind) => !stated.kinds.has(kind))).toEqual([])
})

test('no more traps are hit than README.md states', () => {
  expect(measured.traps.hit).toBeLessThanOrEqual(stated.traps.hit)
})
