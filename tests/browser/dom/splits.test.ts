import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findReferences } from '#utils/references/find.ts'
import { cases } from '../../unit/cases.ts'
import { referencesIn, show } from './page.ts'

/** Pieces of texts with codes, look-alikes and what stands around them. */
const pieces = fc.constantFrom(
  '2023D19158',
  '2023D19 158',
  '2023Z08012',
  'kst-36360-VIII-5',
  'ah-tk-20222023-2345',
  'Kamerstuk 36 360, nr. 5',
  'Kamerstukken II 2021–2022, 29 279, nr. 339 en 340',
  'idem, nr. 6',
  'stuk nr. 28',
  ' ',
  ', ',
  '. ',
  ' en ',
  'x',
  '9',
  '2500 EA',
  '12 345',
  ' een zin zonder iets erin die een eind doorgaat ',
)
const wrappers = fc.constantFrom('<b>', '<i>', '<a href="/x">', '<span>', '<em class="x">', '', '', '<wbr>', '&shy;')

function wrapped(text: string, wrapper: string): string {
  const name = /^<(\w+)/.exec(wrapper)?.[1]
  if (name === undefined || name === 'wbr') return wrapper + text
  return `${wrapper}${text}</${name}>`
}

test('however a text is split over inline elements, it names what the whole text names', () => {
  const cuts = fc.array(fc.tuple(fc.nat(30), wrappers), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 10 }), cuts, (parts, splits) => {
      const text = parts.join('').replace(/ {2,}/g, ' ').trim()
      let html = ''
      let rest = text
      for (const [length, wrapper] of splits) {
        html += wrapped(rest.slice(0, length), wrapper)
        rest = rest.slice(length)
      }
      const root = show(`<p>${html}${rest}</p>`)
      const { ids } = referencesIn(root)
      const found = ids()
      root.remove()
      expect(found).toEqual(findReferences(text).map(({ id }) => id))
    }),
    cases(1000),
  )
})

test('signs that nobody sees part no short form from what it leans on', () => {
  for (const html of ['nr. 5&shy;. Ibid.', '<b>nr. 5</b>&#x200b;.<br>Idem', 'nr. 5</p><p>&shy;Ibid.']) {
    const root = show(`<div><p>Kamerstuk 36 360, ${html}</p></div>`)
    const { ids } = referencesIn(root)
    const found = ids()
    root.remove()
    expect(found, html).toEqual(['kst-36360-5', 'kst-36360-5'])
  }
})
