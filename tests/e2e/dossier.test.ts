import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import type { LookupRow, NoteRow } from '#utils/database/schema.ts'
import { addresses } from '../site/addresses.ts'
import { chromiumOnly } from './chromium-only.ts'
import { strangersIn } from './page.ts'
import { openPopup, press, readTable, typeInto, waitForText, writeNote } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld({ only: 'chromium' })
chromiumOnly(
  'the parts are the popup’s and library’s of all tests, and what a dossier shows is no browser’s: its browser tests have it',
)

const spots = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.kl-dossier .kl-timeline__spot')].map(
      (spot) => spot.getAttribute('aria-label') ?? '',
    ),
  )
/** The one mark or bin in the tab order gets the focus. */
const enterTimeline = (page: Page) =>
  page.$eval('.kl-dossier .kl-timeline__spot[tabindex="0"]', (spot) => (spot as unknown as SVGElement).focus())
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const pages = () => world().site.requests.filter((url) => url.includes('$skip=')).length

test('a dossier is typed in the popup, looked up on opening, walked by keys, and its papers open in place', async () => {
  const { driver } = world()
  await driver.openPage(addresses.questionList)
  const popup = await openPopup(world())
  await typeInto(popup, 'Zoek een code', 'dossier 36 360 VIII')
  await popup.keyboard.press('Enter')
  await waitForText(
    popup,
    'Jaarverslag en slotwet Ministerie van Onderwijs',
    '3 stukken',
    'Tijdlijn',
    '23 mei 2023 · nr. 5',
  )
  const names = await until(
    'the marks',
    () => spots(popup),
    (all) => all.length === 3,
  )
  await enterTimeline(popup)
  await popup.keyboard.press('End')
  expect(await focused(popup)).toBe(names.at(-1))
  await popup.keyboard.press('ArrowLeft')
  expect(await focused(popup)).toBe(names.at(-2))
  await popup.keyboard.press('Home')
  expect(await focused(popup)).toMatch(/^Lijst van vragen over het jaarverslag OCW 2022, Lijst van vragen, 12 mei 2023/)
  await popup.keyboard.press('Enter')
  await waitForText(popup, '2023D18002')
  await popup.close()
})

test('its notes are kept with it, and a paper leads back to its dossier', async () => {
  const { driver } = world()
  const library = await driver.openExtensionPage('library.html?code=dossier-36360-VIII')
  await waitForText(library, '3 stukken')
  await writeNote(library, 'Voor het debat van juni.')
  const notes = () => readTable<NoteRow>(world(), 'notes')
  const [note] = await until('the note', notes, (rows) => rows[0]?.body.endsWith('juni.') ?? false)
  expect(note?.target).toBe('dossier-36360-VIII')
  await press(library, 'Lijst van vragen en antwoorden over het jaarverslag OCW 2022')
  // The library names the dossier beside its lists too: only the paper's own facts lead to it.
  const named = () =>
    library.$$eval('main button', (all) => all.map(({ textContent }) => textContent.replace(/\s+/g, ' ')))
  await until('the dossier of the paper', named, (names) => names.includes('36 360 VIII'))
  await press(library, '36 360 VIII')
  await waitForText(library, '3 stukken', 'Tijdlijn')
  const written = () => library.$$eval('textarea', (fields) => fields.map(({ value }) => value))
  await until('the note again', written, (texts) => texts.includes('Voor het debat van juni.'))
  await library.close()
})

test('a large dossier is asked for page by page, counted by period, and narrowed to one', async () => {
  const { driver } = world()
  const before = pages()
  const library = await driver.openExtensionPage('library.html?code=dossier-31293')
  await waitForText(library, 'Primair onderwijs', '230 stukken')
  expect(pages() - before).toBe(2)
  const lookups = await readTable<LookupRow>(world(), 'lookups')
  const row = lookups.find(({ id }) => id === 'dossier-31293')
  expect(row?.document?.related).toHaveLength(230)
  const bins = await until(
    'the bins',
    () => spots(library),
    (all) => all.length > 0 && all.length < 230,
  )
  const counts = bins.map((name) => Number(/(\d+) stuk/.exec(name)?.[1]))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(230)
  await enterTimeline(library)
  await library.keyboard.press('Enter')
  await waitForText(library, `${counts[0]} van 230 stukken`)
  await press(library, 'Alles tonen')
  await until(
    'the whole list, of which the rows in view are drawn',
    () => library.evaluate(() => document.querySelectorAll('.kl-dossier__virtual [role=option]').length),
    (rows) => rows > 0 && rows < 60,
  )
  await library.close()
  expect(strangersIn(world().site.refused)).toEqual([])
})
