import './fake-browser.ts'
import { beforeEach, expect, test, vi } from 'vitest'
import { saveToDownloads } from '#utils/browser/backup/downloads.ts'
import { fakeBrowser, stubBrowser } from './fake-browser.ts'

const moment = new Date(2026, 10, 23, 14, 2)
const content = new Blob(['{}'])

interface Item {
  id: number
  filename: string
  state: string
  fileSize: number
  exists: boolean
  byExtensionId: string
}

/** The browser's downloads as far as they are used: what it was asked for, and what then becomes of it. */
function downloads(end: { readonly state?: string; readonly fileSize?: number } = {}) {
  const items: Item[] = []
  const listeners = new Set<(delta: object) => void>()
  const removed: string[] = []
  const root = fakeBrowser as unknown as Record<string, unknown>
  root.downloads = {
    onChanged: {
      addListener: (listener: (delta: object) => void) => listeners.add(listener),
      removeListener: (listener: (delta: object) => void) => listeners.delete(listener),
    },
  }
  const download = stubBrowser('downloads', 'download', async ({ filename }: { filename: string }) => {
    const id = items.length + 1
    const path = `/home/lezer/Downloads/${filename}`
    items.push({
      id,
      filename: path,
      state: 'in_progress',
      fileSize: -1,
      exists: true,
      byExtensionId: fakeBrowser.runtime.id,
    })
    setTimeout(() => {
      const state = end.state ?? 'complete'
      Object.assign(items[id - 1] ?? {}, { state, fileSize: end.fileSize ?? content.size })
      for (const listener of listeners) listener({ id, state: { current: state } })
    })
    return id
  })
  stubBrowser('downloads', 'search', async (query: { id?: number; filenameRegex?: string }) =>
    items.filter(({ id, filename }) =>
      query.id === undefined ? new RegExp(query.filenameRegex ?? '').test(filename) : id === query.id,
    ),
  )
  stubBrowser('downloads', 'removeFile', async (id: number) => {
    removed.push(items.find((item) => item.id === id)?.filename ?? '')
  })
  stubBrowser('downloads', 'erase', async () => [])
  return { items, removed, download, listeners }
}

beforeEach(() => {
  stubBrowser('permissions', 'contains', async () => true)
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
})

test('a copy goes to Kamerlens among the downloads and counts when it is complete and as large as it was', async () => {
  const { download, listeners } = downloads()
  const made = await saveToDownloads([content], moment, [['/old']])
  expect(made).toEqual([['/old'], ['/home/lezer/Downloads/Kamerlens/kamerlens-2026-11-23-1402.json']])
  expect(download).toHaveBeenCalledWith({
    url: 'blob:x',
    filename: 'Kamerlens/kamerlens-2026-11-23-1402.json',
    saveAs: false,
    conflictAction: 'uniquify',
  })
  expect(listeners.size).toBe(0)
})

test('one that was interrupted, or is not as large, does not count and costs no earlier one', async () => {
  const full = Array.from({ length: 14 }, (_, index) => [`/home/lezer/${index}`])
  const interrupted = downloads({ state: 'interrupted' })
  await expect(saveToDownloads([content], moment, full)).rejects.toMatchObject({ code: 'not-finished' })
  expect(interrupted.removed).toEqual([])
  const shorter = downloads({ fileSize: 1 })
  await expect(saveToDownloads([content], moment, full)).rejects.toMatchObject({ code: 'not-same' })
  expect(shorter.removed).toEqual([])
})

test('of fourteen the oldest goes, and nothing that is not ours', async () => {
  const { items, removed } = downloads()
  const made = Array.from({ length: 14 }, (_, index) => [`/home/lezer/Downloads/Kamerlens/${index}+(1).json`])
  const [oldest = ''] = made[0] ?? []
  const own = { state: 'complete', fileSize: 2, exists: true, byExtensionId: fakeBrowser.runtime.id }
  items.push({ ...own, id: 1, filename: oldest }, { ...own, id: 2, filename: `${oldest}.bak` })
  expect(await saveToDownloads([content], moment, made)).toHaveLength(14)
  expect(removed).toEqual([oldest])
  items[0] = { ...own, id: 1, filename: oldest, byExtensionId: 'another' }
  await saveToDownloads([content], moment, made)
  expect(removed).toEqual([oldest])
})

test('a copy of several files counts as one', async () => {
  downloads()
  const [copy, ...others] = await saveToDownloads([content, content], moment, [])
  expect(others).toEqual([])
  expect(copy?.map((path) => path.split('/').at(-1))).toEqual([
    'kamerlens-2026-11-23-1402.json',
    'kamerlens-2026-11-23-1402-2.json',
  ])
})

test('without the permission nothing is asked of the browser', async () => {
  const { download } = downloads()
  stubBrowser('permissions', 'contains', async () => false)
  await expect(saveToDownloads([content], moment, [])).rejects.toMatchObject({ code: 'no-permission' })
  expect(download).not.toHaveBeenCalled()
})
