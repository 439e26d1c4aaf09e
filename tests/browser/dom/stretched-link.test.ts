import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { referenceAt } from '#utils/dom/hit-test.ts'
import { referencesIn, show } from './page.ts'

const html = (link: string): string => `
  <style>
    .block { position: relative; width: 400px; padding: 16px }
    .stretched::after { content: ""; position: absolute; inset: 0 }
  </style>
  <div class="block"><h3>${link}</h3><p>Zie 2023D19158 en meer.</p><p>Geen code.</p></div>
  <p>Ook 2023D19159.</p>`

/** What is found in the middle of each of these texts. */
async function foundAt(link: string, ...texts: readonly string[]): Promise<readonly (string | undefined)[]> {
  await page.viewport(1000, 700)
  const root = show(html(link))
  const { references } = referencesIn(root)
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found = new Map<string, string | undefined>()
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    for (const text of texts) {
      const at = node.data.indexOf(text)
      if (at < 0) continue
      const range = new Range()
      range.setStart(node, at)
      range.setEnd(node, at + text.length)
      const { left, top, width, height } = range.getBoundingClientRect()
      found.set(text, referenceAt(references, left + width / 2, top + height / 2)?.code.id)
    }
  }
  return texts.map((text) => found.get(text))
}

test('a code is found under a link that is stretched over its block, and nothing beside it', async () => {
  const link = '<a href="/elders" class="stretched">Brief over stages</a>'
  expect(await foundAt(link, '2023D19158', 'Geen code', 'Brief over', '2023D19159')).toEqual([
    '2023D19158',
    undefined,
    undefined,
    '2023D19159',
  ])
})

test('what the stretched link itself names is found everywhere else on the block', async () => {
  const link =
    '<a href="https://zoek.officielebekendmakingen.nl/kst-36360-5.html" class="stretched">Brief over stages</a>'
  expect(await foundAt(link, '2023D19158', 'Geen code', 'Brief over')).toEqual([
    '2023D19158',
    'kst-36360-5',
    'kst-36360-5',
  ])
})
