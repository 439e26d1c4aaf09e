import { describe, expect, it } from 'vitest'
import { counterpartOf, readingAddresses } from '#utils/sources/counterpart.ts'
import { nothingOf, type OfficialDocument, type RelatedDocument } from '#utils/sources/official-document.ts'
import { lookUps } from './look-up.ts'

const paper = (alias: string, fields: Partial<RelatedDocument> = {}): RelatedDocument => ({
  aliases: [alias],
  by: 'zaak',
  kind: null,
  type: null,
  title: null,
  date: null,
  ...fields,
})
const record = (fields: Partial<OfficialDocument>): OfficialDocument => ({
  ...nothingOf('document', '2023D00001'),
  ...fields,
})
const first = (document: OfficialDocument, repeats?: boolean) => counterpartOf(document, repeats)?.aliases[0] ?? null

describe('the counterpart of', () => {
  it('written questions is their first answer, whatever else their zaak has', () => {
    const related = [
      paper('2023D00009', { type: 'answers', date: '2023-06-30' }),
      paper('2023D00005', { type: 'answers', date: '2023-05-22' }),
      paper('2023D00004', { type: 'postponement', date: '2023-05-12' }),
      paper('2023D00003', { kind: 'Bijlage', date: '2023-05-01' }),
      paper('2023D00002', { type: 'answers', by: 'annex', date: '2023-04-01' }),
    ]
    expect(first(record({ type: 'written-questions', related }))).toBe('2023D00005')
    expect(first(record({ is: 'zaak', kind: 'Schriftelijke vragen', related }))).toBe('2023D00005')
    expect(first(record({ type: 'postponement', related }))).toBe('2023D00005')
    expect(first(record({ is: 'zaak', kind: 'Brief regering', related }))).toBeNull()
  })

  it('written questions may be a publication that does not say whether it answers; its look-up will', () => {
    const related = [paper('ah-tk-20222023-2345', { by: 'publication' })]
    expect(counterpartOf(record({ type: 'written-questions', related }))).toMatchObject({ type: null })
    const told = [paper('ah-tk-20222023-2345', { by: 'publication', type: 'answers' })]
    expect(counterpartOf(record({ type: 'written-questions', related: told }))).toMatchObject({ type: 'answers' })
    for (const other of [
      paper('kst-36360-VIII-5', { by: 'publication' }),
      paper('ah-tk-20222023-2345', { by: 'publication', type: 'postponement' }),
    ]) {
      expect(first(record({ type: 'written-questions', related: [other] }))).toBeNull()
    }
    const annexed = [paper('ah-tk-20222023-2345', { by: 'annexed-to' })]
    expect(first(record({ type: 'written-questions', related: annexed }))).toBeNull()
  })

  it('an answer is the answer itself where it repeats its questions, as an Aanhangsel does, else the questions', () => {
    const related = [paper('2023D00001', { type: 'written-questions', date: '2023-05-03' })]
    const answer = record({ type: 'answers', id: '2023D00007', aliases: ['2023D00007'], related })
    const published = { ...answer, aliases: ['2023D00007', 'ah-tk-20222023-2345'] }
    expect(first(answer)).toBe('2023D00001')
    expect(first(published)).toBe('2023D00007')
    expect(first(answer, true)).toBe('2023D00007')
    expect(first(published, false)).toBe('2023D00001')
    expect(first({ ...answer, related: [] })).toBeNull()
  })

  it('a list of questions is the first list with answers that is no older', () => {
    const related = [
      paper('2023D00008', { type: 'question-and-answer-list', by: 'dossier', date: '2023-07-01' }),
      paper('2023D00006', { type: 'question-and-answer-list', by: 'dossier', date: '2023-05-23' }),
      paper('2023D00002', { type: 'question-and-answer-list', by: 'dossier', date: '2023-03-01' }),
    ]
    expect(first(record({ type: 'question-list', date: '2023-05-12', related }))).toBe('2023D00006')
    expect(first(record({ type: 'question-list', related }))).toBe('2023D00002')
    const undated = [
      paper('2023D00008', { type: 'question-and-answer-list' }),
      paper('2023D00009', { type: 'question-list' }),
    ]
    expect(first(record({ type: 'question-list', date: '2023-05-12', related: undated }))).toBe('2023D00008')
  })

  it('anything else there is none', () => {
    const related = [paper('2023D00005', { type: 'answers' })]
    for (const is of ['dossier', 'activiteit'] as const) expect(first(record({ is, related }))).toBeNull()
    for (const type of ['question-and-answer-list', null] as const) expect(first(record({ type, related }))).toBeNull()
  })
})

describe('a paper is read', () => {
  const at = (aliases: readonly string[], file: string | null = null) =>
    readingAddresses({ aliases, file: file === null ? null : { url: file, contentType: null, size: null } })
  const file = 'https://www.tweedekamer.nl/downloads/document?id=2023D21040'

  it('as a publication, else from the file of the Tweede Kamer', () => {
    const published = 'https://zoek.officielebekendmakingen.nl/ah-tk-20222023-2345.html'
    expect(at(['2023D21040', 'ah-tk-20222023-2345', '5ca1ab1e-0001-4000-8000-000000000001'])).toEqual([published, file])
    expect(at(['2023D21040'])).toEqual([file])
    expect(at(['ah-tk-20222023-2345'], published.replace('html', 'pdf'))).toEqual([
      published,
      published.replace('html', 'pdf'),
    ])
  })

  it('of the newest answers under the id of their own, since the other leads nowhere', () => {
    const [page] = at(['2025D40000', 'ah-tk-20252026-12', 'ah-1251487'])
    expect(page).toBe('https://zoek.officielebekendmakingen.nl/ah-1251487.html')
  })

  it('nowhere that is not official', () => {
    expect(at(['5ca1ab1e-0001-4000-8000-000000000001'], 'https://voorbeeld.example/a.pdf')).toEqual([])
  })

  it('as the stand-in has it, from the record of its look-up', async () => {
    const { world, resolver } = lookUps()
    const { document } = await world.run(resolver.lookUp('2023D21040'))
    expect(readingAddresses(document)).toEqual([
      'https://zoek.officielebekendmakingen.nl/ah-tk-20222023-2345.html',
      file,
    ])
  })
})
