import { expect, test } from 'vitest'
import { addresses } from '../site/addresses.ts'
import { listQuestions } from '../site/pages/questions.ts'
import { lookUpsIn } from './page.ts'
import { openPopup, press, settled, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()

test('behind «kl» words lead to what is kept, and nobody is asked; what is chosen opens in this tab', async () => {
  const { driver, site } = world()
  const page = await driver.openPage(addresses.questionList)
  const popup = await openPopup(world())
  await press(popup, 'Vragen van deze pagina bewaren')
  await waitForText(popup, `${listQuestions.length} vragen bewaard`)
  await popup.close()
  await settled(world())
  await page.bringToFront()
  const before = site.requests.length
  const words = (listQuestions[1]?.question ?? '').split(' ').slice(0, 6).join(' ')
  expect(await driver.typeInAddressBar(words)).toContain('document:kst-36360-VIII-5#1')
  // The browser may have stopped the background between two keys.
  await driver.stopBackground()
  expect(await driver.typeInAddressBar('36360-VIII-5')).toEqual(['document:kst-36360-VIII-5'])
  expect(lookUpsIn(site.requests.slice(before))).toEqual([])
  await driver.enterInAddressBar('document:kst-36360-VIII-5#1')
  await until(
    'the library in the tab',
    () => page.evaluate(() => location.href).catch(() => ''),
    (url) => url.endsWith('/library.html?document=kst-36360-VIII-5&question=1'),
  )
  await waitForText(page, listQuestions[1]?.answer[0] ?? '')
  await page.close()
})
