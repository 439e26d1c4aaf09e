import { expect, test } from 'vitest'
import { addresses } from '../site/addresses.ts'
import { cardWith, paintedTexts, pointAt, shownCard } from './page.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld({ installed: false })

test('a tab that was open before Kamerlens works after its installation, and looks as before when it is disabled', async () => {
  const { driver } = world()
  const page = await driver.openPage(addresses.senate)
  const picture = () => page.screenshot({ encoding: 'base64' })
  const before = await picture()
  await world().install()
  await page.bringToFront()
  await until(
    'the code painted',
    () => paintedTexts(page),
    ({ unknown }) => unknown?.[0] === '2023D19158',
  )
  expect(await picture()).not.toBe(before)
  await pointAt(page, '2023D19158')
  await cardWith(driver, page, '2023D19158')

  await driver.disableExtension()
  await until(
    'no card',
    () => shownCard(driver, page),
    (card) => card === null,
  )
  await until('the page as it was', picture, (now) => now === before)
  await page.close()
})
