import { afterEach, describe, expect, test } from 'vitest'
import { InOrder } from '#utils/dom/document-order.ts'

const list = document.createElement('div')
document.body.append(list)
afterEach(() => list.replaceChildren())

const made = (name: number): Text => {
  const paragraph = document.createElement('p')
  const text = document.createTextNode(String(name))
  paragraph.append(text)
  return paragraph.firstChild as Text
}
/** The texts as they stand in the page. */
const standing = (): string[] => [...list.children].map(({ textContent }) => textContent ?? '')

const inOrder = () => new InOrder<Text>((node) => ({ node, offset: 0 }))
const names = (items: InOrder<Text>): string[] => items.all().map(({ data }) => data)

/** A run of texts, put before a child of the list; null puts it at the end. */
function put(items: InOrder<Text>, run: readonly Text[], before: Element | null): void {
  items.begin()
  for (const text of run) {
    if (text.parentElement !== null) list.insertBefore(text.parentElement, before)
    items.add(text)
  }
}

describe('what is found in a page that grows', () => {
  const runs = Array.from({ length: 40 }, (_, run) => [0, 1, 2].map((place) => made(run * 3 + place)))

  test.each([
    ['at its end', () => null],
    ['at its beginning', () => list.firstElementChild],
    ['in its middle', (run: number) => list.children[Math.floor((list.children.length * (run % 5)) / 5)] ?? null],
  ] as const)('%s stands in the order of the document, asked after each run and after all', (_, where) => {
    const [each, all] = [inOrder(), inOrder()]
    for (const [index, run] of runs.entries()) {
      put(each, run, where(index))
      expect(names(each)).toEqual(standing())
      all.begin()
      for (const text of run) all.add(text)
    }
    expect(names(all)).toEqual(standing())
  })

  test('that the page has put in another order before anybody asked stands in that', () => {
    const items = inOrder()
    put(items, [made(1), made(2)], null)
    items.all()
    put(items, [made(3), made(4), made(5)], null)
    list.append(...[...list.children].reverse())
    items.doubt()
    expect(names(items)).toEqual(['5', '4', '3', '2', '1'])
  })

  test('is placed without a search where it comes behind all, or before all: each step of one passes thousands of siblings', () => {
    const items = inOrder()
    put(
      items,
      Array.from({ length: 500 }, (_, index) => made(index)),
      null,
    )
    items.all()
    const { compareDocumentPosition } = Node.prototype
    let compared = 0
    Node.prototype.compareDocumentPosition = function (other) {
      compared += 1
      return compareDocumentPosition.call(this, other)
    }
    try {
      for (let run = 0; run < 20; run += 1) put(items, [made(1000 + run)], null)
      put(items, [made(2000)], list.firstElementChild)
      expect(names(items)).toEqual(standing())
    } finally {
      Node.prototype.compareDocumentPosition = compareDocumentPosition
    }
    expect(compared).toBeGreaterThan(0)
    expect(compared).toBeLessThanOrEqual(22)
  })
})
