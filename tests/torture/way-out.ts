import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { inspectorOf, press, waitForText } from '../e2e/screens.ts'
import { until } from '../e2e/until.ts'
import type { World } from '../e2e/world.ts'
import { addresses } from '../site/addresses.ts'
import { saveSurely, storedNotes } from './sending.ts'
import { databasesIn, type Trial } from './trials.ts'
import { putEarlier } from './upgrade.ts'

/**
 * The way out where the database can't be opened, in each way that leads there: behind a window that holds a database of the first schema, without a
 * second copy of one, and of a database that is damaged. Every note has to be in the file that is saved, or, where Firefox makes a damaged database anew, put
 * back.
 */
export async function wayOutTrial(world: World, tell: (line: string) => void): Promise<Trial> {
  const lost: string[] = []
  let saved = 0
  // A browser without a page ends.
  const stays = await world.driver.openPage(addresses.withoutCodes)
  const comesOut = async (how: string, notice: string, result: string, ids: readonly string[]) => {
    tell(how)
    const file = await savedAsItLies(world, notice, result)
    for (const id of ids) if (!file.includes(`"${id}"`)) lost.push(`${id}, ${how}`)
    saved += ids.length
  }

  await saveSurely(world, { id: 'bewaard', opened: '', body: 'Bewaard, zie 2023D20951.' })
  const held = await putEarlier(world, 'achter-venster', 'Achter een oud venster.')
  const inspector = await inspectorOf(world.driver)
  await hold(inspector)
  await comesOut('behind a window that holds it', 'een oud venster ervan houdt de opslag nog vast', 'Opgeslagen:', held)
  await letGo(inspector)
  await until(
    'the upgrade',
    () => storedNotes(world),
    (notes) => notes.has('achter-venster'),
  )

  const unsecured = await putEarlier(world, 'zonder-kopie', 'Zonder tweede kopie.')
  await spoilJournal(inspector)
  await comesOut(
    'without a second copy',
    'maakt eerst een kopie van wat u bewaart. Dat lukte niet',
    'Let op',
    unsecured,
  )
  await world.driver.stopBackground().catch(() => undefined)
  await mendJournal(inspector)
  await saveSurely(world, { id: 'na-de-kopie', opened: '', body: 'Weer bewaard.' })

  const all = [...(await storedNotes(world)).keys()]
  await stays.close().catch(() => undefined)
  await world.restart('close', (profile) => {
    for (const folder of databasesIn(profile, world.family)) damage(folder, world.family)
  })
  if (world.family === 'chromium')
    await comesOut('of a damaged database', 'De opslag van de browser kan niet worden geopend', 'Let op', all)
  else {
    await isPutBack(world)
    const notes = await storedNotes(world)
    lost.push(...all.filter((id) => !notes.has(id)).map((id) => `${id}, which was to be put back`))
    saved += all.length
  }
  return { rounds: 3, saved, lost, doubled: [], times: [] }
}

/** Opens the library on the notice, and has everything saved; the text of the file. */
async function savedAsItLies(world: World, notice: string, result: string): Promise<string> {
  const library = await world.driver.openExtensionPage('library.html')
  try {
    await until(
      'the notice',
      () => waitForText(library, notice, 'Alles opslaan als bestand'),
      () => true,
      60_000,
    )
    await press(library, 'Alles opslaan als bestand')
    await until(
      'the file told',
      () => waitForText(library, result),
      () => true,
      30_000,
    )
    const [name = ''] = await until(
      'the file',
      async () => filesIn(world.downloads),
      (files) => files.length === 1 && readFileSync(join(world.downloads, files[0] ?? '')).length > 0,
    )
    const text = readFileSync(join(world.downloads, name), 'utf8')
    // One of the same minute bears the same name.
    rmSync(join(world.downloads, name))
    return text
  } finally {
    await library.close()
  }
}

/** Firefox makes a database anew that it can't open, and what it held is put back from the second copy. */
async function isPutBack(world: World): Promise<void> {
  const library = await world.driver.openExtensionPage('library.html')
  await waitForText(library, 'uit zijn tweede kopie').finally(() => library.close())
}

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []

/** Opens the database as a window of an earlier Kamerlens does that closes for nobody. */
const hold = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('kamerlens')
        request.onsuccess = () => {
          Object.assign(globalThis, { held: request.result })
          resolve()
        }
        request.onerror = () => reject(request.error)
      }),
  )

const letGo = (page: Page) => page.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close())

/** A file in the place of the journal's folder: nobody reads or writes a second copy. */
const spoilJournal = (page: Page) =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome?: { offscreen?: { closeDocument(): Promise<void> } } }
    // Chromium's worker outlives the background, and holds its files.
    await chrome?.offscreen?.closeDocument().catch(() => undefined)
    const root = await navigator.storage.getDirectory()
    for (let tries = 1; ; tries += 1) {
      try {
        await root.removeEntry('journal', { recursive: true })
        break
      } catch (error) {
        if (tries === 20) throw error
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    await root.getFileHandle('journal', { create: true })
  })

const mendJournal = (page: Page) =>
  page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('journal'))

/** What no browser opens: in the place of Chromium's folder there is a file, in that of Firefox' file a folder. */
function damage(folder: string, family: World['family']): void {
  const places = family === 'chromium' ? [folder] : readdirSync(folder).map((name) => join(folder, name))
  for (const place of places) {
    rmSync(place, { recursive: true })
    if (family === 'chromium') writeFileSync(place, 'stuk')
    else if (place.endsWith('.sqlite')) mkdirSync(join(place, 'stuk'), { recursive: true })
  }
}
