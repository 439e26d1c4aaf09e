import type { Page } from 'puppeteer-core'
import { cardWith, paintedTexts, pointAt, pressInCard } from '../../tests/e2e/page.ts'
import { marked, readerPage, shownQuestions, textInView } from '../../tests/e2e/reader-page.ts'
import { openPopup, press, typeInto, waitForText, writeNote } from '../../tests/e2e/screens.ts'
import { until } from '../../tests/e2e/until.ts'
import type { World } from '../../tests/e2e/world.ts'
import { records } from '../../tests/fixtures/pdf/records.ts'
import { addresses } from '../../tests/site/addresses.ts'
import { expectedCodes } from '../../tests/site/expected.ts'
import { writtenQuestions } from '../../tests/site/pages/written-questions.ts'

/** One step of the tour. It throws when it does not hold, and else gives what it saw, in words. */
export interface TourStep {
  /** For the file name of its picture. */
  readonly name: string
  readonly run: (world: World) => Promise<{ readonly saw: string; readonly page: Page }>
}

const note = 'Terugvragen na het congres van november.'

/** The page of this address that is open, whichever step opened it. */
async function openedPage({ driver }: World, address: string): Promise<Page> {
  const pages = await driver.browser.pages()
  return pages.find((page) => page.url() === address) ?? (await driver.openPage(address))
}

/** The popup over the first page, with a code looked up in it, as typed. */
async function lookUp(world: World, typed: string): Promise<Page> {
  await (await openedPage(world, addresses.firstPage)).bringToFront()
  const popup = await openPopup(world)
  await typeInto(popup, 'Zoek een code', typed)
  await popup.keyboard.press('Enter')
  return popup
}

async function paintedCodes(world: World) {
  const page = await openedPage(world, addresses.firstPage)
  const wanted = String(expectedCodes.firstPage?.length)
  const badge = await until(
    'the number on the button',
    () => world.driver.badge(page),
    (text) => text === wanted,
  )
  const painted = Object.values(await paintedTexts(page))
    .flat()
    .map((text) => text.replace(/\s+/g, ' '))
  for (const text of [
    '2023D19158',
    '2023D19 158',
    '2023Z08012',
    '2023A01234',
    'kst-36360-VIII-5',
    'Stcrt. 2023, 4711',
  ]) {
    if (!painted.includes(text)) throw new Error(`${text} is not painted; painted are: ${painted.join(', ')}`)
  }
  return { saw: `${badge} codes, painted in ${painted.length} places: ${painted.join(', ')}`, page }
}

/** Nothing of these questions is kept: pointing at their number is all that the user does. */
async function answerByItself(world: World) {
  const page = await openedPage(world, addresses.firstPage)
  const before = world.site.requests.length
  await pointAt(page, '2023Z08012')
  const text = await cardWith(
    world.driver,
    page,
    writtenQuestions[1]?.question ?? '',
    'Opleidingen meldden 214 gevallen',
  )
  const read = world.site.requests.slice(before).filter((url) => url === addresses.writtenAnswer)
  if (read.length !== 1) throw new Error(`The answer was asked for ${read.length} times.`)
  return { saw: `Pointed at 2023Z08012, and its answer came by itself: «${text.slice(0, 100)}…»`, page }
}

async function openedCard(world: World) {
  const page = await openedPage(world, addresses.firstPage)
  // The card of the step before lies over it.
  await page.keyboard.press('Escape')
  await pointAt(page, '2023D19158')
  const text = await cardWith(world.driver, page, '2023D19158', 'Zojuist opgezocht')
  return { saw: `Card on 2023D19158: «${text.slice(0, 100)}…»`, page }
}

async function openedCitation(world: World) {
  const page = await openedPage(world, addresses.firstPage)
  await pointAt(page, 'Kamerstuk 35 925 VIII, nr. 87')
  const text = await cardWith(world.driver, page, 'Motie van het lid Van Zuilen', 'Aangenomen')
  return { saw: `Card on a citation: «${text.slice(0, 100)}…»`, page }
}

async function readPdf(world: World) {
  const page = await openedPage(world, addresses.firstPage)
  await pointAt(page, 'Antwoorden op de lijst van vragen (PDF)')
  await pressInCard(world.driver, page, 'button', 'Lees de vragen')
  const text = await cardWith(world.driver, page, `${records.length} vragen bewaard`)
  return { saw: `Questions read from the PDF: «${text.slice(0, 100)}…»`, page }
}

async function lookedUp(world: World) {
  const popup = await lookUp(world, '2023d19 158')
  await waitForText(popup, '155', 'Eerlijke Stageplek')
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen, without the menus that are closed and with a blank where a line ends
  const seen = await popup.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').trim())
  return { saw: `2023d19 158 in the popup: «${seen.slice(0, 140)}…»`, page: popup }
}

async function wroteNote(world: World) {
  const popup = await lookUp(world, '2023D19158')
  await writeNote(popup, note)
  const status = () => popup.evaluate(() => /bewaard \d+:\d+/.exec(document.body.textContent)?.[0])
  const saved = await until('the note saved', status, (text) => text !== undefined)
  return { saw: `Note written: «${note}», ${saved}`, page: popup }
}

/** The reader, whichever step opened it. */
let reader: Page | undefined

async function openedReader(world: World) {
  const popup = await lookUp(world, '2023D19158')
  const before = await world.driver.browser.pages()
  await press(popup, 'Bron, blz. 3')
  const page = await readerPage(world.driver, before)
  reader = page
  // All its parts side by side.
  await page.setViewport({ width: 1180, height: 820 })
  const isThere = (text: string) => text.includes('Het actieplan Eerlijke Stageplek bestaat')
  await until('question 155 in the pages', () => textInView(page), isThere)
  const question = await until(
    'question 155 marked in the list',
    () => marked(page),
    (text) => text.includes('155'),
  )
  return { saw: `The question's place in its PDF, in the reader: «${question.slice(0, 80)}…»`, page }
}

async function filtered() {
  const page = openReader()
  const all = await shownQuestions(page)
  await typeInto(page, 'Filter op woord of nummer', 'stage')
  const left = await until(
    'fewer questions',
    () => shownQuestions(page),
    (count) => count > 0 && count < all,
  )
  return { saw: `Questions filtered by «stage»: ${left} of ${all}`, page }
}

async function corrected() {
  const page = openReader()
  const all = records.length
  const isShown = (count: number) => (shown: number) => shown === count
  await page.keyboard.press('Escape')
  await until('all questions', () => shownQuestions(page), isShown(all))
  await press(page, 'actieplan Eerlijke Stageplek')
  await press(page, 'Splitsing verbeteren')
  await press(page, 'Voeg samen met vraag')
  await until('one question less', () => shownQuestions(page), isShown(all - 1))
  await press(page, 'Ongedaan maken')
  await until('the question back', () => shownQuestions(page), isShown(all))
  return { saw: `A split corrected beside the pages (${all - 1} questions) and undone (${all})`, page }
}

function openReader(): Page {
  if (reader === undefined) throw new Error('The reader was not opened.')
  return reader
}

async function restarted(world: World) {
  await world.restart()
  const page = await world.driver.openPage(addresses.senate)
  await pointAt(page, '2023D19158')
  await cardWith(world.driver, page, note)
  return { saw: 'After a restart the card on another page shows the note', page }
}

export const tourSteps: readonly TourStep[] = [
  { name: 'codes', run: paintedCodes },
  { name: 'answer', run: answerByItself },
  { name: 'card', run: openedCard },
  { name: 'citation', run: openedCitation },
  { name: 'read', run: readPdf },
  { name: 'look-up', run: lookedUp },
  { name: 'note', run: wroteNote },
  { name: 'reader', run: openedReader },
  { name: 'filter', run: filtered },
  { name: 'correction', run: corrected },
  { name: 'restart', run: restarted },
]
