import { readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import type { NoteRow } from '#utils/database/schema.ts'
import { inspectorOf, openPopup, press, readTable, shownText, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()
const family = inject('family')

/** Sends saves as an editor does, one after the other, and gives the ids of those that were answered as saved. */
async function saveNotes(prefix: string, count: number): Promise<string[]> {
  const page = await inspectorOf(world().driver)
  return page.evaluate(
    async (prefix, count) => {
      const saved: string[] = []
      for (let index = 0; index < count; index += 1) {
        const id = `${prefix}-${index}`
        const payload = { id, target: '2023D19158', opened: '', body: `Notitie ${id}.` }
        const message = { kamerlens: 'background', type: 'note/save', payload }
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: object): Promise<unknown> } }
        }
        const answer = (await chrome.runtime.sendMessage(message)) as { value?: { ok?: boolean } } | undefined
        if (answer?.value?.ok === true) saved.push(id)
      }
      return saved
    },
    prefix,
    count,
  )
}

const storedIds = async () => (await readTable<NoteRow>(world(), 'notes')).map(({ id }) => id)

/** Waits until these notes, and no others, are there. */
async function nothingLost(saved: readonly string[]): Promise<void> {
  const sorted = [...saved].sort()
  await until('all notes', storedIds, (ids) => [...ids].sort().join() === sorted.join(), 20_000)
}

/** The folders of IndexedDB in a profile that hold Kamerlens' rows. */
function databasesIn(profile: string): string[] {
  const all = readdirSync(profile, { recursive: true, encoding: 'utf8' }).map((name) => join(profile, name))
  return all.filter((path) =>
    family === 'chromium'
      ? /chrome-extension_\w+_0\.indexeddb\.leveldb$/.test(path)
      : /moz-extension[^/\\]*[/\\]idb$/.test(path),
  )
}

/** The newest log of LevelDB in a profile. */
function newestLog(profile: string): string {
  const logs = databasesIn(profile).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.log'))
      .map((name) => join(folder, name)),
  )
  const newest = logs.toSorted((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0]
  if (newest === undefined) throw new Error('LevelDB has no log in this profile')
  return newest
}

describe('notes that were shown as saved', () => {
  test('are there after the browser’s end by kill -9 in a stream of saves', async () => {
    const saved = await saveNotes('stroom', 20)
    expect(saved).toHaveLength(20)
    await world().restart('kill')
    await nothingLost(saved)
  })

  test('are made anew when the database was wiped, and it is said once', async () => {
    const before = await storedIds()
    await world().restart('close', (profile) => {
      const folders = databasesIn(profile)
      expect(folders.length).toBeGreaterThan(0)
      for (const folder of folders) rmSync(folder, { recursive: true })
    })
    await nothingLost(before)
    const popup = await openPopup(world())
    await waitForText(popup, 'uit zijn tweede kopie: 20 notities')
    await press(popup, 'Sluiten')
    await until(
      'the sentence gone',
      () => shownText(popup),
      (text) => !text.includes('tweede kopie'),
    )
    await popup.close()
  })

  test('survive what Chromium does to a torn log: the start after the next one empties the database', {
    timeout: 120_000,
  }, async (context) => {
    context.skip(family !== 'chromium', 'Firefox keeps IndexedDB in SQLite, which has no such log')
    let saved = await storedIds()
    for (const cut of [1, 40, 300]) {
      saved = [...saved, ...(await saveNotes(`eerst-${cut}`, 5))]
      await world().restart('kill', (profile) => {
        const log = newestLog(profile)
        const size = readFileSync(log).byteLength
        expect(size).toBeGreaterThan(cut)
        truncateSync(log, size - cut)
      })
      await nothingLost(saved)
      saved = [...saved, ...(await saveNotes(`daarna-${cut}`, 5))]
      await world().restart('close')
      await nothingLost(saved)
    }
  })
})
