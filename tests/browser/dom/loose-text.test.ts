import { describe, expect, test } from 'vitest'
import { referencesIn, show } from './page.ts'

/** Text that no block holds by itself, or that stands otherwise in the markup than on the screen. */
describe('text between and across blocks', () => {
  test('a citation goes on behind a button in loose text between blocks', () => {
    const root = show('<div><button>x</button> zie Kamerstuk 36 360, nr.<button>y</button> 5.<p>Kop</p></div>')
    expect(referencesIn(root).ids()).toEqual(['kst-36360-5'])
  })

  test('a code is split over inline elements in loose text between blocks', () => {
    const root = show(
      '<div><h2>Kop</h2>zie 2023D<b>19</b>158 en Kamerstuk <i>36</i> 360, nr. <b>5</b>.<p>Slot</p></div>',
    )
    expect(referencesIn(root).ids()).toEqual(['2023D19158', 'kst-36360-5'])
  })

  test('an indentation stands inside a citation', () => {
    const root = show(`<p>Kamerstuk 36 360, nr. 5, en het Tractatenblad, jaargang\n${' '.repeat(24)}2008 nr. 178</p>`)
    expect(referencesIn(root).ids()).toEqual(['kst-36360-5', 'trb-2008-178'])
  })

  test('lists and tables hold several blocks each', () => {
    const row = (number: number) =>
      `<tr><td>${number}</td><td>36 360, nr. ${number}<sup><a href="#n">1</a></sup></td></tr>`
    const root = show(
      `<table>${[1, 2, 3].map(row).join('')}</table><ul><li>zie 36 410, nr. 7<p>en 36 410, nr. 8</p></li></ul>`,
    )
    expect(referencesIn(root).ids()).toEqual([
      'kst-36360-1',
      'kst-36360-2',
      'kst-36360-3',
      'kst-36410-7',
      'kst-36410-8',
    ])
  })

  test('custom elements hold blocks like others, and an empty shadow root hides what was in them', () => {
    const root = show('<x-page><x-part><p>zie 36 360, nr. 5</p></x-part><p>en 36 410, nr. 6</p></x-page>')
    root.querySelector('x-part')?.attachShadow({ mode: 'open' })
    const { references, ids } = referencesIn(root)
    expect(ids()).toEqual(['kst-36410-6'])
    for (const _ of references.scan(root.querySelector('x-part')?.shadowRoot ?? root));
    expect(ids()).toEqual(['kst-36410-6'])
  })
})
