import fc from 'fast-check'
import { expect, test } from 'vitest'
import { few, placeFew } from '#utils/dom/few-places.ts'
import { referencesIn, show } from './page.ts'

/** Each text node of a root, and where it starts. */
function textNodesOf(root: Node): readonly (readonly [node: Text, start: number])[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: [Text, number][] = []
  let start = 0
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    found.push([node, start])
    start += node.length
  }
  return found
}

function walkedTo(root: Node, places: readonly number[]): Map<Text, number[]> {
  const found = new Map<Text, number[]>()
  for (const [node, start] of textNodesOf(root)) {
    const offsets = places.flatMap((place) => (place >= start && place < start + node.length ? [place - start] : []))
    if (offsets.length > 0) found.set(node, offsets)
  }
  return found
}

function leaptTo(root: Element, places: readonly number[]): Map<Text, number[]> | null {
  const leaping = placeFew(root, root.textContent.length, places)
  for (;;) {
    const { done, value } = leaping.next()
    if (done) return value
  }
}

/** Markup in which lengths tell little of places: long and short texts, empty ones, nested ones, comments, scripts, templates. */
const block = fc.oneof(
  fc.nat(300).map((length) => `<p>${'x'.repeat(length)}</p>\n`),
  fc.nat(40).map((count) => '<ul>\n  <li>een</li>\n</ul>'.repeat(count)),
  fc.nat(40).map((count) => '<b>'.repeat(count)),
  fc.constantFrom('<!-- niets -->', '<script>const x = 1</script>', '<template><p>binnen</p></template>', '<br>'),
)

test('places that are leapt to are those that are walked to', () => {
  const pages = fc.array(block, { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(pages, fc.array(fc.nat(1_000_000), { maxLength: 12 }), (blocks, drawn) => {
      const root = show(`${blocks.join('')}<p>einde</p>`)
      root.firstChild?.after('', document.createTextNode('los'), '')
      const { length } = root.textContent
      const places = [...new Set(drawn.map((each) => each % length))].sort((one, other) => one - other)
      expect(leaptTo(root, places)).toEqual(walkedTo(root, places))
      root.remove()
    }),
    { numRuns: 300 },
  )
})

test('a place beyond the end leads nowhere', () => {
  const root = show('<p>kort</p>')
  expect(leaptTo(root, [99])).toBe(null)
})

test('a long page with few references names what stands in it', () => {
  const filler = '<p>Een zin <b>zonder</b> iets erin, die een eind doorgaat.</p>\n'.repeat(few.characters / 40)
  const root = show(`${filler}<p>Zie 2023D19<b>158</b> en</p>${filler}<p>Kamerstuk 36 360, nr. 5.</p>${filler}`)
  expect(referencesIn(root).ids()).toEqual(['2023D19158', 'kst-36360-5'])
})
