import { describe, expect, it } from 'vitest'
import { linesOfWord } from '#utils/documents/docx/lines.ts'
import { signedIn } from '#utils/documents/facts/answerers.ts'
import { linesOfHtml, plainTextOf } from '#utils/documents/html/lines.ts'
import { linesOfOfficialXml } from '#utils/documents/op-xml/lines.ts'
import { parseDocument, parseQuestions } from '#utils/documents/parse/questions.ts'
import type { Cell, Line, Question } from '#utils/documents/types.ts'
import { cell, paragraph, run, table, wordFile } from './word-file.ts'

/** What the files of offices and sites set otherwise than text does: notes, merged cells, labels beside their texts. */

const pairsOf = (questions: readonly Question[]) =>
  questions.map(({ number, question, answer }) => [number, question, answer])
const html = (body: string) => parseQuestions(linesOfHtml(`<main>${body}</main>`).lines)
const word = (body: string, more = {}) => parseQuestions(linesOfWord(wordFile({ body, ...more })).lines)

/** A row of a PDF: its cells by their left edges. */
function placed(y: number, cells: Readonly<Record<number, string>>, startsBlock = false): Line {
  let text = ''
  const parts: Cell[] = []
  for (const [x, words] of Object.entries(cells)) {
    if (text !== '') text += ' '
    parts.push({
      start: text.length,
      end: text.length + words.length,
      x: Number(x),
      right: Number(x) + words.length * 5,
    })
    text += words
  }
  const beside = parts.length > 1 ? { cells: parts } : {}
  return { text, page: 1, startsBlock, x: parts[0]?.x ?? 0, y, size: 9, ...beside }
}

describe('notes of a page that Word saved', () => {
  const mark = (kind: string, name: string, sign: string) =>
    `<a href="#_${name}" name="_${name}ref"><span class="Mso${kind}Reference">[${sign}]</span></a>`
  const page = (kind: string, name: string, one: string, two: string) =>
    `<p class="MsoNormal"><b>Vraag 1</b></p><p class="MsoNormal">Wie beheert de kade?${mark(kind, `${name}1`, one)}</p>
    <p class="MsoNormal"><b>Antwoord 1</b></p><p class="MsoNormal">De gemeente${mark(kind, `${name}2`, two)}, sinds 2019.</p>
    <div id="${name}1"><p class="Mso${kind}Text">${mark(kind, `${name}1`, one)} Trouw, 3 mei 2022.</p></div>
    <div id="${name}2"><p class="Mso${kind}Text">${mark(kind, `${name}2`, two)} Zie de bijlage.</p><p class="Mso${kind}Text">Die volgt later.</p></div>`

  it.each([
    ['Footnote', 'ftn', '1', '2'],
    ['Endnote', 'edn', 'i', 'ii'],
  ])('are known by its classes: %s', (kind, name, one, two) => {
    const { questions, rest } = parseDocument(linesOfHtml(page(kind, name, one, two)).lines)
    expect(questions).toMatchObject([
      {
        question: 'Wie beheert de kade?',
        answer: 'De gemeente, sinds 2019.',
        footnotes: [
          { mark: one, text: 'Trouw, 3 mei 2022.' },
          { mark: two, text: 'Zie de bijlage. Die volgt later.' },
        ],
      },
    ])
    expect(rest.filter(({ kind }) => kind !== 'furniture')).toEqual([])
  })

  it('have marks that are no text', () => {
    const [, question] = linesOfHtml(page('Endnote', 'edn', 'i', 'ii')).lines
    expect(question && plainTextOf(question)).toBe('Wie beheert de kade?')
  })
})

describe('endnotes of a Word file', () => {
  const note = (id: number) => `<w:r><w:endnoteReference w:id="${id}"/></w:r>`
  const body = [
    paragraph('Vraag 1'),
    paragraph('Wie beheert de kade?'),
    paragraph('Antwoord 1'),
    paragraph(`${run('De gemeente')}${note(1)}${run(' beheert de kade in februari of maart')}${note(2)}${run('.')}`),
  ].join('')
  const endnotes = [1, 2].map((id) => `<w:endnote w:id="${id}">${paragraph(`Bron ${id}.`)}</w:endnote>`).join('')
  const answer = 'De gemeente beheert de kade in februari of maart.'

  it('have small roman numbers, as Word prints them', () => {
    const footnotes = [
      { mark: 'i', text: 'Bron 1.' },
      { mark: 'ii', text: 'Bron 2.' },
    ]
    expect(word(body, { endnotes })).toMatchObject([{ answer, footnotes }])
  })

  it('have figures where the text says so', () => {
    const section = '<w:sectPr><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr></w:sectPr>'
    expect(word(body + section, { endnotes })[0]?.footnotes.map((one) => one.mark)).toEqual(['1', '2'])
  })
})

describe('small roman numbers that are raised', () => {
  const line = (text: string, start: number, end: number): Line => {
    const styles = [{ start, end, superscript: true }]
    return { text, page: 1, startsBlock: true, styles }
  }
  const list = (first: Line, behind: readonly Line[]) => [
    line('Vraag 1', 0, 0),
    line('Wie beheert de kade in januari en mei?', 0, 0),
    line('Antwoord 1', 0, 0),
    first,
    ...behind,
  ]

  it('begin no note where no such mark stands above', () => {
    const [only] = parseQuestions(list(line('De gemeente.', 0, 0), [line('i Wie wil, mag kijken.', 0, 1)]))
    expect(only).toMatchObject({ answer: 'De gemeente.\n\ni Wie wil, mag kijken.', footnotes: [] })
  })

  it('are endnotes behind the footnotes', () => {
    const first = line('De gemeentei van Tiel.1', 11, 12)
    const raised = { ...first, styles: [...(first.styles ?? []), { start: 22, end: 23, superscript: true }] }
    const [only] = parseQuestions(list(raised, [line('1 Trouw, 3 mei 2022.', 0, 1), line('i Zie de bijlage.', 0, 1)]))
    expect(only).toMatchObject({
      question: 'Wie beheert de kade in januari en mei?',
      answer: 'De gemeente van Tiel.',
      footnotes: [
        { mark: 'i', text: 'Zie de bijlage.' },
        { mark: '1', text: 'Trouw, 3 mei 2022.' },
      ],
    })
  })
})

describe('the head of notes, and the way back from them', () => {
  it('are no part of the last answer', () => {
    const [only] = html(
      '<p>Vraag 1</p><p>Wie beheert de kade?</p><p>Antwoord 1</p><p>De gemeente Tiel.<sup>1</sup></p><h2>Voetnoten</h2><p><sup>1</sup> Zie Kamerstuk 36 410, nr. 5. <a role="doc-backlink" href="#r1">↩</a></p>',
    )
    expect(only).toMatchObject({
      answer: 'De gemeente Tiel.',
      footnotes: [{ mark: '1', text: 'Zie Kamerstuk 36 410, nr. 5.' }],
    })
  })
})

describe('addresses and words of a note', () => {
  it('go on behind a line’s end', () => {
    const lines = ['1 Trouw, «Zwem-', 'les duur», https://trouw.nl/zwem-', 'les-te-duur.', '2 Land- en tuinbouw.']
    const notes = lines.map((text, index): Line => ({ text, page: 1, startsBlock: index % 3 === 0, role: 'footnote' }))
    const own = ['Vraag 1', 'Wie?1', 'Antwoord 1', 'De gemeente.2'].map((text): Line => {
      const raised = /\d$/.test(text) && !/^(?:Vraag|Antwoord)/.test(text)
      const styles = raised ? [{ start: text.length - 1, end: text.length, superscript: true }] : []
      return { text, page: 1, startsBlock: true, styles }
    })
    expect(parseQuestions([...own, ...notes])[0]?.footnotes).toEqual([
      { mark: '1', text: 'Trouw, «Zwemles duur», https://trouw.nl/zwem-les-te-duur.' },
      { mark: '2', text: 'Land- en tuinbouw.' },
    ])
  })
})

describe('an answer’s cell that reaches down beside several questions', () => {
  const expected = [
    ['1', 'Wie beheert de kade?', 'De gemeente.'],
    ['2', 'Waarom is dat zo?', 'Dat is zo gegroeid.'],
    ['3', 'Blijft dat zo?', 'Dat is zo gegroeid.'],
    ['4', 'Wat kost dat?', 'Dat kost niets.'],
  ]
  const joint = (questions: readonly Question[]) => questions.map(({ answeredWith }) => answeredWith.join())

  it('answers all of them in a page', () => {
    const rows = `<tr><td>1</td><td>Wie beheert de kade?</td><td>De gemeente.</td></tr>
      <tr><td>2</td><td>Waarom is dat zo?</td><td rowspan="2">Dat is zo gegroeid.</td></tr><tr><td>3</td><td>Blijft dat zo?</td></tr>
      <tr><td>4</td><td>Wat kost dat?</td><td>Dat kost niets.</td></tr>`
    const questions = html(`<table><tr><th>Nr.</th><th>Vraag</th><th>Antwoord</th></tr>${rows}</table>`)
    expect(pairsOf(questions)).toEqual(expected)
    expect(joint(questions)).toEqual(['', '2,3', '2,3', ''])
  })

  it('answers all of them in a Word file', () => {
    const row = (number: string, question: string, answer: string, merge = '') => [
      cell(number),
      cell(question),
      cell(answer, merge),
    ]
    const questions = word(
      table(
        row('Nr.', 'Vraag', 'Antwoord'),
        row('1', 'Wie beheert de kade?', 'De gemeente.'),
        row('2', 'Waarom is dat zo?', 'Dat is zo gegroeid.', '<w:vMerge w:val="restart"/>'),
        row('3', 'Blijft dat zo?', '', '<w:vMerge/>'),
        row('4', 'Wat kost dat?', 'Dat kost niets.'),
      ),
    )
    expect(pairsOf(questions)).toEqual(expected)
    expect(joint(questions)).toEqual(['', '2,3', '2,3', ''])
  })

  it('answers its own alone where another answer stands below it', () => {
    const { lines } = linesOfHtml(
      '<table><tr><td>1</td><td>Waarom?</td><td rowspan="2">Daarom.</td></tr><tr><td>2</td><td>Blijft dat zo?</td><td>Ja.</td></tr></table>',
    )
    expect(lines.map(({ text }) => text)).toEqual(['1  Waarom?  Daarom.', '2  Blijft dat zo?  Ja.'])
  })

  it('is a cell as others in a table of figures', () => {
    const { lines } = linesOfHtml(
      '<table><tr><td>1</td><td>Tiel</td><td rowspan="2">klaar</td></tr><tr><td>2</td><td>Almen</td></tr></table>',
    )
    expect(lines.map(({ text }) => text)).toEqual(['1  Tiel  klaar', '2  Almen'])
  })
})

describe('labels in a column of their own', () => {
  it('may stand in two paragraphs of their cell', () => {
    const row = (label: string, number: string, text: string) =>
      `<tr><td><p>${label}</p><p>${number}</p></td><td>${text}</td></tr>`
    const questions = html(
      `<table>${row('Vraag', '1', '<p>Wie beheert de kade?</p>')}${row('Antwoord', '1', '<p>De gemeente.</p><p>Sinds 2019.</p>')}${row('Vraag', '2', '<p>Waarom?</p>')}${row('Antwoord', '2', '<p>Dat is zo gegroeid.</p>')}</table>`,
    )
    expect(pairsOf(questions)).toEqual([
      ['1', 'Wie beheert de kade?', 'De gemeente.\n\nSinds 2019.'],
      ['2', 'Waarom?', 'Dat is zo gegroeid.'],
    ])
  })

  it('may break within their numbers, or before them', () => {
    const questions = parseQuestions([
      placed(100, { 70: 'Vraag 1', 150: 'Wie beheert de kade?' }, true),
      placed(112, { 70: 'Vraag 2', 150: 'Waarom is dat zo?' }),
      placed(124, { 70: 'Vraag 3', 150: 'Blijft dat zo?' }),
      placed(136, { 70: 'Antwoord 1,', 150: 'De gemeente beheert de kade en' }),
      placed(148, { 70: '2 en 3', 150: 'dat blijft zo.' }),
      placed(160, { 70: 'Vraag', 150: 'Wat kost dat?' }),
      placed(172, { 70: '4' }),
      placed(184, { 70: 'Antwoord', 150: 'Dat kost niets, zoals eerder' }),
      placed(196, { 70: '4', 150: 'is gemeld.' }),
    ])
    const joint = 'De gemeente beheert de kade en dat blijft zo.'
    expect(pairsOf(questions)).toEqual([
      ['1', 'Wie beheert de kade?', joint],
      ['2', 'Waarom is dat zo?', joint],
      ['3', 'Blijft dat zo?', joint],
      ['4', 'Wat kost dat?', 'Dat kost niets, zoals eerder is gemeld.'],
    ])
    expect(questions.slice(0, 3).map(({ answeredWith }) => answeredWith.join())).toEqual(['1,2,3', '1,2,3', '1,2,3'])
  })

  it('is the head of a column where it stands once', () => {
    const questions = parseQuestions([
      placed(100, { 70: 'Vraag', 150: 'Antwoord van het kabinet' }, true),
      placed(112, { 70: '1', 150: 'Wie beheert de kade?' }, true),
      placed(124, { 150: 'De gemeente.' }, true),
      placed(136, { 70: '2', 150: 'Waarom is dat zo?' }, true),
      placed(148, { 150: 'Dat is zo gegroeid.' }, true),
    ])
    expect(questions.map(({ number }) => number)).toEqual(['1', '2'])
  })
})

describe('a list whose signs a tab parts from its words', () => {
  it('is a list and no table', () => {
    const [only] = parseQuestions([
      placed(100, { 70: 'Vraag 1' }, true),
      placed(112, { 70: 'Wat gebeurt er?' }),
      placed(134, { 70: 'Antwoord 1' }, true),
      placed(146, { 70: 'Het volgende:' }),
      placed(158, { 88: '•', 106: 'een proef in Tiel, waarvoor de' }),
      placed(170, { 106: 'gemeente betaalt;' }),
      placed(182, { 88: '•', 106: 'een evaluatie.' }),
    ])
    expect(only?.answer).toBe('Het volgende:\n• een proef in Tiel, waarvoor de gemeente betaalt;\n• een evaluatie.')
  })
})

describe('numbers in brackets behind «Vraag»', () => {
  it('are no marks of notes, though a note has the same', () => {
    const raised = (text: string): Line => {
      const start = text.search(/\d\D?$/)
      return { text, page: 1, startsBlock: true, styles: [{ start, end: start + 1, superscript: true }] }
    }
    const line = (text: string): Line => ({ text, page: 1, startsBlock: true })
    const questions = parseQuestions([
      line('Vraag (1)'),
      raised('Wie beheert de kade?1'),
      line('Antwoord (1)'),
      line('De gemeente.'),
      line('Vraag (2)'),
      line('Waarom is dat zo?'),
      line('Antwoord (2)'),
      line('Dat is zo gegroeid.'),
      { ...line('1 Trouw, 3 mei 2022.'), styles: [{ start: 0, end: 1, superscript: true }] },
    ])
    expect(pairsOf(questions)).toEqual([
      ['1', 'Wie beheert de kade?', 'De gemeente.'],
      ['2', 'Waarom is dat zo?', 'Dat is zo gegroeid.'],
    ])
  })
})

describe('a list of bare numbers in which joint answers alone have headings', () => {
  it('parts the others by what they ask', () => {
    const asked = ['Wie beheert de kade?', 'Waarom is dat zo?', 'Blijft dat zo?', 'Wat kost dat?', 'Wie betaalt dat?']
    const body = asked.map((question, index) => {
      const answer =
        index === 0
          ? ''
          : index === 1
            ? '<p>Antwoord op vragen 1 en 2</p><p>De gemeente.</p>'
            : `<p>Daarover komt brief ${index}.</p>`
      return `<p>${index + 1}</p><p>${question}</p>${answer}`
    })
    expect(pairsOf(html(body.join('')))).toEqual([
      ['1', asked[0], 'De gemeente.'],
      ['2', asked[1], 'De gemeente.'],
      ['3', asked[2], 'Daarover komt brief 2.'],
      ['4', asked[3], 'Daarover komt brief 3.'],
      ['5', asked[4], 'Daarover komt brief 4.'],
    ])
  })
})

describe('a list right behind a question, and a paragraph below it', () => {
  const read = (behind: string) =>
    html(
      `<p>1</p><p>Welke punten neemt u over?</p><ul><li>de punten over geld;</li><li>de overige punten.</li></ul>${behind}<p>2</p><p>Waarom?</p><p>Dat is zo gegroeid.</p>`,
    )[0]

  it('may be the question’s own, and is doubted', () => {
    expect(read('<p>Die over geld neem ik over.</p>')?.doubts).toEqual(['doubtful-split'])
    expect(read('')?.doubts).toEqual([])
  })
})

describe('titles of chapters that name a faction', () => {
  it('say who asks what follows', () => {
    const title = (party: string) => `<h2>Vragen en opmerkingen van de leden van de ${party}-fractie</h2>`
    const item = (number: number) => `<p>${number}. Wat gebeurt er in jaar ${number}?</p><p>Antwoord</p><p>Niets.</p>`
    const questions = html(
      `${title('VVD')}${item(1)}${item(2)}${title('D66')}${item(3)}${title('SP')}${item(4)}${item(5)}`,
    )
    expect(questions.map(({ askedBy }) => askedBy?.map(({ party }) => party).join())).toEqual([
      'VVD',
      'VVD',
      'D66',
      'SP',
      'SP',
    ])
  })
})

describe('the results of a survey', () => {
  const items =
    '<h2>Vraag 1: Bent u tevreden?</h2><p>Ja: 60%, nee: 40%.</p><h2>Vraag 2: Zou u terugkomen?</h2><p>Ja: 70%.</p>'

  it('are no list of questions', () => {
    expect(html(`<h1>Resultaten klanttevredenheidsonderzoek 2023</h1>${items}`)).toEqual([])
  })

  it('may be asked about', () => {
    expect(html(`<h1>Resultaten klanttevredenheidsonderzoek 2023: vragen en antwoorden</h1>${items}`)).toHaveLength(2)
  })
})

describe('official XML whose answers follow all questions', () => {
  it('tells who answers before what is asked', () => {
    const { lines } =
      linesOfOfficialXml(`<kamervragen><kamervraagomschrijving>Vragen van het lid Bos (D66).</kamervraagomschrijving>
      <vraag><nr>1</nr><al>Waarom?</al></vraag><kamervraagomschrijving>Antwoord van minister Smit (Financiën).</kamervraagomschrijving>
      <antwoord><nr>1</nr><al>Daarom.</al></antwoord></kamervragen>`)
    expect(lines.map(({ text }) => text)).toEqual([
      'Vragen van het lid Bos (D66).',
      'Antwoord van minister Smit (Financiën).',
      '1',
      'Waarom?',
      '1',
      'Daarom.',
    ])
  })
})

describe('who signs', () => {
  it.each(['J.P. Te Riele', 'A. Van der Meer', 'E.M. Beukema toe Water', 'K. Smit'])('%s', (name) => {
    expect(signedIn(`De Minister van Financiën,\n${name}`)).toMatchObject([{ name, ministry: 'Financiën' }])
  })
})
