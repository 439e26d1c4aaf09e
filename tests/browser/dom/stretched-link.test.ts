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

const foundAt = (link: string, ...texts: readonly string[]) => foundIn(html(link), ...texts)

/** What is found in the middle of each of these texts. */
async function foundIn(markup: string, ...texts: readonly string[]): Promise<readonly (string | undefined)[]> {
  await page.viewport(1000, 700)
  const root = show(markup)
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

test('a code that a picture in a link covers is not pointed at, nor one below what a link is stretched over', async () => {
  const covered = (link: string) => `
    <style>.over { position: absolute; inset: 0 } .pile > * { grid-area: 1 / 1; margin: 0; background: white }</style>
    <div class="pile" style="position: relative; display: grid; width: 400px; height: 100px">
      <p>Zie 2023D19158 en meer.</p><div style="z-index: 1">${link}<p>Geen code.</p></div>
    </div>`
  const picture = '<a href="/" style="line-height: 0"><img alt="" style="width: 400px; height: 60px"></a>'
  expect(await foundIn(covered(picture), '2023D19158')).toEqual([undefined])
  expect(await foundIn(covered('<a href="/">Brief<b class="over"></b></a>'), '2023D19158')).toEqual([undefined])
})
