import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LookupRow } from '#utils/database/schema.ts'
import { addresses, otherAddresses } from '../site/addresses.ts'
import { expectedCodes } from '../site/expected.ts'
import { listQuestions } from '../site/pages/questions.ts'
import { lookUpsIn } from './page.ts'
import { openPopup, press, readTable, shownChoices, shownText, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()
let page: Page
let panel: Page

// No protocol shows the real panel: its page in a tab behind follows the tab in front as the panel does.
beforeAll(async () => {
  page = await world().driver.openPage(addresses.questionList)
  panel = await world().driver.openExtensionPage('sidepanel.html', { behind: true })
})

const goneWith = (text: string) =>
  until(
    `no «${text}»`,
    () => shownText(panel),
    (shown) => !shown.includes(text),
  )

describe('the side panel', () => {
  test('shows the document of the page, and has nobody asked about it', async () => {
    await waitForText(panel, 'Kamerstuk 36 360 VIII, nr. 5', 'Nog niet opgezocht')
    expect(lookUpsIn(world().site.requests)).toEqual([])
    expect(await readTable<LookupRow>(world(), 'lookups')).toEqual([])
  })

  test('reads its questions where that is asked for, and shows them', async () => {
    await press(panel, 'Vragen bewaren')
    await waitForText(panel, `${listQuestions.length} vragen bewaard`, listQuestions[1]?.question ?? '')
  })

  test('follows to another tab, and to another address in it', async () => {
    const tab = await world().driver.openPage(addresses.firstPage)
    const wanted = [...(expectedCodes.firstPage ?? [])].sort()
    await press(panel, 'Verwijzingen')
    await until(
      'the codes of the other page',
      () => shownChoices(panel),
      (codes) => [...codes].sort().join() === wanted.join(),
    )
    await tab.goto(addresses.withoutCodes)
    await waitForText(panel, 'Op deze pagina staan geen codes')
    await tab.goto(otherAddresses.news)
    await waitForText(panel, 'Op deze pagina kijkt Kamerlens niet mee')
    await tab.close()
    await page.bringToFront()
    await waitForText(panel, 'Document')
    await goneWith('kijkt Kamerlens niet mee')
  })

  test('is told of an address that changes within the page', async () => {
    const tab = await world().driver.openPage(addresses.longQuestionList)
    await press(panel, 'Document')
    await waitForText(panel, 'Kamerstuk 36 360 XVI, nr. 9')
    await tab.evaluate(() => history.pushState({}, '', '/kst-36360-VIII-5.html'))
    await waitForText(panel, listQuestions[1]?.question ?? '')
    await tab.close()
    await page.bringToFront()
  })
})

test('the panel opens by the popup’s button, in the click itself', async () => {
  const { driver } = world()
  expect(await driver.isPanelOpen()).toBe(false)
  const popup = await openPopup(world())
  // By then it knows which window it is in.
  await waitForText(popup, 'Op deze pagina staan geen codes')
  await press(popup, 'Zijpaneel')
  await until('the panel', driver.isPanelOpen, (open) => open)
  if (!popup.isClosed()) await popup.close()
})
