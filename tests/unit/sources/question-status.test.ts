import { describe, expect, it } from 'vitest'
import { zaakOf } from '#tests/fixtures/zaak.ts'
import { nothingOf, type OfficialDocument, type RelatedDocument } from '#utils/sources/official-document.ts'
import { questionStatus } from '#utils/sources/question-status.ts'
import { lookUps } from './look-up.ts'

const zaak = zaakOf('2024Z10477', { startedOn: '2024-03-01' })
const questions: OfficialDocument = {
  ...nothingOf('document', '2024D11111'),
  type: 'written-questions',
  date: '2024-03-01',
  zaken: [zaak],
}
const paper = (id: string, type: RelatedDocument['type'], date: string | null): RelatedDocument => ({
  aliases: [id],
  by: 'zaak',
  kind: null,
  type,
  title: null,
  date,
})
const withPapers = (...related: RelatedDocument[]): OfficialDocument => ({ ...questions, related })

describe('the status of written questions', () => {
  it('is unanswered, in time for three weeks and overdue after them', () => {
    const status = { is: 'unanswered', since: '2024-03-01', term: '2024-03-22' }
    expect(questionStatus(questions, '2024-03-22')).toEqual({ ...status, overdue: false })
    expect(questionStatus(questions, '2024-03-23')).toEqual({ ...status, overdue: true })
  })

  it('has the term that the service names, where it names one', () => {
    const longer = { ...questions, zaken: [{ ...zaak, term: '2024-04-12' }] }
    expect(questionStatus(longer, '2024-04-01')).toMatchObject({ term: '2024-04-12', overdue: false })
  })

  it('is postponed, which is no answer, until the term that is named beyond the three weeks', () => {
    const postponed = withPapers(paper('2024D12000', 'postponement', '2024-03-20'))
    expect(questionStatus(postponed, '2024-03-25')).toEqual({
      is: 'postponed',
      on: '2024-03-20',
      until: null,
      overdue: false,
    })
    const until = { ...postponed, zaken: [{ ...zaak, term: '2024-04-12' }] }
    expect(questionStatus(until, '2024-04-13')).toMatchObject({ until: '2024-04-12', overdue: true })
    const usual = { ...postponed, zaken: [{ ...zaak, term: '2024-03-22' }] }
    expect(questionStatus(usual, '2024-04-13')).toMatchObject({ until: null, overdue: false })
  })

  it('is answered by the first answer, also after a postponement', () => {
    const answered = withPapers(
      paper('2024D14000', 'answers', '2024-05-01'),
      paper('2024D13000', 'answers', '2024-04-02'),
      paper('2024D12000', 'postponement', '2024-03-20'),
    )
    expect(questionStatus(answered, '2024-06-01')).toEqual({
      is: 'answered',
      on: '2024-04-02',
      answers: ['2024D13000', '2024D14000'],
    })
  })

  it('is the same seen from the answer, and from the postponement', () => {
    const answer: OfficialDocument = { ...nothingOf('document', '2024D13000'), type: 'answers', date: '2024-04-02' }
    expect(questionStatus(answer, '2024-06-01')).toEqual({ is: 'answered', on: '2024-04-02', answers: ['2024D13000'] })
    const postponement: OfficialDocument = { ...answer, type: 'postponement', zaken: [zaak] }
    expect(questionStatus(postponement, '2024-06-01')).toMatchObject({ is: 'postponed', on: '2024-04-02' })
  })

  it('is withdrawn by the status of the zaak, a decision, or a paper that says so', () => {
    for (const withdrawn of [
      { ...questions, zaken: [{ ...zaak, status: 'Ingetrokken' }] },
      { ...questions, decisions: ['Vervallen.'] },
      withPapers({ ...paper('2024D12000', null, null), title: 'Intrekking schriftelijke vragen' }),
    ]) {
      expect(questionStatus(withdrawn, '2024-06-01')).toEqual({ is: 'withdrawn' })
    }
  })

  it('is dealt with where the zaak is and no answer is known', () => {
    expect(questionStatus({ ...questions, zaken: [{ ...zaak, settled: true }] }, '2024-06-01')).toEqual({
      is: 'settled',
    })
  })

  it('is unknown where a publication names an Aanhangsel that may be answer or postponement', () => {
    const named = withPapers({ ...paper('ah-tk-20232024-7', null, null), by: 'publication' })
    expect(questionStatus(named, '2024-06-01')).toBeNull()
  })

  it('is none for other papers, an answer in a dossier or an annex makes no question answered', () => {
    const letter: OfficialDocument = { ...nothingOf('document', '2024D15000'), related: [paper('x', 'answers', null)] }
    expect(questionStatus(letter, '2024-06-01')).toBeNull()
    const meeting: OfficialDocument = { ...nothingOf('activiteit', '2024A00001'), zaken: [zaak] }
    expect(questionStatus(meeting, '2024-06-01')).toBeNull()
    const annexed = withPapers({ ...paper('2024D13000', 'answers', '2024-04-02'), by: 'annex' })
    expect(questionStatus(annexed, '2024-03-02')).toMatchObject({ is: 'unanswered' })
  })
})

it.each([
  ['2023D19158', { is: 'answered', on: '2023-05-22', answers: ['2023D21040'] }],
  ['2023Z08012', { is: 'answered', on: '2023-05-22', answers: ['2023D21040'] }],
  ['ah-tk-20222023-2345', { is: 'answered', on: '2023-05-22', answers: ['2023D21040'] }],
  ['2023Z09100', { is: 'postponed', on: '2023-06-05', until: '2023-06-28', overdue: false }],
  ['ah-tk-20222023-2999', { is: 'postponed', on: '2023-06-05', until: '2023-06-28', overdue: false }],
  ['kv-tk-2023Z10477', { is: 'unanswered', since: '2023-06-01', term: '2023-06-22', overdue: false }],
  ['2023D24990', { is: 'withdrawn' }],
  ['2023D20951', null],
])('of %s follows from what the services say', async (id, status) => {
  const { world, resolver } = lookUps()
  const { document } = await world.run(resolver.lookUp(id))
  expect(questionStatus(document, '2023-06-20')).toEqual(status)
})
