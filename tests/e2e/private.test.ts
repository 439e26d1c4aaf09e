import { expect, inject, test } from 'vitest'
import { addresses } from '../site/addresses.ts'
import { cardWith, placeOf, pointAt, pressInCard } from './page.ts'
import { addressOf, readerPage } from './reader-page.ts'
import { readTable, settled, typeInto, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()

const tables = [
  'documents',
  'questions',
  'notes',
  'noteTags',
  'noteVersions',
  'sightings',
  'watches',
  'lookups',
  'jobs',
]

test('in a private window codes are shown and looked up, and nothing of it is written down', async () => {
  const { driver } = world()
  const page = await driver.openPrivatePage(addresses.senate)
  await pointAt(page, '2023D19158')
  await cardWith(driver, page, 'Gelijke kansen bij het zoeken van een stage', 'Beantwoord op 22 mei 2023')
  await page.close()
  for (const table of tables) expect(await readTable(world(), table), table).toEqual([])
})

test('what is looked up in the popup over a private window is written nowhere', async () => {
  const { driver } = world()
  const page = await driver.openPrivatePage(addresses.senate)
  const popup = await driver.openPopup(page)
  await typeInto(popup, 'Zoek', '2023D19158')
  await popup.keyboard.press('Enter')
  const shown = await waitForText(popup, 'Gelijke kansen bij het zoeken van een stage')
  // Firefox gives its popup no database there, and that is no fault of the browser's storage.
  expect(shown).not.toMatch(/opslag|kon niet worden gelezen/)
  await popup.close()
  await page.close()
  for (const table of tables) expect(await readTable(world(), table), table).toEqual([])
})

test('what the context menu of a private window looks up opens under an address that names nothing, and is written nowhere', async (context) => {
  context.skip(
    inject('family') !== 'chromium',
    'the menu is chosen over an ordinary window there; units ask it of both',
  )
  const { driver } = world()
  const page = await driver.openPrivatePage(addresses.senate)
  const before = await driver.browser.pages()
  await page.bringToFront()
  await driver.dispatchMenu('look-up-selection', { selectionText: '2023D19158' })
  const opened = async () => {
    const isNew = await Promise.all(
      (await driver.browser.pages()).map(async (each) => ({ each, url: await addressOf(each).catch(() => '') })),
    )
    return isNew.find(({ each, url }) => !before.includes(each) && url.includes('/library.html'))?.each
  }
  const library = await until('the library', opened, (found) => found !== undefined)
  if (!library) throw new Error('The library did not open')
  await waitForText(library, 'Gelijke kansen bij het zoeken van een stage')
  expect(await addressOf(library)).toMatch(/\/library\.html\?private=[0-9a-f-]{36}$/)
  await library.close()
  await page.close()
  for (const table of tables) expect(await readTable(world(), table), table).toEqual([])
})

test('from a private window the reader opens in an ordinary one, and its address names no document', async () => {
  const { driver } = world()
  const page = await driver.openPrivatePage(addresses.linksOnly)
  // High enough for the whole card: what a mouse is to press must be in view.
  await page.setViewport({ width: 1000, height: 900 })
  const before = await driver.browser.pages()
  await pointAt(page, 'Dezelfde antwoorden als bestand')
  await pressInCard(driver, page, 'button', 'Open in Kamerlens')
  const reader = await readerPage(driver, before)
  await waitForText(reader, 'U kwam uit een privévenster', 'De voorzitter van de Tweede Kamer')
  expect(await addressOf(reader)).toMatch(/\/reader\.html\?private=[0-9a-f-]{36}$/)
  expect(await reader.title()).toBe('Document uit een privévenster · Kamerlens')
  // A code in it is looked up as in the private window itself, pointed at or opened.
  const citation = 'Kamerstuk 36 360 VIII, nr. 5'
  await reader.bringToFront()
  await pointAt(reader, citation)
  await cardWith(driver, reader, citation, 'Lijst van vragen en antwoorden over het jaarverslag OCW 2022')
  const { x, y, width, height } = await placeOf(reader, citation)
  await reader.mouse.click(x + width / 2, y + height / 2)
  await waitForText(reader, 'Terug naar de notities')
  await settled(world())
  for (const table of tables) expect(await readTable(world(), table), table).toEqual([])
  await reader.close()
  await page.close()
})
