import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery, piecesOf } from '#utils/search/query/query.ts'
import { numbersIn } from '#utils/search/words/numbers.ts'
import { phraseIn } from '#utils/search/words/phrase.ts'
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
  ['ECLI:NL:HR:2001:AB1838', [], 5],
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
  expect(clauses.map((one) => ('value' in one ? one.value : 'word' in one && one.word))).toEqual(values)
  expect(hints).toEqual([])
})

test.each([
  ['36 410', ['36410']],
  ['36.410-XV begroting', ['36410', 'xv', 'begroting']],
  ['-36 410', ['36410']],
  ['Kamerstuk 36 410, nr. 7', ['kamerstuk', '36410', '7']],
  ['€ 50.000', ['50000']],
  ['1.234.567,89', ['1234567', '89']],
  ['3000 in 2023', ['3000', '2023']],
  ['36 41 en 36 4101', ['36', '41', '36', '4101']],
  ['27.02.2020', ['27', '02', '2020']],
  ['1.950', ['1', '950']],
  ['"nr. 36 410"', ['nr 36410']],
  ['12 345 678 euro', ['12', '345', '678', 'euro']],
  ['1 250 000 of 3 000', ['1250000', '3000']],
  ['zorg -F-16', ['zorg', 'f 16']],
  ['070 123', ['070', '123']],
  ["zzp'ers en cao’s", ['zzp', 'cao']],
  ["'s Heeren Loo", ['s', 'heeren', 'loo']],
  ['"cao\'s"', ['cao s']],
])('the words of «%s», its numbers in one piece', (typed, words) => {
  const { clauses } = parseQuery(typed)
  expect(clauses.map((one) => ('words' in one ? one.words.join(' ') : 'word' in one && one.word))).toEqual(words)
})

test.each([
  ['sinds:2023-03', '2023-03-01', false],
  ['tot:2023', '2024-01-01', true],
  ['tot:2023-12', '2024-01-01', true],
  ['until:2024-02-29', '2024-03-01', true],
  ['tot:17-5-2023', '2023-05-18', true],
  ['-tot:28-2-2023', '2023-03-01', false],
])('«%s» is a day, and whether what is later is left out', (typed, day, excluded) => {
  expect(parseQuery(typed).clauses).toEqual([{ type: 'since', day: Date.parse(day) / 86_400_000, excluded }])
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

test.each([
  ['zie 36 410', ['36410']],
  ['(36.410, nr. 7)', ['36410']],
  ['36\u00a0410-XV, 36\n411.', ['36410', '36411']],
  ['in 2023 50.000 en in 2024 100 000', ['50000', '100000']],
  ['1 250 000 of 12.345.678', ['1250000', '12345678']],
  ['36, 410', []],
  ['1.36.410', []],
  ['36 4100', []],
  ['36 en 410', []],
  ['36410', []],
  ['2.020', []],
  ['van 12.345.678 100 000', ['12345678', '100000']],
  ['1 234 567 890 123 456', []],
])('the numbers in groups in «%s»', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers)
})

test('the words of a phrase follow each other, whole', () => {
  const has = phraseIn(['stand', 'van', 'zaken'])
  expect(has('De stánd\nvan  (zaken)')).toBe(true)
  expect(has('stand der zaken')).toBe(false)
  expect(has('bestand van zaken')).toBe(false)
  const isOfNumber = phraseIn(['36410', 'xv'])
  for (const text of ['36410-XV', '36 410 XV', 'dossier 36.410 (XV)']) expect(isOfNumber(text), text).toBe(true)
  for (const text of ['36 410', '136 410 XV', '36 410.000 XV']) expect(isOfNumber(text), text).toBe(false)
  // «3 100» may be two numbers.
  expect(phraseIn(['100', 'euro'])('van groep 3 100 euro')).toBe(true)
  expect(phraseIn(['3100', 'euro'])('van groep 3 100 euro')).toBe(true)
})
