import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'puppeteer-core'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import type { NoteRow } from '#utils/database/schema.ts'
import { chromiumOnly } from './chromium-only.ts'
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
const noteTables = ['notes', 'noteTags', 'noteVersions', 'noteMentions']
const openLibrary = () => world().driver.openExtensionPage('library.html')
const openOptions = () => world().driver.openExtensionPage('options.html')
const content = () => Promise.all(noteTables.map((table) => readTable(world(), table)))

const annotation = (id: string, text: string, uri: string) => ({
  id,
  uri,
  text,
  tags: ['stage'],
  user: 'acct:lezer@hypothes.is',
  created: '2026-03-01T10:00:00.123456+00:00',
  updated: '2026-03-01T10:00:00.123456+00:00',
  target: [
    { source: uri, selector: [{ type: 'TextQuoteSelector', exact: 'toenemende aandacht', prefix: '', suffix: '' }] },
  ],
})

/** The files of this ending that the browser has saved, once there are so many and none is under way. */
function saved(folder: string, ending: string, count: number): Promise<string[]> {
  const read = async () => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [])
  const isWhole = (names: string[]) =>
    names.length === count && names.every((name) => readFileSync(join(folder, name)).length > 0)
  return until(`${count} × *${ending} in ${folder}`, read, isWhole)
}

describe('ways that are the same everywhere', () => {
  chromiumOnly(
    'files are read and made by code with unit tests; files go in and out of both browsers (library, copies)',
  )

  test('notes of Hypothesis are imported after a preview, which is undone as a whole; the second time nothing changes', async () => {
    const file = join(world().downloads, 'hypothesis.json')
    const rows = [
      annotation('a', 'Terugvragen.', 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'),
      annotation('b', 'Over fietspaden.', 'https://voorbeeld.nl/pagina'),
    ]
    writeFileSync(file, JSON.stringify({ export_date: '2026-04-01', client_version: '1', annotations: rows }))
    const library = await openLibrary()
    await chooseFile(library, file, 'json')
    await waitForText(library, 'Dit zijn notities uit Hypothesis.')
    expect(await readTable(world(), 'notes')).toEqual([])
    const nothing = await content()
    await library.locator('dialog .kl-button--primary').click()
    await waitForText(library, 'Geïmporteerd: 2 notities, 2 labels')
    await press(library, 'Ongedaan maken')
    await waitForText(library, 'Import ongedaan gemaakt.')
    expect(await content()).toEqual(nothing)
    await chooseFile(library, file, 'json')
    await waitForText(library, 'Dit zijn notities uit Hypothesis.')
    await library.locator('dialog .kl-button--primary').click()
    await waitForText(library, 'Geïmporteerd: 2 notities')
    const notes = await until(
      'the notes',
      () => readTable<NoteRow>(world(), 'notes'),
      (all) => all.length === 2,
    )
    expect(notes.map(({ target }) => target).sort()).toEqual(['kst-36360-VIII-5', 'url:https://voorbeeld.nl/pagina'])
    const before = await content()
    await chooseFile(library, file, 'json')
    await waitForText(library, 'Alles uit dit bestand staat al in Kamerlens')
    await press(library, 'Sluiten')
    expect(await content()).toEqual(before)
    await library.close()
  })

  test('notes go out as a table and as Markdown files, those of a search alone where one is on', async () => {
    const library = await openLibrary()
    await press(library, 'Exporteren')
    await press(library, 'Notities als tabel (CSV)')
    await waitForText(library, 'Geëxporteerd: kamerlens-notities-')
    const [table = ''] = await saved(world().downloads, '.csv', 1)
    const text = readFileSync(join(world().downloads, table), 'utf8')
    expect(text.startsWith('\ufeffCode;Verwijzing;')).toBe(true)
    for (const words of ['Terugvragen.', 'Over fietspaden.', '36 360 VIII, nr. 5']) expect(text).toContain(words)
    await typeInto(library, 'Zoek in alles', 'fietspaden')
    await until(
      'the number of notes found',
      () => library.evaluate(() => document.querySelector('.kl-library__view[aria-current]')?.textContent ?? ''),
      (shown) => /Notities\s*1$/.test(shown),
    )
    await press(library, 'Exporteren')
    await waitForText(library, 'Alleen wat gevonden is (1 notitie)')
    await press(library, 'Notities als Markdown (Obsidian)')
    const [archive = ''] = await saved(world().downloads, '.zip', 1)
    const files = Object.values(unzipSync(new Uint8Array(readFileSync(join(world().downloads, archive)))))
    expect(files).toHaveLength(1)
    expect(strFromU8(files[0] ?? new Uint8Array())).toContain('Over fietspaden.')
    await library.close()
  })
})

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
      (all) => Object.keys(all).length === 2,
    )
    for (const [name, text] of Object.entries(files)) {
      expect(name).toMatch(/^kamerlens-\d{4}-\d{2}-\d{2}-\d{4}(?:-2)?\.json$/)
      const path = join(world().downloads, `uit-${name}`)
      writeFileSync(path, text)
      await chooseFile(options, path, 'json')
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
    await new Promise((resolve) => setTimeout(resolve, 1500))
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
  // Of nothing no copy is made.
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
  await chooseFile(options, join(folder, newer), 'json')
  await waitForText(options, 'Alles uit dit bestand staat al in Kamerlens')
  await press(options, 'Sluiten')
  await press(options, 'Uitzetten')
  await waitForText(options, 'Aanzetten')
  await options.close()
})
