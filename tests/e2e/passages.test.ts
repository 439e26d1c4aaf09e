import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import type { BegunPassage } from '#utils/browser/protocol/passages.ts'
import type { NoteRow } from '#utils/database/schema.ts'
import { addresses, questionListElsewhere } from '../site/addresses.ts'
import { chromiumOnly } from './chromium-only.ts'
import { cardWith, paintedTexts, pointAt } from './page.ts'
import { openPopup, press, readTable, shownText, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()

/** Selects the words of a page, from the first character of one text to the last of another, as a user would. */
async function select(page: Page, first: string, last = first): Promise<void> {
  await page.evaluate(
    (from, to) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      let isBegun = false
      for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
        const at = node.data.indexOf(from)
        if (!isBegun && at >= 0) {
          range.setStart(node, at)
          isBegun = true
        }
        const end = node.data.indexOf(to)
        if (isBegun && end >= 0) {
          range.setEnd(node, end + to.length)
          getSelection()?.removeAllRanges()
          getSelection()?.addRange(range)
          return
        }
      }
      throw new Error(`no «${from}» to «${to}»`)
    },
    first,
    last,
  )
}

/** The passages that were begun and not stored, by the words that they are on. */
async function begunOn(words: string): Promise<BegunPassage> {
  const { driver } = world()
  const popup = await openPopup(world())
  const read = async () => {
    const all = await popup.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: { storage: { session: { get(key: null): unknown } } } }
      return Object.entries((await chrome.storage.session.get(null)) as Record<string, unknown>)
    })
    const begun = all.flatMap(([key, value]) => (key.startsWith('begun-passage.') ? [value as BegunPassage] : []))
    return begun.find(({ passage }) => passage.quote.exact.includes(words)) ?? null
  }
  const begun = await until(`a passage «${words}»`, read, (found) => found !== null)
  await popup.close()
  // Where the browser shows no popup by itself the library opens in its place.
  await driver.closeExtensionPage(`library.html?passage=${begun?.id}`)
  if (begun === null) throw new Error('no passage')
  return begun
}

/** Begins a note on what is selected and writes it, in the popup that opens on it. */
async function writeOnSelection(page: Page, words: string, text: string, by: () => Promise<void>): Promise<string> {
  const { driver } = world()
  await page.bringToFront()
  // Kamerlens is at work there once its popup knows the page.
  const over = await openPopup(world())
  await until(
    'the page read',
    () => shownText(over),
    (shown) => /Op deze pagina (?:\(\d|staan geen codes)/.test(shown),
  )
  await over.close()
  await page.bringToFront()
  await by()
  const { id } = await begunOn(words)
  const popup = await driver.openExtensionPage(`popup.html?passage=${id}`, { behind: true })
  await waitForText(popup, words)
  const focused = () => popup.evaluate(() => document.activeElement?.tagName)
  await until('the cursor in the note', focused, (name) => name === 'TEXTAREA')
  await popup.keyboard.type(text)
  const stored = () => readTable<NoteRow>(world(), 'notes')
  await until('the note', stored, (rows) => rows.some((row) => row.id === id && row.body === text))
  await popup.close()
  await page.bringToFront()
  return id
}

const painted = (page: Page, what: 'passage' | 'passage-inexact', good: (texts: readonly string[]) => boolean) =>
  until(what, async () => (await paintedTexts(page))[what]?.map((text) => text.replace(/\s+/g, ' ')) ?? [], good)

const noteOf = async (id: string) => (await readTable<NoteRow>(world(), 'notes')).find((row) => row.id === id)

describe('a note on a passage', () => {
  const words = 'Denk aan de duur van de stage, de begeleiding en de vergoeding.'
  const address = addresses.withoutCodes
  let id = ''

  test('is begun by the context menu, with the quote above the cursor, and painted at once and after loading anew', async () => {
    const { driver } = world()
    const page = await driver.openPage(address)
    await select(page, 'Denk aan', 'vergoeding.')
    id = await writeOnSelection(page, words, 'Navragen bij de opleiding.', () =>
      driver.dispatchMenu('note-on-selection'),
    )
    await painted(page, 'passage', (texts) => texts.includes(words))
    expect(await noteOf(id)).toMatchObject({
      type: 'passage',
      target: `url:${address}`,
      passage: { format: 'page', url: address, quote: { exact: words } },
    })
    await page.reload()
    await painted(page, 'passage', (texts) => texts.includes(words))
    await page.close()
  })

  test('shows in a card where it is pointed at', async () => {
    const { driver } = world()
    const page = await driver.openPage(address)
    await painted(page, 'passage', (texts) => texts.includes(words))
    await driver.stopBackground()
    await pointAt(page, words)
    await cardWith(driver, page, 'Navragen bij de opleiding.', 'Notitie bij een passage')
    await page.keyboard.press('Escape')
    await page.close()
  })

  test('is walked to by the command, which opens its card with the focus in it', async () => {
    const { driver } = world()
    const page = await driver.openPage(address)
    await painted(page, 'passage', (texts) => texts.includes(words))
    await driver.dispatchCommand('next-passage')
    await cardWith(driver, page, 'Navragen bij de opleiding.')
    await page.keyboard.press('Escape')
    await page.close()
  })

  test('follows a page that changes while it is read', async () => {
    const { driver } = world()
    const page = await driver.openPage(address)
    await painted(page, 'passage', (texts) => texts.includes(words))
    await page.evaluate(() => {
      const paragraph = document.querySelector('#content > p')
      const wrapper = document.createElement('section')
      wrapper.innerHTML = '<h2>Ervoor</h2>'
      const copy = document.createElement('p')
      copy.innerHTML = 'Denk aan de <b>duur</b> van de stage, de\u00adbegeleiding en de vergoeding.'
      copy.innerHTML = copy.innerHTML.replace('de\u00adbegeleiding', 'de be\u00adgeleiding')
      paragraph?.replaceWith(wrapper, copy)
    })
    await painted(page, 'passage', (texts) => texts[0]?.replace('\u00ad', '') === words)
    await page.close()
  })

  test('is led to from where it is kept', async () => {
    const { driver } = world()
    const before = await driver.browser.pages()
    const library = await driver.openExtensionPage(`library.html?passage=${id}`)
    await press(library, 'Naar de passage')
    const find = async () => {
      for (const each of await driver.browser.pages()) {
        if (!before.includes(each) && (await each.evaluate(() => location.href).catch(() => '')) === address)
          return each
      }
      return null
    }
    const page = await until('the page', find, (found) => found !== null)
    if (page === null) throw new Error('no page')
    await painted(page, 'passage', (texts) => texts.includes(words))
    await until(
      'the flash, or what came of it',
      async () => Object.keys(await paintedTexts(page)),
      (names) => names.includes('passage'),
    )
    await page.close()
    await library.close()
  })
})

describe('beside other things', () => {
  chromiumOnly('whose passage it is and which card opens is no browser’s, and has unit and browser tests')

  test('a passage of a document comes back at another address of it, made by the keyboard command', async () => {
    const { driver } = world()
    const page = await driver.openPage(addresses.questionList)
    await select(page, 'De vaste commissie heeft', 'minister.')
    const words = 'De vaste commissie heeft een aantal vragen voorgelegd aan de minister.'
    const id = await writeOnSelection(page, words, 'Welke minister?', () => driver.dispatchCommand('note-on-reference'))
    expect(await noteOf(id)).toMatchObject({ target: 'kst-36360-VIII-5', type: 'passage' })
    await page.close()
    const elsewhere = await driver.openPage(questionListElsewhere)
    await painted(elsewhere, 'passage', (texts) => texts.includes(words))
    await pointAt(elsewhere, words)
    await cardWith(driver, elsewhere, 'Welke minister?')
    await elsewhere.close()
  })
})
