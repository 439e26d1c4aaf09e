import '../browser/fake-browser.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import type { CheckedSender } from '#utils/browser/senders.ts'
import { pageHandlers } from '../../../entrypoints/background/pages/page-handlers.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'

const put: string[] = []

beforeEach(() => {
  fakeBrowser.reset()
  put.length = 0
  stubBrowser('scripting', 'executeScript', async ({ files }: { files: readonly string[] }) => {
    put.push(...files)
    return [{}]
  })
})

const pageAt = (url: string): CheckedSender => ({
  context: 'page',
  tabId: 7,
  frameId: 0,
  url,
  site: new URL(url).hostname,
  incognito: false,
})
const loadChip = (url: string) => pageHandlers({} as never)['chip/load'](undefined, pageAt(url))

describe('the chip', () => {
  test('is put over a PDF of an official site, which the reader can open', async () => {
    expect(await loadChip('https://www.tweedekamer.nl/downloads/document?id=2023D20951')).toBe(true)
    expect(put).toEqual(['/chip.js'])
  })

  test('is not put over a PDF of a site that the user added, which the reader may not fetch', async () => {
    expect(await loadChip('https://www.example.org/a.pdf')).toBe(false)
    expect(put).toEqual([])
  })
})
