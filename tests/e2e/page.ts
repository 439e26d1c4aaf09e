import type { Frame, Page } from 'puppeteer-core'
import { aWhile } from '#tests/a-while.ts'
import type { Box, Driver, ShadowElement } from './drivers/types.ts'
import { until } from './until.ts'

/** What is painted on a page under one of our names (`unknown`, `known`, `noted`), in the order of the page. */
export type Painted = Readonly<Record<string, readonly string[]>>

/** The texts of all painted ranges, read from the registry that the page shares with the extension. */
export function paintedTexts(page: Page | Frame): Promise<Painted> {
  return page.evaluate(() => {
    const found: Record<string, string[]> = {}
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('kamerlens-')) continue
      const ranges = [...highlight].map((each) => {
        const range = document.createRange()
        range.setStart(each.startContainer, each.startOffset)
        range.setEnd(each.endContainer, each.endOffset)
        return range
      })
      ranges.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other))
      if (ranges.length > 0) found[name.slice('kamerlens-'.length)] = ranges.map((range) => range.toString())
    }
    return found
  })
}

/** Where a painted text stands in the viewport, scrolled to the middle first. */
export async function placeOf(page: Page | Frame, text: string): Promise<Box> {
  const read = () =>
    page.evaluate((wanted) => {
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('kamerlens-')) continue
        for (const each of highlight) {
          const range = document.createRange()
          range.setStart(each.startContainer, each.startOffset)
          range.setEnd(each.endContainer, each.endOffset)
          if (range.toString() !== wanted) continue
          each.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
          const box = range.getClientRects()[0]
          return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null
        }
      }
      return null
    }, text)
  const box = await until(`«${text}» painted`, read, (value) => value !== null)
  if (!box) throw new Error(`«${text}» is not painted`)
  return box
}

/** Points at a painted text, as a reader does with the mouse. */
export async function pointAt(page: Page, text: string): Promise<void> {
  const { x, y, width, height } = await placeOf(page, text)
  await page.mouse.move(x + width / 2, y + height / 2 + 60)
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 })
}

/** The card, while it is shown: our only shadow root on an official page. */
export async function shownCard(driver: Driver, page: Page): Promise<ShadowElement | null> {
  for (const root of await driver.shadowRoots(page)) {
    for (const child of root.children) if (await child.box()) return root
  }
  return null
}

/** The host of the open data, which says what becomes of most codes. */
export const openData = 'gegevensmagazijn.tweedekamer.nl'
/** What the card says when it can't be reached. */
export const unreachable = 'De officiële dienst is niet te bereiken'

/** Hosts that were asked for beside the official ones, those left out that the browsers themselves ask for their own ends. */
export const strangersIn = (refused: readonly string[]): readonly string[] =>
  refused.filter((host) => !/google|gvt1|mozilla|firefox/.test(host))

/** What the services were asked for, the description of their own data left out. */
export const lookUpsIn = (requests: readonly string[]): readonly string[] =>
  requests.filter((url) => /^https:\/\/gegevensmagazijn\.(?!.*\$metadata)|\/sru\?|\/metadata\.xml$/.test(url))

/** Waits until the card shows all these texts. */
export async function cardWith(driver: Driver, page: Page, ...texts: readonly string[]): Promise<string> {
  const read = async () => (await shownCard(driver, page))?.text ?? null
  const good = (text: string | null) => text !== null && texts.every((each) => text.includes(each))
  return (await until(`a card with ${texts.map((text) => `«${text}»`).join(', ')}`, read, good)) ?? ''
}

/**
 * Points at a painted text until the card on it shows these texts: where the page is laid out anew just then, the text
 * is moved from under a mouse that rests, of which no page hears.
 */
export async function pointForCard(
  driver: Driver,
  page: Page,
  text: string,
  ...texts: readonly string[]
): Promise<void> {
  const read = async () => {
    await pointAt(page, text)
    return cardWith(driver, page, ...texts)
  }
  await read().catch(async () => {
    await page.mouse.move(5, 5)
    await read()
  })
}

const holds = ({ x, y, width, height }: Box, left: number, top: number): boolean =>
  left > x && left < x + width && top > y && top < y + height

/** Whether a button goes within two seconds, as it does when it was pressed. */
async function isGone(boxNow: () => Promise<Box | null>): Promise<boolean> {
  const end = Date.now() + 2000
  do {
    if ((await boxNow()) === null) return true
    await aWhile(100)
  } while (Date.now() < end)
  return false
}

/**
 * Presses something in the card: the first element of that name whose text or label has the words; once more where it was moved
 * from under the mouse.
 */
export async function pressInCard(driver: Driver, page: Page, name: string, words: string): Promise<void> {
  const find = (element: ShadowElement): ShadowElement | null => {
    const label = `${element.text} ${element.attributes['aria-label'] ?? ''}`
    if (element.name === name && label.includes(words)) return element
    for (const child of element.children) {
      const found = find(child)
      if (found) return found
    }
    return null
  }
  const boxNow = async () => {
    const card = await shownCard(driver, page)
    return (card && (await find(card)?.box())) ?? null
  }
  // The card grows when an answer comes: pressed is what stands still.
  const read = async () => {
    const before = await boxNow()
    await aWhile(150)
    const after = await boxNow()
    return before !== null && after !== null && before.x === after.x && before.y === after.y ? after : null
  }
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const box = await until(`«${words}» in the card`, read, (value) => value !== null)
    if (box === null) return
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.click(x, y)
    const now = await boxNow()
    if (now === null || holds(now, x, y)) return
    // An answer that came just then has moved it from under the mouse, before the press or after: then it soon is another button.
    if (await isGone(boxNow)) return
  }
}

/** The page's own markup as it stands: to see that nothing in it was changed. */
export function markupOf(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.outerHTML)
}

/**
 * Goes back to the page before, as by the button. By its address, because of a page that comes back as it was left the protocol
 * may tell no loading; and not within a call to the page, whose answer would go with it.
 */
export async function goBack(page: Page, to: string): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back()))
  await until(
    `back at ${to}`,
    () => page.evaluate(() => location.href),
    (address) => address === to,
  )
}
