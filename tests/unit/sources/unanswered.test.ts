import { expect, test } from 'vitest'
import { zaakOf } from '#tests/fixtures/zaak.ts'
import { nothingOf, type OfficialDocument } from '#utils/sources/official-document.ts'
import { unansweredAmong } from '#utils/sources/unanswered.ts'

const asked = (id: string, zaak: string | null, more: Partial<OfficialDocument> = {}): OfficialDocument => ({
  ...nothingOf(id.includes('Z') ? 'zaak' : 'document', id),
  type: 'written-questions',
  zaken: zaak === null ? [] : [zaakOf(zaak)],
  ...more,
})
const answer = {
  aliases: ['ah-tk-20222023-1'],
  by: 'zaak',
  kind: 'Antwoord schriftelijke vragen',
  type: 'answers',
  title: null,
  date: '2023-06-20',
} as const

const listed = (id: string, official: OfficialDocument | null, followed = false) => ({ id, official, followed })

test('open questions are told from answered ones, papers of other kinds and what nobody has looked up', () => {
  const codes = [
    listed('2023D1', asked('2023D1', null)),
    listed('2023D2', asked('2023D2', null, { related: [answer] })),
    listed('2023D3', { ...nothingOf('document', '2023D3'), kind: 'Brief regering' }),
    listed('2023D4', null),
  ]
  expect(unansweredAmong(codes, '2023-06-10')).toEqual(['2023D1'])
})

test('a question that a list names by its document and by its zaak is one, and none where either is followed', () => {
  const [document, zaak] = [asked('2023D1', '2023Z1'), asked('2023Z1', '2023Z1')]
  const other = listed('2023Z2', asked('2023Z2', '2023Z2'))
  expect(unansweredAmong([listed('2023D1', document), listed('2023Z1', zaak), other], '2023-06-10')).toEqual([
    '2023D1',
    '2023Z2',
  ])
  expect(unansweredAmong([listed('2023D1', document), listed('2023Z1', zaak, true), other], '2023-06-10')).toEqual([
    '2023Z2',
  ])
})
