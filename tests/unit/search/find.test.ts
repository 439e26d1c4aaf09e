import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DamagedIndex } from '#utils/search/segment/bytes.ts'
import { distanceTo } from '#utils/search/terms/distance.ts'
import { beyondOf } from '#utils/search/terms/holding.ts'
import { isFoundAs, longTermsOf } from '#utils/search/terms/long-terms.ts'
import { termOf } from '#utils/search/words/words.ts'
import { cases } from '../cases.ts'
import { buildSegment } from './build-segment.ts'
import { found, note, text } from './find-units.ts'
import { firstsIn, keysOf, searchable } from './in-memory.ts'
import { naiveDistance } from './naive.ts'

const papers = [
  note('stage', 'Kunt u een stand van zaken geven van het werkprogramma stagediscriminatie?'),
  note('coord', 'De coördinatie van de zorg in Caribisch Nederland', ['tag=zorg', 'partij=nieuw sociaal contract']),
  note('vragen', 'Vraagstukken over de beantwoording van vragen', ['tag=later', 'partij=vvd']),
  note('code', 'Zie 2023D19158 en kst-36360-VIII-5', ['dossier=36360 viii']),
]

describe('words', () => {
  test.each([
    ['DISCRIMINATIE', ['stage']],
    ['stagediscriminaties', ['stage']],
    ['coordinatie', ['coord']],
    ['coördinaties', ['coord']],
    ['vraag', ['vragen']],
    ['stand zaken', ['stage']],
    ['stagediscriminatei', ['stage']],
    ['careebisch', ['coord']],
    ['2023d19158', ['code']],
    ['kst-36360-VIII-5', ['code']],
    ['van het', ['stage']],
    ['van -discriminatie -vragen', ['coord']],
    ['zorg onzinwoord', []],
    ['', ['stage', 'coord', 'vragen', 'code']],
  ])('%s', async (typed, expected) => {
    expect((await found(papers, typed)).toSorted()).toEqual(expected.toSorted())
  })

  test.each([
    ['scholen', 'schoolbestuur'],
    ['uitkopen', 'uitkoopregeling'],
    ['banen', 'baanverlies'],
    ['lozen', 'lozingen'],
    ['bedrijven', 'bedrijfsleven'],
    ['huis', 'huizen'],
    ['stages', 'stagediscriminatie'],
  ])('«%s» finds «%s»', async (typed, own) => {
    expect(await found([note('own', own), note('other', 'plan')], typed)).toEqual(['own'])
  })

  test('the word itself comes before words that begin with it or hold it', async () => {
    const units = [
      note('part', 'kinderzorgplicht'),
      note('start', 'zorgplicht'),
      note('own', 'de zorg'),
      note('too', 'zorg'),
    ]
    expect(await found(units, 'zorg')).toEqual(['own', 'too', 'start', 'part'])
  })

  test('what fits as well stands by its day, whichever words are rare in its segment', async () => {
    const [first, second, third] = ['zorg', 'kind', 'plicht'] as const
    const many = (word: string, count: number, of: string) =>
      Array.from({ length: count }, (_, at) => note(`${of}${word}${at}`, word))
    for (let count = 1; count <= 20; count += 1) {
      const all = `${first} ${second} ${third}`
      const parts = [
        [note('old', all, [], 10), ...many(first, 5, 'a'), ...many(second, 5 + count, 'a'), ...many(third, 30, 'a')],
        [note('new', all, [], 20), ...many(first, 40, 'b'), ...many(second, 5 + count, 'b'), ...many(third, 2, 'b')],
      ]
      for (const order of [parts, parts.toReversed()]) {
        // Asked for with a field too, each word is scored by itself.
        for (const typed of [all, `${all} -tag:zorg`]) {
          const { found } = await searchable(order.map((own) => ({ segment: buildSegment(own) })))(typed)
          expect(found.notes.map(({ unit }) => unit)).toEqual(['nnew', 'nold'])
        }
      }
    }
  })

  test('newest first is by day', async () => {
    const units = [note('old', 'zorg zorg', [], 10), note('new', `zorg ${'en nog veel meer '.repeat(30)}`, [], 20)]
    const search = searchable([{ segment: buildSegment(units) }])
    const order = async (by: 'best' | 'newest') =>
      (await search('zorg', { order: by })).found.notes.map(({ unit }) => unit)
    expect(await order('newest')).toEqual(['nnew', 'nold'])
    expect(await order('best')).toEqual(['nold', 'nnew'])
  })
})

describe('several words', () => {
  // So many that most postings lie far apart, in several bytes.
  const units = Array.from({ length: 400 }, (_, at) => note(String(at), at % 40 === 0 ? 'zorg kind' : 'niets'))
  const segment = buildSegment(units)

  test('are found where all of them are, of which one is known by two terms', async () => {
    const search = searchable([
      { segment: buildSegment([note('a', 'vraag kind'), note('b', 'vrag kind'), note('c', 'vraag')]) },
    ])
    expect((await search('vraag kind')).found.notes.map(({ unit }) => unit)).toEqual(['na', 'nb'])
    expect((await searchable([{ segment }])('zorg kind')).found.notes).toHaveLength(10)
  })

  test.each([
    ['a number goes on', (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(255)],
    ['numbers are longer than they were', (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(128, 0, -1)],
    ['numbers are shorter', (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(1)],
    ['bytes are missing', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, 2)],
  ])('tell of damage: %s', async (_, damaged) => {
    const search = searchable([{ segment: { ...segment, postings: damaged(segment.postings.slice()) } }])
    await expect(search('zorg kind')).rejects.toThrow(DamagedIndex)
  })
})

describe('fields', () => {
  test.each([
    ['tag:zorg', ['coord']],
    ['partij:contract', ['coord']],
    ['party:VVD', ['vragen']],
    ['-partij:vvd tag:later', []],
    ['dossier:36360', ['code']],
    ['dossier:3636', []],
    ['dossier:"36 360 VIII"', ['code']],
    ['coördinatie tag:zorg', ['coord']],
  ])('%s', async (typed, expected) => {
    expect((await found(papers, typed)).toSorted()).toEqual(expected)
  })

  test('since a day, and with a note', async () => {
    const units = [note('old', 'zorg', [], 19_357), note('new', 'zorg', [], 19_358)]
    expect(await found(units, 'sinds:2023')).toEqual(['new'])
    expect(await found(units, '-sinds:1-1-2023 zorg')).toEqual(['old'])
    const search = searchable([{ segment: buildSegment(units) }])
    const noted = await search('heeft:notitie', { noted: new Map([['nold', new Set([0])]]) })
    expect(keysOf(noted)).toEqual(new Set(['nold 0']))
  })
})

test('words are known by the parts that have them', async () => {
  // Of these every fourth thing has each of the first hundred, and few have the others; each has a word of its own.
  const words = Array.from({ length: 150 }, (_, index) => `woord${index}`)
  const has = (thing: number, word: number) => (thing + word) % (word < 100 ? 4 : 300) === 0
  const units = Array.from({ length: 4_400 }, (_, thing) =>
    note(`${thing}`, `eigen${thing} ${words.filter((_, word) => has(thing, word)).join(' ')}`),
  )
  const segments = [{ segment: buildSegment(units) }]
  const search = searchable(segments)
  const first = await firstsIn(segments, 2_000)
  for (const [index, word] of words.entries()) {
    // Those below 15 are parts of others; what has one of a hundred other words besides is longer, so it fits less well.
    const two = `${word} ${words[(index + 4) % 150]}`
    for (const typed of [word, two]) {
      const { found } = await search(typed, { limit: 10 })
      const own = (await first(typed, 10))?.notes ?? []
      expect(own).toEqual(found.notes.slice(0, own.length))
      if (index >= 15 && index < 96) expect(own).toHaveLength(10)
    }
  }
  expect((await first('eigen4399', 10))?.notes).toEqual([{ unit: 'n4399', place: 0 }])
  expect(await first('eigen', 10)).toBeNull()
})

test('terms with long postings stand by themselves, and tell of words that may be found as another too', async () => {
  const many = Array.from({ length: 1_100 }, (_, index) => note(`${index}`, 'zorg vraag wet', ['tag=zorg']))
  const segment = buildSegment([...many, note('form', 'zorgenen zeldzaam wetten lopend')])
  const long = await longTermsOf(segment, await beyondOf(segment, () => undefined), () => undefined)
  expect([...long].map(([term, { count, forms }]) => [term, count, forms])).toEqual([
    ['!tag=zorg', 1_100, []],
    ['vrag', 1_100, []],
    // «wetten» is one more.
    ['wet', 1_101, []],
    ['zorg', 1_100, ['zorgen']],
  ])
  const isKnown = (word: string): boolean => {
    const own = long.get(termOf(word))
    return own !== undefined && isFoundAs(word, own)
  }
  expect(['zorg', 'zorge', 'vraag', 'vragen', 'wet'].filter((word) => !isKnown(word))).toEqual([])
  expect(['zorgen', 'wetten', 'zeldzaam', 'tag=zorg'].filter(isKnown)).toEqual([])
})

test('how well longer words fit says what is certain before these are read', async () => {
  const rarely = `zorg ${'en zo '.repeat(40)}`
  const first = async (own: readonly string[]) => {
    const units = own.map((one, index) => note(`${index}`, one))
    const found = await (await firstsIn([{ segment: buildSegment(units) }]))('zorg', 10)
    return found?.notes.map(({ unit }) => unit) ?? null
  }
  // What has the word once among others comes behind what is about a longer one that begins with it, and before one that has it within.
  expect(await first([rarely, 'zorgplicht zorgplicht'])).toBeNull()
  expect(await first([rarely, 'kinderzorg kinderzorg'])).toEqual(['n0'])
  expect(await first([rarely, `zorgplicht ${'en zo '.repeat(30)}`])).toEqual(['n0'])
  expect(await first([rarely])).toEqual(['n0'])
})

test('postings that are very long are read whole', async () => {
  const often = { place: 0, texts: text('overal'), fields: [] }
  const many = Array.from({ length: 70_000 }, (_, place) => ({ ...often, place }))
  const others = Array.from({ length: 400 }, (_, index) => note(`${index}`, `zeldzaam${index % 3} overal`))
  const search = searchable([{ segment: buildSegment([{ id: 'd1', day: 0, findables: many }, ...others]) }])
  expect((await search('overal', { limit: 1 })).counts).toEqual({ documents: 1, questions: 69_999, notes: 400 })
  expect((await search('zeldzaam2 overal', { limit: 1 })).counts.notes).toBe(133)
})

test('typing errors are counted as by their definition', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 12 })
  fc.assert(
    fc.property(
      letters.filter((one) => one !== ''),
      letters,
      (a, b) => distanceTo(a)(`x${b}y`, 1, 1 + b.length) === naiveDistance(a, b),
    ),
    cases(500),
  )
})
