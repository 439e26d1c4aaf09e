import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WatchRow } from '#utils/database/schema.ts'
import { addresses } from '../site/addresses.ts'
import { answerGyms, takeBackLater, writeAboutInternships } from '../site/odata/later.ts'
import { chromiumOnly } from './chromium-only.ts'
import { cardWith, pointAt, pressInCard, shownCard, strangersIn } from './page.ts'
import { inspectorOf, openPopup, press, readTable, settled, shownText, typeInto, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld({ notifications: true })
afterAll(takeBackLater)
const openData = 'gegevensmagazijn.tweedekamer.nl'
let page: Page

beforeAll(async () => {
  world().site.mayBeKept(openData)
  page = await world().driver.openPage(addresses.firstPage)
})

const watches = () => readTable<WatchRow>(world(), 'watches')
const asked = () => world().site.requests.filter((url) => url.includes(openData) && !url.endsWith('$metadata')).length

/** A page of the extension that may use its API. */
async function withApi<Value>(script: string): Promise<Value> {
  const popup = await openPopup(world())
  const value = (await popup.evaluate(`(async () => {
    const api = globalThis.browser ?? globalThis.chrome
    ${script}
  })()`)) as Value
  await popup.close()
  return value
}

/** Time goes by for what is followed: its checks are due, and the alarm that sees to them fires. */
async function letAlarmFire(): Promise<void> {
  const inspector = await inspectorOf(world().driver)
  await inspector.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('kamerlens')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const transaction = request.result.transaction('watches', 'readwrite')
          const store = transaction.objectStore('watches')
          const all = store.getAll()
          all.onsuccess = () => {
            for (const row of all.result) store.put({ ...row, nextCheck: '2023-01-01T00:00:00.000Z' })
          }
          transaction.onerror = () => reject(transaction.error)
          transaction.oncomplete = () => {
            request.result.close()
            resolve()
          }
        }
      }),
  )
  await withApi(`await api.alarms.create('following', { when: Date.now() + 100, periodInMinutes: 15 })`)
}

/** Waits for the end of a check of all that is followed. */
const checked = (since: string) =>
  until(
    'all of it checked',
    watches,
    (rows) => rows.length > 0 && rows.every(({ lastChecked = '' }) => lastChecked > since),
    30_000,
  )

/** Follows the code of the open card: once more where an answer that came just then moved the button from under the mouse. */
async function followFromCard(): Promise<void> {
  const { driver } = world()
  const isFollowed = async () => (await shownCard(driver, page))?.text.includes('Wordt gevolgd') ?? false
  for (let attempt = 1; !(await isFollowed()); attempt += 1) {
    await pressInCard(driver, page, 'button', 'Volgen')
    try {
      await until('followed', isFollowed, (is) => is, 5000)
    } catch (error) {
      if (attempt === 3) throw error
    }
  }
}

const badge = () =>
  withApi<{ colour: string; text: string; title: string }>(`
    const [colour, text, title] = await Promise.all([
      api.action.getBadgeBackgroundColor({}), api.action.getBadgeText({}), api.action.getTitle({})])
    return { colour: colour.join(), text, title }`)

test('a code is followed from the popup and from the card; its first look tells nothing', async () => {
  const { driver } = world()
  const popup = await openPopup(world())
  await typeInto(popup, 'Zoek een code', '2023D24876')
  await popup.keyboard.press('Enter')
  await press(popup, 'Volgen')
  await waitForText(popup, 'Wordt gevolgd')
  await popup.close()
  await page.bringToFront()
  await pointAt(page, '2023Z08012')
  // What it was asked comes last, and moves all below it.
  await cardWith(driver, page, '2023Z08012', 'Volgen', 'vraag 1')
  await followFromCard()
  const rows = await checked('')
  expect(rows.map(({ target, lastStatus, news }) => [target, lastStatus, news])).toEqual([
    ['2023D24876', 'unanswered', []],
    ['2023Z08012', 'answered', []],
  ])
  expect(await badge()).toMatchObject({ text: '', title: 'Kamerlens' })
})

test('a check asks whether what the browser kept still holds, and is told that it does', async () => {
  // What the views before looked up may still be on its way.
  await settled(world())
  const before = new Date().toISOString()
  const count = asked()
  const held = world().site.revalidated.length
  await letAlarmFire()
  const rows = await checked(before)
  expect(rows.flatMap(({ news = [] }) => news)).toEqual([])
  expect(asked()).toBe(count + 2)
  expect(
    world()
      .site.revalidated.slice(held)
      .filter((url) => url.includes(openData)),
  ).toHaveLength(2)
})

test('news colours the badge, is told in one notification, and stands in popup and library until it is seen', async () => {
  const { driver } = world()
  if (driver.family === 'firefox') {
    const popup = await openPopup(world())
    await press(popup, 'Gevolgd')
    await press(popup, 'Meldingen aanzetten')
    await until(
      'no offer of notifications',
      () => shownText(popup),
      (text) => !text.includes('Meldingen aanzetten'),
    )
    await popup.close()
  }
  const quiet = await badge()
  answerGyms()
  writeAboutInternships()
  const before = new Date().toISOString()
  await driver.stopBackground()
  await letAlarmFire()
  await checked(before)
  const coloured = await until('the badge', badge, ({ text }) => text === '•')
  expect(coloured.colour).not.toBe(quiet.colour)
  expect(coloured.title).toBe('Kamerlens · 2 nieuwe berichten over wat u volgt')
  // The number of the page's codes stays.
  expect(Number(await driver.badge(page))).toBeGreaterThan(0)
  const shown = await until(
    'the notification',
    () => withApi<string[]>(`return Object.keys(await api.notifications.getAll())`),
    (all) => all.length > 0,
  )
  expect(shown).toEqual(['followed'])

  const popup = await openPopup(world())
  await press(popup, 'Gevolgd (2 nieuw)')
  await waitForText(
    popup,
    'De huur van gymzalen',
    'Antwoord op vragen van het lid Van Zuilen over de huur van gymzalen',
  )
  await waitForText(popup, 'Nadere informatie over gelijke kansen')
  await until('the badge as it was', badge, ({ colour, text }) => colour === quiet.colour && text === '')
  await popup.close()

  const library = await driver.openExtensionPage('library.html?view=followed')
  await waitForText(library, 'De huur van gymzalen', 'Beantwoord', 'Geen nieuws', 'Nieuw document')
  await press(library, 'Antwoord op vragen van het lid Van Zuilen')
  await waitForText(library, '2023D27300')
  await library.close()
})

describe('what is followed no more', () => {
  chromiumOnly(
    'which codes are due is no browser’s and has unit tests; alarm, badge and notification are tried in both',
  )

  test('followed no more from the card, it is checked no more', async () => {
    const { driver } = world()
    await page.bringToFront()
    await page.mouse.move(5, 5)
    await pointAt(page, '2023Z08012')
    await pressInCard(driver, page, 'button', 'Wordt gevolgd')
    await cardWith(driver, page, '2023Z08012', 'Volgen')
    const rows = await until('the one followed no more', watches, (all) =>
      all.some(({ deletedAt }) => deletedAt !== undefined),
    )
    expect(rows.map(({ target, deletedAt }) => [target, deletedAt !== undefined])).toEqual([
      ['2023D24876', false],
      ['2023Z08012', true],
    ])
    const count = world().site.requests.filter((url) => url.includes('2023Z08012')).length
    const before = new Date().toISOString()
    await letAlarmFire()
    await until('the other one checked', watches, ([first]) => (first?.lastChecked ?? '') > before, 30_000)
    expect(world().site.requests.filter((url) => url.includes('2023Z08012'))).toHaveLength(count)
    expect(strangersIn(world().site.refused)).toEqual([])
  })
})
