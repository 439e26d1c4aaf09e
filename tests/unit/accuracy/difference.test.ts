import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findReferences } from '#utils/references/find.ts'
import { parseArguments } from '../../../scripts/accuracy/arguments.ts'
import { differences } from '../../../scripts/accuracy/difference.ts'
import { sightingsAt, sightingsNow } from '../../../scripts/accuracy/earlier.ts'

const repository = fileURLToPath(new URL('../../..', import.meta.url))
const versioned = existsSync(join(repository, '.git'))

test('gained and lost are told by file, id and printed text; a repetition counts', () => {
  const text = 'nr. 5 en nr. 5 en nr. 6'
  const at = (id: string, start: number) => ({ id, start, end: start + 5 })
  const { gained, lost } = differences(
    [{ name: 'a.txt', text }],
    [[at('kst-36360-5', 0), at('kst-36360-5', 9)]],
    [[at('kst-36360-5', 9), at('kst-36360-6', 18)]],
  )
  expect(gained).toEqual(['+ a.txt: kst-36360-6 nr. 5 en nr. 5 en «nr. 6»'])
  expect(lost).toEqual(['- a.txt: kst-36360-5 nr. 5 en «nr. 5» en nr. 6'])
})

test.skipIf(!versioned)(
  'an earlier state finds in the same texts what it found then, and nothing is left behind',
  () => {
    const texts = ['zaak 2023Z08012', 'niets']
    expect(sightingsAt('HEAD', texts)).toEqual([[{ id: '2023Z08012', start: 5, end: 15 }], []])
    expect(() => sightingsAt('no-such-revision', texts)).toThrow(/no-such-revision/)
  },
  30_000,
)

test('the state of the checkout is read in a process of its own, with the same result', () => {
  const text = 'Zie 2023Z08012 en kst-36360-VIII-5.'
  expect(sightingsNow([text])).toEqual([findReferences(text).map(({ id, start, end }) => ({ id, start, end }))])
})

test('the words of the command line', () => {
  expect(parseArguments([])).toEqual({ type: 'measure', list: null, write: false })
  expect(parseArguments(['--write', '--list', 'missed'])).toEqual({ type: 'measure', list: 'missed', write: true })
  expect(parseArguments(['--diff', 'HEAD~3'])).toEqual({ type: 'diff', revision: 'HEAD~3' })
  expect(parseArguments(['--help'])).toEqual({ type: 'help' })
  expect(parseArguments(['--list'])).toMatchObject({ type: 'wrong' })
  expect(parseArguments(['--lits', 'missed'])).toMatchObject({ type: 'wrong' })
  expect(parseArguments(['questions'])).toEqual({ type: 'questions', list: null, write: false })
  expect(parseArguments(['questions', '--list'])).toEqual({ type: 'questions', list: '', write: false })
  expect(parseArguments(['questions', '--write', '--list', 'pdf'])).toEqual({
    type: 'questions',
    list: 'pdf',
    write: true,
  })
  expect(parseArguments(['questions', 'pdf'])).toMatchObject({ type: 'wrong' })
})
