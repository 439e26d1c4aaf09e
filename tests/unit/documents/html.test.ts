import { describe, expect, it } from 'vitest'
import { linesOfHtml, plainTextOf } from '#utils/documents/html/lines.ts'

const texts = (html: string) => linesOfHtml(html).lines.map(({ text }) => text)

describe('a page as lines', () => {
  it('reads the document’s own text, not what the site puts around it', () => {
    const html = `<body><nav>Menu</nav><main><div class="stuk"><p>Tekst</p><script>1</script><ul class="toc"><li>Inhoud</li></ul></div></main><footer>Voet</footer></body>`
    expect(texts(html)).toEqual(['Tekst'])
    expect(linesOfHtml(html, { whole: true }).lines.map(({ text }) => text)).toEqual(['Tekst', 'Voet'])
  })

  it('keeps cells apart, and counts columns over cells that span', () => {
    const [first, second] = linesOfHtml(
      '<table><tr><td rowspan="2">155</td><td>2016-2017</td><td>34700</td></tr><tr><td colspan="2">Ja.</td></tr></table>',
    ).lines
    expect(first?.text).toBe('155  2016-2017  34700')
    expect(first?.cells?.map(({ x, right }) => [x, right])).toEqual([
      [0, 100],
      [100, 200],
      [200, 300],
    ])
    expect(second?.cells).toMatchObject([{ x: 100, right: 300 }])
  })

  it('tells the marks of notes from the words they are glued to', () => {
    const { lines } = linesOfHtml('<p>over AI<sup><a class="nootnum" href="#n1">1</a></sup> en 5 m<sup>2</sup>.</p>')
    expect(lines[0]?.text).toBe('over AI1 en 5 m2.')
    expect(lines[0]?.styles).toEqual([
      { start: 7, end: 8, superscript: true },
      { start: 15, end: 16, superscript: true },
    ])
    expect(lines[0] && plainTextOf(lines[0])).toBe('over AI en 5 m.')
  })

  it('numbers and marks the items of lists as a browser shows them', () => {
    expect(texts('<ol start="3"><li>drie</li><li>vier</li></ol><ul><li>punt</li><li>- streep</li></ul>')).toEqual([
      '3. drie',
      '4. vier',
      '- punt',
      '- streep',
    ])
  })

  it('line breaks part lines, two of them paragraphs', () => {
    const { lines } = linesOfHtml('<p>een<br>twee<br><br>drie</p>')
    expect(lines.map(({ text, startsBlock }) => [text, startsBlock])).toEqual([
      ['een', true],
      ['twee', false],
      ['drie', true],
    ])
  })

  it('names what the markup names: questions, answers, headings, notes', () => {
    const { lines } = linesOfHtml(`<div class="vraag"><h2>Vraag 2, 3</h2><p>Wat?</p></div>
      <div class="antwoord"><p class="nummer">2, 3</p><p>Dat.</p></div>
      <div class="voet noot"><sup><span class="nootnum">1</span></sup><p>Bron.</p></div>`)
    expect(lines.map(({ text, role, marker }) => [text, role ?? null, marker ?? null])).toEqual([
      ['Vraag 2, 3', 'heading', { type: 'question', numbers: ['2', '3'] }],
      ['Wat?', null, null],
      ['2, 3', null, { type: 'answer', numbers: ['2', '3'] }],
      ['Dat.', null, null],
      ['1 Bron.', 'footnote', null],
    ])
  })

  it('finds the codes that a page states of itself', () => {
    const official =
      '<head><meta name="DC.identifier" content="ah-tk-20222023-2345"><meta name="OVERHEIDop.vraagnummer" content="2023Z08012"></head>'
    expect(linesOfHtml(official).ownIds).toEqual(['ah-tk-20222023-2345'])
    const detail = '<p><span class="h-visually-hidden">Nummer:</span> 2023D19158</p>'
    expect(linesOfHtml(detail).ownIds).toEqual(['2023D19158'])
  })

  it('list numbers are those that a browser shows: letters, roman, counted down, or none at all', () => {
    expect(
      texts(`<ol type="a"><li>een</li><li value="4">twee</li></ol><ol style="list-style-type: upper-roman" start="9"><li>negen</li></ol>
        <ol reversed><li>twee</li><li>een</li></ol><ol style="list-style: none"><li>Vraag 1</li></ol><ol><li><span>7.</span> <p>zelf genummerd</p></li></ol>`),
    ).toEqual(['a. een', 'd. twee', 'IX. negen', '2. twee', '1. een', 'Vraag 1', '7.', 'zelf genummerd'])
  })

  it('looks come from tags, styles and class names, and an own style has the last word', () => {
    const [line] = linesOfHtml(
      '<p><strong>a<span style="font-weight: normal">b</span></strong><span style="font-style:italic">c</span><span class="vet">d</span><span style="vertical-align: super">e</span></p>',
    ).lines
    expect(line?.styles).toEqual([
      { start: 0, end: 1, bold: true },
      { start: 2, end: 3, italic: true },
      { start: 3, end: 4, bold: true },
      { start: 4, end: 5, superscript: true },
    ])
  })

  it('closing remarks are kept apart from the last answer', () => {
    const { lines } = linesOfHtml(`<div class="antwoord"><h2>Antwoord 1</h2><p>Ja.</p></div>
      <div class="kamervraagopmerking"><h2>Toelichting</h2><p>Deze vragen vullen eerdere aan.</p></div><p>Slot</p>`)
    expect(lines.map(({ text, role }) => [text, role ?? null])).toEqual([
      ['Antwoord 1', 'heading'],
      ['Ja.', null],
      ['Toelichting', 'footer'],
      ['Deze vragen vullen eerdere aan.', 'footer'],
      ['Slot', null],
    ])
  })

  it('finds the document in the window that a page of the Tweede Kamer opens', () => {
    const html = `<body><header><h1><span>Antwoord</span> over sluizen</h1></header><p>Menu</p>
      <div class="m-modal"><button>Sluiten</button><div class="m-modal__content u-mt"><p>Vraag 1</p></div></div></body>`
    expect(texts(html)).toEqual(['Vraag 1'])
  })

  it('ends on markup that nests without end', () => {
    const html = `${'<div>'.repeat(20_000)}Diep${'<table><tr><td>'.repeat(2_000)}dieper`
    expect(texts(html).join(' ')).toContain('Diep')
  })
})
