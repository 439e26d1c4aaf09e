import { expect, test } from 'vitest'
import { findReferences } from '#utils/references/find.ts'
import { readCode } from '#utils/references/read.ts'
import { eightTimes, growthOf, tooMuch } from '../../cpu-time.ts'

/** Hostile text stays linear: eight times the text takes about eight times as long. */
const hostile: readonly (readonly [name: string, unit: string])[] = [
  ['digits', '7'],
  ['years', '2023'],
  ['codes that never end', '2023D1 9 1 5 '],
  ['codes with long gaps', `2${' '.repeat(60)}0${' '.repeat(60)}23D${' '.repeat(60)}1`],
  ['letters between digits', '1D1Z1A'],
  ['letters and blanks', `1D${' '.repeat(200)}`],
  ['blanks', ' '],
  ['open brackets', '('],
  ['ids that never end', 'kst-1-1-1-1-1-1-1-1-1'],
  ['hyphens', 'kst-'],
  ['soft hyphens', 'kst\u00ad-\u00ad\u00ad'],
  ['one address', 'tweedekamer.nl/?id=2023d1&'],
  ['one repeated id', '/kst-36360-5'],
  ['citations', 'Kamerstuk 36 360, '],
  ['chapters', '36 360 VIII-'],
  ['whole citations', '36 360, nr. 5, '],
  ['dossiers without a piece', '36 360 en '],
  ['lists without an end', 'nrs. 1, '],
  ['roman letters', 'CXX'],
  ['sessions', '2020/21 '],
  ['short forms', 'idem, nr. 6 '],
  ['rulings without an end', 'ECLI:NL:HR:2001:'],
  ['slashes', '1/'],
  ['letters without a dossier', 'letters A, was letter B ('],
  ['pages without an end', '36 360, nr. 5, p. 6 en p. 9, '],
  ['remarks without an end', '36 360, nr. 3 (NV, '],
  ['bare papers', 'op stuk 33, '],
  ['heads of papers', '36 410 XVI\nNr. 4'],
  ['dates of statutes', '20 december 2012, houdende '],
  ['remarks behind dossiers', '36 360 (Belastingplan 2024 '],
  ['years behind dossiers', '36 360, 2020/21, '],
  ['the same dossier with letters', '36 360, B; '],
  ['numbers behind semicolons', '; nr. 6'],
  ['acts in a list', 'Verordeningen (EU) 2016/679, nr. 853/2004 en (EU) 2018/1725; '],
  ['documents in a list', 'COM(2020) 825, 826, '],
  ['papers in a list', 'Nr. 3 Gewijzigde motie van\n'],
  ['names behind brackets', '9) De Aa Het Bb (nr. '],
  ['ranges of commitments', 'T03674 t/m T03680 – '],
  ['documents of the Council', 'ST 6655/1/'],
  ['codes without blanks', '2024D18901'],
  ['numbers of books', '978 90 36 '],
  ['answers with remarks', 'Aanhangsel 2019/20, nr. 2341 (Smit), '],
]

test.each(hostile)('finding references in %s', (_name, unit) => {
  expect(growthIn(findReferences, unit, 120_000)).toBeLessThan(tooMuch)
})

test.each(hostile)('reading a code in %s', (_name, unit) => {
  expect(growthIn(readCode, unit, 60_000)).toBeLessThan(tooMuch)
})

function growthIn(read: (text: string) => unknown, unit: string, size: number): number {
  const text = unit.repeat(Math.ceil(size / unit.length / eightTimes))
  return growthOf(read, text, text.repeat(eightTimes))
}
