import { describe, expect, test } from 'vitest'
import type { ExpectedRecord } from '#tests/fixtures/documents/expected.ts'
import type { Question, QuestionDocument } from '#utils/documents/types.ts'
import { judge, judgePairs } from '../../../scripts/accuracy/questions/compare.ts'
import { listed } from '../../../scripts/accuracy/questions/listing.ts'
import { isSound } from '../../../scripts/accuracy/questions/soundness.ts'
import { statedIn, withTable } from '../../../scripts/accuracy/questions/table.ts'
import { tally } from '../../../scripts/accuracy/questions/tally.ts'
import { shapeOf, similarity, wordsOf } from '../../../scripts/accuracy/questions/words.ts'
import { cpuTime } from '../../cpu-time.ts'

const record = (number: string, changes: Partial<ExpectedRecord> = {}): ExpectedRecord => ({
  number,
  code: null,
  page: null,
  question: `Wat is ${number}?`,
  answer: `Dat is ${number}.\n\nEn meer dan dat, zoals eerder al aan uw Kamer is gemeld.`,
  answeredWith: [],
  pointsTo: null,
  footnotes: [],
  ...changes,
})

const found = (one: ExpectedRecord, changes: Partial<Question> = {}): Question => ({
  ...one,
  order: 0,
  ownPage: 1,
  complete: true,
  doubts: [],
  ...changes,
})

const read = (...questions: Question[]): QuestionDocument => ({
  format: 'text',
  title: null,
  ownIds: [],
  pages: 1,
  questions,
})

const asked = (...records: ExpectedRecord[]) => ({
  name: 'a.txt',
  group: 'some',
  expected: { records, facts: {} },
  isRunOn: false,
})

describe('comparing words', () => {
  test('line ends, blanks, bars of tables and the sign of a dash make no difference', () => {
    expect(wordsOf('Dit is:\n• een\n• twee\n| a | 12 |')).toBe(
      wordsOf('Dit  is: - een\n- twee a 12'.replace(': -', ':\n-')),
    )
    expect(wordsOf('een.')).not.toBe(wordsOf('een'))
  })

  test('the shape is where lines end, whatever parts them', () => {
    expect(shapeOf('a\n\nb\nc')).toBe(shapeOf('a\nb\nc'))
    expect(shapeOf('a b\nc')).not.toBe(shapeOf('a\nb c'))
  })

  test.each([
    ['een twee drie vier', 'een twee drie vier', 1],
    ['Een, twee; drie vier.', 'een twee drie vier', 1],
    ['een twee drie vier', 'een twee vier', 1 - 1 / 7],
    ['een twee drie vier', 'vijf zes zeven acht', 0],
    ['twee een', 'een twee', 0.5],
    ['', '', 1],
    ['een', '', 0],
  ])('«%s» and «%s» are %d similar', (one, two, expected) => {
    expect(similarity(one, two)).toBeCloseTo(expected, 6)
    expect(similarity(two, one)).toBeCloseTo(expected, 6)
  })

  test('long texts that differ a little are compared at once', () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `woord${index}`)
    const start = cpuTime()
    expect(similarity(words.join(' '), words.filter((_, index) => index % 100 > 0).join(' '))).toBeGreaterThan(0.98)
    expect(cpuTime() - start).toBeLessThan(2000)
  })
})

describe('judging records', () => {
  const [one, two] = [record('1'), record('2')]

  test('all right', () => {
    const figures = tally([judge(asked(one, two), read(found(one), found(two)))]).get('some')
    expect(figures).toMatchObject({ documents: 1, questions: 2, invented: 0 })
    expect(figures?.shares).toMatchObject({ found: 1, question: 1, answer: 1, shape: 1, pointer: 1, notes: 1 })
    expect(figures?.shares).toMatchObject({ facts: null, doubtedWrong: null, doubtedRight: 0 })
  })

  test('what is wrong counts where it is wrong', () => {
    const questions = [
      found(one, { answer: `${one.answer} Pagina 3 van 9`, doubts: ['doubtful-split'], pointsTo: '2' }),
      found({ ...two, number: '7' }),
    ]
    const judged = judge(asked(one, two), read(...questions))
    const figures = tally([judged]).get('some')
    expect(figures?.invented).toBe(1)
    expect(figures?.shares).toMatchObject({ found: 0.5, question: 0.5, answer: 0, answerNear: 0, pointer: 0 })
    // One wrong and doubted, one invented and not.
    expect(figures?.shares.doubtedWrong).toBe(0.5)
    expect(listed([judged], '').join('\n')).toMatch(/1: answer \(doubtful-split\)[\s\S]*2: not found[\s\S]*7: invented/)
  })

  test('right words in wrong paragraphs are exact and not in shape', () => {
    const flat = found(one, { answer: one.answer.replace('\n\n', ' ') })
    expect(tally([judge(asked(one), read(flat))]).get('some')?.shares).toMatchObject({ answer: 1, shape: 0 })
  })

  test('a number that stands twice meets its records in their order', () => {
    const again = record('1', { question: 'Nog iets?' })
    const { outcomes, invented } = judge(asked(one, again), read(found(one), found(again)))
    expect(outcomes.every(({ isQuestionExact }) => isQuestionExact)).toBe(true)
    expect(invented).toEqual([])
  })

  test('a document that cannot be read gives nothing, and is right where nothing is expected', () => {
    expect(tally([judge(asked(one), { failure: 'no-questions' })]).get('some')?.shares.found).toBe(0)
    expect(tally([judge(asked(), { failure: 'no-questions' })]).get('some')).toMatchObject({ invented: 0 })
  })

  test('facts are compared whatever the order of their keys', () => {
    const facts = { subject: 'sluizen', askedBy: [{ name: 'A', party: 'B' }] }
    const whole = {
      type: null,
      answeredBy: [],
      askedOn: null,
      answeredOn: null,
      dossier: null,
      printedIds: [],
      subject: 'bruggen',
      askedBy: [{ party: 'B', name: 'A' }],
    }
    const judged = judge({ ...asked(one), expected: { records: [one], facts } }, { ...read(found(one)), facts: whole })
    expect(judged.facts.map(({ fact, isRight }) => [fact, isRight])).toEqual([
      ['subject', false],
      ['askedBy', true],
    ])
  })

  test('of pairs that somebody wrote down only words are judged, and almost right is right', () => {
    const pair = { number: '1', question: one.question, answer: one.answer }
    const near = found(one, { answer: `${one.answer} Ja.`, doubts: ['cut-off'] })
    const { shares } = tally([judgePairs({ name: 'a', group: 'some' }, [pair], read(near))], false).get('some') ?? {}
    expect(shares).toMatchObject({ answer: 0, answerNear: 1, pointer: null, shape: null, doubtedRight: 1 })
  })
})

describe('runs of numbers', () => {
  test.each([
    [['1', '2', '2a', '2b', '3'], true],
    [['1', '3'], false],
    [['2', '3'], false],
    [['1', '1'], false],
  ])('%j', (numbers, sound) => {
    expect(isSound(numbers)).toBe(sound)
  })
})

describe('the table in the docs', () => {
  const page = 'Before\n<!-- questions -->\n<!-- /questions -->\nAfter'
  const one = record('1')
  const groups = tally([judge(asked(one), read(found(one, { pointsTo: '4' })))])

  test('can be read again, and keeps the groups that were not measured', () => {
    const written = withTable(page, groups)
    expect(statedIn(written)).toEqual(groups)
    const others = new Map([...groups].map(([, figures]) => ['real letters', figures] as const))
    expect([...statedIn(withTable(withTable(page, others), groups)).keys()]).toEqual(['some', 'real letters'])
  })

  test('missing markers are an error', () => {
    expect(() => withTable('none', groups)).toThrow()
  })
})
