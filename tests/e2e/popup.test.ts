import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { addresses } from '../site/addresses.ts'
import { expectedCodes } from '../site/expected.ts'
import { openPopup, press, shownChoices, shownText, typeInto, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()
let page: Page

beforeAll(async () => {
  page = await world().driver.openPage(addresses.firstPage)
})

describe('the popup', () => {
  test('lists the codes of this page as buttons, and choosing one scrolls to it', async () => {
    const popup = await openPopup(world())
    const codes = await until(
      'six codes',
      () => shownChoices(popup),
      (all) => all.length === 6,
    )
    expect([...codes].sort()).toEqual([...(expectedCodes.firstPage ?? [])].sort())
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight }))
    await press(popup, '2023A01234')
    await until(
      'the page scrolled up',
      () => page.evaluate(() => scrollY),
      (top) => top < 600,
    )
    await popup.close()
  })

  test.each([
    ['2023d19158', '2023D19158'],
    ['2023D19 158', '2023D19158'],
    ['36360-VIII-5', 'Kamerstuk 36 360 VIII, nr. 5'],
    ['kst-36360-VIII-5', 'Kamerstuk 36 360 VIII, nr. 5'],
    [addresses.detailPage, '2023D19158'],
    [addresses.writtenAnswer, '2345'],
  ])('takes «%s» however it is typed', async (typed, label) => {
    const popup = await openPopup(world())
    await typeInto(popup, 'Zoek een code', typed)
    await popup.keyboard.press('Enter')
    await waitForText(popup, label, 'Notitie')
    await popup.close()
  })

  test('says so when it recognises no code, with examples of what works', async () => {
    const popup = await openPopup(world())
    await typeInto(popup, 'Zoek een code', 'qwxyz 38922138')
    await popup.keyboard.press('Enter')
    await waitForText(popup, 'Geen code herkend', 'Dit werkt wel')
    await popup.close()
  })

  test('says why there is nothing, on a page without codes and on a page that is none of the official ones', async () => {
    const { driver } = world()
    const empty = await driver.openPage(addresses.withoutCodes)
    const first = await openPopup(world())
    await waitForText(first, 'Op deze pagina staan geen codes')
    await first.close()
    await empty.goto('about:blank')
    const second = await openPopup(world())
    await waitForText(second, 'Kamerlens kijkt alleen op de officiële sites')
    await second.close()
    await empty.close()
  })

  test('shows nothing in English to a Dutch reader', async () => {
    const popup = await openPopup(world())
    expect(await shownText(popup)).not.toMatch(/\b(page|saved|library|codes on)\b/i)
    await popup.close()
  })
})
