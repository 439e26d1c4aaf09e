import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { cardWith, pointAt, pressInCard, shownCard } from '../tests/e2e/page.ts'
import { marked } from '../tests/e2e/reader-page.ts'
import { openPopup, press, settled, typeInto, waitForText, writeNote } from '../tests/e2e/screens.ts'
import { until } from '../tests/e2e/until.ts'
import { startWorld } from '../tests/e2e/world.ts'
import { records } from '../tests/fixtures/pdf/records.ts'
import { addresses } from '../tests/site/addresses.ts'
import { readCommandLine } from './command-line.ts'
import { builtPackage } from './packages.ts'
import { drawnPage, logoPage } from './pictures/draw.ts'
import { inEachLanguage } from './pictures/in-each-language.ts'
import {
  type ScreenName,
  type StoreLanguage,
  storeFolder,
  storeLanguages,
  storeLogo,
  storePictures,
} from './pictures/store-pictures.ts'
import { takeJobPictures } from './pictures/take-job-pictures.ts'
import { root } from './programs.ts'

/**
 * Builds the package for Chromium and makes the pictures of `docs/screenshots`, of the stores and of the welcome page from it, over
 * the stand-in sites. With `--dark` those of the first two are made dark, under `.output/pictures`, to be looked at.
 */

const { values } = readCommandLine('Usage: npm run pictures -- [--dark]', { dark: { type: 'boolean', default: false } })
const isDark = values.dark
const folderOf = (kept: string): string => join(root, isDark ? '.output/pictures' : kept)
// Of one line: the card on a long answer has room for no more.
const notes: InEach = { nl: 'Terugvragen in november.', en: 'Ask again in November.' }
const note = notes.nl
const noteOnList = 'Voor het debat van juni: vraag 3 naast de begroting van de gemeenten leggen.'
const notesOnExample: InEach = { nl: 'Navragen bij de gemeenten.', en: 'Check with the municipalities.' }

await builtPackage('chromium')
const world = await startWorld({ family: 'chromium' })
const { driver } = world

async function take(page: Page, folder: string, name: string, width: number, height: number): Promise<void> {
  await page.bringToFront()
  if (isDark) await driver.setLooks(page, { theme: 'dark', forcedColours: false })
  await page.setViewport({ width, height })
  // What follows the size of the window, such as the pages of a PDF, is drawn anew.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  mkdirSync(folderOf(folder), { recursive: true })
  await page.screenshot({ path: join(folderOf(folder), `${name}.png`) as `${string}.png` })
  console.log(`${folder}/${name}.png`)
}

const forReadme = (page: Page, name: string, width: number, height: number) =>
  take(page, 'docs/screenshots', name, width, height)

/** A screen in each language; `before` is done in each, once it speaks it. */
async function forStores(
  page: Page,
  name: ScreenName,
  before: (language: StoreLanguage) => Promise<void> = async () => {},
): Promise<void> {
  const { width, height } = storePictures.find((each) => each.name === name) ?? storeLogo
  await page.setViewport({ width, height })
  await inEachLanguage(driver, page, async (language) => {
    await before(language)
    await take(page, storeFolder, `${name}.${language}`, width, height)
  })
}

/** What is written by a user of the interface in each language. */
type InEach = Readonly<Record<StoreLanguage, string>>

/** The note that is open, as a user of that language writes it: another note, as one that is written over has earlier texts. */
async function noteIn(page: Page, { nl, en }: InEach, language: StoreLanguage): Promise<void> {
  const [text, other] = language === 'nl' ? [nl, en] : [en, nl]
  const written = () =>
    page.evaluate(() => [...document.querySelectorAll('textarea')].map(({ value }) => value).join('\n'))
  const found = await until('the note', written, (all) => all.includes(text) || all.includes(other))
  if (!found.includes(other)) return
  await press(page, language === 'nl' ? 'Notitie verwijderen' : 'Delete note')
  await until('the note gone', written, (all) => !all.includes(other))
  await writeNote(page, text)
  await waitForText(page, language === 'nl' ? 'bewaard' : 'saved')
  // The offer to undo it goes by itself.
  await until(
    'nothing to undo',
    () => page.evaluate(() => document.querySelectorAll('.kl-undo button').length),
    (count) => count === 0,
  )
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
}

async function citations(): Promise<void> {
  const page = await driver.openPage(addresses.firstPage)
  await page.setViewport({ width: 1000, height: 760 })
  const citation = 'Kamerstuk 35 925 VIII, nr. 87'
  await pointAt(page, citation)
  await cardWith(driver, page, citation)
  await settled(world)
  await forReadme(page, 'citations', 1000, 760)
  // In a low window a card that gets smaller would go from under the mouse.
  await page.setViewport({ width: 1000, height: 1000 })
  await pointAt(page, 'Antwoorden op de lijst van vragen (PDF)')
  await pressInCard(driver, page, 'button', 'Lees de vragen')
  await cardWith(driver, page, `${records.length} vragen bewaard`)
}

async function popup(): Promise<void> {
  const page = await openPopup(world)
  await typeInto(page, 'Zoek een code', '2023d19 158')
  await page.keyboard.press('Enter')
  await waitForText(page, 'Eerlijke Stageplek')
  await settled(world)
  await forReadme(page, 'popup', 400, 600)
  await page.close()
}

async function library(): Promise<void> {
  const page = await driver.openExtensionPage('library.html?document=2023D20951')
  await press(page, 'actieplan Eerlijke Stageplek')
  await writeNote(page, note)
  await waitForText(page, 'bewaard')
  await settled(world)
  await page.evaluate(() => document.querySelector('.kl-library__detail')?.scrollTo({ top: 0 }))
  await typeInto(page, 'Filter op woord of nummer', 'stage')
  // Nothing is pointed at.
  await page.mouse.move(640, 1)
  await forReadme(page, 'library', 1280, 800)
  await forStores(page, 'screen-library')
  await page.close()
}

async function search(): Promise<void> {
  const page = await driver.openExtensionPage('library.html')
  await page.setViewport({ width: 1280, height: 700 })
  await typeInto(page, 'Zoek in alles wat bewaard is', 'bibliotheken status:beantwoord')
  await page.locator('[role=option] ::-p-text(schoolbibliotheken)').click()
  await waitForText(page, 'Het Rijk betaalt twee derde')
  await page.mouse.move(640, 1)
  await forReadme(page, 'search', 1280, 700)
  await page.close()
}

async function onPage(): Promise<void> {
  const page = await driver.openPage(addresses.senate)
  await page.setViewport({ width: 1000, height: 740 })
  await pointAt(page, '2023D19158')
  await cardWith(driver, page, note)
  await forReadme(page, 'page', 1000, 740)
  await page.close()
}

async function panel(): Promise<void> {
  const page = await driver.openPage(addresses.questionList)
  const first = await driver.openExtensionPage('sidepanel.html', { behind: true })
  await press(first, 'Vragen bewaren')
  await waitForText(first, 'vragen bewaard')
  await first.close()
  // Without what was just read at its foot.
  const beside = await driver.openExtensionPage('sidepanel.html', { behind: true })
  await waitForText(beside, 'Welke afspraken zijn er gemaakt')
  await writeNote(beside, noteOnList)
  await waitForText(beside, 'bewaard')
  await settled(world)
  // In a tab in front, as only a tab can be taken, it is told which page it would be beside.
  await beside.evaluate(`chrome.tabs.query({ active: true, currentWindow: true }).then((tabs) => {
    chrome.tabs.query = async () => tabs
  })`)
  await forReadme(beside, 'panel', 420, 760)
  await beside.close()
  await page.close()
}

async function reader(): Promise<void> {
  const page = await driver.openExtensionPage(`reader.html?url=${encodeURIComponent(addresses.answersPdf)}`)
  await page.setViewport({ width: 1180, height: 760 })
  await waitForText(page, `${records.length} vragen gevonden`, 'De voorzitter van de Tweede Kamer')
  await press(page, 'actieplan Eerlijke Stageplek')
  await until(
    'question 155',
    () => marked(page),
    (text) => text.includes('155'),
  )
  // The line that was gone to is marked for a moment.
  await new Promise((resolve) => setTimeout(resolve, 2500))
  await forReadme(page, 'reader', 1180, 760)
  // Written beside it: a note that was just saved says so.
  const write = async (language: StoreLanguage) => {
    const beside = await driver.openExtensionPage('library.html?document=2023D20951', { behind: true })
    await press(beside, 'actieplan Eerlijke Stageplek')
    await noteIn(beside, notes, language)
    await beside.close()
  }
  await forStores(page, 'screen-reader', write)
  await write('nl')
  await page.close()
}

async function dossier(): Promise<void> {
  const page = await driver.openExtensionPage('library.html?code=dossier-31293')
  await waitForText(page, 'Primair onderwijs', '230 stukken')
  await settled(world)
  await forStores(page, 'screen-dossier')
  await page.close()
}

/** Page, card and popup in one. */
async function example(): Promise<void> {
  const page = await driver.openExtensionPage('welcome.html')
  await page.setViewport({ width: 1280, height: 800 })
  await press(page, 'Probeer het op een voorbeeld')
  await waitForText(page, 'van dit voorbeeld: 6 vragen')
  await press(page, '2099D00103')
  await writeNote(page, notesOnExample.nl)
  await waitForText(page, '6 vragen, 1 notitie')
  await press(page, 'Terug')
  await forStores(page, 'screen-page', async (language) => {
    if (language !== 'nl') {
      await press(page, '2099D00103')
      await noteIn(page, notesOnExample, language)
      await press(page, 'Back')
    }
    // Choosing the code may have led to where it stands further down.
    await page.evaluate(() => scrollTo(0, 0))
    // A card that is open stays in its language.
    await page.mouse.move(5, 5)
    await until(
      'no card',
      () => shownCard(driver, page),
      (card) => card === null,
    )
    await pointAt(page, '2099D00103')
    await cardWith(driver, page, notesOnExample[language])
  })
  await page.close()
}

async function drawn(): Promise<void> {
  const page = await driver.browser.newPage()
  await page.setContent(logoPage())
  await take(page, storeFolder, storeLogo.name, storeLogo.width, storeLogo.height)
  for (const each of storePictures) {
    if (each.type !== 'drawn') continue
    for (const language of storeLanguages) {
      const screen = readFileSync(join(folderOf(storeFolder), `screen-page.${language}.png`))
      await page.setContent(drawnPage(each.name, language, screen))
      await take(page, storeFolder, `${each.name}.${language}`, each.width, each.height)
    }
  }
  await page.close()
}

try {
  const all = [citations, popup, library, onPage, panel, search, reader, dossier, example, drawn]
  for (const make of all) await make()
} finally {
  await world.stop()
}
// These are made in both themes as it is.
if (!isDark) await takeJobPictures()
