import { describe, expect, it } from 'vitest'
import { linesOfWord } from '#utils/documents/docx/lines.ts'
import { linesOfHtml } from '#utils/documents/html/lines.ts'
import { cell, footnote, list, numbered, paragraph, run, table, wordFile } from './word-file.ts'

/** Markup that few files have: each is a line of its format's reader. */

const words = (body: string, more: Readonly<Record<string, string>> = {}) =>
  linesOfWord(wordFile({ body, more })).lines.map((line) => line.text)

describe('a Word file', () => {
  it('has no words that were moved away, and goes on where the end of a paragraph was', () => {
    const moved = `<w:moveFrom>${run('elders ')}</w:moveFrom>`
    expect(words(paragraph(run('Wie ') + moved, '<w:rPr><w:moveFrom/></w:rPr>') + paragraph(run('betaalt?')))).toEqual([
      'Wie betaalt?',
    ])
  })

  it('has no cells that were deleted', () => {
    expect(words(table([cell('Tiel'), cell('weg', '<w:cellDel/>'), cell('Ede')]))).toEqual(['Tiel  Ede'])
  })

  it('has the words above which others say how they are read, and no others', () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('boven')}</w:rt><w:rubyBase>${run('woord')}</w:rubyBase></w:ruby></w:r>`
    expect(words(paragraph(ruby))).toEqual(['woord'])
  })

  it('has signs of fonts of pictures as what they show, and no sign of a font that nobody knows', () => {
    const sign = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
    const signs = [sign('Wingdings', 'F0FC'), sign('Eigen', 'F041'), sign('Eigen', '2192'), sign('Eigen', '10')]
    expect(words(paragraph(signs.join('') + run(' klaar')))).toEqual(['✓→ klaar'])
  })

  it('has marks that are raised by a position of their own', () => {
    const body = paragraph(run('kade') + run('3', '<w:position w:val="6"/>'))
    const [line] = linesOfWord(wordFile({ body })).lines
    expect(line?.styles).toMatchObject([{ start: 4, end: 5, superscript: true }])
  })

  it('may name its parts from the root of the package on', () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
    const relations = `<Relationships><Relationship Id="r" Type="${type}" Target="/word/./document.xml"/></Relationships>`
    expect(words(paragraph(run('Wie?')), { '_rels/.rels': relations })).toEqual(['Wie?'])
  })
})

describe('what Word works out whenever it shows a file', () => {
  const field = (code: string, result = '') =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

  it('is the number of a field that keeps no result; other fields without one print nothing', () => {
    const body = ['AUTONUM \\* Arabic', 'SEQ vraag', 'AUTONUM'].map((code) => paragraph(run('Vraag ') + field(code)))
    expect(words(body.join(''))).toEqual(['Vraag 1.', 'Vraag', 'Vraag 2.'])
  })

  it('is a note’s number too, where a sign of its own stands for it', () => {
    const mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="7"/><w:t>*</w:t></w:r>'
    const body = paragraph(run('kade') + mark + run(' is dicht.'))
    const footnotes = footnote(7, 'Stb. 2020, 3.').replace('<w:footnoteRef/>', '<w:t>*</w:t>')
    expect(linesOfWord(wordFile({ body, footnotes })).lines.map(({ text }) => text)).toEqual([
      'kade1 is dicht.',
      '1 Stb. 2020, 3.',
    ])
  })
})

describe('a list in a Word file', () => {
  it('may have all its numbers in figures, whatever the levels above print', () => {
    const legal =
      '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>'
    const numbering = `${list(1, [['upperRoman', '%1.']]).replace('</w:abstractNum>', `${legal}</w:abstractNum>`)}<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>`
    const body = [0, 1, 0, 1].map((level) => paragraph('Wie?', numbered(5, level))).join('')
    expect(linesOfWord(wordFile({ body, numbering })).lines.map((line) => line.text)).toEqual([
      'I. Wie?',
      '1.1 Wie?',
      'II. Wie?',
      '2.1 Wie?',
    ])
  })
})

describe('a page', () => {
  const texts = (html: string) => linesOfHtml(`<body>${html}</body>`).lines.map(({ text, role }) => [text, role])

  it('has its headings by their role too, without labels for those who listen, drawn signs and links to themselves', () => {
    const html = `<div role="heading"><button>Vraag 1</button></div>
      <h3><span class="sr-only">Deel: </span>Vraag 2 <a href="#v2">¶</a></h3><h4><i aria-hidden="true">▸</i> Antwoord</h4>`
    expect(texts(html)).toEqual([
      ['Vraag 1', 'heading'],
      ['Vraag 2', 'heading'],
      ['Antwoord', 'heading'],
    ])
  })

  it('has a foot of its own, and none of the remarks that Google Docs prints', () => {
    const remark = '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>'
    const html = `<p>Wie${remark}?</p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Korter?</span></p></div>
      <footer><h2>Service</h2></footer>`
    expect(texts(html)).toEqual([
      ['Wie?', undefined],
      ['Service', 'footer'],
    ])
  })

  it('has marks of direction, blanks without width and soft hyphens in no word', () => {
    expect(texts('<p>\u200eVraag 1\u200b</p><p>ver\u00adgunning\u0001</p>')).toEqual([
      ['Vraag 1', undefined],
      ['vergunning', undefined],
    ])
  })

  const looks = (html: string) =>
    linesOfHtml(`<div class="stuk">${html}</div>`).lines.flatMap(({ styles = [] }) =>
      styles.map(({ bold = false, italic = false, superscript = false }) => ({ bold, italic, superscript })),
    )
  const plain = { bold: false, italic: false, superscript: false }

  it.each([
    ['<p>a<a href="#noot2">[2]</a></p>', { ...plain, superscript: true }],
    ['<p>a <span style="font-weight: 700">b</span></p>', { ...plain, bold: true }],
    ['<p>a <span style="font-style:oblique">b</span></p>', { ...plain, italic: true }],
    ['<p>a <span style="vertical-align:super">2</span></p>', { ...plain, superscript: true }],
    ['<p>a <span class="cursief">b</span></p>', { ...plain, italic: true }],
    ['<p>a <span class="vetcur">b</span></p>', { ...plain, bold: true, italic: true }],
    ['<p>a <cite>b</cite></p>', { ...plain, italic: true }],
  ])('tells the look of %s', (html, look) => {
    expect(looks(html)).toEqual([look])
  })

  it.each([
    '<p><b>a <span style="font-weight:normal">b</span></b></p>',
    '<p><i>a <span style="font-style:normal">b</span></i></p>',
    '<p><sup>1 <span style="vertical-align:baseline">b</span></sup></p>',
  ])('tells where a look ends within it: %s', (html) => {
    const [line] = linesOfHtml(`<div class="stuk">${html}</div>`).lines
    expect(line?.styles?.map(({ end }) => end)).toEqual([2])
  })

  it('hides what it says is hidden', () => {
    const { lines } = linesOfHtml('<div class="stuk"><p>Wie?</p><p hidden>weg</p></div>')
    expect(lines.map((line) => line.text)).toEqual(['Wie?'])
  })
})
