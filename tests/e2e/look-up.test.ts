import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { addresses } from '../site/addresses.ts'
import { chromiumOnly } from './chromium-only.ts'
import { strangersIn } from './page.ts'
import { openPopup, press, settled, typeInto, waitForText, watchCopies } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld({ only: 'chromium' })
const isChromium = inject('family') === 'chromium'
chromiumOnly(
  'asking the services and showing what they say is no browser’s: unit and browser tests have it, and the cards ask them in both',
)
const services = ['gegevensmagazijn.tweedekamer.nl', 'zoek.officielebekendmakingen.nl', 'repository.overheid.nl']
let popup: Page

beforeAll(async () => {
  if (isChromium) await world().driver.openPage(addresses.firstPage)
})

beforeEach(async () => {
  popup = await openPopup(world())
})

afterEach(async () => {
  if (!isChromium) return
  for (const host of services) world().site.fail(host, null)
  await popup.close()
})

async function open(code: string): Promise<void> {
  await typeInto(popup, 'Zoek een code', code)
  await popup.keyboard.press('Enter')
}

const asked = () => world().site.requests.filter((url) => url.includes('/OData/') && !url.endsWith('$metadata'))

test('a code that is opened is looked up: what it is, who asked of whom, what came of it; and once', async () => {
  await open('2023D19158')
  const shown = await waitForText(popup, 'Beantwoord', 'op 22 mei 2023', 'Opgezocht: zojuist')
  for (const words of [
    'Schriftelijke vragen',
    'Gelijke kansen bij het zoeken van een stage',
    'F. van Zuilen (LKP)',
    'Minister J. van der Laken (Onderwijs, Cultuur en Wetenschap)',
    '2023D21040',
  ]) {
    expect(shown).toContain(words)
  }
  // The answer was looked up and read by itself: it opens in place, and neither way anything is asked again.
  await settled(world())
  const before = asked().length
  await press(popup, 'Antwoord op vragen van het lid Van Zuilen')
  await waitForText(popup, 'Antwoord schriftelijke vragen', '22 mei 2023')
  await press(popup, 'Terug')
  await waitForText(popup, 'Gelijke kansen bij het zoeken van een stage', 'Opgezocht: zojuist')
  expect(asked()).toHaveLength(before)
})

test('the list of the page says what was looked up, also after the background was stopped', async () => {
  await open('2023D19158')
  await waitForText(popup, 'op 22 mei 2023')
  await world().driver.stopBackground()
  await popup.close()
  popup = await openPopup(world())
  await waitForText(
    popup,
    '2023D19158',
    'Schriftelijke vragen · Gelijke kansen bij het zoeken van een stage',
    'Beantwoord',
  )
})

test('its reference is copied, and the form that was used last is remembered', async () => {
  await open('kst-36360-VIII-5')
  await waitForText(popup, 'Opgezocht: zojuist')
  // A browser lets no page behind others write to the clipboard.
  await popup.bringToFront()
  const copied = await watchCopies(popup)
  await press(popup, 'Kopieer verwijzing')
  expect((await copied(1)).at(-1)).toBe('Kamerstukken II 2022/23, 36 360 VIII, nr. 5')
  await press(popup, 'Andere vorm kiezen')
  await press(popup, 'RIS')
  expect((await copied(2)).at(-1)).toMatch(/^TY {2}- RPRT\r\n[\s\S]*ER {2}- \r\n$/)
  await popup.close()
  popup = await openPopup(world())
  await open('kst-36360-VIII-5')
  await until(
    'the form used last',
    () => popup.$$eval('button[title]', (all) => all.map(({ title }) => title)),
    (titles) => titles.includes('Kopieer verwijzing: RIS (EndNote, Zotero)'),
  )
})

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

test('a dossier is typed in the popup, looked up on opening, walked by keys, and its papers open in place', async () => {
  await open('dossier 36 360 VIII')
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
})

test('nothing but the official hosts was asked for', () => {
  expect(strangersIn(world().site.refused)).toEqual([])
})
