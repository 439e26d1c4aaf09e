import { expect, test } from 'vitest'
import { addresses } from '../site/addresses.ts'
import { expectedCodes } from '../site/expected.ts'
import { cardWith, pointAt, shownCard } from './page.ts'
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
