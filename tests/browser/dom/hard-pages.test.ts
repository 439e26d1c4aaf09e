import { describe, expect, test } from 'vitest'
import { referencesIn, show } from './page.ts'

const hostile: readonly (readonly [name: string, text: string, found: number])[] = [
  ['digits', '1234567890'.repeat(300_000), 0],
  ['beginnings of codes', '2023D1 9 1 5 '.repeat(250_000), 0],
  ['open brackets', '('.repeat(3_000_000), 0],
  ['one word', 'Kamerstuk '.repeat(300_000), 0],
  ['codes', '2023D19158 en '.repeat(20_000), 20_000],
]

describe('pages that are hard to read', () => {
  test.each(hostile)('3 MB of %s in one text', (_name, text, found) => {
    const root = show('<div style="display: none"></div>')
    root.firstElementChild?.append(text)
    const { references } = referencesIn(root)
    expect(references.all()).toHaveLength(found)
  })

  test('500,000 nodes, a code among them', () => {
    const root = show('<div style="display: none"></div>')
    const parent = root.firstElementChild as HTMLElement
    for (let index = 0; index < 250_000; index += 1) {
      const piece = document.createElement('span')
      piece.append(index % 50_000 === 7 ? '2023D19158 ' : 'x ')
      parent.append(piece)
    }
    expect(referencesIn(root).references.all()).toHaveLength(5)
  })

  const filler = `<div style="display: none">${'x '.repeat(700_000)}</div>`
  const short = '<p>De motie op stuk nr. 28.</p>'

  test.each([
    ['behind it', `<p>Kamerstuk 36 360, nr. 5.</p>${filler}${short}`, ['kst-36360-5', 'kst-36360-28']],
    ['before it', `${short}${filler}<p>Kamerstuk 36 360, nr. 5.</p>`, ['kst-36360-28', 'kst-36360-5']],
    ['without it', `${short}${filler}`, []],
  ])('a short form a megabyte away from what it leans on, %s', (_name, html, ids) => {
    expect(referencesIn(show(html)).ids()).toEqual(ids)
  })

  test('150,000 short forms in one text, all far from what they could lean on', () => {
    const root = show('<div style="display: none"></div>')
    root.firstElementChild?.append(`2023D19158 ${'; nr. 6 '.repeat(150_000)}`)
    expect(referencesIn(root).references.all()).toHaveLength(1)
  })

  test('1,000 raised elements in each other, around eight megabytes', () => {
    const root = show('<div style="display: none"></div>')
    let inner: Element = root.firstElementChild as Element
    for (let depth = 0; depth < 1000; depth += 1) inner = inner.appendChild(document.createElement('sup'))
    inner.append(`${'x '.repeat(4_000_000)} 2023D19158`)
    expect(referencesIn(root).references.all()).toHaveLength(1)
  })

  test('markup that is broken', () => {
    const root = show(
      '<p>2023D19<b>158</p></b><table>2023D19159<tr><td>2023Z08012<td>216</table><a href="2023D"><a href=""><p>kst-36360-5</i></div>',
    )
    expect(referencesIn(root).ids()).toEqual(['2023D19158', '2023D19159', '2023Z08012', 'kst-36360-5'])
  })

  test('zero-width characters and marks of direction in and around codes', () => {
    const root = show(
      '<p>\u200b2023\u200dD\u206019158\ufeff \u200e2023Z08\u200e012\u200f \u202b2023D19160\u202c; Kamer\u200bstuk 36 4\u200f10, nr. 1\u20602</p>',
    )
    expect(referencesIn(root).ids()).toEqual(['2023D19158', '2023Z08012', '2023D19160', 'kst-36410-12'])
  })
})
