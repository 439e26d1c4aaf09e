import { expect, it } from 'vitest'
import { merged } from '#utils/sources/merge.ts'
import { nothingOf, type OfficialDocument, type RelatedDocument, toldBy } from '#utils/sources/official-document.ts'

const paper = (...aliases: string[]): RelatedDocument => ({
  aliases,
  by: 'zaak',
  kind: 'Schriftelijke vragen',
  type: 'written-questions',
  title: 'Vragen',
  date: null,
})
const first: OfficialDocument = toldBy(
  {
    ...nothingOf('document', '2023D21040'),
    title: 'Het antwoord',
    related: [paper('2023D19158', 'kv-tk-2023Z08012')],
  },
  'https://open.example/1',
  '2023-06-20T10:00:00.000Z',
)
const second: OfficialDocument = toldBy(
  {
    ...nothingOf('document', 'ah-tk-20222023-2345'),
    title: 'Een andere titel',
    session: '2022-2023',
    related: [
      { ...paper('kv-tk-2023Z08012', 'nds-tk-2023D19158'), title: null },
      paper('2023D21040'),
      paper('2023D00001'),
    ],
  },
  'https://publications.example/2',
  '2023-06-20T10:00:01.000Z',
)
const record = merged(first, second)

it('believes the first, and takes from the second what the first does not say', () => {
  expect(record).toMatchObject({ id: '2023D21040', title: 'Het antwoord', session: '2022-2023' })
})

it('keeps all names, and each related paper once under all of its own', () => {
  expect(record.aliases).toEqual(['2023D21040', 'ah-tk-20222023-2345'])
  expect(record.related.map(({ aliases, title }) => [aliases, title])).toEqual([
    [['2023D19158', 'kv-tk-2023Z08012', 'nds-tk-2023D19158'], 'Vragen'],
    [['2023D00001'], 'Vragen'],
  ])
})

it('says of each fact where it is from, and claims none that was not taken', () => {
  const from = (fact: string) => record.provenance.filter((each) => each.fact === fact).map((each) => each.from)
  expect(from('title')).toEqual(['https://open.example/1'])
  expect(from('session')).toEqual(['https://publications.example/2'])
  expect(from('aliases')).toEqual(['https://open.example/1', 'https://publications.example/2'])
})

it('changes nothing when the second adds nothing', () => {
  expect(merged(first, first)).toEqual(first)
})
