import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { type JobPictureName, jobPicturePath, jobPictureSize } from '#components/welcome/job-pictures.ts'
import { examplePaper } from '#locales/example-paper.ts'
import { looks } from '#utils/browser/settings/appearance.ts'
import { pointForCard, shownCard } from '../../tests/e2e/page.ts'
import { press, settled, typeInto, waitForText, writeNote } from '../../tests/e2e/screens.ts'
import { until } from '../../tests/e2e/until.ts'
import { startWorld, type World } from '../../tests/e2e/world.ts'
import { root } from '../programs.ts'
import { inEachLanguage } from './in-each-language.ts'
import { jobPictureFolder, jobPictureScale } from './job-picture-files.ts'
import type { StoreLanguage } from './store-pictures.ts'

/** The window that they are cut out of: as narrow as a popup, so that what is in them stays legible. */
const view = { width: 400, height: 700 }
const cut = { width: view.width, height: (view.width * jobPictureSize.height) / jobPictureSize.width }

/** Of the files: less shows around letters, more takes more than the packages should hold. */
const quality = 50

/** A note on question 3, as a reader of the language writes it. */
const notes: Readonly<Record<StoreLanguage, string>> = {
  nl: 'Navragen: wanneer volgen de andere negen bibliotheken?\n\nVoor het debat: naast de begroting van de gemeenten leggen.',
  en: 'To ask: when will the other nine libraries follow?\n\nFor the debate: compare with the budgets of the municipalities.',
}

/**
 * Takes the pictures of the welcome page, in each language and theme, of the example that comes with Kamerlens. Nothing else
 * is kept in the browser that it is done in.
 */
export async function takeJobPictures(): Promise<void> {
  mkdirSync(join(root, jobPictureFolder), { recursive: true })
  const world = await startWorld({ family: 'chromium' })
  const open = async (path: string) => {
    const page = await world.driver.openExtensionPage(path)
    await page.setViewport({ ...view, deviceScaleFactor: (jobPictureScale * jobPictureSize.width) / view.width })
    return page
  }
  try {
    const example = await open('welcome.html')
    await press(example, 'Probeer het op een voorbeeld')
    await waitForText(example, 'van dit voorbeeld: 6 vragen')
    await settled(world)
    await takePage(world, example)
    await takePopup(world, example)
    await example.close()
    const library = await open(`library.html?document=${examplePaper.id}`)
    await writeNotes(world, library)
    await takeNote(world, library)
  } finally {
    await world.stop()
  }
}

/** Takes a picture in each theme, from so many pixels below the upper edge of an element down. */
async function take(
  { driver }: World,
  page: Page,
  { name, language, from, below = 0 }: { name: JobPictureName; language: StoreLanguage; from: string; below?: number },
): Promise<void> {
  await page.bringToFront()
  for (const theme of looks) {
    await driver.setLooks(page, { theme, forcedColours: false })
    // Colours go over into others.
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const top = await page.$eval(from, (element) => element.getBoundingClientRect().top + scrollY)
    const file = jobPicturePath(name, language, theme)
    await page.screenshot({
      path: join(root, 'public', file) as `${string}.webp`,
      type: 'webp',
      quality,
      captureBeyondViewport: false,
      clip: { x: 0, y: Math.round(top) + below, ...cut },
    })
    console.log(`public${file}`)
  }
}

/** The letter with its marks, and the card under one. */
async function takePage(world: World, page: Page): Promise<void> {
  await inEachLanguage(world.driver, page, async (language) => {
    // A card that is open stays in its language.
    await page.mouse.move(5, 5)
    await until(
      'no card',
      () => shownCard(world.driver, page),
      (card) => card === null,
    )
    await pointForCard(world.driver, page, 'Kamerstuk 99 999, nr. 5', 'lijst van vragen en antwoorden')
    await take(world, page, { name: 'page', language, from: '.kl-example__sheet', below: 10 })
  })
  await page.mouse.move(5, 5)
}

/** The popup with a question and its answer. */
async function takePopup(world: World, page: Page): Promise<void> {
  await typeInto(page, 'Zoek een code', '2099d00 103')
  await page.keyboard.press('Enter')
  await waitForText(page, 'Gedrukt bij vraag 3')
  await settled(world)
  await page.$eval('.kl-example__popup', (popup) => popup.scrollIntoView({ block: 'start' }))
  await inEachLanguage(world.driver, page, (language) =>
    take(world, page, { name: 'popup', language, from: '.kl-example__popup > *' }),
  )
}

/** Both notes, each for itself: a text that is written over another would have earlier texts. */
async function writeNotes(world: World, page: Page): Promise<void> {
  await press(page, 'ruimere openingstijden')
  await writeNote(page, notes.nl)
  await waitForText(page, 'bewaard')
  await press(page, 'Nieuwe notitie')
  await until(
    'an empty note to be written in',
    () =>
      page.evaluate(() => document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value === ''),
    (is) => is,
  )
  await page.keyboard.type(notes.en)
  await waitForText(page, 'bewaard')
  await settled(world)
}

/** The note in the library, with the question that it is on. */
async function takeNote(world: World, page: Page): Promise<void> {
  await inEachLanguage(world.driver, page, async (language) => {
    await page.goto(page.url().replace(/\?.*/, ''))
    await press(page, language === 'nl' ? 'Notities' : 'Notes')
    await page.locator(`.kl-row ::-p-text(${notes[language].split('\n')[0]})`).click()
    await page.locator('textarea').wait()
    await page.mouse.move(5, 5)
    await take(world, page, { name: 'note', language, from: '.kl-library__detail' })
  })
}
