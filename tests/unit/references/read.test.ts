import { expect, test } from 'vitest'
import { codeOf } from '#utils/references/code.ts'
import { readCode } from '#utils/references/read.ts'

const codes: readonly (readonly [typed: string, id: string])[] = [
  ['AH 2022-2023 2345', 'ah-tk-20222023-2345'],
  ['Aanhangsel Handelingen II 2022/23, nr. 2345', 'ah-tk-20222023-2345'],
  ['Aanhangsel van de Handelingen, vergaderjaar 2024–2025, nr. 507', 'ah-tk-20242025-507'],
  ['Aanhangsel der Handelingen I 1999/2000, nr. 7', 'ah-ek-19992000-7'],
  ['AanhangselHandelingen II 2022/23, nr. 2345', 'ah-tk-20222023-2345'],
  ['(Kamervragen (Aanhangsel) 2023–2024, nr. 2267)', 'ah-tk-20232024-2267'],
  ['ah-tk-2017–2018, nr.2509', 'ah-tk-20172018-2509'],
  ['ah-tk-20222023-2345', 'ah-tk-20222023-2345'],
  ['Handelingen II 2010/11, nr. 108, item 5, p. 25-36', 'h-tk-20102011-108-5'],
  ['Stb. 2021, 549', 'stb-2021-549'],
  ['Staatscourant 2023, nr. 12345', 'stcrt-2023-12345'],
  ['Trb. 2015 196', 'trb-2015-196'],
  ['Kamerstukken I 2020/21, 35 570, C', 'kst-35570-C'],
  ['(35300-VI, letter Y)', 'kst-35300-VI-Y'],
  ['31.700XII, 6', 'kst-31700-XII-6'],
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
  'AH 617',
  'vergaderjaar 2024–2025, Aanhangsel 17',
  'Handelingen I 2010/11, nr. 8',
  'dossier 36 360, de laatste',
]

test.each(nothing)('reads no single code in %j', (typed) => {
  expect(readCode(typed)).toBeNull()
})

test('a chapter letter or Senate piece alone is read as the Senate piece, which has a page', () => {
  expect(readCode('36410-A')).toMatchObject({ id: 'kst-36410-A', label: 'Kamerstuk 36 410, A' })
})
