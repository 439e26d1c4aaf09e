import type { NoteRow } from '#utils/database/schema.ts'
import { inspectorOf, readTable } from '../e2e/screens.ts'
import { until } from '../e2e/until.ts'
import type { World } from '../e2e/world.ts'
import { addresses } from '../site/addresses.ts'
import { saveSurely } from './sending.ts'
import type { Trial } from './trials.ts'

/** The version of IndexedDB that Kamerlens 0.1 made. */
const earliest = 10

const pages = ['library.html', 'popup.html', 'options.html'] as const

/**
 * An update of the extension over a database of its first schema, so many times: pages and background open it at the same moment, and every
 * other time the background is stopped while it is at that. Each note has to be there, and in a snapshot that was taken before.
 */
export async function upgradeTrial(world: World, rounds: number, tell: (line: string) => void): Promise<Trial> {
  // An update closes all pages of the extension, and a browser without a page ends.
  const stays = await world.driver.openPage(addresses.withoutCodes)
  const lost: string[] = []
  let saved = 0
  for (let round = 1; round <= rounds; round += 1) {
    const body = `Van voor bijwerking ${round}, zie 2023D20951.`
    const before = await putEarlier(world, `vroeg-${round}`, body)
    await world.update()
    // Firefox tells of the end of the extension's pages where it is asked.
    await world.driver.browser.pages()
    const tabs = await openAll(world)
    if (round % 2 === 0) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
      await world.driver.stopBackground().catch(() => undefined)
    }
    const isUpgraded = (version: number) => version > earliest
    await until('the upgrade', () => versionOf(world), isUpgraded, 60_000).catch((error: unknown) =>
      lost.push(`round ${round}: ${error}`),
    )
    const notes = await readTable<NoteRow>(world, 'notes')
    for (const id of before) if (!notes.some((note) => note.id === id)) lost.push(`${id} in round ${round}`)
    if (!(await snapshots(world)).includes(body)) lost.push(`no snapshot of before in round ${round}`)
    await closeAll(world, tabs)
    // It can be written again.
    await saveSurely(world, { id: `later-${round}`, opened: '', body: `Na bijwerking ${round}.` })
    saved += before.length + 1
    tell(`upgrade ${round} of ${rounds}: ${saved} notes`)
  }
  await stays.close()
  return { rounds, saved, lost, doubled: [], times: [] }
}

/** The part of the extension's API, under either name, that opens pages. */
interface Tabs {
  create(tab: { url: string; active: boolean }): Promise<{ id?: number }>
  remove(ids: readonly number[]): Promise<void>
}

/** Opens all pages at the same moment, from within. */
async function openAll(world: World): Promise<readonly number[]> {
  return (await inspectorOf(world.driver)).evaluate(
    async (pages) => {
      const { browser, chrome } = globalThis as unknown as Record<string, { tabs: Tabs } | undefined>
      const tabs = (browser ?? chrome)?.tabs
      const opened = await Promise.all(pages.map((url) => tabs?.create({ url: `/${url}`, active: false })))
      return opened.flatMap((tab) => tab?.id ?? [])
    },
    [...pages],
  )
}

async function closeAll(world: World, tabs: readonly number[]): Promise<void> {
  await (await inspectorOf(world.driver)).evaluate(
    async (ids) => {
      const { browser, chrome } = globalThis as unknown as Record<string, { tabs: Tabs } | undefined>
      await (browser ?? chrome)?.tabs.remove(ids)
    },
    [...tabs],
  )
}

const versionOf = async (world: World): Promise<number> =>
  (await inspectorOf(world.driver)).evaluate(
    async () => (await indexedDB.databases()).find(({ name }) => name === 'kamerlens')?.version ?? 0,
  )

/**
 * Puts what an earlier Kamerlens would have left in the place of the database: the notes that are there, and one more.
 *
 * @returns the ids of all notes
 */
export async function putEarlier(world: World, id: string, body: string): Promise<readonly string[]> {
  const page = await inspectorOf(world.driver)
  // Between the two steps the background may be woken, and make a new one.
  for (let tries = 0; tries < 20; tries += 1) {
    const notes = await readTable<NoteRow>(world, 'notes')
    const meta = await readTable<{ readonly key: string; readonly value: unknown }>(world, 'meta')
    const count = Number(meta.find(({ key }) => key === 'sequence')?.value ?? 0)
    await world.driver.stopBackground().catch(() => undefined)
    const isPut = await page.evaluate(
      async (notes, id, body, sequence) => {
        const asked = <Value>(request: IDBRequest<Value>) =>
          new Promise<Value>((resolve, reject) => {
            request.onsuccess = () => resolve(request.result)
            request.onerror = () => reject(request.error)
          })
        await asked(indexedDB.deleteDatabase('kamerlens'))
        const opening = indexedDB.open('kamerlens', 10)
        opening.onupgradeneeded = () => {
          const { result } = opening
          const store = (name: string, keyPath: string | string[], ...indexes: string[]) => {
            const made = result.createObjectStore(name, { keyPath })
            for (const index of indexes)
              made.createIndex(index.replace('*', ''), index.replace('*', ''), { multiEntry: index.startsWith('*') })
            return made
          }
          store('documents', 'id', '*aliases', 'dossier', 'date')
          const questions = store('questions', ['list', 'order'], 'code')
          questions.createIndex('[list+number]', ['list', 'number'])
          store('noteTags', ['noteId', 'tag'], 'tag')
          store('noteVersions', ['noteId', 'version'])
          store('sightings', ['document', 'url'], 'lastSeen')
          store('watches', 'target', 'nextCheck')
          store('jobs', 'id', 'state')
          const kept = store('notes', 'id', 'target', 'updatedAt', 'deletedAt')
          const at = new Date().toISOString()
          const early = {
            id,
            target: '2023D19158',
            type: 'document',
            body,
            version: 1,
            places: [],
            createdAt: at,
            updatedAt: at,
          }
          for (const note of [...notes, early]) kept.put(note)
          const own = store('meta', 'key')
          own.put({ key: 'sequence', value: sequence })
          own.put({ key: 'minReader', value: 1 })
          own.put({ key: 'minWriter', value: 1 })
        }
        const database = await asked(opening).catch(() => null)
        const isNew = database?.version === 10
        database?.close()
        return isNew
      },
      notes,
      id,
      body,
      count + 1,
    )
    if (isPut && (await versionOf(world)) === 10) return [...notes.map((note) => note.id), id]
  }
  throw new Error('the database of an earlier Kamerlens could not be put there')
}

/** All that stands in the snapshots of the journal, as text. */
async function snapshots(world: World): Promise<string> {
  const page = await inspectorOf(world.driver)
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('journal')
    const texts: string[] = []
    for await (const entry of folder.values()) {
      if (entry.kind === 'file' && entry.name.startsWith('snapshot'))
        texts.push(await (await (entry as FileSystemFileHandle).getFile()).text())
    }
    return texts.join('\n')
  })
}
