import { expect, test } from 'vitest'
import { codeOf } from '#utils/references/code.ts'
import { dossierCode, dossierOfPaper, readDossier, readTyped } from '#utils/references/dossier.ts'

test.each([
  ['36 360 VIII', 'dossier-36360-VIII'],
  ['36 360 viii', 'dossier-36360-VIII'],
  ['dossier 36410', 'dossier-36410'],
  ['Dossier: 36 410', 'dossier-36410'],
  ['Kamerstukdossier 36.360-VIII', 'dossier-36360-VIII'],
  ['dossiernr. 36360', 'dossier-36360'],
  ['36360', 'dossier-36360'],
  ['36.360 XVI', 'dossier-36360-XVI'],
  ['dossier-36360-viii', 'dossier-36360-VIII'],
  ['36 410 A', 'dossier-36410-A'],
  ['dossier 21 501-20', 'dossier-21501-20'],
  ['dossier 36410-A', 'dossier-36410-A'],
  ['23 908 (R1519)', 'dossier-23908-R1519'],
  [' dossier 36 360 – VIII ', 'dossier-36360-VIII'],
  ['https://zoek.officielebekendmakingen.nl/dossier/36360-VIII', 'dossier-36360-VIII'],
  ['https://zoek.officielebekendmakingen.nl/dossier/36360?x=1', 'dossier-36360'],
  [
    'https://www.tweedekamer.nl/kamerstukken/wetsvoorstellen/detail?cfg=wetsvoorsteldetails&dossier=36360-VIII',
    'dossier-36360-VIII',
  ],
])('reads the dossier in %j', (typed, id) => {
  expect(readDossier(typed)?.id).toBe(id)
  expect(readTyped(typed)?.id).toBe(id)
  expect(codeOf(id)?.kind).toBe('dossier')
})

test.each([
  '',
  'dossier',
  '36360 en',
  '36 360, nr. 5',
  'dossier 36 360, de laatste',
  '2500 EA',
  'Postbus 20015 2500 EA',
  '070-3183040',
  '363601',
  '36410 zorg',
  '54.000 ouders',
  '3636',
  '36360-',
  '36 360 VIII, nr. 5',
  'https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D19158&dossier=36360',
  'https://evil.example/dossier/36360',
])('reads no dossier in %j', (typed) => {
  expect(readDossier(typed)).toBeNull()
})

test('a paper goes before the dossier that the same letters may name', () => {
  expect(readTyped('36410-A')?.id).toBe('kst-36410-A')
  expect(readTyped('21 501-20')?.id).toBe('kst-21501-20')
  expect(readTyped('36360-VIII-5')?.id).toBe('kst-36360-VIII-5')
  expect(readTyped('https://zoek.officielebekendmakingen.nl/dossier/36360/kst-36360-5')?.id).toBe('kst-36360-5')
})

test('a dossier has its name and its official page', () => {
  expect(dossierCode('36360-VIII')).toEqual({
    kind: 'dossier',
    id: 'dossier-36360-VIII',
    label: 'Dossier 36 360 VIII',
    url: 'https://zoek.officielebekendmakingen.nl/dossier/36360-VIII',
  })
  expect(dossierCode('CXXIV')).toBeNull()
})

test('the dossier of a paper is in its id, behind the years of a session where it has them', () => {
  const ids = [
    'kst-36360-VIII-5',
    'kst-20032004-28867-C',
    'kst-20082009-31700-IV-D',
    'kst-19992000-25891-201b',
    'kst-CXX-A',
    'kst-20072008-00LXI-A',
    'kst-36360-R2184-5-b1-v1',
  ]
  expect(ids.map(dossierOfPaper)).toEqual(['36360-VIII', '28867', '31700-IV', '25891', null, null, '36360-R2184'])
})
