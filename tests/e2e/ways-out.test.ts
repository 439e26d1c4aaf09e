import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import { chooseFile, openPopup, press, readTable, settled, typeInto, waitForText, writeNote } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

/** The extension's own storage, as its pages see it. */
interface Local {
  get(key: string): Promise<Record<string, unknown>>
  set(items: object): Promise<void>
}

const world = useWorld()
const isChromium = inject('family') === 'chromium'
const openOptions = () => world().driver.openExtensionPage('options.html')
// Of nothing no copy is made.
beforeAll(async () => {
  const popup = await openPopup(world())
  await typeInto(popup, 'Zoek een code', '2023D19158')
  await popup.keyboard.press('Enter')
  await waitForText(popup, '2023D19158')
  await settled(world())
  await writeNote(popup, 'Terugvragen.')
  await until(
    'the note',
    () => readTable<NoteRow>(world(), 'notes'),
    (rows) => rows.some(({ body }) => body === 'Terugvragen.'),
  )
  await popup.close()
})

/** The files of this ending that the browser has saved, once there are so many and none is under way. */
function saved(folder: string, ending: string, count: number): Promise<string[]> {
  const read = async () => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [])
  const isWhole = (names: string[]) =>
    names.length === count && names.every((name) => readFileSync(join(folder, name)).length > 0)
  return until(`${count} × *${ending} in ${folder}`, read, isWhole)
}

/** Why a test of the other browser's copies is not for this one. */
const others = isChromium
  ? 'Chromium lays its copies in a folder of the user’s choice, not among the downloads'
  : 'Firefox gives no folder to write to: its copies go among the downloads'

describe('copies in a folder, in Chromium', () => {
  beforeEach((context) => context.skip(!isChromium, others))

  /** A private folder in the place of the one that the user would choose in a window of the browser. */
  const choosePrivately = (options: Page) =>
    options.evaluate(() => {
      const picker = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('gekozen', { create: true })
      Object.assign(globalThis, { showDirectoryPicker: picker })
    })

  const filesIn = (page: Page) =>
    page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('gekozen', { create: true })
      const files: Record<string, string> = {}
      for await (const each of folder.values())
        if (each instanceof FileSystemFileHandle) files[each.name] = await (await each.getFile()).text()
      return files
    })

  test('a copy is made when a folder is chosen, again when asked for, and restores what is kept', async () => {
    const options = await openOptions()
    await choosePrivately(options)
    await press(options, 'Map kiezen…')
    await waitForText(options, 'Kopie gemaakt: kamerlens-', 'in de map «gekozen», nagelezen.')
    await press(options, 'Nu een kopie maken')
    const files = await until(
      'two copies',
      () => filesIn(options),
      // A file has its name before its text.
      (all) => Object.values(all).filter((text) => text !== '').length === 2,
    )
    for (const [name, text] of Object.entries(files)) {
      expect(name).toMatch(/^kamerlens-\d{4}-\d{2}-\d{2}-\d{4}(?:-2)?\.json$/)
      const path = join(world().downloads, `uit-${name}`)
      writeFileSync(path, text)
      await chooseFile(options, path, 'import')
      await waitForText(options, 'Dit is een export van Kamerlens.', 'Alles uit dit bestand staat al in Kamerlens')
      await press(options, 'Sluiten')
    }
    await options.close()
  })

  test('on a day with a copy none is made by itself; on the next one is, after a change, by opening the popup', async () => {
    const { driver } = world()
    const inspector = await driver.openExtensionPage(driver.inert, { behind: true })
    const before = Object.keys(await filesIn(inspector)).length
    const options = await openOptions()
    await waitForText(options, 'nagelezen.')
    await aWhile(1500)
    expect(Object.keys(await filesIn(inspector))).toHaveLength(before)
    // The copies were of yesterday, and of an earlier state.
    await options.evaluate(async () => {
      const { storage } = (globalThis as unknown as { chrome: { storage: { local: Local } } }).chrome
      const made = (await storage.local.get('backup.made'))['backup.made'] as object
      await storage.local.set({ 'backup.made': { ...made, at: '2026-01-01T12:00:00.000Z', sequence: 0 } })
    })
    await options.close()
    const popup = await driver.openExtensionPage('popup.html', { behind: true })
    await until(
      'one more copy',
      () => filesIn(inspector),
      (all) => Object.keys(all).length === before + 1,
    )
    await popup.close()
    const again = await openOptions()
    await waitForText(again, 'nagelezen.')
    await press(again, 'Uitzetten')
    await waitForText(again, 'Map kiezen…')
    expect(Object.keys(await filesIn(inspector))).toHaveLength(before + 1)
    await again.close()
    await inspector.close()
  })
})

/** What is remembered of copies among the downloads. */
const madeNames = (options: Page) =>
  options.evaluate(async () => {
    const { local } = (globalThis as unknown as { browser: { storage: { local: Local } } }).browser.storage
    return ((await local.get('backup.made'))['backup.made'] as { names: string[][] } | undefined)?.names ?? []
  })

/** As if so many copies had been made between the first and the second, on days long gone. */
const withOlderCopies = (options: Page, count: number) =>
  options.evaluate(async (number) => {
    const { local } = (globalThis as unknown as { browser: { storage: { local: Local } } }).browser.storage
    const made = (await local.get('backup.made'))['backup.made'] as { names: string[][] }
    const [[first = ''] = [], ...others] = made.names
    const between = Array.from({ length: number }, (_, index) => [
      first.replace('kamerlens-', `kamerlens-weg-${index}-`),
    ])
    await local.set({ 'backup.made': { ...made, names: [[first], ...between, ...others] } })
  }, count)

test('copies among the downloads, in Firefox: turned on, made, and again when asked for', async (context) => {
  context.skip(isChromium, others)
  const options = await openOptions()
  await waitForText(options, 'Firefox laat die niet nalezen')
  await press(options, 'Aanzetten')
  await waitForText(options, 'Kopie gemaakt: kamerlens-', 'in Downloads/Kamerlens.')
  const folder = join(world().downloads, 'Kamerlens')
  const [name = ''] = await saved(folder, '.json', 1)
  expect(name).toMatch(/^kamerlens-\d{4}-\d{2}-\d{2}-\d{4}\.json$/)
  await press(options, 'Nu een kopie maken')
  await saved(folder, '.json', 2)
  await until(
    'both told',
    () => madeNames(options),
    (names) => names.length === 2,
  )
  await withOlderCopies(options, 12)
  await press(options, 'Nu een kopie maken')
  // Fourteen were there: the oldest of them is gone from the disk.
  await until(
    'the oldest copy removed',
    async () => readdirSync(folder),
    (names) => names.length === 2 && !names.includes(name),
  )
  const [newer = ''] = await saved(folder, '.json', 2)
  await chooseFile(options, join(folder, newer), 'import')
  await waitForText(options, 'Alles uit dit bestand staat al in Kamerlens')
  await press(options, 'Sluiten')
  await press(options, 'Uitzetten')
  await waitForText(options, 'Aanzetten')
  await options.close()
})
