import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { addresses, otherAddresses } from '../site/addresses.ts'
import { chromiumOnly } from './chromium-only.ts'
import { cardWith, paintedTexts, pointAt } from './page.ts'
import {
  inspectorOf,
  openPopup,
  press,
  privateFiles,
  readTable,
  shownText,
  typeInto,
  waitForText,
  writeNote,
} from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()
const openOptions = () => world().driver.openExtensionPage('options.html', { behind: true })

const nothingPainted = (page: Page) =>
  until(
    'nothing painted',
    () => paintedTexts(page),
    (all) => Object.keys(all).length === 0,
  )
const codePainted = (page: Page) =>
  until(
    'a code painted',
    () => paintedTexts(page),
    (all) => Object.values(all).some((texts) => texts.includes('2023D19158')),
  )

test('a site that was added stands in the list, is taken away, and comes back by an undo', async () => {
  const { driver } = world()
  const pattern = 'https://nieuws.example/*'
  await driver.promiseSite(pattern)
  await driver.giveSite(pattern)
  const page = await driver.openPage(otherAddresses.news)
  await codePainted(page)
  const options = await openOptions()
  await press(options, 'Niet meer op nieuws.example')
  await waitForText(options, 'nieuws.example is weggehaald')
  await nothingPainted(page)
  expect(await shownText(options)).toContain('Nog geen. Open Kamerlens op een andere site')
  await press(options, 'Ongedaan maken')
  await codePainted(page)
  await press(options, 'Niet meer op nieuws.example')
  await nothingPainted(page)
  await options.close()
  await page.close()
})

test('the popup leads to the settings, and these to the browser’s own page of keys', async () => {
  const { driver } = world()
  const page = await driver.openPage(addresses.senate)
  const popup = await openPopup(world())
  await press(popup, 'Instellingen')
  await until(
    'the settings',
    () => driver.closeExtensionPage('options.html'),
    (closed) => closed,
  )
  const options = await openOptions()
  await waitForText(options, 'Kamerlens openen', 'Alt+Shift+K', 'geen toets', 'Zijpaneel openen')
  await press(options, 'Sneltoetsen wijzigen')
  const wanted = driver.family === 'chromium' ? 'chrome://extensions/shortcuts' : 'about:addons'
  await until(
    wanted,
    () => driver.closeBrowserPage(wanted),
    (closed) => closed,
  )
  await options.close()
  await page.close()
})

describe('language, looks and the report', () => {
  chromiumOnly('the texts, their choice and the report are no browser’s, and have browser and unit tests')

  test('a language that is chosen holds at once in all open screens, and in pages; so do the looks', async () => {
    const { driver } = world()
    const page = await driver.openPage(addresses.senate)
    await codePainted(page)
    const library = await driver.openExtensionPage('library.html', { behind: true })
    await waitForText(library, 'Documenten', 'Zonder plaats')
    const options = await openOptions()
    await press(options, 'English')
    await waitForText(options, 'Settings', 'Language and appearance')
    await waitForText(library, 'Documents', 'Without a place')
    const surface = () => library.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await surface()
    await press(options, 'Dark')
    await until('dark screens', surface, (colour) => colour !== light)
    await page.bringToFront()
    await pointAt(page, '2023D19158')
    await cardWith(driver, page, 'Follow')
    await driver.stopBackground()
    const popup = await openPopup(world())
    await waitForText(popup, 'On this page', 'Saved')
    // By this the next page begins in them, before the settings have been read.
    const lastSeen = () => popup.evaluate(() => JSON.parse(localStorage.getItem('kamerlens.appearance') ?? 'null'))
    expect(await lastSeen()).toEqual({ language: 'en', looks: 'dark' })
    await popup.close()
    await press(options, 'Same as the system')
    await until('light screens', surface, (colour) => colour === light)
    await press(options, 'Nederlands')
    await waitForText(library, 'Documenten')
    await library.evaluate(() => localStorage.setItem('kamerlens.appearance', '{"language":"en","looks":"dark"}'))
    const outdated = await openPopup(world())
    await waitForText(outdated, 'Op deze pagina', 'Bewaard')
    await outdated.close()
    for (const each of [options, library, page]) await each.close()
  })

  test('a report tells versions, counts and errors, and no address', async () => {
    const { driver } = world()
    const pattern = 'https://nieuws.example/*'
    await driver.giveSite(pattern)
    const options = await openOptions()
    await waitForText(options, 'Aan', 'nieuws.example')
    await options.evaluate(() => console.error(new RangeError('https://www.tweedekamer.nl/geheim')))
    await press(options, 'Verslag maken')
    await waitForText(options, '"where": "options.html"')
    const text = await options.evaluate(() => document.querySelector('.kl-options__report')?.textContent ?? '')
    expect(JSON.parse(text)).toMatchObject({
      kamerlens: '0.1.0',
      settings: { everywhere: true, lookUp: true, officialSitesAllowed: true, sitesOff: 0, sitesAdded: 1 },
      database: { schema: 3, status: 'ready' },
      counts: { notes: 0 },
      // On a busy machine there may be others.
      errors: expect.arrayContaining([expect.objectContaining({ where: 'options.html', name: 'RangeError' })]),
    })
    expect(text).not.toMatch(/https?:|nieuws|tweedekamer/)
    await driver.takeBackSite(pattern)
    await options.close()
  })
})

const tables = [
  'documents',
  'questions',
  'notes',
  'noteTags',
  'noteVersions',
  'noteMentions',
  'watches',
  'lookups',
  'jobs',
]

/** All that the journal's files hold, as text; a file that is being written to can't be read just then. */
const journalText = (): Promise<string> =>
  until(
    'the journal',
    () => readJournal().catch(() => ''),
    (text) => text !== '',
  )

async function readJournal(): Promise<string> {
  const page = await inspectorOf(world().driver)
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('journal')
    const texts: string[] = []
    for await (const each of folder.values())
      if (each instanceof FileSystemFileHandle) texts.push(await (await each.getFile()).text())
    return texts.join('\n')
  })
}

/** What is stored beside the database. */
async function stored(): Promise<{ settings: object; drafts: number }> {
  const page = await inspectorOf(world().driver)
  return page.evaluate(async () => {
    const { chrome, browser } = globalThis as unknown as Record<string, { storage: { local: Local } } | undefined>
    const local = (browser ?? chrome)?.storage.local
    return { settings: (await local?.get(null)) ?? {}, drafts: localStorage.length }
  })
}

interface Local {
  get(key: null): Promise<object>
}

test('«Alles wissen» empties database, journal and settings, and nothing is back after a restart', async () => {
  const library = await world().driver.openExtensionPage('library.html?code=2023D19158')
  await writeNote(library, 'Heel geheim')
  await waitForText(library, 'bewaard')
  await until(
    'the note',
    () => readTable(world(), 'notes'),
    (rows) => rows.length === 1,
  )
  await library.close()
  const options = await openOptions()
  await press(options, 'Eerst vragen')
  await press(options, 'Aan op eerstekamer.nl')
  await until('settings', stored, ({ settings }) => Object.keys(settings).length > 1)
  await until('it in the journal', journalText, (text) => text.includes('Heel geheim'))
  await press(options, 'Alles wissen…')
  await typeInto(options, 'Typ «wissen» om door te gaan', 'wissen')
  await options.locator('dialog button[type=submit]').click()
  await waitForText(options, 'Alles is gewist.')
  const isEmpty = async () => {
    for (const table of tables) expect(await readTable(world(), table), table).toEqual([])
    expect(await journalText()).not.toContain('geheim')
    expect(await privateFiles(world())).toEqual([])
  }
  await isEmpty()
  expect(await stored()).toEqual({ settings: {}, drafts: 0 })
  await options.close()
  await world().restart()
  const again = await world().driver.openExtensionPage('library.html?code=2023D19158')
  await waitForText(again, 'Notitie')
  expect(await readTable(world(), 'notes')).toEqual([])
  await writeNote(again, 'Een nieuw begin')
  await until(
    'the new note',
    () => readTable(world(), 'notes'),
    (rows) => rows.length === 1,
  )
  await until('the new one in the journal', journalText, (text) => text.includes('Een nieuw begin'))
  expect(await journalText()).not.toContain('geheim')
  await again.close()
})
