import { afterEach, expect, test } from 'vitest'
import { type PlacedReference, rangesOf } from '#utils/dom/places.ts'
import { findSplitCodes, markSplitCodes } from '../../../entrypoints/reader/split-codes.ts'

afterEach(() => document.body.replaceChildren())

/** A text layer as pdf.js makes it: spans at their places, in the order in which the file draws them. */
function layerOf(...texts: readonly (readonly [text: string, left: number, top: number])[]): HTMLElement {
  const layer = document.createElement('div')
  layer.className = 'textLayer'
  layer.style.cssText = 'position: relative; font: 10px/1 sans-serif'
  for (const [text, left, top] of texts) {
    const span = document.createElement('span')
    span.style.cssText = `position: absolute; left: ${left}px; top: ${top}px; white-space: pre`
    span.textContent = text
    layer.append(span)
  }
  document.body.append(layer)
  return layer
}

const table = [
  ['155', 10, 0],
  ['Kunt u een stand van zaken geven', 40, 0],
  ['2023D19', 300, 0],
  ['van het actieplan?', 40, 12],
  ['158', 300, 12],
  ['216', 350, 12],
] as const

test('a code in two lines of a column is found, its parts by their places', () => {
  const [found, ...others] = findSplitCodes(layerOf(...table))
  expect(found?.code.id).toBe('2023D19158')
  expect(found && rangesOf(found).map(({ startContainer }) => startContainer.textContent)).toEqual(['2023D19', '158'])
  expect(others).toEqual([])
})

test.each([
  [
    'its second part stands in another column',
    [
      ['2023D19', 300, 0],
      ['158', 350, 12],
    ],
  ],
  [
    'its second part stands further below',
    [
      ['2023D19', 300, 0],
      ['158', 300, 60],
    ],
  ],
  [
    'the parts are too long together',
    [
      ['2023D19', 300, 0],
      ['1588', 300, 12],
    ],
  ],
  [
    'the first part is whole',
    [
      ['2023D19158', 300, 0],
      ['158', 300, 12],
    ],
  ],
  [
    'the number goes on',
    [
      ['2023D19', 300, 0],
      ['158a', 300, 12],
    ],
  ],
  [
    'the beginning is the end of a word',
    [
      ['x2023D19', 300, 0],
      ['158', 300, 12],
    ],
  ],
] as const)('none is found where %s', (_, texts) => {
  expect(findSplitCodes(layerOf(...texts))).toEqual([])
})

test('they are painted by what is kept of them, and found at a point', async () => {
  const viewer = document.createElement('div')
  document.body.append(viewer)
  const marks = markSplitCodes(viewer, async () => ({ '2023D19158': 'noted' }))
  viewer.append(layerOf(...table))
  const noted = () => [...(CSS.highlights.get('kamerlens-split-noted') ?? [])]
  await expect.poll(noted).toHaveLength(2)
  const box = viewer.querySelectorAll('span')[4]?.getBoundingClientRect()
  expect(marks.at((box?.left ?? 0) + 3, (box?.top ?? 0) + 3)?.code.id).toBe('2023D19158')
  expect(marks.at(1, 1)).toBeNull()
})

test('they are walked among the others, in the order of the document, and not twice', async () => {
  const viewer = document.createElement('div')
  document.body.append(viewer)
  const marks = markSplitCodes(viewer, async () => ({}))
  const layer = layerOf(['2023D11111', 10, 0], ...table, ['2023D22222', 10, 30])
  viewer.append(layer)
  await expect.poll(() => marks.amid([])).toHaveLength(1)
  const text = (index: number) => layer.children[index]?.firstChild as Text
  const own = (id: string, node: Text): PlacedReference => ({
    code: { kind: 'document', id },
    mention: null,
    range: new StaticRange({ startContainer: node, startOffset: 0, endContainer: node, endOffset: 1 }),
    nodes: [node],
    link: null,
    collapsed: false,
  })
  const [first, last] = [own('2023D11111', text(0)), own('2023D22222', text(7))]
  const ids = (all: readonly PlacedReference[]) => all.map(({ code }) => code.id)
  expect(ids(marks.amid([first, last]))).toEqual(['2023D11111', '2023D19158', '2023D22222'])
  expect(ids(marks.amid([first]))).toEqual(['2023D11111', '2023D19158'])
  expect(ids(marks.amid([last]))).toEqual(['2023D19158', '2023D22222'])
  expect(marks.amid([first]).every((each) => marks.has(each) === (each !== first))).toBe(true)
  const found = own('2023D19158', text(3))
  expect(marks.amid([first, found, last])).toEqual([first, found, last])
})
