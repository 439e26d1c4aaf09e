import { describe, expect, it } from 'vitest'
import { linesOfWord } from '#utils/documents/docx/lines.ts'
import { plainTextOf } from '#utils/documents/html/lines.ts'
import { cell, footnote, footnoteMark, paragraph, run, table, type WordParts, wordFile } from './word-file.ts'

const read = (parts: WordParts | string) => linesOfWord(wordFile(typeof parts === 'string' ? { body: parts } : parts))
const texts = (parts: WordParts | string) => read(parts).lines.map(({ text }) => text)
const bold = '<w:b/>'

describe('the looks of a Word file’s text', () => {
  const looksOf = (parts: WordParts) =>
    read(parts).lines.map(({ text, styles = [] }) => [
      text,
      styles.map(({ start, end, size: _, ...look }) => [text.slice(start, end), Object.keys(look).join()]),
    ])

  it('bold, italic and raised runs are told apart; a look that is cut into pieces is one run', () => {
    const body = paragraph(
      `${run('Klopt ', bold)}${run('dit', bold)}${run('? ')}${run('Ja', '<w:i w:val="1"/>')}${run('2', '<w:vertAlign w:val="superscript"/>')}${run('nee', '<w:b w:val="0"/>')}`,
    )
    expect(looksOf({ body })).toEqual([
      [
        'Klopt dit? Ja2nee',
        [
          ['Klopt dit', 'bold'],
          ['Ja', 'italic'],
          ['2', 'superscript'],
        ],
      ],
    ])
  })

  it('styles give their look through all that they are based on, and through the document’s defaults', () => {
    const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="19"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:styleId="Vraag"><w:name w:val="Vraag"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Deelvraag"><w:basedOn w:val="Vraag"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="Nadruk"><w:rPr><w:i/></w:rPr></w:style>`
    const body = `${paragraph('Waarom?', '<w:pStyle w:val="Deelvraag"/>')}${paragraph(run('Daarom.', '<w:rStyle w:val="Nadruk"/>'))}`
    const { lines } = read({ body, styles })
    expect(lines.map(({ text, size }) => [text, size])).toEqual([
      ['Waarom?', 8],
      ['Daarom.', 9.5],
    ])
    expect(looksOf({ body, styles })).toEqual([
      ['Waarom?', [['Waarom?', 'bold']]],
      ['Daarom.', [['Daarom.', 'italic']]],
    ])
  })

  it('what paragraph and character style both make bold is plain again; a run’s own word is the last', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Kop"><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="Sterk"><w:rPr><w:b/></w:rPr></w:style>`
    const body = paragraph(
      `${run('vet ')}${run('gewoon ', '<w:rStyle w:val="Sterk"/>')}${run('vet', '<w:rStyle w:val="Sterk"/><w:b/>')}`,
      '<w:pStyle w:val="Kop"/>',
    )
    expect(looksOf({ body, styles })).toEqual([
      [
        'vet gewoon vet',
        [
          ['vet ', 'bold'],
          ['vet', 'bold'],
        ],
      ],
    ])
  })

  it('styles that are based on each other in a ring end', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>`
    expect(looksOf({ body: paragraph('Rond', '<w:pStyle w:val="B"/>'), styles })).toEqual([
      ['Rond', [['Rond', 'bold']]],
    ])
  })

  it('headings are known by their outline', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
    const body = `${paragraph('Inleiding', '<w:pStyle w:val="Kop1"/>')}${paragraph('Vervolg', '<w:outlineLvl w:val="1"/>')}${paragraph('Tekst', '<w:outlineLvl w:val="9"/>')}`
    expect(read({ body, styles }).lines.map(({ role }) => role ?? null)).toEqual(['heading', 'heading', null])
  })
})

describe('what counts as a Word file’s text', () => {
  it.each([
    [
      'insertions stay, deletions and what was moved away go',
      '<w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins><w:del><w:r><w:delText>oud</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom>',
      'nieuw',
    ],
    ['hidden text goes', `${run('zichtbaar')}${run('geheim', '<w:vanish/>')}`, 'zichtbaar'],
    [
      'of a field the result stays, and of a field in its code nothing',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>77</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Pagina 3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      'Pagina 3',
    ],
    [
      'a field that never ends loses nothing but its code',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>Alles.</w:t></w:r>',
      'Alles.',
    ],
    [
      'simple fields and links are read for what they show',
      '<w:fldSimple w:instr="REF"><w:r><w:t>zie </w:t></w:r></w:fldSimple><w:hyperlink r:id="x"><w:r><w:t>hier</w:t></w:r></w:hyperlink>',
      'zie hier',
    ],
    [
      'controls and tags too, but not what asks to be filled in',
      `<w:sdt><w:sdtPr/><w:sdtContent>${run('ingevuld')}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Klik hier')}</w:sdtContent></w:sdt><w:smartTag>${run(' veld')}</w:smartTag>`,
      'ingevuld veld',
    ],
    [
      'hyphens, tabs and signs',
      '<w:r><w:t>Noord</w:t><w:noBreakHyphen/><w:t>Hol</w:t><w:softHyphen/><w:t>land</w:t><w:tab/><w:sym w:font="Symbol" w:char="F0B3"/><w:t>3</w:t></w:r>',
      'Noord-Holland ≥3',
    ],
  ])('%s', (_, content, expected) => {
    expect(texts(paragraph(content))).toEqual([expected])
  })

  it('breaks part lines, two of them paragraphs', () => {
    const body = paragraph('<w:r><w:t>een</w:t><w:br/><w:t>twee</w:t><w:br/><w:br/><w:t>drie</w:t></w:r>')
    expect(read(body).lines.map(({ text, startsBlock }) => [text, startsBlock])).toEqual([
      ['een', true],
      ['twee', false],
      ['drie', true],
    ])
  })

  it('a paragraph whose end was deleted goes on in the next', () => {
    expect(texts(`${paragraph('De ', '<w:rPr><w:del/></w:rPr>')}${paragraph('sluis.')}`)).toEqual(['De sluis.'])
  })

  it('a text box is read once, as text in the margin, behind the paragraph that it hangs on', () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const body = paragraph(
      `${run('Vraag 1')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('Onze referentie')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('Onze referentie')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run(' en 2')}`,
    )
    expect(read(body).lines.map(({ text, role }) => [text, role ?? null])).toEqual([
      ['Vraag 1 en 2', null],
      ['Onze referentie', 'margin'],
    ])
  })

  it('all boxes of a group are read', () => {
    const box = (text: string) =>
      `<wps:wsp><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp>`
    expect(texts(paragraph(`<w:r><w:drawing>${box('Datum')}${box('Kenmerk')}</w:drawing></w:r>`))).toEqual([
      'Datum',
      'Kenmerk',
    ])
  })

  it('a frame is margin text, a drop cap is none', () => {
    const body = `${paragraph('38922138', '<w:framePr w:w="2000"/>')}${paragraph('D', '<w:framePr w:dropCap="drop"/>')}`
    expect(read(body).lines.map(({ role }) => role ?? null)).toEqual(['margin', null])
  })

  it('a table of contents is none of the text', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>'
    expect(
      texts({ body: `${paragraph('Vraag 1  3', '<w:pStyle w:val="Inhopg1"/>')}${paragraph('Vraag 1')}`, styles }),
    ).toEqual(['Vraag 1'])
  })

  it('headers and footers stand at the ends and say what they are', () => {
    const body = `${paragraph('Tekst')}<w:sectPr><w:headerReference w:type="default" r:id="r-header"/><w:footerReference w:type="default" r:id="r-footer"/></w:sectPr>`
    const { lines } = read({ body, header: paragraph('Ministerie'), footer: table([cell('Pagina 1 van 2')]) })
    expect(lines.map(({ text, role }) => [text, role ?? null])).toEqual([
      ['Ministerie', 'header'],
      ['Tekst', null],
      ['Pagina 1 van 2', 'footer'],
    ])
  })

  it('states its title, unless that is a file’s name', () => {
    expect(read({ body: paragraph('Tekst'), title: 'Antwoorden over sluizen' }).title).toBe('Antwoorden over sluizen')
    expect(read({ body: paragraph('Tekst'), title: 'brief def 3.docx' }).title).toBeNull()
  })
})

describe('notes of a Word file', () => {
  const separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'

  it('have raised marks in the text, in its order, and stand at the end', () => {
    const body = paragraph(`${run('AI')}${footnoteMark(7)}${run(' en ICT')}${footnoteMark(3)}`)
    const { lines } = read({ body, footnotes: `${separator}${footnote(3, 'Over ICT.')}${footnote(7, 'Over AI.')}` })
    expect(lines.map(({ text, role }) => [text, role ?? null])).toEqual([
      ['AI1 en ICT2', null],
      ['1 Over AI.', 'footnote'],
      ['2 Over ICT.', 'footnote'],
    ])
    expect(lines[0] && plainTextOf(lines[0])).toBe('AI en ICT')
  })

  it('that are referred to twice are one note', () => {
    const body = paragraph(`${run('a')}${footnoteMark(7)}${run(' b')}${footnoteMark(3)}${run(' c')}${footnoteMark(7)}`)
    expect(texts({ body, footnotes: `${footnote(3, 'Drie.')}${footnote(7, 'Zeven.')}` })).toEqual([
      'a1 b2 c1',
      '1 Zeven.',
      '2 Drie.',
    ])
  })

  it('of deleted text are no notes; endnotes have roman numbers', () => {
    const body = paragraph(
      `<w:del>${footnoteMark(3)}</w:del>${run('a')}${footnoteMark(7)}${run(' b')}<w:r><w:endnoteReference w:id="1"/></w:r>`,
    )
    const endnotes = `<w:endnote w:id="1">${paragraph('Achteraan.')}</w:endnote>`
    expect(texts({ body, footnotes: `${footnote(3, 'Weg.')}${footnote(7, 'Hier.')}`, endnotes })).toEqual([
      'a1 bi',
      '1 Hier.',
      'i Achteraan.',
    ])
  })
})

describe('tables of a Word file', () => {
  it('keep cells side by side, and count columns over cells that span, reach down or are left out', () => {
    const body = table(
      [cell('155', '<w:vMerge w:val="restart"/>'), cell('Waarom?'), cell('2023D19158')],
      [cell('niet te zien', '<w:vMerge/>'), cell('Daarom.', '<w:gridSpan w:val="2"/>')],
    )
    const { lines } = read(body)
    expect(lines.map(({ text, role }) => [text, role])).toEqual([
      ['155  Waarom?  2023D19158', 'table-row'],
      ['Daarom.', 'table-row'],
    ])
    expect(lines.map(({ cells }) => cells?.map(({ x, right }) => [x, right]))).toEqual([
      [
        [0, 100],
        [100, 200],
        [200, 300],
      ],
      [[100, 300]],
    ])
  })

  it('in a cell that fills its row keep their own cells', () => {
    const { lines } = read(table([cell(`${table([cell('1'), cell('Waarom?')])}${paragraph('Slot')}`)]))
    expect(lines.map(({ text, cells }) => [text, cells?.length])).toEqual([
      ['1  Waarom?', 2],
      ['Slot', 1],
    ])
  })

  it('rows and cells within content controls are found, deleted rows are not', () => {
    const row = (text: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cell(text)}</w:tr>`
    const body = `<w:tbl><w:sdt><w:sdtContent>${row('een')}</w:sdtContent></w:sdt>${row('twee', '<w:del/>')}<w:ins>${row('drie')}</w:ins></w:tbl>`
    expect(texts(body)).toEqual(['een', 'drie'])
  })

  it('that have their place on the sheet are margin text, unless they are as wide as the text', () => {
    const placed = (anchor: string, width: number) =>
      `<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="${anchor}"/></w:tblPr><w:tblGrid><w:gridCol w:w="${width}"/></w:tblGrid><w:tr>${cell('Ons kenmerk')}</w:tr></w:tbl>`
    const { lines } = read(`${placed('page', 2013)}${placed('page', 7512)}${placed('text', 2013)}`)
    expect(lines.map(({ role }) => role)).toEqual(['margin', 'table-row', 'table-row'])
  })

  it('a break in a cell is a wrap', () => {
    expect(texts(table([cell(paragraph('<w:r><w:t>2023D19</w:t><w:br/><w:t>158</w:t></w:r>'))]))).toEqual([
      '2023D19 158',
    ])
  })
})

describe('pages of a Word file', () => {
  const rendered = '<w:r><w:lastRenderedPageBreak/></w:r>'
  const pageBreak = '<w:r><w:br w:type="page"/></w:r>'

  it('are those that it was last laid out in', () => {
    const body = `${paragraph(`${run('een')}${pageBreak}`)}${paragraph(`${rendered}${run('twee')}`)}${table([cell(paragraph(`${rendered}${run('drie')}`))])}`
    const { lines, pages } = read(body)
    expect(lines.map(({ text, page }) => [text, page])).toEqual([
      ['een', 1],
      ['twee', 2],
      ['drie', 3],
    ])
    expect(pages).toBe(3)
  })

  it('or those that its writer set, where no layout is known', () => {
    const body = `${paragraph(`${run('een')}${pageBreak}`)}${paragraph('twee')}${paragraph('drie', '<w:pageBreakBefore/>')}`
    expect(read(body).lines.map(({ page }) => page)).toEqual([1, 2, 3])
  })
})
