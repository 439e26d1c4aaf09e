import { beforeEach, describe, expect, test } from 'vitest'
import { atOnce } from '#utils/dom/at-once.ts'
import { leftOutOn } from '#utils/dom/left-out.ts'
import { type PageText, readPageText } from '#utils/dom/page-text.ts'
import { Readable } from '#utils/dom/readable.ts'
import { selectedIn } from '#utils/dom/selected.ts'
import { normalText } from '#utils/notes/passages/normal-text.ts'
import { show } from './page.ts'

let shadows: ShadowRoot[]
beforeEach(() => {
  shadows = []
})

function textOf(root: Node): PageText {
  const readable = new Readable(leftOutOn('zoek.officielebekendmakingen.nl'))
  return atOnce(readPageText(root, readable, (shadow) => shadows.push(shadow)))
}

/** The words of the page behind a stretch of the text. */
function wordsAt(text: PageText, start: number, end: number): string {
  const place = text.stretch(start, end)
  if (place === null) throw new Error('no stretch')
  const range = new Range()
  range.setStart(place.startContainer, place.startOffset)
  range.setEnd(place.endContainer, place.endOffset)
  return range.toString()
}

const hosts = {
  inline: [
    '<p>Vraag <b>155</b>: kunt <i>u</i> dat <a href="#">toelichten</a>?</p>',
    'Vraag 155: kunt u dat toelichten?',
  ],
  'blocks, lists, tables': [
    '<h2>Kop</h2>\n <ul>\n <li>een</li><li><p>twee</p>\n</li></ul><table><tr><td>a</td><td>b</td></tr></table>',
    'Kop een twee a b',
  ],
  'breaks and pictures': ['<p>een<br>twee<img alt="">drie<wbr>vier</p>', 'een twee drievier'],
  'white space of every kind': [
    '<p>een \n\t twee&nbsp;&nbsp;drie</p><pre>  vier\n\n vijf</pre>',
    'een twee drie vier vijf',
  ],
  'what nobody sees': ['<p>stage&shy;overeen\u200bkomst\ufeff en \u00ad dan</p>', 'stageovereenkomst en dan'],
  'words that turn the direction of writing': [
    '<p>van \u2068Al-Fassi\u2069 en \u202bBen\u202c\u2063 Ali</p>',
    'van Al-Fassi en Ben Ali',
  ],
  'what is no part of the text': [
    '<p>een<sup><a class="nootnum" href="#n1">1</a></sup> twee<script>x</script><style>y</style><textarea>z</textarea></p>',
    'een twee',
  ],
  'digits that are raised, or that a link to a place on the page holds': [
    '<p>5 m<sup>2</sup>, 10<sup>6</sup> en §<a href="#p3">3</a></p>',
    '5 m2, 106 en §3',
  ],
  'blocks by style alone': [
    '<p><span style="display:block">een</span><span style="display:block">twee</span></p>',
    'een twee',
  ],
  'words that elements split': ['<p><span>2023</span><span>D19158</span> over</p>', '2023D19158 over'],
  'what is closed': ['<details><summary>Meer</summary><p>binnen</p></details>', 'Meer binnen'],
} as const

describe('the text of a page', () => {
  test.each(Object.entries(hosts))('has %s', (_, [html, wanted]) => {
    const { text } = textOf(show(html))
    expect(text.trim()).toBe(wanted)
    expect(normalText(text).text).toBe(text)
  })

  test('leads back to the page, wherever it begins and ends', () => {
    const root = show(
      '<p>  Een <b>twee </b> drie&shy;maal\n  <i>vier</i></p>\n\n<ul><li> vijf</li> <li>zes&nbsp; zeven</li></ul>',
    )
    const text = textOf(root)
    const visible = (words: string) => normalText(words).text.trim()
    for (let start = 0; start < text.text.length; start += 1) {
      for (let end = start + 1; end <= text.text.length; end += 1) {
        const words = text.text.slice(start, end)
        if (words.trim() !== words) continue
        expect(visible(wordsAt(text, start, end)).replace(/ /g, '')).toBe(words.replace(/ /g, ''))
      }
    }
  })

  test('goes on into open shadow trees, and through deep nesting', () => {
    const root = show(`<p>voor</p><div id="host"></div>${'<div>'.repeat(400)}diep${'</div>'.repeat(400)}<p>na</p>`)
    const shadow = root.querySelector('#host')?.attachShadow({ mode: 'open' })
    if (shadow) shadow.innerHTML = '<p>in de <b>schaduw</b></p>'
    const text = textOf(root)
    expect(text.text.trim()).toBe('voor in de schaduw diep na')
    expect(shadows).toEqual([shadow])
  })

  test('is read through forms that hide what the browser calls its properties', () => {
    const root = show(
      '<form><p>een <input name="firstChild"><input name="nextSibling"><input name="parentNode">twee</p></form>',
    )
    expect(textOf(root).text.trim()).toBe('een twee')
  })
})

describe('a selection', () => {
  const selected = (root: Node, select: (range: Range) => void) => {
    const range = new Range()
    select(range)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
    const text = textOf(root)
    const place = selectedIn(text, shadows)
    return place && text.text.slice(place.start, place.end).trim()
  }
  const html = '<h2>Kop</h2><ul><li>een <b>twee</b></li><li>drie<sup><a href="#n">1</a></sup> vier</li></ul><p>vijf</p>'

  test('across list items and inline elements', () => {
    const root = show(html)
    const within = selected(root, (range) => {
      range.setStart(root.querySelector('b')?.firstChild as Text, 1)
      range.setEnd(root.querySelectorAll('li')[1]?.lastChild as Text, 3)
    })
    expect(within).toBe('wee drie vi')
  })

  test('by elements: whole blocks, from the edge of one to the edge of another', () => {
    const root = show(html)
    expect(selected(root, (range) => range.selectNode(root.querySelector('ul') as Node))).toBe('een twee drie vier')
    expect(selected(root, (range) => range.selectNodeContents(root))).toBe('Kop een twee drie vier vijf')
    const toNext = (range: Range) => {
      range.setStart(root.querySelector('h2') as Node, 0)
      range.setEnd(root.querySelector('p') as Node, 0)
    }
    expect(selected(root, toNext)).toBe('Kop een twee drie vier')
  })

  test('that begins or ends in what is no part of the text', () => {
    const root = show(html)
    const note = root.querySelector('sup a')?.firstChild as Text
    const fromNote = (range: Range) => {
      range.setStart(note, 0)
      range.setEnd(root.querySelector('p')?.firstChild as Text, 4)
    }
    expect(selected(root, fromNote)).toBe('vier vijf')
    expect(selected(root, (range) => range.selectNodeContents(note))).toBeNull()
  })

  test('in a shadow tree', () => {
    const root = show('<p>voor</p><div id="host"></div><p>na</p>')
    const shadow = root.querySelector('#host')?.attachShadow({ mode: 'open' })
    if (shadow === undefined) throw new Error('no shadow')
    shadow.innerHTML = '<p>in de <b>schaduw</b> staat</p>'
    const bold = shadow.querySelector('b')?.firstChild as Text
    getSelection()?.setBaseAndExtent(bold, 0, shadow.querySelector('p')?.lastChild as Text, 6)
    const text = textOf(root)
    const place = selectedIn(text, shadows)
    expect(place && text.text.slice(place.start, place.end).trim()).toBe('schaduw staat')
  })
})
