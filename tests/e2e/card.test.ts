import type { Page } from 'puppeteer-core'
import { afterEach, describe, expect, test } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { addresses } from '../site/addresses.ts'
import { expectedCodes } from '../site/expected.ts'
import { chromiumOnly } from './chromium-only.ts'
import { cardWith, lookUpsIn, openData, paintedTexts, pointAt, pressInCard, shownCard, unreachable } from './page.ts'
import { openPopup, press, readTable } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()

test('pointing at a code opens a card that says what is known, and Escape closes it', async () => {
  const { driver } = world()
  const page = await driver.openPage(addresses.firstPage)
  await pointAt(page, '2023Z08012')
  expect(await cardWith(driver, page, '2023Z08012')).toContain('Zaak')
  await page.keyboard.press('Escape')
  await until(
    'no card',
    () => shownCard(driver, page),
    (card) => card === null,
  )
  await page.close()
})

test('the keyboard command walks from code to code, also after the background was stopped', async () => {
  const { driver } = world()
  const page = await driver.openPage(addresses.senate)
  await until(
    'the badge',
    () => driver.badge(page),
    (text) => text === '1',
  )
  await driver.stopBackground()
  await driver.dispatchCommand('next-reference')
  await cardWith(driver, page, '2023D19158')
  await page.close()
})

test('the card opens when the background was stopped just before', async () => {
  const { driver } = world()
  const page = await driver.openPage(addresses.firstPage)
  await until(
    'the badge',
    () => driver.badge(page),
    (text) => text === String(expectedCodes.firstPage?.length),
  )
  await driver.stopBackground()
  await pointAt(page, 'kst-36360-VIII-5')
  await cardWith(driver, page, 'Kamerstuk 36 360 VIII, nr. 5')
  await page.close()
})

test('the card opens on a page with the strictest policy', async () => {
  const { driver } = world()
  const page = await driver.openPage(addresses.strictPolicy)
  await pointAt(page, '2023Z08012')
  await cardWith(driver, page, '2023Z08012')
  await page.close()
})

describe('a card has its code looked up', () => {
  const { openQuestions } = addresses
  afterEach(() => world().site.fail(openData, null))

  /** What the services are asked for from now on. */
  function listening(): () => readonly string[] {
    const { site } = world()
    const before = site.requests.length
    return () => lookUpsIn(site.requests.slice(before))
  }

  /** Points at a code and gives what its card shows, once that has all these texts. */
  async function cardOf(page: Page, code: string, ...texts: readonly string[]): Promise<string> {
    await page.mouse.move(5, 5)
    await until(
      'no card',
      () => shownCard(world().driver, page),
      (card) => card === null,
    )
    await pointAt(page, code)
    return cardWith(world().driver, page, ...texts)
  }

  const rowsOf = async (id: string) =>
    (await readTable<LookupRow>(world(), 'lookups')).filter(({ aliases }) => aliases.includes(id))

  test('when it opens, and never by opening or scrolling a page; and once', async () => {
    const { driver } = world()
    const heard = listening()
    // Cards of the tests before may still be having theirs answered.
    const asked = () => heard().filter((url) => /2023D2[24]\d{3}|2023D99999|36410|36360-B|2021-549/.test(url))
    const page = await driver.openPage(openQuestions)
    await until(
      'the badge',
      () => driver.badge(page),
      (text) => text === String(expectedCodes.openQuestions?.length),
    )
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight }))
    await aWhile(600)
    expect(asked()).toEqual([])
    const title = 'De openingstijden van schoolbibliotheken'
    const shown = await cardOf(page, '2023D22500', title, 'F. van Zuilen (LKP)', 'Uitgesteld', 'Zojuist opgezocht')
    expect(shown).toContain('uitstel gemeld op 5 juni 2023, het antwoord werd uiterlijk 28 juni 2023 verwacht')
    const first = asked()
    expect(first.length).toBeGreaterThan(0)
    expect(first.filter((url) => !url.startsWith(`https://${openData}/`))).toEqual([])
    await until(
      'the code painted as known',
      () => paintedTexts(page),
      ({ known }) => known?.includes('2023D22500') === true,
    )
    await cardOf(page, '2023D22500', title)
    expect(asked()).toEqual(first)
    await page.close()
  })

  test('without a connection says so, and shows the answer by itself once it could be had, though the background died', async () => {
    const { driver, site } = world()
    site.fail(openData, 'no connection')
    const page = await driver.openPage(openQuestions)
    await cardOf(page, '2023D24990', unreachable, 'Kamerlens vraagt het vanzelf opnieuw')
    site.fail(openData, null)
    await driver.stopBackground()
    const popup = await openPopup(world())
    await cardWith(driver, page, 'De huur van gymzalen', 'Ingetrokken')
    expect(await rowsOf('2023D24990')).toHaveLength(1)
    await popup.close()
    await page.close()
  })

  describe('in other ways', () => {
    chromiumOnly('what the services say and what is shown of it is no browser’s: unit and browser tests have it')

    test('only when told to, where the settings say «Eerst vragen»', async () => {
      const { driver } = world()
      const choose = async (choice: string) => {
        const options = await driver.openExtensionPage('options.html', { behind: true })
        await press(options, choice)
        await options.close()
      }
      const page = await driver.openPage(addresses.firstPage)
      await choose('Eerst vragen')
      const asked = listening()
      await cardOf(page, '2023A01234', 'Nog niet opgezocht')
      await aWhile(500)
      expect(asked()).toEqual([])
      await pressInCard(driver, page, 'button', 'Opzoeken')
      await cardWith(driver, page, 'Commissiedebat', 'Jaarverslagen OCW 2022')
      expect(asked()).not.toEqual([])
      // Whoever works in the card keeps it open.
      await page.keyboard.press('Escape')
      await choose('Vanzelf opzoeken')
      await cardOf(page, 'Stcrt. 2023, 4711', 'Besluit over de subsidie voor stageplaatsen')
      await page.close()
    })
  })
})
