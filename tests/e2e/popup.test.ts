import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { NoteRow, QuestionRow } from '#utils/database/schema.ts'
import { addresses } from '../site/addresses.ts'
import { expectedCodes } from '../site/expected.ts'
import { listQuestions, longListQuestions } from '../site/pages/questions.ts'
import { chromiumOnly } from './chromium-only.ts'
import { paintedTexts, strangersIn } from './page.ts'
import { openPopup, press, readTable, shownChoices, shownText, typeInto, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()
let page: Page

beforeAll(async () => {
  page = await world().driver.openPage(addresses.firstPage)
})

describe('the popup', () => {
  test('lists the codes of this page as buttons, and choosing one scrolls to it', async () => {
    const popup = await openPopup(world())
    const wanted = expectedCodes.firstPage ?? []
    const codes = await until(
      'all codes',
      () => shownChoices(popup),
      (all) => all.length === wanted.length,
    )
    expect([...codes].sort()).toEqual([...wanted].sort())
    // Whatever the browser puts on the pages of extensions, it is set in our own type.
    const [size, ours] = await popup.evaluate(() => {
      const probe = document.createElement('p')
      probe.style.fontSize = 'var(--kl-size)'
      document.body.append(probe)
      const sizes = [document.body, probe].map((element) => getComputedStyle(element).fontSize)
      probe.remove()
      return sizes
    })
    expect(size).toBe(ours)
    // The two of the closed section.
    expect((await shownText(popup)).match(/ingeklapt/g)).toHaveLength(2)
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight }))
    await press(popup, '2023A01234')
    await until(
      'the page scrolled up',
      () => page.evaluate(() => scrollY),
      (top) => top < 600,
    )
    await popup.close()
  })

  test('says why there is nothing, on a page without codes and on a page of the browser itself', async () => {
    const { driver } = world()
    const empty = await driver.openPage(addresses.withoutCodes)
    const first = await openPopup(world())
    await waitForText(first, 'Op deze pagina staan geen codes')
    await first.close()
    await empty.goto('about:blank')
    const second = await openPopup(world())
    await waitForText(second, 'Deze pagina kan Kamerlens niet lezen')
    await second.close()
    await empty.close()
  })

  test('says what to do where the page was not reached, and does it', async () => {
    const { driver, site } = world()
    const tab = await driver.openPage(addresses.withoutCodes)
    const { host } = new URL(addresses.senate)
    site.fail(host, 'no connection')
    // The browser's own page of errors stands under the official address, and no extension may run there.
    await tab.goto(addresses.senate).catch(() => null)
    // On a busy machine the failure is told before that page stands there.
    await until(
      'the page of errors',
      async () => tab.url(),
      (address) => address !== addresses.withoutCodes,
    )
    const popup = await openPopup(world())
    await waitForText(popup, 'Laad de pagina opnieuw')
    site.fail(host, null)
    await press(popup, 'Pagina opnieuw laden')
    await until(
      'the page reached',
      () => paintedTexts(tab),
      // It was looked up by a test before this one, or not.
      ({ known = [], unknown = [] }) => [...known, ...unknown][0] === '2023D19158',
    )
    if (!popup.isClosed()) await popup.close()
    await tab.close()
  })

  describe('where a dossier is typed', () => {
    chromiumOnly('asking the services and showing what they say is no browser’s, and cards ask them in both')

    test('looks it up and opens it in place, and its papers too', async () => {
      const popup = await openPopup(world())
      await typeInto(popup, 'Zoek een code', 'dossier 36 360 VIII')
      await popup.keyboard.press('Enter')
      await waitForText(popup, 'Jaarverslag en slotwet Ministerie van Onderwijs', '3 stukken', '23 mei 2023 · nr. 5')
      await press(popup, 'Lijst van vragen over het jaarverslag OCW 2022')
      await waitForText(popup, '2023D18002')
      await popup.close()
      expect(strangersIn(world().site.refused)).toEqual([])
    })
  })

  describe('in its style and language', () => {
    chromiumOnly('its styles and texts are the same files in both; Chromium alone tries sizes on')

    test('asks in no style how large the window is, which Chromium tries sizes on, and loads no sheet twice', async () => {
      const popup = await openPopup(world())
      // Opens what needs all that is loaded later.
      await press(popup, '2023D19158')
      await waitForText(popup, 'Notitie')
      const { sizes, rules } = await popup.evaluate(() => {
        const all = [...document.styleSheets].flatMap((sheet) => (sheet.disabled ? [] : [...sheet.cssRules]))
        const media = all.flatMap((rule) => (rule instanceof CSSMediaRule ? [rule.conditionText] : []))
        const plain = all.flatMap((rule) => (rule instanceof CSSStyleRule ? [rule.cssText] : []))
        return { sizes: media.filter((text) => /width|height/.test(text)), rules: plain }
      })
      expect(sizes).toEqual([])
      expect(rules.length).toBeGreaterThan(200)
      expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([])
      await popup.close()
    })

    test('takes all the width that Chromium gives at three times its size, and scrolls as a whole', async () => {
      const { driver } = world()
      const settings = await driver.openPage('chrome://settings/')
      const zoom = (factor: number) =>
        settings.evaluate(`new Promise((done) => chrome.settingsPrivate.setDefaultZoom(${factor}, done))`)
      await zoom(3)
      await page.bringToFront()
      const popup = await driver.openPopup(page)
      const sizes = () =>
        popup.evaluate(() => {
          const main = document.querySelector('main')
          return { width: innerWidth, isWhole: main !== null && main.clientHeight === main.scrollHeight }
        })
      // What follows the window's width, which follows what is in it, would end at next to nothing.
      const { width } = await until('all of it scrolling', sizes, ({ isWhole }) => isWhole)
      expect(width).toBeGreaterThan(180)
      await zoom(1)
      await popup.close()
      await settings.close()
    })

    test('shows nothing in English to a Dutch reader', async () => {
      const popup = await openPopup(world())
      expect(await shownText(popup)).not.toMatch(/\b(page|saved|library|codes on)\b/i)
      await popup.close()
    })
  })
})

test('the popup works by the keyboard alone: from the list to a question, its note, and back', async () => {
  const { driver } = world()
  const list = await driver.openPage(addresses.questionList)
  const before = await openPopup(world())
  await press(before, 'Vragen bewaren')
  await waitForText(before, `${listQuestions.length} vragen bewaard`)
  await before.close()
  await list.close()
  await page.bringToFront()
  const popup = await driver.openPopup(page)
  const focused = () =>
    popup.evaluate(() => {
      const { tagName, dataset } = document.activeElement as HTMLElement
      return dataset.choice ?? dataset.order ?? tagName
    })
  /** Presses a key until the focus is on this, as a user does. */
  async function walkTo(key: 'ArrowDown' | 'Tab', wanted: string): Promise<void> {
    const visited = [await focused()]
    while (visited.at(-1) !== wanted) {
      if (visited.length > 30) throw new Error(`${key} never leads to ${wanted}, but to ${visited.join(', ')}`)
      await popup.keyboard.press(key)
      visited.push(await focused())
    }
  }
  await until(
    'the list',
    () => shownChoices(popup),
    (codes) => codes.length === expectedCodes.firstPage?.length,
  )
  // Firefox presses no button by Enter in a tab that is behind; the popup knows by now which page it is over.
  await popup.bringToFront()
  expect(await focused()).toBe('INPUT')
  await walkTo('ArrowDown', 'kst-36360-VIII-5')
  await popup.keyboard.press('Enter')
  await waitForText(popup, listQuestions[1]?.question ?? '')
  await until('the focus in what was opened', focused, (name) => name === 'MAIN')
  await walkTo('Tab', '0')
  await walkTo('ArrowDown', '1')
  await popup.keyboard.press('Enter')
  await waitForText(popup, listQuestions[1]?.answer[0] ?? '')
  await popup.locator('textarea[aria-label="Notitie bij Vraag 2"]').wait()
  await walkTo('Tab', 'TEXTAREA')
  await popup.keyboard.type('Met de toetsen.')
  await until(
    'the note stored',
    async () => (await readTable<NoteRow>(world(), 'notes')).map(({ target, body }) => `${target}: ${body}`),
    (notes) => notes.join() === 'kst-36360-VIII-5#2: Met de toetsen.',
  )
  await popup.keyboard.press('Escape')
  await until('the row that was left', focused, (name) => name === 'kst-36360-VIII-5')
  await popup.keyboard.press('Home')
  await popup.keyboard.press('ArrowUp')
  expect(await focused()).toBe('INPUT')
  await popup.close()
})

test('«Vragen bewaren» in the context menu keeps them, also after the background was stopped', async () => {
  const { driver } = world()
  const list = await driver.openPage(addresses.longQuestionList)
  const reached = await openPopup(world())
  await waitForText(reached, 'Op deze pagina staan geen codes')
  await reached.close()
  await driver.stopBackground()
  await driver.dispatchMenu('keep-page')
  await until(
    'the questions',
    () => readTable<QuestionRow>(world(), 'questions'),
    (rows) => rows.filter(({ list }) => list === 'kst-36360-XVI-9').length === longListQuestions.length,
  )
  await list.close()
})
