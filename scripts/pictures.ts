import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { cardWith, pointAt, pressInCard } from '../tests/e2e/page.ts'
import { marked } from '../tests/e2e/reader-page.ts'
import { openPopup, press, typeInto, waitForText, writeNote } from '../tests/e2e/screens.ts'
import { until } from '../tests/e2e/until.ts'
import { startWorld } from '../tests/e2e/world.ts'
import { records } from '../tests/fixtures/pdf/records.ts'
import { addresses } from '../tests/site/addresses.ts'
import { root } from './programs.ts'

/** Makes the pictures of `docs/screenshots` anew, from the built package in Chromium, over the stand-in sites. */

const note = 'Terugvragen na het congres van november.'

async function picture(page: Page, name: string, width: number, height: number): Promise<void> {
  await page.bringToFront()
  await page.setViewport({ width, height })
  // What follows the size of the window, such as the pages of a PDF, is drawn anew.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await page.screenshot({ path: join(root, 'docs', 'screenshots', `${name}.png`) as `${string}.png` })
  console.log(`docs/screenshots/${name}.png`)
}

const world = await startWorld({ family: 'chromium' })
try {
  const { driver } = world
  const first = await driver.openPage(addresses.firstPage)
  await first.setViewport({ width: 1000, height: 500 })
  const citation = 'Kamerstuk 35 925 VIII, nr. 87'
  await pointAt(first, citation)
  await cardWith(driver, first, citation)
  await picture(first, 'citations', 1000, 500)
  await first.keyboard.press('Escape')
  await pointAt(first, 'Antwoorden op de lijst van vragen (PDF)')
  await pressInCard(driver, first, 'button', 'Lees de vragen')
  await cardWith(driver, first, `${records.length} vragen bewaard`)

  const popup = await openPopup(world)
  await typeInto(popup, 'Zoek een code', '2023d19 158')
  await popup.keyboard.press('Enter')
  await waitForText(popup, 'Eerlijke Stageplek')
  await picture(popup, 'popup', 400, 600)
  await popup.close()

  const library = await driver.openExtensionPage('library.html?document=2023D20951')
  await press(library, 'actieplan Eerlijke Stageplek')
  await writeNote(library, note)
  await waitForText(library, 'bewaard')
  await library.evaluate(() => document.querySelector('.kl-library__detail')?.scrollTo({ top: 0 }))
  await typeInto(library, 'Filter op woord of nummer', 'stage')
  await picture(library, 'library', 1280, 800)
  await library.close()

  const senate = await driver.openPage(addresses.senate)
  await senate.setViewport({ width: 1180, height: 820 })
  await pointAt(senate, '2023D19158')
  await cardWith(driver, senate, note)
  await picture(senate, 'page', 1180, 820)
  await senate.close()

  const reader = await driver.openExtensionPage(`reader.html?url=${encodeURIComponent(addresses.answersPdf)}`)
  await reader.setViewport({ width: 1180, height: 760 })
  await waitForText(reader, `${records.length} vragen gevonden`, 'De voorzitter van de Tweede Kamer')
  await press(reader, 'actieplan Eerlijke Stageplek')
  await until(
    'question 155',
    () => marked(reader),
    (text) => text.includes('155'),
  )
  // The line that was gone to is marked for a moment.
  await new Promise((resolve) => setTimeout(resolve, 2500))
  await picture(reader, 'reader', 1180, 760)
} finally {
  await world.stop()
}
