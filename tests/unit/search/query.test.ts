import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { phraseIn } from '#utils/search/phrase.ts'
import { parseQuery, piecesOf } from '#utils/search/query.ts'
import { cpuTime } from '../../cpu-time.ts'
import { cases } from '../cases.ts'

test('words, phrases, fields and what is left out', () => {
  expect(parseQuery('Zorg "stand van zaken" -partij:vvd van:"van der Laken" -kosten')).toEqual({
    clauses: [
      { type: 'word', word: 'zorg', excluded: false },
      { type: 'phrase', words: ['stand', 'van', 'zaken'], excluded: false },
      { type: 'field', field: 'partij', value: 'vvd', excluded: true },
      { type: 'field', field: 'van', value: 'van der laken', excluded: false },
      { type: 'word', word: 'kosten', excluded: true },
    ],
    hints: [],
  })
})

test.each([
  ['ministerie:onderwijs stage sinds:2023-03', ['ministerie:onderwijs', 'stage', 'sinds:2023-03']],
  ['“stand van zaken”  -partij:vvd', ['"stand van zaken"', '-partij:vvd']],
  ['dossier:36 360 VIII van:"van der Laken', ['dossier:"36360 VIII"', 'van:"van der Laken']],
  [' - "" ', []],
])('«%s» is left out piece by piece', (typed, pieces) => {
  expect(piecesOf(typed)).toEqual(pieces)
  // What is left is read as before.
  expect(parseQuery(pieces.join(' ')).clauses).toEqual(parseQuery(typed).clauses)
})

test.each([
  ['kleur:rood', [{ type: 'unknown-field', name: 'kleur' }], 2],
  ['"stand van zaken', [{ type: 'unclosed-quote' }], 1],
  ['status:misschien zorg', [{ type: 'bad-value', field: 'status', value: 'misschien' }], 1],
  ['sinds:31-2-2023', [{ type: 'bad-value', field: 'sinds', value: '31-2-2023' }], 0],
  ['tag: zorg', [{ type: 'no-value', field: 'tag' }], 1],
  ['https://www.tweedekamer.nl/ 14:02', [], 6],
  ['woord '.repeat(2_000), [{ type: 'too-long' }], 32],
  ['constructor:x', [{ type: 'unknown-field', name: 'constructor' }], 2],
  ['- "" -', [], 0],
])('«%.40s» is a query with hints', (typed, hints, clauses) => {
  const query = parseQuery(typed)
  expect(query.hints).toEqual(hints)
  expect(query.clauses).toHaveLength(clauses)
})

test.each([
  ['dossier:36 410', ['36410']],
  ['dossier:36.410 zorg', ['36410', 'zorg']],
  ['dossier:36 360 VIII', ['36360 viii']],
  ['-dossier:36360-VIII', ['36360 viii']],
  ['dossier:36360 vijf', ['36360', 'vijf']],
  ['dossier:"36 360 VIII" X', ['36360 viii', 'x']],
  ['dossier:36 4101', ['36', '4101']],
  ['Dossier:36 360 VIII', ['36360 viii']],
  ['dossier:36 600 B zorg', ['36600 b', 'zorg']],
  ['dossier:36 600 Bouw', ['36600', 'bouw']],
])('«%s» is a dossier as it is printed', (typed, values) => {
  const { clauses, hints } = parseQuery(typed)
  expect(clauses.map((one) => (one.type === 'field' ? one.value : one.type === 'word' && one.word))).toEqual(values)
  expect(hints).toEqual([])
})

test('common words count only among themselves', () => {
  expect(parseQuery('de kosten van de zorg').clauses.map((one) => one.type === 'word' && one.word)).toEqual([
    'kosten',
    'zorg',
  ])
  expect(parseQuery('de van').clauses).toHaveLength(2)
})

test('whatever is typed becomes a query, soon', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (typed) => parseQuery(typed).clauses.length <= 32),
    cases(100),
  )
  const started = cpuTime()
  for (const piece of ['"', 'a:', '-', 'a"', ' '])
    expect(parseQuery(piece.repeat(10_000)).clauses.length).toBeLessThan(33)
  expect(cpuTime() - started).toBeLessThan(1_000)
})

test('the words of a phrase follow each other, whole', () => {
  const has = phraseIn(['stand', 'van', 'zaken'])
  expect(has('De stánd\nvan  (zaken)')).toBe(true)
  expect(has('stand der zaken')).toBe(false)
  expect(has('bestand van zaken')).toBe(false)
})
