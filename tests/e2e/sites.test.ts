import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import { addresses, otherAddresses } from '../site/addresses.ts'
import { cardWith, goBack, type Painted, paintedTexts, pointAt } from './page.ts'
import { press, shownChoices, shownText, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()
const newsPattern = 'https://nieuws.example/*'

const painted = (page: Page, what: string, good: (painted: Painted) => boolean) =>
  until(what, () => paintedTexts(page), good)
const nothingPainted = (page: Page) => painted(page, 'nothing painted', (all) => Object.keys(all).length === 0)
const codePainted = (page: Page, code = '2023D19158') =>
  painted(page, `${code} painted`, ({ unknown, known }) => [unknown, known].some((texts) => texts?.includes(code)))
/** Waits for another highlight than what was there: that of an ended instance stays painted until the next one begins. */
async function paintedAnew(page: Page, change: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => void Reflect.set(window, 'former', CSS.highlights.get('kamerlens-unknown')))
  await change()
  await page.bringToFront()
  const isNew = () =>
    page.evaluate(() => {
      const now = CSS.highlights.get('kamerlens-unknown')
      return now !== undefined && now.size > 0 && now !== Reflect.get(window, 'former')
    })
  await until('painted anew', isNew, (is) => is)
}
const badge = (page: Page, text: string) =>
  until(
    `badge «${text}»`,
    () => world().driver.badge(page),
    (shown) => shown === text,
  )

/** The popup over a page by its button, closed by the caller. */
async function popupOver(page: Page): Promise<Page> {
  await page.bringToFront()
  const popup = await world().driver.openPopup(page)
  // It finds out how high it may be a moment after it was opened.
  await aWhile(400)
  return popup
}

/** Presses what goes away by being pressed, until it has: a real popup may still take its size while one aims. */
async function pressUntil(popup: Page, words: string, ...texts: readonly string[]): Promise<void> {
  const read = async () => {
    const shown = await shownText(popup)
    if (shown.includes(words)) await press(popup, words, 0).catch(() => undefined)
    return shown
  }
  await until(`«${words}» done`, read, (shown) => texts.every((text) => shown.includes(text)))
}

async function close(popup: Page): Promise<void> {
  if (!popup.isClosed()) await popup.close().catch(() => undefined)
}

describe('the off switches', () => {
  let senate: Page
  let letter: Page

  beforeAll(async () => {
    letter = await world().driver.openPage(addresses.firstPage)
    await codePainted(letter)
    senate = await world().driver.openPage(addresses.senate)
    await codePainted(senate)
    await badge(senate, '1')
  })

  test('«Op deze site» ends all of it in the open tabs of that site at once, and begins it again, also after the background was stopped', async () => {
    const { driver } = world()
    const popup = await popupOver(senate)
    await waitForText(popup, 'Op deze pagina (1)')
    await driver.stopBackground()
    await press(popup, 'Op deze site')
    await waitForText(popup, 'Kamerlens staat uit op www.eerstekamer.nl', 'Aanzetten op deze site')
    await nothingPainted(senate)
    await badge(senate, '')
    expect((await paintedTexts(letter)).unknown).toContain('2023D19158')
    await driver.stopBackground()
    await pressUntil(popup, 'Aanzetten op deze site', 'Op deze pagina (1)', '2023D19158')
    await codePainted(senate)
    await badge(senate, '1')
    await close(popup)
  })

  test('«Overal» ends it on every site, for pages opened later too, and the popup says so everywhere', async () => {
    const { driver } = world()
    const popup = await popupOver(senate)
    await waitForText(popup, 'Op deze pagina (1)')
    await press(popup, 'Overal')
    await waitForText(popup, 'Kamerlens staat uit', 'Overal aanzetten')
    await nothingPainted(senate)
    await nothingPainted(letter)
    await close(popup)
    const later = await driver.openPage(addresses.strictPolicy)
    const second = await popupOver(later)
    await waitForText(second, 'Kamerlens staat uit', 'Overal aanzetten')
    expect(await paintedTexts(later)).toEqual({})
    expect(await driver.badge(later)).toBe('')
    await pressUntil(second, 'Overal aanzetten', 'Op deze pagina (2)')
    await codePainted(later, '2023Z08012')
    await senate.bringToFront()
    await codePainted(senate)
    await close(second)
    await later.close()
  })

  test('a page that comes back out of the back/forward cache is as the switches stand by then', async () => {
    const resting = await world().driver.openPage(addresses.strictPolicy)
    await codePainted(resting, '2023Z08012')
    await resting.evaluate(() => void Reflect.set(window, 'rested', true))
    await resting.goto(addresses.withoutCodes)
    const other = await world().driver.openPage(addresses.strictPolicy)
    await codePainted(other, '2023Z08012')
    const popup = await popupOver(other)
    await waitForText(popup, 'Op deze pagina (2)')
    await press(popup, 'Op deze site')
    await waitForText(popup, 'Aanzetten op deze site')
    await nothingPainted(other)
    await close(popup)
    await resting.bringToFront()
    await goBack(resting, addresses.strictPolicy)
    const isSame = () => resting.evaluate(() => Reflect.get(window, 'rested'))
    await until('the same page, not loaded anew', isSame, (is) => is === true)
    await nothingPainted(resting)
    const again = await popupOver(other)
    await pressUntil(again, 'Aanzetten op deze site', 'Op deze pagina (2)')
    await close(again)
    await resting.bringToFront()
    await codePainted(resting, '2023Z08012')
    await other.close()
    await resting.close()
  })
})

describe('any other site', () => {
  test('is not looked at by itself, nor are official frames in it', async () => {
    // Chromium's driver is to know the page before the frame of another site comes (`frames`).
    const page = await world().driver.openPage(otherAddresses.withoutCodes)
    await page.goto(otherAddresses.framesOfficial)
    const popup = await popupOver(page)
    await waitForText(
      popup,
      'Op deze site kijkt Kamerlens niet mee',
      'Zoek codes op deze pagina',
      'Altijd op deze site',
    )
    await close(popup)
    const frame = page.frames().find((each) => each.url() === addresses.senate)
    expect(frame && (await paintedTexts(frame))).toEqual({})
    expect(await world().driver.badge(page)).toBe('')
    await page.close()
  })

  test('is searched once on a click, with card and badge, also after the background was stopped; the next page is not', async () => {
    const { driver } = world()
    const page = await driver.openPage(otherAddresses.news)
    const popup = await popupOver(page)
    await pressUntil(popup, 'Zoek codes op deze pagina', 'Op deze pagina (2)', '2023Z08012')
    expect((await shownChoices(popup)).sort()).toEqual(['2023D19158', '2023Z08012'])
    await codePainted(page)
    await badge(page, '2')
    await close(popup)
    await driver.stopBackground()
    await page.bringToFront()
    await pointAt(page, '2023Z08012')
    await cardWith(driver, page, 'Gelijke kansen bij het zoeken van een stage')
    await page.goto(otherAddresses.withoutCodes)
    await badge(page, '')
    await page.goto(otherAddresses.news)
    const again = await popupOver(page)
    await waitForText(again, 'Op deze site kijkt Kamerlens niet mee')
    expect(await paintedTexts(page)).toEqual({})
    await close(again)
    await page.close()
  })

  test('«Altijd op deze site» asks for this site and works at once; «Niet meer op deze site» gives it back', async () => {
    const { driver } = world()
    await driver.promiseSite(newsPattern)
    const page = await driver.openPage(otherAddresses.news)
    const popup = await popupOver(page)
    await pressUntil(popup, 'Altijd op deze site', 'Op deze pagina (2)', 'Niet meer op deze site')
    await codePainted(page)
    await pressUntil(popup, 'Niet meer op deze site', 'Op deze site kijkt Kamerlens niet mee')
    await nothingPainted(page)
    await close(popup)
    await page.close()
  })

  test('where it was added, works from then on in open and later tabs, and through an update; «Niet meer op deze site» ends it', async () => {
    const before = await world().driver.openPage(otherAddresses.news)
    await world().driver.giveSite(newsPattern)
    await codePainted(before)
    await badge(before, '2')
    const later = await world().driver.openPage(otherAddresses.news)
    await codePainted(later)

    await paintedAnew(later, () => world().update())
    const afterUpdate = await world().driver.openPage(otherAddresses.news)
    await codePainted(afterUpdate)

    const popup = await popupOver(afterUpdate)
    await waitForText(popup, 'Op deze pagina (2)', 'Niet meer op deze site')
    await pressUntil(popup, 'Niet meer op deze site', 'Op deze site kijkt Kamerlens niet mee')
    await nothingPainted(afterUpdate)
    await nothingPainted(later)
    await nothingPainted(before)
    await close(popup)
    await afterUpdate.reload()
    const gone = await popupOver(afterUpdate)
    await waitForText(gone, 'Op deze site kijkt Kamerlens niet mee')
    expect(await paintedTexts(afterUpdate)).toEqual({})
    await close(gone)
    await afterUpdate.close()
    await later.close()
    await before.close()
  })

  test('that the user takes out after an update is left in tabs that nobody has looked at since, too', async () => {
    const { driver } = world()
    await driver.giveSite(newsPattern)
    const behind = await driver.openPage(otherAddresses.news)
    await codePainted(behind)
    const inFront = await driver.openPage(addresses.senate)
    await codePainted(inFront)
    await paintedAnew(inFront, () => world().update())
    await driver.takeBackSite(newsPattern)
    await nothingPainted(behind)
    await behind.bringToFront()
    await badge(behind, '')
    expect(await paintedTexts(behind)).toEqual({})
    await behind.close()
    await inFront.close()
  })

  test('is left at once when the user takes the permission back in the browser’s settings', async () => {
    const { driver } = world()
    const page = await driver.openPage(otherAddresses.news)
    await driver.giveSite(newsPattern)
    await codePainted(page)
    await driver.takeBackSite(newsPattern)
    await nothingPainted(page)
    await badge(page, '')
    await page.close()
  })
})
