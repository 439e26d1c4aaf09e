import { describe, expect, test } from 'vitest'
import { zaakOf } from '#tests/fixtures/zaak.ts'
import { mostPapers, newsIn, type Seen, seenIn } from '#utils/sources/news.ts'
import { nothingOf, type OfficialDocument, type RelatedDocument } from '#utils/sources/official-document.ts'

const today = '2023-06-21'
const at = '2023-06-21T10:00:00.000Z'

const zaak = zaakOf('2023Z10477', { subject: 'De huur van gymzalen' })
const question: OfficialDocument = {
  ...nothingOf('document', '2023D24876'),
  type: 'written-questions',
  zaken: [zaak],
}
const related = (aliases: readonly string[], more: Partial<RelatedDocument> = {}): RelatedDocument => ({
  aliases,
  by: 'zaak',
  kind: 'Brief regering',
  type: null,
  title: `Over ${aliases[0]}`,
  date: '2023-06-20',
  ...more,
})
const answer = related(['2023D27300', 'ah-tk-20222023-3101'], {
  kind: 'Antwoord schriftelijke vragen',
  type: 'answers',
})
const postponement = related(['2023D26900'], { kind: 'Mededeling (uitstel antwoord)', type: 'postponement' })
const withPapers = (...papers: readonly RelatedDocument[]): OfficialDocument => ({ ...question, related: papers })
const dossier = (...papers: readonly RelatedDocument[]): OfficialDocument => ({
  ...nothingOf('dossier', 'dossier-36360-VIII'),
  related: papers.map((paper) => ({ ...paper, by: 'dossier' })),
})

/** What each of these looks, one after the other, tells: kinds, and the paper's first name. */
function told(...looks: readonly OfficialDocument[]): readonly (readonly string[])[] {
  let seen: Seen | null = null
  return looks.map((document) => {
    const news = newsIn(document, seen, at, today)
    seen = seenIn(document, seen, today)
    return news.map(({ kind, ids }) => [kind, ids[0]].filter(Boolean).join(' '))
  })
}

describe('news of what is followed', () => {
  test('a first look tells nothing, however much there is', () => {
    expect(told(withPapers(answer, postponement), withPapers(answer, postponement))).toEqual([[], []])
  })

  test('questions that are put off and then answered are news twice, with the paper that says so', () => {
    expect(told(question, withPapers(postponement), withPapers(postponement, answer))).toEqual([
      [],
      ['postponed 2023D26900'],
      ['answered 2023D27300'],
    ])
    expect(newsIn(withPapers(answer), seenIn(question, null, today), at, today)).toEqual([
      {
        at,
        kind: 'answered',
        ids: ['2023D27300', 'ah-tk-20222023-3101'],
        title: 'Over 2023D27300',
        day: '2023-06-20',
        seen: false,
      },
    ])
  })

  test('questions that are put off once more, or get a second answer, are news again', () => {
    const later = { ...postponement, aliases: ['2023D26999'] }
    const second = { ...answer, aliases: ['2023D27400'] }
    expect(told(withPapers(postponement), withPapers(postponement, later))).toEqual([[], ['postponed 2023D26999']])
    expect(told(withPapers(answer), withPapers(answer, second))).toEqual([[], ['answered 2023D27400']])
  })

  test('a zaak that is dealt with or withdrawn is news without a paper; an answer after it too', () => {
    const settled = { ...question, zaken: [{ ...zaak, settled: true }] }
    expect(told(question, settled, { ...settled, related: [answer] })).toEqual([
      [],
      ['settled'],
      ['answered 2023D27300'],
    ])
    const withdrawn = { ...question, zaken: [{ ...zaak, status: 'Ingetrokken' }] }
    expect(told(question, withdrawn, withdrawn)).toEqual([[], ['withdrawn'], []])
    const paper = related(['2023D26950'], { kind: 'Intrekking vragen' })
    expect(told(question, withPapers(paper))).toEqual([[], ['withdrawn 2023D26950']])
  })

  test('what is missing is no news, and neither is its coming back', () => {
    const full = withPapers(postponement, answer)
    expect(told(full, { ...question, zaken: [] }, question, full)).toEqual([[], [], [], []])
  })

  test('a paper under another name is not new, whichever of its names were known', () => {
    const known = related(['kst-36360-VIII-8', '5ca1ab1e-0001-4000-8000-000000000001'])
    const again = related(['2023D27302', '5ca1ab1e-0001-4000-8000-000000000001'])
    const third = related(['2023D27302'])
    expect(told(dossier(known), dossier(again), dossier(third))).toEqual([[], [], []])
    // The paper itself, and one that is listed twice.
    const twice = [related(['2023D27302']), related(['2023D27302', 'kst-36360-VIII-8'])]
    expect(told(question, withPapers(related(['2023D24876']), ...twice))).toEqual([[], ['new-document 2023D27302']])
  })

  test('a bare pointer of a publication is no new paper', () => {
    const pointer = related(['ah-tk-20222023-3101'], { by: 'publication', kind: null, title: null, date: null })
    expect(told(withPapers(postponement), withPapers(postponement, pointer))).toEqual([[], []])
  })

  test('in a dossier every paper is a new document, the latest first; in a list of questions the list with answers is the answer', () => {
    const early = related(['2023D27001'], { date: '2023-06-02', type: 'answers' })
    const late = related(['2023D27002'], { date: '2023-06-19' })
    expect(told(dossier(), dossier(early, late))).toEqual([[], ['new-document 2023D27002', 'new-document 2023D27001']])
    const list: OfficialDocument = { ...nothingOf('document', '2023D18100'), type: 'question-list' }
    const answers = related(['2023D20777'], { by: 'dossier', type: 'question-and-answer-list' })
    expect(told(list, { ...list, related: [answers] })).toEqual([[], ['answered 2023D20777']])
  })

  test('a decision is news once, and the same words decided again once more', () => {
    const decided = (...decisions: readonly string[]) => ({ ...dossier(), decisions })
    const first = 'Agenderen.'
    const news = newsIn(decided(first), seenIn(dossier(), null, today), at, today)
    expect(news).toMatchObject([{ kind: 'decision', ids: [], title: first, seen: false }])
    expect(told(decided(), decided(first), decided(first), decided(first, first), decided(first))).toEqual([
      [],
      ['decision'],
      [],
      ['decision'],
      [],
    ])
  })

  test('a service that brings a thousand papers at once fills neither the list of news nor the row', () => {
    const papers = Array.from({ length: 30_000 }, (_, index) => related([`2023D${10_000 + index}`]))
    const seen = seenIn(dossier(), null, today)
    expect(newsIn(dossier(...papers), seen, at, today)).toHaveLength(20)
    expect(seenIn(dossier(...papers), seen, today).papers).toHaveLength(mostPapers)
    const long = related(
      Array.from({ length: 50 }, (_, index) => `n${index}`),
      { title: 'x'.repeat(10_000) },
    )
    const [one] = newsIn(dossier(long), seen, at, today)
    expect([one?.ids.length, one?.title?.length]).toEqual([10, 500])
  })
})
