import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { LookupRow } from '#utils/database/schema.ts'
import { addresses } from '../site/addresses.ts'
import { chromiumOnly } from './chromium-only.ts'
import { strangersIn } from './page.ts'
import { openPopup, press, readTable, settled, shownText, typeInto, waitForText, watchCopies } from './screens.ts'
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

test('its reference is copied in each form, and the form that was used last is remembered', async () => {
  await open('kst-36360-VIII-5')
  await waitForText(popup, 'Opgezocht: zojuist')
  // A browser lets no page behind others write to the clipboard.
  await popup.bringToFront()
  const copied = await watchCopies(popup)
  await press(popup, 'Kopieer verwijzing')
  expect((await copied(1)).at(-1)).toBe('Kamerstukken II 2022/23, 36 360 VIII, nr. 5')
  const forms = [
    ['Kort', /^Kamerstuk 36 360 VIII, nr\. 5$/],
    ['Link', /^https:\/\/zoek\.officielebekendmakingen\.nl\/kst-36360-VIII-5\.html$/],
    ['Markdown-link', /^\[.+ \(Kamerstukken II 2022\/23, 36 360 VIII, nr\. 5\)\]\(https:\/\/.*\)$/],
    ['CSL-JSON', /"note": "Kamerstukken II 2022\/23, 36 360 VIII, nr\. 5"/],
    ['RIS', /^TY {2}- RPRT\r\n[\s\S]*ER {2}- \r\n$/],
  ] as const
  for (const [index, [name, form]] of forms.entries()) {
    await press(popup, 'Andere vorm kiezen')
    await press(popup, name)
    expect((await copied(index + 2)).at(-1), name).toMatch(form)
  }
  await popup.close()
  popup = await openPopup(world())
  await open('kst-36360-VIII-5')
  await until(
    'the form used last',
    () => popup.$$eval('button[title]', (all) => all.map(({ title }) => title)),
    (titles) => titles.includes('Kopieer verwijzing: RIS (EndNote, Zotero)'),
  )
})

test('without a connection one sentence says so and what is known stays; what is unknown is asked for when it is back', async () => {
  await open('2023D19158')
  await waitForText(popup, 'op 22 mei 2023')
  for (const host of services) world().site.fail(host, 'no connection')
  await press(popup, 'Opnieuw opzoeken')
  await waitForText(
    popup,
    'De officiële dienst is niet te bereiken',
    'Hieronder staat wat er bekend was',
    'op 22 mei 2023',
  )
  await popup.close()
  popup = await openPopup(world())
  await open('2023Z09100')
  await waitForText(popup, 'De officiële dienst is niet te bereiken', 'vraagt het vanzelf opnieuw')
  const row = (await readTable<LookupRow>(world(), 'lookups')).find(({ id }) => id === '2023Z09100')
  expect(row).toMatchObject({ document: null, failure: { code: 'offline' }, wanted: expect.any(String) })
  for (const host of services) world().site.fail(host, null)
  await press(popup, 'Opnieuw opzoeken')
  await waitForText(popup, 'De openingstijden van schoolbibliotheken', 'Uitgesteld', 'uitstel gemeld op 5 juni 2023')
  expect(await shownText(popup)).not.toContain('niet te bereiken')
})

test('what nobody knows says when it was asked, and an answer that is none is told', async () => {
  await open('2023D99999')
  await waitForText(popup, 'De officiële diensten kennen dit stuk niet', 'Gevraagd: zojuist', 'Nu opnieuw vragen')
  for (const host of services) world().site.fail(host, 'error page')
  await press(popup, 'Nu opnieuw vragen')
  await waitForText(popup, 'De officiële dienst gaf een onbruikbaar antwoord')
})

test('a look-up that takes long can be stopped, and leaves nothing behind', async () => {
  for (const host of services) world().site.fail(host, 'slow')
  await open('2023A01234')
  await waitForText(popup, 'Wordt opgezocht bij de open data van de Tweede Kamer')
  await press(popup, 'Stop met opzoeken')
  await waitForText(popup, 'Nog niet opgezocht')
  expect((await readTable<LookupRow>(world(), 'lookups')).map(({ id }) => id)).not.toContain('2023A01234')
})

test('nothing but the official hosts was asked for', () => {
  expect(strangersIn(world().site.refused)).toEqual([])
})
