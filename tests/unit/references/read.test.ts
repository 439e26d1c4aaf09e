import { expect, test } from 'vitest'
import { codeOf } from '#utils/references/code.ts'
import { readCode } from '#utils/references/read.ts'

const codes: readonly (readonly [typed: string, id: string])[] = [
  ['2023D19\n158', '2023D19158'],
  ['2023D19\u00a0158', '2023D19158'],
  ['«2023D19158».', '2023D19158'],
  ['"2023d19158"', '2023D19158'],
  ['Zie ook 2023D19158, over hetzelfde (2023D19158).', '2023D19158'],
  ['2023\u200bd19158', '2023D19158'],
  ['kst-36360-VIII-5', 'kst-36360-VIII-5'],
  ['KST-36360-VIII-5', 'kst-36360-VIII-5'],
  ['kst-36360-5.html', 'kst-36360-5'],
  ['36\u202f360 VIII, nr.\u00a05', 'kst-36360-VIII-5'],
  ['Graag Kamerstuk 36 360, nr. 5 (de motie).', 'kst-36360-5'],
  ['kst-36360-5 = Kamerstuk 36 360, nr. 5', 'kst-36360-5'],
  ['https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D19158', '2023D19158'],
  ['https://www.tweedekamer.nl/kamerstukken/detail?did=2023d19158&dossier=36360&id=2023z08012', '2023D19158'],
  ['(zie https://www.tweedekamer.nl/downloads/document?id=2023D19158).', '2023D19158'],
  ['www.tweedekamer.nl/kamerstukken/detail?id=2023z08012', '2023Z08012'],
  ['<https://zoek.officielebekendmakingen.nl/ah-tk-20222023-2345.pdf>', 'ah-tk-20222023-2345'],
  ['zoek.officielebekendmakingen.nl/kst-36360-viii-5/metadata.xml', 'kst-36360-VIII-5'],
  [
    'https://repository.overheid.nl/frbr/officielepublicaties/kst/36360/kst-36360-5/1/pdf/kst-36360-5.pdf',
    'kst-36360-5',
  ],
  ['https://example.org/brief?over=2023D19158', '2023D19158'],
]

test.each(codes)('reads %j as %s', (typed, id) => {
  expect(readCode(typed)).toEqual(codeOf(id))
  expect(codeOf(id)).not.toBeNull()
})

const nothing: readonly string[] = [
  '',
  '   ',
  'stagediscriminatie',
  '38922138',
  '2024-0000129720',
  '242502753',
  'Postbus 20015 2500 EA Den Haag',
  '+31 70 318 2211',
  'NL91 ABNA 0417 1643 00',
  '1f2023d1-9158-4a4b-8f00-2023d19158aa',
  '2023D191580',
  '2023D1915',
  '36360',
  '36 360 VIII',
  'https://www.tweedekamer.nl/kamerstukken',
  // Two different codes: which one is meant cannot be known.
  '2023D19158 en 2023D19159',
  '32024Z15585/2024D37938',
  'kst-36360-5, 2023D19158',
  'Kamerstuk 23 645, nr. 811 en 29 984, nr. 1207',
  'Kamerstuk 36 360, nrs. 1–3',
]

test.each(nothing)('reads no single code in %j', (typed) => {
  expect(readCode(typed)).toBeNull()
})

test('a chapter letter or Senate piece alone is read as the Senate piece, which has a page', () => {
  expect(readCode('36410-A')).toMatchObject({ id: 'kst-36410-A', label: 'Kamerstuk 36 410, A' })
})
