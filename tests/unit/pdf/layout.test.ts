import { describe, expect, it } from 'vitest'
import { layOut } from '#utils/documents/pdf/layout.ts'
import { page, paragraph, run } from './page.ts'

const cellsOf = (line: { text: string; cells?: readonly { start: number; end: number }[] } | undefined) =>
  line?.cells?.map(({ start, end }) => line.text.slice(start, end))
const withRole = (lines: ReturnType<typeof layOut>, role: string | undefined) =>
  lines.filter((line) => line.role === role).map(({ text }) => text)

describe('table cells', () => {
  const rows = (y: number) => [
    run('155', 80, y, { width: 15 }),
    run('Een vraag die haar cel vult', 104, y, { width: 240 }),
    run('2023D19', 350, y, { width: 36 }),
    run('tot de rand toe?', 104, y + 13, { width: 80 }),
    run('158', 350, y + 13, { width: 15 }),
    run('216', 400, y + 13, { width: 15 }),
    ...paragraph(y + 40, 2),
  ]
  const lines = layOut([page(1, [...rows(120), ...rows(220), ...rows(320)])])

  it('are told apart where a cell is full, by the left edge of their column', () => {
    expect(cellsOf(lines[0])).toEqual(['155', 'Een vraag die haar cel vult', '2023D19'])
    expect(cellsOf(lines[1])).toEqual(['tot de rand toe?', '158', '216'])
    expect(lines[1]?.cells?.map(({ x }) => x)).toEqual([104, 350, 400])
  })

  it('are not seen in justified text with wide spaces', () => {
    const words = Array.from({ length: 30 }, (_, index) => [
      run('Uitgevulde regels', 80, 120 + index * 13, { width: 100 + ((index * 7) % 40) }),
      run('hebben brede spaties', 188 + ((index * 7) % 40), 120 + index * 13, { width: 190 - ((index * 7) % 40) }),
    ])
    expect(layOut([page(1, words.flat())]).filter(({ cells }) => cells)).toEqual([])
  })
})

describe('numbers of lines', () => {
  const numbered = (first: number, step: number, text: (line: number) => string) =>
    Array.from({ length: 30 }, (_, index) => [
      ...(index % step === 0 ? [run(`${first + index}`, 60, 120 + index * 13, { width: 10 })] : []),
      run(text(index).padEnd(60, ' tekst'), 80, 120 + index * 13, { width: 300 }),
    ]).flat()
  const within = (line: number) => (line % 4 === 0 ? 'Een alinea begint hier' : 'en gaat hier verder')

  it('are no text, on each line or on some', () => {
    const lines = layOut([page(1, numbered(1, 1, within)), page(2, numbered(31, 1, within))])
    expect(withRole(lines, 'margin')).toHaveLength(60)
    expect(lines.filter(({ cells, role }) => cells && !role)).toEqual([])
    const each = [1, 2, 3, 4].map((number) => page(number, numbered(number * 30 - 25, 5, within)))
    expect(withRole(layOut(each), 'margin')).toHaveLength(24)
  })

  it('count anew on each page, every fifth one on a few pages too', () => {
    const pages = [1, 2].map((number) =>
      page(
        number,
        numbered(0, 5, within).filter(({ text }) => text !== '0'),
      ),
    )
    expect(withRole(layOut(pages), 'margin')).toHaveLength(10)
  })

  it('are not years, nor the numbers of questions that begin with a small letter', () => {
    expect(withRole(layOut([page(1, numbered(2000, 1, within))]), 'margin')).toEqual([])
    const asked = numbered(1, 1, within).map((one) => ({ ...one, text: one.text.replace(/\D$/, '?') }))
    expect(withRole(layOut([page(1, asked)]), 'margin')).toEqual([])
  })

  it('are not those of the rows of a table', () => {
    const pages = [
      page(
        1,
        numbered(1, 1, () => 'Een vraag'),
      ),
    ]
    expect(withRole(layOut(pages), 'margin')).toEqual([])
  })
})

describe('margin boxes', () => {
  const box = (y: number, size: number) => [
    run('Onze referentie', 450, y, { size }),
    run('38922138', 450, y + 9, { size }),
  ]

  it('in small print are no part of the lines beside them', () => {
    const lines = layOut([page(1, [...paragraph(120, 6), ...box(124, 6.5)])])
    expect(withRole(lines, 'margin')).toEqual(['Onze referentie', '38922138'])
    expect(withRole(lines, undefined).join()).not.toContain('38922138')
  })

  it('in the size of the text, on its very baselines, are told by their label', () => {
    const [label, number] = [run('Onze referentie', 450, 120), run('38922138', 450, 133)]
    const lines = layOut([page(1, [...paragraph(120, 6), label, number])])
    expect(withRole(lines, 'margin')).toEqual(['Onze referentie', '38922138'])
  })

  it('without a label are told by standing on each page', () => {
    const mark = run('kenmerk onbekend', 450, 200)
    const lines = layOut([1, 2, 3].map((number) => page(number, [...paragraph(120, 12), mark])))
    expect(withRole(lines, 'margin')).toEqual(['kenmerk onbekend', 'kenmerk onbekend', 'kenmerk onbekend'])
  })

  it('are not made of the columns of a table that is wider than its text', () => {
    const rows = [120, 150, 180].flatMap((y, index) => [
      run(`Een lange vraag van bijna een hele regel ${index}`, 80, y, { width: 300 }),
      run(`2023D1915${index}`, 400, y),
      run('216', 480, y),
    ])
    const lines = layOut([page(1, rows)])
    expect(withRole(lines, 'margin')).toEqual([])
    expect(cellsOf(lines[0])).toHaveLength(3)
  })

  it('are not made of a cell whose line begins as a label does, in the middle of a sentence', () => {
    const cell = [run('Wat vinden de', 450, 120), run('inlichtingen- en andere', 450, 133)]
    const other = [run('Klopt het in', 450, 172), run('bijlage 3 van de', 450, 185)]
    const lines = layOut([page(1, [...paragraph(120, 8), ...cell, ...other])])
    expect(withRole(lines, 'margin')).toEqual([])
  })

  it('are not made of the labels left of an agenda', () => {
    const pages = [1, 2, 3].map((number) =>
      page(number, [...paragraph(120, 6, 180), run('Antwoord', 80, 120), run('Antwoord', 80, 172)]),
    )
    expect(withRole(layOut(pages), 'margin')).toEqual([])
  })

  it('are not made of a short answer that is set smaller, left of questions that are set in', () => {
    const questions = [120, 200, 280].flatMap((y) =>
      paragraph(y, 4, 123).map((line) => ({ ...line, size: 12, right: 423 })),
    )
    const answers = [172, 252, 262].map((y, index) =>
      run(`Dat antwoord is een hele regel ${index}`, 80, y, { size: 9, width: 300 }),
    )
    const lines = layOut([page(1, [...questions, ...answers, run('Ja.', 80, 332, { size: 9 })])])
    expect(withRole(lines, 'margin')).toEqual([])
  })
})

describe('running headers and footers', () => {
  const pages = [1, 2, 3].map((number) =>
    page(number, [
      run('Ministerie van Proef', 80, 50),
      run(`Vraag ${number}`, 80, 110),
      ...paragraph(130, 20),
      run(`Pagina ${55 + number} van 68`, 80, 800),
    ]),
  )
  const lines = layOut(pages)

  it('are what stands at the same place of most pages', () => {
    expect(withRole(lines, 'header')).toEqual(Array(3).fill('Ministerie van Proef'))
    expect(withRole(lines, 'footer')).toEqual(['Pagina 56 van 68', 'Pagina 57 van 68', 'Pagina 58 van 68'])
  })

  it('are never the headings of questions, even with one question a page', () => {
    expect(withRole(lines, undefined)).toEqual(expect.arrayContaining(['Vraag 1', 'Vraag 2', 'Vraag 3']))
  })

  it('are never the bare numbers of a list with one question a page', () => {
    const list = [1, 2, 3].map((number) => page(number, [run(`${number}`, 80, 100), ...paragraph(113, 20)]))
    expect(withRole(layOut(list), 'header')).toEqual([])
  })

  it('count pages in print smaller than the text, or behind a reference, at the left edge too', () => {
    const headed = (head: (number: number) => ReturnType<typeof run>) =>
      withRole(layOut([1, 2, 3].map((number) => page(number, [head(number), ...paragraph(113, 20)]))), 'header')
    expect(headed((number) => run(`${number}`, 80, 60, { size: 7 }))).toEqual(['1', '2', '3'])
    expect(headed((number) => run(`2020Z16680 ${number}`, 80, 60))).toHaveLength(3)
  })

  it('may change from page to page where they are set in small print, apart from the text', () => {
    const chapters = ['Algemeen', 'Kosten', 'Toezicht', 'Planning']
    const pages = (size: number, gap: number) =>
      chapters.map((name, index) => page(index + 1, [run(name, 80, 60, { size }), ...paragraph(60 + gap, 20)]))
    expect(withRole(layOut(pages(7, 40)), 'header')).toEqual(chapters)
    expect(withRole(layOut(pages(10, 40)), 'header')).toEqual([])
    expect(withRole(layOut(pages(7, 12)), 'header')).toEqual([])
  })

  it('are no captions or sentences in small print where the text of pages begins', () => {
    const pages = (texts: readonly string[]) =>
      texts.map((text, index) => page(index + 1, [run(text, 80, 60, { size: 7 }), ...paragraph(100, 20)]))
    const captions = pages(['Kaden', 'Sluizen', 'Dijken', 'Bruggen'])
    expect(withRole(layOut([...captions, page(5, paragraph(62, 20))]), 'header')).toEqual([])
    expect(withRole(layOut(pages(['Wat kost dat?', 'Wie betaalt?', 'Sinds wanneer?'])), 'header')).toEqual([])
  })

  it('are no sentence that two answers have at the same place of their pages', () => {
    const pages = [1, 2, 3, 4].map((number) => {
      const alike = run('Dat is iets anders dan wat daarover in de krant heeft gestaan.', 80, 100, { width: 300 })
      return page(number, [...(number % 2 === 0 ? [alike] : paragraph(100, 1)), ...paragraph(113, 20)])
    })
    expect(withRole(layOut(pages), 'header')).toEqual([])
  })

  it('count pages with a bare number at the foot', () => {
    const list = [7, 8, 9].map((number) => page(number - 6, [...paragraph(113, 20), run(`${number}`, 300, 800)]))
    expect(withRole(layOut(list), 'footer')).toEqual(['7', '8', '9'])
  })

  it('are the number of the page itself in the middle of its foot, on a single page too', () => {
    const number = (x: number) => layOut([page(1, [...paragraph(120, 6), run('1', x, 800, { width: 5 })])])
    expect(withRole(number(295), 'footer')).toEqual(['1'])
    expect(withRole(number(80), 'footer')).toEqual([])
  })

  it('are known on a single page by what they say', () => {
    const text = [...paragraph(113, 20), run('Pagina 2 van 9', 450, 800, { size: 6 })]
    expect(withRole(layOut([page(1, text)]), 'footer')).toEqual(['Pagina 2 van 9'])
  })
})

describe('footnotes', () => {
  const note = (y: number, mark: string, text: string) => [
    run(mark, 80, y - 3, { size: 5, width: 5.5 }),
    run(text, 86, y, { size: 7.5 }),
  ]

  it('are the small print at the foot, with the mark first', () => {
    const lines = layOut([page(1, [...paragraph(120, 20), ...note(720, '90', 'Berichten (2021)')])])
    const found = lines.filter(({ role }) => role === 'footnote')
    expect(found).toMatchObject([{ text: '90 Berichten (2021)', styles: [{ start: 0, end: 2, superscript: true }] }])
  })

  it('go on at the foot of the next page', () => {
    const first = page(1, [...paragraph(120, 20), ...note(720, '90', 'Een noot die niet past op')])
    const second = page(2, [...paragraph(120, 20), run('deze bladzijde.', 80, 720, { size: 7.5 })])
    expect(withRole(layOut([first, second]), 'footnote')).toEqual(['90 Een noot die niet past op', 'deze bladzijde.'])
  })

  it('stand below a table whose last column is the widest text, and end left of it', () => {
    const column = paragraph(120, 20, 280)
    const lines = layOut([page(1, [...column, ...note(720, '1', 'Berichten (2021)')])])
    expect(withRole(lines, 'footnote')).toEqual(['1 Berichten (2021)'])
    expect(withRole(lines, 'margin')).toEqual([])
  })

  it('stand there behind a tab too, which is wider than their mark', () => {
    const notes = ['Berichten (2021)', 'Brief van 6 juni.'].flatMap((text, index) => [
      run(`${index + 1}`, 57, 720 + index * 9, { size: 7, width: 4 }),
      run(text, 71, 720 + index * 9, { size: 7 }),
    ])
    const lines = layOut([page(1, [...paragraph(120, 20, 280), ...notes])])
    expect(withRole(lines, 'footnote')).toEqual(['1 Berichten (2021)', '2 Brief van 6 juni.'])
    expect(withRole(lines, 'margin')).toEqual([])
  })

  it('stay together where one of them is wider than the left of two columns', () => {
    const rows = Array.from({ length: 10 }, (_, index) => [
      run(`vraag ${index} over de sluizen bij Almen`, 80, 120 + index * 13, { width: 150 }),
      run(`antwoord ${index}`, 320, 120 + index * 13, { width: 120 + ((index * 37) % 90) }),
    ]).flat()
    const note = (mark: string, y: number, width: number) => [
      run(mark, 80, y - 2, { size: 5, superscript: true }),
      run(`Een bron ${mark}`, 86, y, { size: 7, width }),
    ]
    const lines = layOut([page(1, [...rows, ...note('1', 700, 320), ...note('2', 712, 90)])])
    expect(withRole(lines, 'footnote')).toHaveLength(2)
  })

  it('go on at the head of those of the next column', () => {
    const column = (x: number) => paragraph(120, 40, x).map((each) => ({ ...each, right: x + 200 }))
    const far = [run('5', 320, 717, { size: 5, width: 3 }), run('Nog een bron', 324, 720, { size: 7.5 })]
    const rest = run('www.trouw.nl/kade', 320, 708, { size: 7.5 })
    const lines = layOut([page(1, [...column(80), ...column(320), ...note(720, '4', 'Trouw,'), rest, ...far])])
    expect(withRole(lines, 'footnote')).toEqual(['4 Trouw,', 'www.trouw.nl/kade', '5 Nog een bron'])
  })

  it('may say the same at the same place of most pages, behind a tab', () => {
    const marks = ['1', '3', '4']
    const own = (number: number) => [
      run(marks[number - 1] ?? '', 80, 757, { size: 5, width: 3 }),
      run('Idem, blz. 14.', 116, 760, { size: 7.5 }),
    ]
    const lines = layOut([1, 2, 3].map((number) => page(number, [...paragraph(120, 40), ...own(number)])))
    expect(withRole(lines, 'footnote')).toEqual(marks.flatMap((mark) => [mark, 'Idem, blz. 14.']))
  })

  it('are not the last lines of small tables', () => {
    const lines = layOut([page(1, [...paragraph(120, 20), run('Bron: eigen opgave', 80, 720, { size: 7.5 })])])
    expect(withRole(lines, 'footnote')).toEqual([])
  })
})

describe('reading order', () => {
  const left = paragraph(150, 12, 60).map((each) => ({ ...each, text: `links ${each.text}`, right: 290 }))
  const right = paragraph(155, 12, 310).map((each) => ({ ...each, text: `rechts ${each.text}`, right: 540 }))

  it('takes one column after the other, below a title over both', () => {
    const title = run('Een titel over de volle breedte van deze bladzijde', 60, 120, { width: 420 })
    const texts = layOut([page(1, [...right, ...left, title])]).map(({ text }) => text)
    expect(texts[0]).toBe(title.text)
    expect(texts.slice(1, 13).every((text) => text.startsWith('links'))).toBe(true)
    expect(texts.slice(13).every((text) => text.startsWith('rechts'))).toBe(true)
  })

  it('takes one column after the other where each word is drawn by itself, as below a scan', () => {
    const words = (side: readonly ReturnType<typeof run>[]) =>
      side.flatMap(({ text, x, y }) =>
        text.split(' ').map((word, index, all) => {
          const width = 230 / all.length
          return run(word, x + index * width, y, { width: width - 3 })
        }),
      )
    const texts = layOut([page(1, [...words(left), ...words(right)])]).map(({ text }) => text)
    expect(texts.slice(0, 12).every((text) => text.startsWith('links'))).toBe(true)
    expect(texts.slice(12).every((text) => text.startsWith('rechts'))).toBe(true)
  })

  it('reads a table of questions beside answers row by row', () => {
    const rows = [0, 1, 2, 3].flatMap((index) => [
      ...paragraph(150 + index * 80, 4, 60).map((each) => ({ ...each, text: `vraag ${index}`, right: 290 })),
      ...paragraph(150 + index * 80, 4, 310).map((each) => ({ ...each, text: `antwoord ${index}`, right: 540 })),
    ])
    const texts = layOut([page(1, rows)]).map(({ text }) => text)
    expect(texts[0]).toBe('vraag 0 antwoord 0')
    expect(texts[15]).toBe('vraag 3 antwoord 3')
  })

  it('keeps text in another direction out of the lines', () => {
    const lines = layOut([page(1, paragraph(120, 6), [run('CONCEPT', 200, 140, { size: 90 })])])
    expect(withRole(lines, 'margin')).toEqual(['CONCEPT'])
  })
})

describe('paragraphs', () => {
  const starts = (...runs: ReturnType<typeof run>[]) => layOut([page(1, runs)]).map(({ startsBlock }) => startsBlock)

  it('start after a gap wider than the leading', () => {
    expect(starts(...paragraph(120, 3), ...paragraph(178, 2))).toEqual([true, false, false, true, false])
  })

  it('start after such a gap too where most of them are of one line', () => {
    const gaps = [0, 18, 18, 13, 18, 18, 18, 13, 18, 18, 13, 18]
    const tops = gaps.map((_, index) => 120 + gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0))
    const lines = layOut([
      page(
        1,
        tops.flatMap((top) => paragraph(top, 1)),
      ),
    ])
    expect(lines.map(({ startsBlock }) => startsBlock)).toEqual(gaps.map((gap) => gap !== 13))
  })

  it('start at an indent', () => {
    const [first, second, third] = [...paragraph(120, 3)]
    if (!first || !second || !third) throw new Error('three lines')
    expect(starts(first, { ...second, x: 95 }, third)).toEqual([true, true, false])
  })

  it('do not start at the hanging lines of an item', () => {
    const [first, , third] = [...paragraph(120, 3)]
    if (!first || !third) throw new Error('three lines')
    const item = { ...first, text: `– ${first.text.slice(2)}` }
    expect(starts(item, run('17.00 uur', 95, 133), third)).toEqual([true, false, false])
  })

  it('start after a sentence that ended although the next word would have fitted', () => {
    const [first, , third] = paragraph(120, 3)
    if (!first || !third) throw new Error('three lines')
    expect(starts(first, run('regionale leerlijnen.', 80, 133), third)).toEqual([true, false, true])
    expect(starts(first, run('regionale leerlijnen', 80, 133), third)).toEqual([true, false, false])
  })

  it('start below a list, left of its items', () => {
    const [first, second] = paragraph(120, 2)
    if (!first || !second) throw new Error('two lines')
    const item = { ...first, text: `– ${first.text.slice(2)}`, x: 98 }
    expect(starts(item, second)).toEqual([true, true])
  })

  it('start at a heading, whatever the line above ends with', () => {
    const [first] = paragraph(120, 1)
    if (!first) throw new Error('a line')
    expect(starts(first, run('juni 2019)', 80, 133), run('Vraag (1)', 80, 146))).toEqual([true, false, true])
  })

  it('start after a gap in their own column, though a line of another stands between', () => {
    const left = paragraph(120, 4, 80).map((each) => ({ ...each, right: 200 }))
    const right = paragraph(123, 2, 300)
    const below = paragraph(155, 1, 300)
    const found = layOut([page(1, [...left, ...right, ...below])]).filter(({ x }) => x === 300)
    expect(found.at(-1)?.startsBlock).toBe(true)
  })

  it('do not start after a full line because a box stands beside them', () => {
    const [first, second] = paragraph(160, 2)
    if (!first || !second) throw new Error('two lines')
    const box = run('38922138', 400, 120)
    const lines = layOut([page(1, [box, { ...first, text: `${first.text.slice(0, 59)}.` }, second])])
    expect(lines.at(-1)?.startsBlock).toBe(false)
  })

  it('go on over the end of a page', () => {
    const lines = layOut([page(1, paragraph(120, 40)), page(2, paragraph(120, 3))])
    expect(lines.find((line) => line.page === 2)?.startsBlock).toBe(false)
  })

  it('do not start after a full line because a table beside them is wider', () => {
    const [first, second] = paragraph(160, 2)
    if (!first || !second) throw new Error('two lines')
    const table = [run('12', 80, 120), run('een vraag', 120, 120), run('216', 400, 120)]
    const lines = layOut([page(1, [...table, { ...first, text: `${first.text.slice(0, 59)}.` }, second])])
    expect(lines.map(({ startsBlock }) => startsBlock)).toEqual([true, true, false])
  })

  it('start where a page begins lower than the others', () => {
    const lines = layOut([1, 2, 3, 4].map((number) => page(number, paragraph(number === 4 ? 133 : 120, 40))))
    const first = (number: number) => lines.find((line) => line.page === number)?.startsBlock
    expect([2, 3, 4].map(first)).toEqual([false, false, true])
  })
})

describe('columns of questions and answers', () => {
  const side = (x: number, first: number, offset: number) =>
    Array.from({ length: 4 }, (_, index) => {
      const y = 120 + offset + index * 60
      return [
        run(`Vraag ${first + index}`, x, y),
        run('Klopt dat?', x, y + 12),
        run(`Antwoord ${first + index}`, x, y + 30),
        run('Ja.', x, y + 42),
      ]
    }).flat()
  const rule = (y: number) =>
    run('Een regel over de volle breedte van de bladzijde, van links naar rechts', 80, y, { width: 440 })
  const texts = (right: ReturnType<typeof side>) =>
    layOut([page(1, [rule(90), ...side(80, 1, 0), ...right])]).map(({ text }) => text)

  it('are read one after the other, however short their lines', () => {
    const wide = [run('Met een langere regel, zodat de kolom breed is', 80, 380, { width: 200 })]
    const lines = layOut([page(1, [rule(90), ...side(80, 1, 0), ...wide, ...side(320, 5, 5)])]).map(({ text }) => text)
    const asked = lines.filter((text) => text.startsWith('Vraag'))
    expect(asked).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Vraag ${number}`))
  })

  it('are so under bare numbers too, where these run on, and the lists of an answer are no table', () => {
    const item = (x: number, number: number, y: number) => [
      run(`${number}. Klopt dat van de sluizen bij Almen?`, x, y, { width: 180 }),
      run('Antwoord', x, y + 18),
      run('Dat klopt van deze drie:', x, y + 36, { width: 190 }),
      run('1. Almen;', x + 14, y + 48),
      run('2. Zutphen.', x + 14, y + 60),
    ]
    const items = [...[1, 2, 3].flatMap((number) => item(80, number, 120 + number * 90))]
    const beside = [...[4, 5, 6].flatMap((number) => item(320, number, 125 + (number - 3) * 90))]
    const lines = layOut([page(1, [rule(90), ...items, ...beside])]).map(({ text }) => text)
    expect(lines.filter((text) => text.includes('Klopt dat van')).map((text) => text.charAt(0))).toEqual([...'123456'])
    expect(lines.filter((text) => text === '2. Zutphen.')).toHaveLength(6)
  })

  it('are so where the numbers hang left of the words, in the second column too', () => {
    const item = (x: number, number: number, y: number) => [
      run(`${number}`, x - 15, y),
      run('Klopt dat van de sluizen bij Almen?', x, y, { width: 180 }),
      run('Dat klopt.', x, y + 18),
      run('Het geldt voor alle sluizen in Almen', x, y + 36, { width: 190 }),
    ]
    const items = [1, 2, 3].flatMap((number) => item(80, number, 120 + number * 60))
    const beside = [4, 5, 6].flatMap((number) => item(320, number, 145 + (number - 3) * 60))
    const lines = layOut([page(1, [rule(100), ...items, ...beside])]).map(({ text }) => text)
    const asked = lines.filter((text) => text.includes('Klopt dat van'))
    expect(asked).toEqual([1, 2, 3, 4, 5, 6].map((number) => `${number} Klopt dat van de sluizen bij Almen?`))
  })

  it('are so where the right one is nearly empty', () => {
    const last = [
      run('5. Wilt u dat voor het debat doen?', 320, 124, { width: 180 }),
      run('En anders daarna?', 320, 137),
      run('Antwoord', 320, 155),
      run('Dat is gelukt.', 320, 173),
    ]
    const items = [1, 2, 3, 4].flatMap((number) => [
      run(`${number}. Klopt dat van de sluizen bij Almen?`, 80, 30 + number * 90, { width: 180 }),
      run('Antwoord', 80, 48 + number * 90),
      run('Dat klopt van deze drie:', 80, 66 + number * 90, { width: 200 }),
    ])
    const lines = layOut([page(1, [rule(90), ...items, ...last])]).map(({ text }) => text)
    expect(lines.slice(-4)).toEqual(last.map(({ text }) => text))
  })

  it('are a table where the heading of an answer stands above one that has a column of answers', () => {
    const rows = [
      [run('Stelling van de schippers bij de sluis', 80, 160, { width: 200 }), run('Antwoord', 320, 160)],
      ...[1, 2, 3, 4, 5].map((number) => [
        run(`stelling ${number} over de sluizen bij Almen`, 80, 160 + number * 15, { width: 190 }),
        run(`eens, ${number} procent van de schippers bij Almen`, 320, 160 + number * 15, { width: 190 }),
      ]),
    ]
    const lines = layOut([page(1, [rule(90), run('Antwoord', 80, 140), ...rows.flat()])]).map(({ text }) => text)
    const at = lines.findIndex((text) => text.includes('stelling 1'))
    expect(lines.findIndex((text) => text.includes('eens, 1'))).toBeLessThanOrEqual(at + 1)
  })

  it('are a table where only one side asks', () => {
    const answers = side(320, 1, 0).filter(({ text }) => !text.startsWith('Vraag'))
    expect(texts(answers)[1]).not.toBe('Vraag 2')
    expect(texts(answers).some((text) => text.includes('Klopt dat? '))).toBe(true)
  })
})
