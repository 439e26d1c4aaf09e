import { describe, expect, test, vi } from 'vitest'
import { PageReferences } from '#utils/dom/page-references.ts'
import { paintedText, referencesIn, review, show } from './page.ts'

const referencesOf = (): PageReferences =>
  new PageReferences('.note', { added: () => undefined, removed: () => undefined })

describe('what only a style hides is named as collapsed', () => {
  test.each([
    ['by display', '<p style="display: none">2023D19158</p>'],
    ['by visibility', '<p style="visibility: hidden">2023D19158</p>'],
    ['in a closed <details>', '<details><summary>Meer</summary><p>2023D19158</p></details>'],
    ['directly in a closed <details>', '<details><summary>Meer</summary>2023D19158</details>'],
    ['for the browser’s search to open', '<p hidden="until-found">2023D19158</p>'],
    ['in the middle of a line', '<p>Zie <span style="display: none">2023D19158</span> hier.</p>'],
    ['as a link', '<a style="display: none" href="https://www.tweedekamer.nl/downloads/document?id=2023D19158">x</a>'],
  ])('%s', (_name, html) => {
    const { ids, collapsed } = referencesIn(show(html))
    expect([ids(), collapsed()]).toEqual([[], ['2023D19158']])
  })
})

describe('where it stands', () => {
  test('exactly the code is painted, however it is split', () => {
    const { references } = referencesIn(show('<p>(zie <b>2023D</b>19\n   158, en <i>kst-36360-5</i>).</p>'))
    expect(references.all().map(paintedText)).toEqual(['2023D19\n   158', 'kst-36360-5'])
  })

  test('a link whose address alone names a code is painted whole', () => {
    const root = show('<a href="https://www.tweedekamer.nl/downloads/document?id=2023D20951">Bijlage: <b>brief</b></a>')
    expect(referencesIn(root).references.all().map(paintedText)).toEqual(['Bijlage: brief'])
  })

  test('a link to the paper that its text cites, by the id with its session, is no other reference', () => {
    const link = (session: string) =>
      `<p><a href="https://zoek.officielebekendmakingen.nl/kst-${session}-28867-C.html">EK 2003/04, 28 867, C</a></p>`
    expect(referencesIn(show(link('20032004'))).ids()).toEqual(['kst-28867-C'])
    expect(referencesIn(show(link('20042005'))).ids()).toEqual(['kst-20042005-28867-C', 'kst-28867-C'])
  })

  test('cells and items are parts of the text, with or without a blank between them', () => {
    const cells =
      '<table><tr><td>Nummer</td><td>T03140</td><td>openstaand</td><td>35 483, R</td><td>voldaan</td></tr></table>'
    const items = '<ul><li>36.410 VI</li><li>EK 36.410 VI, V</li><li>verslag; EK, U</li></ul><p>Brieven</p>'
    expect(referencesIn(show(cells)).ids()).toEqual(['T03140', 'kst-35483-R'])
    expect(referencesIn(show(items)).ids()).toEqual(['kst-36410-VI-V', 'kst-36410-VI-U'])
  })

  test('a number is of the debate that gave it, though the page has others', () => {
    const root = show(
      '<p>Zij krijgt <b>nr. 51</b> (31839).</p><p>De motie op stuk nr. 51.</p><p>Zij krijgt nr. 52 (36600-XV).</p>' +
        '<p>Die op stuk nr. 52 en stuk nr. 53.</p>',
    )
    const { ids } = referencesIn(root)
    expect(ids()).toEqual(['kst-31839-51', 'kst-31839-51', 'kst-36600-XV-52', 'kst-36600-XV-52'])
  })

  test('10,000 codes in one text are all found at their places', () => {
    const codes = Array.from({ length: 10_000 }, (_, index) => `2023D${String(10_000 + index)}`)
    const { references } = referencesIn(show(`<pre>${codes.join('\n')}</pre>`))
    expect(references.all().map(paintedText)).toEqual(codes)
  })
})

describe('a page that nobody foresaw', () => {
  test('elements nested 5,000 deep', () => {
    const root = show('<p>2023D19158 </p><p>2023D19160</p>')
    let innermost: Element = root.querySelector('p') as HTMLElement
    for (let depth = 0; depth < 5000; depth += 1) {
      const element = document.createElement('b')
      innermost.append(element)
      innermost = element
    }
    innermost.append('2023D19159')
    expect(referencesIn(root).ids()).toEqual(['2023D19158', '2023D19159', '2023D19160'])
  })

  test('a block that cannot be read costs no other block its references', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const root = show('<p>2023D19158</p><p class="broken">2023D19159</p><p>2023D19160</p>')
    const matches = vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element) {
      if (this.className === 'broken') throw new Error('broken')
      return false
    })
    const { ids } = referencesIn(root)
    matches.mockRestore()
    expect(ids()).toEqual(['2023D19158', '2023D19160'])
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })

  test('a block of very many codes is read in steps, each code once', () => {
    const codes = Array.from({ length: 10_000 }, (_, index) => `2023D${10_000 + index}`)
    const root = show(`<div>${codes.map((code, index) => (index % 3 === 0 ? `<b>${code}</b>` : code)).join(' ')}</div>`)
    const references = referencesOf()
    expect([...references.scan(root)].length).toBeGreaterThan(5)
    expect(references.all().map(({ code }) => code.id)).toEqual(codes)
  })

  test('white space and invisible characters between pieces are what a reader sees', () => {
    const root = show(
      '<p>2023D19 <b> 158</b></p><p>2023D19\u200b \u00ad\n <i>\u200b\n</i>159</p><p>2023D19 <span>\u00ad</span> 160</p>' +
        '<p style="white-space: pre">2023D19 <b> 161</b></p><p>2023\u00ad<b>\u200bD19</b>\ufeff162</p>',
    )
    const { references, ids } = referencesIn(root)
    expect(ids()).toEqual(['2023D19158', '2023D19159', '2023D19160', '2023D19161', '2023D19162'])
    expect(references.all().map(paintedText)[3]).toBe('2023D19  161')
  })
})

describe('a page that changes', () => {
  test('a changed text is read again, together with what is beside it', () => {
    const root = show('<p>2023D<b>19</b>158</p>')
    const { references, ids } = referencesIn(root)
    const piece = root.querySelector('b')?.firstChild as Text
    piece.data = '20'
    review(references, piece)
    expect(ids()).toEqual(['2023D20158'])
    piece.data = 'x'
    review(references, piece)
    expect(ids()).toEqual([])
  })

  test('what stays the same reference is neither removed nor added', () => {
    const root = show('<p>2023D19158 <i>en</i></p>')
    const { references, added, removed } = referencesIn(root)
    review(references, root.querySelector('i')?.firstChild as Text)
    expect(added).toHaveLength(1)
    expect(removed).toHaveLength(0)
  })

  test('what left the page is forgotten', () => {
    const root = show('<p>2023D19158</p><p>2023D19159</p>')
    const { references, ids, removed } = referencesIn(root)
    root.querySelector('p')?.remove()
    references.prune()
    expect(ids()).toEqual(['2023D19159'])
    expect(removed.map(({ code }) => code.id)).toEqual(['2023D19158'])
  })

  test('text that only a style hides is collapsed, until it is shown', () => {
    const root = show('<p style="display: none">2023D19158</p>')
    const { ids, collapsed } = referencesIn(root)
    expect([ids(), collapsed()]).toEqual([[], ['2023D19158']])
    root.querySelector('p')?.removeAttribute('style')
    expect([ids(), collapsed()]).toEqual([['2023D19158'], []])
  })

  test('an address that text begins to name as well stays one reference', () => {
    const root = show('<a href="https://www.tweedekamer.nl/downloads/document?id=2023D20951">Download</a>')
    const { references, ids } = referencesIn(root)
    const text = root.querySelector('a')?.firstChild as Text
    text.data = 'Download 2023D20951'
    review(references, text)
    expect(ids()).toEqual(['2023D20951'])
    expect(references.all().map(paintedText)).toEqual(['2023D20951'])
  })
})
