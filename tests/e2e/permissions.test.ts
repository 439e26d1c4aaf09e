import type { Page } from 'puppeteer-core'
import { afterEach, beforeEach, inject, test } from 'vitest'
import { addresses } from '../site/addresses.ts'
import { cardWith, openData, paintedTexts, pointAt, unreachable } from './page.ts'
import { openPopup, press, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()
const family = inject('family')
let page: Page
let popup: Page

/** The page works: its code is painted and opens its card. */
async function works(): Promise<void> {
  await until(
    'the code painted',
    () => paintedTexts(page),
    ({ unknown }) => unknown?.[0] === '2023D19158',
  )
  await page.bringToFront()
  await pointAt(page, '2023D19158')
  await cardWith(world().driver, page, '2023D19158', unreachable)
}

beforeEach(async () => {
  const { driver, site } = world()
  // What is found out would be painted as known.
  site.fail(openData, 'no connection')
  page = await driver.openPage(addresses.senate)
  await driver.takeBackHosts()
  await page.reload()
  await page.bringToFront()
  // A click on its button lets Chromium itself run what was held back, so there the popup opens without one.
  popup = family === 'firefox' ? await driver.openPopup(page) : await openPopup(world())
})

afterEach(async () => {
  await popup.close()
  await page.close()
})

test('hosts that the user took back: the popup says so, and once they are given the page works without a reload', async () => {
  await waitForText(popup, 'Kamerlens mag deze site niet lezen', 'Toestaan')
  // The process of the page hears of it in its own time.
  await until(
    'nothing painted',
    () => paintedTexts(page),
    (painted) => Object.keys(painted).length === 0,
  )
  // Chromium asks for hosts in a window of its own, which no protocol can answer: there they are given in its settings.
  if (family === 'firefox') {
    await press(popup, 'Toestaan')
  } else await world().driver.giveHosts()
  await waitForText(popup, 'Op deze pagina (1)', '2023D19158')
  await works()
})
