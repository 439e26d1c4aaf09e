import type { Page } from 'puppeteer-core'
import { beforeAll, expect, inject, test } from 'vitest'
import type { DocumentRow, JobRow, LookupRow, NoteRow, WatchRow } from '#utils/database/schema.ts'
import { chromiumOnly } from './chromium-only.ts'
import { cardWith, paintedTexts, pointAt, pressInCard, shownCard, strangersIn } from './page.ts'
import { press, readTable, shownText, typeInto, waitForText, writeNote } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld({ only: 'chromium' })
chromiumOnly(
  'the example is made of parts that are tested in both; its own way is no browser’s, and tests/e2e/accessibility opens it in both',
)
let page: Page
/** What the stand-in had been asked, and what hosts the browser was refused, before the example was opened. */
let before: { readonly requests: number; readonly refused: number }

const live = async <Row extends { readonly deletedAt?: string }>(table: string) =>
  (await readTable<Row>(world(), table)).filter(({ deletedAt }) => deletedAt === undefined)

const painted = (name: string, ...texts: readonly string[]) =>
  until(
    `${texts.join(', ')} painted as ${name}`,
    () => paintedTexts(page),
    (all) => texts.every((text) => all[name]?.includes(text) === true),
  )

beforeAll(async () => {
  if (inject('family') !== 'chromium') return
  const { driver, site } = world()
  before = { requests: site.requests.length, refused: site.refused.length }
  page = await driver.openExtensionPage('welcome.html')
})

/** Waits for words of the popup alone: the paper beside it holds many of them too. */
function inPopup(...texts: readonly string[]): Promise<string> {
  const read = () =>
    page.evaluate(() => document.querySelector('.kl-example__popup')?.textContent?.replace(/\s+/g, ' ').trim() ?? '')
  const good = (shown: string) => texts.every((text) => shown.includes(text))
  return until(`${texts.map((text) => `«${text}»`).join(', ')} in the popup`, read, good)
}

/** Types into the emptied field. */
async function search(text: string): Promise<void> {
  await page.locator('.kl-search-screen__top input').fill('')
  await typeInto(page, 'Zoek een code', text)
}

/** Firefox’s protocol hears of no page of an extension that was loaded anew. */
async function reload(): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(globalThis, 'isOld', true)
    setTimeout(() => location.reload())
  })
  const isNew = () => page.evaluate(() => Reflect.get(globalThis, 'isOld') === undefined).catch(() => false)
  await until('the page anew', isNew, (is) => is)
}

test('the welcome page speaks the language that is chosen on it', async () => {
  await press(page, 'English')
  await waitForText(page, 'Welcome to Kamerlens')
  await press(page, 'Same as the browser')
  await waitForText(page, 'Welkom bij Kamerlens')
})

test('it leads to the example, whose questions are read and whose codes are marked as known', async () => {
  await press(page, 'Probeer het op een voorbeeld')
  await waitForText(page, 'Bij wat u bewaart staan nu van dit voorbeeld: 6 vragen')
  await painted('known', 'Kamerstuk 99 999, nr. 5', '2099D00101', '2099D00103', '2099D00106')
  const [document] = await live<DocumentRow>('documents')
  expect(document).toMatchObject({ id: 'kst-99999-5', dossier: '99999', kind: 'kamerstuk' })
  // Loaded anew, or come back to, it begins nothing by itself.
  expect(await page.evaluate(() => location.search)).toBe('')
})

test('pointing shows the real card, with the question and its answer, and without a way to a page that is not there', async () => {
  const { driver } = world()
  await pointAt(page, '2099D00103')
  const card = await cardWith(driver, page, 'Krijgen de bibliotheken die meedoen', 'ten minste één avond', 'Beantwoord')
  expect(card).not.toMatch(/↗|Opzoeken|Volgen/)
  await pressInCard(driver, page, 'button', 'Notitie')
  await until(
    'the caret in the note',
    () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''),
    (label) => label === 'Notitie bij 2099D00103',
  )
})

test('the keys walk its codes, and Escape closes the card', async () => {
  const { driver } = world()
  // On from the card that is open.
  await driver.dispatchCommand('next-reference')
  await cardWith(driver, page, 'Daar rijdt een bibliotheekbus')
  await driver.dispatchCommand('next-reference')
  await cardWith(driver, page, 'Hoeveel gemeenten doen mee')
  await page.keyboard.press('Escape')
  await until(
    'no card',
    () => shownCard(driver, page),
    (shown) => shown === null,
  )
})

test('a note is really kept, shows on the paper and is found', async () => {
  await writeNote(page, 'Navragen bij de wethouder.')
  await waitForText(page, '6 vragen, 1 notitie')
  await until(
    'the note',
    () => live<NoteRow>('notes'),
    (notes) =>
      notes.map(({ target, body }) => `${target}: ${body}`).join() === '2099D00103: Navragen bij de wethouder.',
  )
  await painted('noted', '2099D00103')
  await press(page, 'Terug')
  await search('openingstijd')
  await inPopup('2 resultaten', 'meedoen ruimere openingstijden')
  await search('wethouder')
  await inPopup('Navragen bij de wethouder')
})

test('a code opens beside the paper by a click on it, and its list and dossier from there', async () => {
  await search('')
  await pointAt(page, 'Kamerstuk 99 999, nr. 5')
  await cardWith(world().driver, page, '6 vragen bewaard')
  await page.mouse.down()
  await page.mouse.up()
  await page.waitForSelector('.kl-search-screen__back', { visible: true })
  await inPopup('Wat kost het programma in totaal')
  await search('dossier 99 999')
  await page.keyboard.press('Enter')
  await inPopup('Dossier 99 999', '1 stuk')
  expect(await page.evaluate(() => document.querySelectorAll('a[href^="https:"]').length)).toBe(0)
})

test('nobody was asked for anything, and nothing is left that asks', async () => {
  const { site } = world()
  expect(site.requests.slice(before.requests)).toEqual([])
  expect(strangersIn(site.refused.slice(before.refused))).toEqual([])
  expect(await readTable<LookupRow>(world(), 'lookups')).toEqual([])
  expect(await readTable<WatchRow>(world(), 'watches')).toEqual([])
  const jobs = await readTable<JobRow>(world(), 'jobs')
  expect(jobs.map(({ state, source }) => `${state} ${source.type}`)).toEqual(['done file'])
})

test('one press tidies it away, an undo brings it back, and the page begins nothing by itself', async () => {
  await press(page, 'Voorbeeld opruimen')
  await waitForText(page, 'Het voorbeeld is opgeruimd', 'Van het voorbeeld is nu niets bewaard')
  expect([await live('documents'), await live('notes')]).toEqual([[], []])
  await painted('unknown', '2099D00103')
  await pointAt(page, '2099D00103')
  expect(await cardWith(world().driver, page, 'dit stuk bestaat niet')).not.toMatch(/↗|Opzoeken/)
  await page.keyboard.press('Escape')
  await press(page, 'Ongedaan maken')
  await waitForText(page, '6 vragen, 1 notitie')
  await painted('noted', '2099D00103')
  await press(page, 'Voorbeeld opruimen')
  await waitForText(page, 'Van het voorbeeld is nu niets bewaard')
  await reload()
  await waitForText(page, 'Van het voorbeeld is nu niets bewaard')
  await painted('unknown', '2099D00103')
  expect(await live('documents')).toEqual([])
  await press(page, 'Begin')
  await waitForText(page, 'Bij wat u bewaart staan nu van dit voorbeeld: 6 vragen')
  expect(await shownText(page)).not.toContain('1 notitie')
})
