import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { addresses } from '../site/addresses.ts'
import { cardWith, openData, paintedTexts, pointAt, shownCard, unreachable } from './page.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld({ installed: false })
let page: Page
let before: string

const picture = () => page.screenshot({ encoding: 'base64' })
const hostsOnPage = () => page.evaluate(() => document.querySelectorAll('[id^=kamerlens]').length)
const noCard = () =>
  until(
    'no card',
    () => shownCard(world().driver, page),
    (card) => card === null,
  )

/** Waits until the page's one code is painted, once and in one way. */
async function paintedOnce(): Promise<void> {
  const read = async () => JSON.stringify(await paintedTexts(page))
  await until('the code painted once', read, (painted) => painted === '{"unknown":["2023D19158"]}')
}

/** Opens the card by the keyboard, which marks the code as the current one besides. */
async function stepToCode(): Promise<void> {
  const { driver } = world()
  await page.bringToFront()
  await driver.dispatchCommand('next-reference')
  await cardWith(driver, page, '2023D19158', unreachable)
}

beforeAll(async () => {
  // What is found out would be painted as known.
  world().site.fail(openData, 'no connection')
  page = await world().driver.openPage(addresses.senate)
  before = await picture()
})

test('a tab that was open before Kamerlens works after its installation', async () => {
  await world().install()
  await page.bringToFront()
  await paintedOnce()
  expect(await picture()).not.toBe(before)
  await pointAt(page, '2023D19158')
  await cardWith(world().driver, page, '2023D19158')
})

test('an update under an open page leaves no dead card and no mark behind, and the page works after it', async () => {
  await page.keyboard.press('Escape')
  await stepToCode()
  expect(await paintedTexts(page)).toHaveProperty('current')
  await world().update()
  await noCard()
  await paintedOnce()
  expect(await hostsOnPage()).toBe(0)
  await stepToCode()
  expect(await hostsOnPage()).toBe(1)
})

test('a second instance in the same page takes the place of the first: painted once, one card', async () => {
  const { driver } = world()
  const extension = await driver.openExtensionPage('popup.html', { behind: true })
  await extension.evaluate(`(async () => {
    const api = globalThis.browser ?? globalThis.chrome
    const [{ matches, js }] = api.runtime.getManifest().content_scripts
    const [tab] = await api.tabs.query({ url: matches })
    await api.scripting.executeScript({ target: { tabId: tab.id }, files: js })
  })()`)
  await extension.close()
  await noCard()
  await paintedOnce()
  await stepToCode()
  expect(await hostsOnPage()).toBe(1)
})

test('a page looks as before after Kamerlens was disabled, its open card included', async () => {
  await world().driver.disableExtension()
  await noCard()
  await until('the page as it was', picture, (now) => now === before)
})
