import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetFolder, storedFolder, storeFolder, writeToFolder } from '#utils/browser/backup/folder.ts'
import type { CopyNames } from '#utils/database/export/backup-file.ts'

/** A private folder stands in for the user's: the picker is a window of the browser. */
let folder: FileSystemDirectoryHandle
const name = 'backup-test'

beforeEach(async () => {
  const root = await navigator.storage.getDirectory()
  folder = await root.getDirectoryHandle(name, { create: true })
})

afterEach(async () => {
  await (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true }).catch(() => {})
  await forgetFolder()
})

const content = new Blob(['{"format": "kamerlens-export"}'])
const at = (minute: number) => new Date(2026, 10, 23, 14, minute)

async function put(file: string, text = 'van de gebruiker') {
  const stream = await (await folder.getFileHandle(file, { create: true })).createWritable()
  await stream.write(text)
  await stream.close()
}

async function files() {
  const names: string[] = []
  for await (const each of folder.keys()) names.push(each)
  return names.sort()
}

test('a copy is the same bytes, under a name that no file had', async () => {
  await put('kamerlens-2026-11-23-1402.json')
  const made = await writeToFolder(folder, [content], at(2), [])
  expect(made).toEqual([['kamerlens-2026-11-23-1402-2.json']])
  const file = await (await folder.getFileHandle(made[0]?.[0] ?? '')).getFile()
  expect(await file.text()).toBe(await content.text())
  const other = await (await folder.getFileHandle('kamerlens-2026-11-23-1402.json')).getFile()
  expect(await other.text()).toBe('van de gebruiker')
})

test('fourteen stay, the oldest of ours goes, and nothing else is touched', async () => {
  const others = ['aantekeningen.txt', 'kamerlens-2020-01-01-0000.json']
  for (const each of others) await put(each)
  let made: readonly CopyNames[] = []
  for (let minute = 0; minute < 16; minute += 1) made = await writeToFolder(folder, [content], at(minute), made)
  expect(made).toHaveLength(14)
  expect(made[0]).toEqual(['kamerlens-2026-11-23-1402.json'])
  expect(await files()).toEqual([...others, ...made.flat()].sort())
})

test('a copy of several files counts as one, and goes as one', async () => {
  const copy = await writeToFolder(folder, [content, content], at(0), [])
  expect(copy).toEqual([['kamerlens-2026-11-23-1400.json', 'kamerlens-2026-11-23-1400-2.json']])
  let made = copy
  for (let minute = 1; minute <= 14; minute += 1) made = await writeToFolder(folder, [content], at(minute), made)
  expect(await files()).toEqual(made.flat().sort())
  expect(made).toHaveLength(14)
})

test('what reads back otherwise does not count: it is taken away, and no older copy goes', async () => {
  const made = await Promise.all(
    Array.from({ length: 14 }, async (_, index) => {
      const file = `kamerlens-2026-11-0${1 + (index % 9)}-14${10 + index}.json`
      await put(file)
      return [file]
    }),
  )
  const broken = new Proxy(folder, {
    get(target, key) {
      if (key !== 'getFileHandle') {
        const value = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      }
      return async (file: string, options?: FileSystemGetFileOptions) => {
        const handle = await target.getFileHandle(file, options)
        return {
          createWritable: () => handle.createWritable(),
          // A disk that lost the end.
          getFile: async () => (await handle.getFile()).slice(0, 5),
        }
      }
    },
  })
  await expect(writeToFolder(broken, [content], at(59), made)).rejects.toMatchObject({ code: 'not-same' })
  expect(await files()).toEqual(made.flat().sort())
})

test('a folder that is gone, or that may not be written to, says so', async () => {
  await (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true })
  await expect(writeToFolder(folder, [content], at(0), [])).rejects.toMatchObject({ name: 'NotFoundError' })
  const asking = new Proxy(folder, {
    get: (target, key) => (key === 'queryPermission' ? async () => 'prompt' : Reflect.get(target, key)),
  })
  await expect(writeToFolder(asking, [content], at(0), [])).rejects.toMatchObject({ code: 'no-permission' })
})

test('the folder that was chosen is remembered until it is forgotten', async () => {
  expect(await storedFolder()).toBeNull()
  await storeFolder(folder)
  expect((await storedFolder())?.name).toBe(name)
  await forgetFolder()
  expect(await storedFolder()).toBeNull()
})
