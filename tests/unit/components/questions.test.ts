import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citationOf, citedLabel } from '#components/papers/citation.ts'
import { shownLabel } from '#components/papers/shown-label.ts'
import { sourcePlace } from '#components/papers/source-place.ts'
import { answerWords } from '#components/questions/answer-words.ts'
import { filterable, filterQuestions } from '#components/questions/question-filter.ts'
import { blocksOf } from '#components/questions/text-blocks.ts'
import { piecesOf } from '#components/questions/text-pieces.ts'
import { excerptAround, plainText, spansOf, wordsOf } from '#components/search/found-words.ts'
import { documentMessages } from '#locales/document.ts'
import { documentRow, questionRow } from '#tests/browser/components/rows.ts'
import { question } from '#tests/unit/database/rows.ts'
import { applyCorrections, borderCorrection, wholeText } from '#utils/documents/corrections.ts'
import { codeOf } from '#utils/references/code.ts'
import { cpuTime } from '../../cpu-time.ts'
import { cases } from '../cases.ts'

describe('words that are looked for', () => {
  const found = (text: string, typed: string) =>
    spansOf(text, wordsOf(typed)).map(({ start, end }) => text.slice(start, end))

  test.each([
    ['coördinator', 'COORDINATOR', ['coördinator']],
    ['de coo\u0308rdinatoren', 'coordinator', ['coo\u0308rdinator']],
    ['Ijsland, ĳs en IJsselmeer', 'ijs', ['Ijs', 'IJs']],
    ['één op de één', 'een', ['één', 'één']],
    ['naïef 𝔸 naïef', 'naief', ['naïef', 'naïef']],
    ['abcdabcd', 'abcd bcda', ['abcdabcd']],
    ['Van der Plas over de veehouderij', 'der', ['der']],
    ['veehouderij', 'der', ['der']],
    ['schul\u00adden\u00adaanpak', 'schuldenaanpak', ['schul\u00adden\u00adaanpak']],
    ['niets', 'anders', []],
    ['', 'x', []],
    ['x', '  ', []],
    ['İstanbul ß straße', 'straße', ['straße']],
  ])('in «%s» for «%s»', (text, typed, expected) => {
    expect(found(text, typed)).toEqual(expected)
  })

  test('words that follow each other are marked as one, and nowhere else', () => {
    const marked = (text: string, word: string) => spansOf(text, [word]).map(({ start, end }) => text.slice(start, end))
    expect(marked('De stánd van\n(zaken): van de stand van zakenlui', 'stand van zaken')).toEqual(['stánd van\n(zaken'])
    expect(marked('36 410, 36.410 en 136 410', '36 410')).toEqual(['36 410', '36.410'])
  })

  test('1,000 long texts with accents are looked through about as fast as they are folded', () => {
    const text = `${'De minister heeft «coördinatie» toegezegd; zie het beleid van het kabinet. '.repeat(30)}stage`
    const texts = Array.from({ length: 1000 }, (_, index) => `${text}${index}`)
    const timeOf = (look: (one: string) => unknown) => {
      const from = cpuTime()
      for (const one of texts) look(one)
      return cpuTime() - from
    }
    expect(texts.every((one) => excerptAround(one, ['stage']) !== null)).toBe(true)
    const folding = Math.min(...[1, 2, 3].map(() => timeOf(plainText)))
    const looking = Math.min(...[1, 2, 3].map(() => timeOf((one) => excerptAround(one, ['stage']))))
    // Folding the whole text by the engine’s own means is the yardstick.
    expect(looking / folding).toBeLessThan(5)
  })

  test('accents at the end of a word are marked with it', () => {
    expect(found('cafe\u0301 dicht', 'cafe')).toEqual(['cafe\u0301'])
  })

  test('a place deep in a text is shown with the words around it, from the beginning of a word', () => {
    const text = `${'woord '.repeat(50)}stage\nvergoeding en ${'meer '.repeat(80)}`
    const excerpt = excerptAround(text, ['vergoeding'])
    expect(excerpt).toMatch(/^… woord .*stage vergoeding en meer/)
    expect(excerpt?.length).toBeLessThan(210)
    expect(
      excerptAround('Hoe staat het met de begeleiding van studenten tijdens hun stage?', ['stage'], 10, 200, 40),
    ).toBe('… van studenten tijdens hun stage?')
    expect(excerptAround('Kort en goed.', ['kort'])).toBe('Kort en goed.')
    expect(excerptAround('Kort', ['lang'])).toBeNull()
  })
})

test('a question is found by the number of one that was joined to it', () => {
  const rows = [questionRow('x', 0, { joined: [{ order: 1, number: '17', code: '2023D00017' }] }), questionRow('x', 2)]
  expect(filterQuestions(filterable(rows), '17').map(({ order }) => order)).toEqual([0])
  expect(filterQuestions(filterable(rows), '2023D00017').map(({ order }) => order)).toEqual([0])
})

test('a list says of a question that it has no answer, or which one its own only refers to', () => {
  const texts = documentMessages.get()
  const said = (more: Parameters<typeof questionRow>[2]) => answerWords(questionRow('2023D1', 0, more), texts)
  expect(said({ answer: 'Ja.' })).toBeNull()
  expect(said({ answer: '' })).toBe(texts.unanswered)
  expect(said({ answer: 'Zie het antwoord op vraag 4.', pointsTo: '4' })).toBe(texts.refersTo({ number: '4' }))
})

describe('the shape of a text', () => {
  test('rows with tabs are a table with its head where one shows; amounts stand in columns of their own', () => {
    const [before, table, after] = blocksOf(
      'Zie de tabel.\n\nJaar\tBedrag\n2022\t€ 1.204\n2023\t-6,5%\nToelichting volgt.',
    )
    expect(before).toEqual({ type: 'paragraph', text: 'Zie de tabel.' })
    expect(table).toEqual({
      type: 'table',
      head: ['Jaar', 'Bedrag'],
      rows: [
        ['2022', '€ 1.204'],
        ['2023', '-6,5%'],
      ],
      amounts: new Set([1]),
    })
    expect(after).toEqual({ type: 'paragraph', text: 'Toelichting volgt.' })
  })

  test('without a row that reads as a head, all rows are rows', () => {
    expect(blocksOf('10\t20\n30\t40')).toMatchObject([
      {
        head: null,
        rows: [
          ['10', '20'],
          ['30', '40'],
        ],
      },
    ])
    expect(blocksOf('Ja\tNee\nMogelijk\tZeker')).toMatchObject([{ head: null }])
    expect(blocksOf('Een\tregel')).toMatchObject([{ type: 'table', head: null, rows: [['Een', 'regel']] }])
  })

  test('lines with marks are a list; one alone, or a tab behind a mark, is none of a table', () => {
    expect(blocksOf('Redenen:\n- geld;\n- tijd.')).toEqual([
      { type: 'paragraph', text: 'Redenen:' },
      {
        type: 'list',
        items: [
          { mark: '-', text: 'geld;' },
          { mark: '-', text: 'tijd.' },
        ],
      },
    ])
    expect(blocksOf('a.\teerste\nb.\ttweede')).toMatchObject([
      { type: 'list', items: [{ mark: 'a.' }, { mark: 'b.' }] },
    ])
    expect(blocksOf('2. Hoeveel scholen zijn er?\nGraag per jaar.')).toEqual([
      { type: 'paragraph', text: '2. Hoeveel scholen zijn er?\nGraag per jaar.' },
    ])
    expect(blocksOf('Gewone regel\nen nog een')).toHaveLength(1)
  })

  test('its sentences are where an answer may begin, in the text as corrections have it', () => {
    const row = { question: 'Klopt dit?\nGraag per jaar.', answer: 'Ja.\n\n- Eerst dit. Dan dat.' }
    const pieces = piecesOf(row)
    expect(pieces.map(({ text, inAnswer }) => [text, inAnswer])).toEqual([
      ['Klopt dit?', false],
      ['Graag per jaar.', false],
      ['Ja.', true],
      ['- Eerst dit.', true],
      ['Dan dat.', true],
    ])
    for (const { start, text } of pieces) expect(wholeText(row).startsWith(text, start)).toBe(true)
    expect(piecesOf({ question: 'Alleen een vraag?', answer: '' }).map(({ inAnswer }) => inAnswer)).toEqual([false])
  })

  test('each of its sentences but the first can begin the answer, also once another one did', () => {
    const words = fc.constantFrom(
      'Ja',
      'ja',
      'dat kan',
      'Kunt u',
      '2',
      '?',
      '.',
      '!”',
      ' (',
      ')',
      ' ',
      '\n',
      '\n\n',
      'é',
    )
    const text = fc.array(words, { minLength: 2, maxLength: 30 }).map((parts) => parts.join('').trim())
    fc.assert(
      fc.property(text, text, (first, second) => {
        const row = question(0, '1', { question: first, answer: second })
        const name = { number: '1', occurrence: 1 }
        for (const piece of piecesOf(row).slice(1)) {
          const [once = row] = applyCorrections([row], [borderCorrection(wholeText(row), piece.start, name)])
          expect(once.answer.startsWith(piece.text)).toBe(true)
          for (const next of piecesOf(once).slice(1)) {
            const [twice = row] = applyCorrections([row], [borderCorrection(wholeText(once), next.start, name)])
            expect(twice.answer.startsWith(next.text)).toBe(true)
          }
        }
      }),
      cases(100),
    )
  })
})

describe('citing', () => {
  const document = documentRow('2023D20951', {
    aliases: ['2023D20951', 'kst-36360-VIII-5'],
    title: ' Jaarverslag OCW ',
  })
  const row = questionRow('2023D20951', 0)
  const words = { question: 'Vraag 1', answer: 'Antwoord', date: '23 mei 2023' }

  test('the label of the publication comes before the number of the registration', () => {
    expect(citedLabel(document, codeOf)).toBe('Kamerstuk 36 360 VIII, nr. 5')
    expect(citedLabel({ ...document, aliases: ['2023D20951'] }, codeOf)).toBe('2023D20951')
    expect(citedLabel({ ...document, aliases: [`file:${'a'.repeat(64)}`] }, codeOf)).toBeNull()
  })

  test('what is not known is left out, and no spaces that look like others get into it', () => {
    const text = citationOf({ ...row, answer: '' }, document, null, { ...words, date: null }, true)
    expect(text).toBe(`${row.question}\n\nVraag 1, Jaarverslag OCW`)
    const whole = citationOf(row, document, citedLabel(document, codeOf), words, true)
    expect(whole).toContain('\n\nAntwoord: Er zijn 3 verzoeken ingediend.')
    expect(whole.endsWith('Vraag 1, Jaarverslag OCW, Kamerstuk 36 360 VIII, nr. 5, 23 mei 2023')).toBe(true)
    expect(whole).not.toContain('\u00a0')
  })
})

test.each([
  ['Kamerstuk 36 360 VIII, nr. 5', 'Kamerstuk 36~360~VIII, nr.~5'],
  ['Kamerstuk 21 501-20, nr. 1996', 'Kamerstuk 21~501-20, nr.~1996'],
  ['Kamerstukken I 36 351 (R2184), A', 'Kamerstukken I 36~351~(R2184), A'],
  ['2023D19158', '2023D19158'],
])('a label is not broken inside its numbers: %s', (label, shown) => {
  expect(shownLabel(label).replaceAll('\u00a0', '~')).toBe(shown)
})

describe('the place in the source', () => {
  const pdf = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
  const from = (url: string) => [{ fact: 'questions', from: url, at: '2026-11-23T12:00:00.000Z' }]
  const row = questionRow('x', 0, {
    ownPage: 12,
    question: '\nKlopt het dat A&B, jaar-op-jaar, meer doen dan in 2022?',
  })

  test('of a file is its page', () => {
    const document = documentRow('x', { links: [{ rel: 'file', url: pdf }], provenance: from(pdf) })
    expect(sourcePlace(document, row)).toEqual({ url: `${pdf}#page=12`, page: 12, isPdf: true })
  })

  test('of a page are the words that the question begins with', () => {
    const url = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'
    const document = documentRow('x', { links: [{ rel: 'page', url }], provenance: from(url) })
    const place = sourcePlace(document, row)
    expect(place?.url).toBe(`${url}#:~:text=Klopt%20het%20dat%20A%26B%2C%20jaar%2Dop%2Djaar%2C%20meer%20doen%20dan`)
    expect(place?.page).toBeNull()
    const anchored = { ...document, provenance: from(`${url}#extrakt`) }
    expect(sourcePlace(anchored, row)?.url).toContain('#extrakt:~:text=')
  })

  test('of a file of the user’s own, or of any other address, is not shown', () => {
    for (const where of ['beantwoording.pdf', 'http://www.tweedekamer.nl/x', 'javascript:alert(1)']) {
      expect(sourcePlace(documentRow('x', { provenance: from(where) }), row), where).toBeNull()
    }
    expect(sourcePlace(documentRow('x'), row)).toBeNull()
  })
})
