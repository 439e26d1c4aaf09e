import type { Frame, Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { addresses } from '../site/addresses.ts'
import { framesWalk } from '../site/pages/frames.ts'
import { paintedTexts, placeOf } from './page.ts'
import { press, shownChoices, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()
let page: Page

const codes = ['2023A01234', '2023D19158', '2023D19159', '2023Z08012', 'kst-36360-VIII-5']

async function frame(id: string): Promise<Frame> {
  const element = await page.$(`#${id}`)
  const found = await element?.contentFrame()
  if (!found) throw new Error(`There is no frame «${id}»`)
  return found
}

/** The documents in which there are codes to walk. */
const documents = async () => [
  page.mainFrame(),
  ...(await Promise.all(['own', 'srcdoc', 'blank', 'official'].map(frame))),
]

const badge = (text: string) =>
  until(
    `badge «${text}»`,
    () => world().driver.badge(page),
    (shown) => shown === text,
  )

/** The current reference and the address of its document; null while there is none. */
async function current(): Promise<string | null> {
  for (const each of await documents()) {
    const { current: marked } = await paintedTexts(each).catch((): { current?: readonly string[] } => ({}))
    if (marked?.[0] !== undefined) return `${marked[0]} in ${each.url()}`
  }
  return null
}

/** The documents of the page in which a card is open. */
async function cards(): Promise<string[]> {
  const open = await Promise.all(
    (await documents()).map(async (each) => {
      const count = await each.evaluate(() => document.querySelectorAll('#kamerlens-card').length).catch(() => 0)
      return count > 0 ? [each.url()] : []
    }),
  )
  return open.flat()
}

/** Waits until every document with codes is at work: what one of them names the badge may have counted in another. */
async function allPainted(): Promise<void> {
  await badge('5')
  for (const [id, text] of [
    ['own', '2023Z08012'],
    ['srcdoc', 'kst-36360-VIII-5'],
    ['blank', '2023A01234'],
    ['official', '2023D19158'],
  ] as const) {
    await page.evaluate((name) => document.getElementById(name)?.scrollIntoView(), id)
    await until(
      `«${text}» painted in ${id}`,
      async () => paintedTexts(await frame(id)),
      ({ unknown }) => unknown?.[0] === text,
    )
  }
  await page.evaluate(() => scrollTo({ top: 0 }))
}

beforeAll(async () => {
  // Chromium's driver loses frames of other sites that come before it has taken up their page: in one opening of eight it asked a document
  // that had gone, for good, while codes were painted in the one that had come. It is to know the page before they come.
  page = await world().driver.openPage(addresses.withoutCodes)
  await page.goto(addresses.frames)
})

test('codes in frames of the page’s own, official or without an address are painted and counted; foreign, shut off and tiny ones are not', async () => {
  await allPainted()
  for (const id of ['foreign', 'shut-off', 'tiny']) expect(await paintedTexts(await frame(id))).toEqual({})
})

test('the popup lists all of them, and choosing one scrolls page and frame to it, also after the background was stopped', async () => {
  const { driver } = world()
  await driver.stopBackground()
  const popup = await driver.openPopup(page)
  await waitForText(popup, 'Op deze pagina (5)')
  expect((await shownChoices(popup)).sort()).toEqual(codes)
  await press(popup, '2023D19159')
  const isSeen = async () => {
    const inside = await (await frame('own')).evaluate(() => scrollY)
    const box = await page.evaluate(() => {
      const { top = Infinity, bottom = -1 } = document.getElementById('own')?.getBoundingClientRect() ?? {}
      return { top, bottom, height: innerHeight }
    })
    return { inside, ...box }
  }
  await until('page and frame scrolled', isSeen, ({ inside, top, height }) => inside > 300 && top < height - 100)
  if (!popup.isClosed()) await popup.close()
})

test('next and previous walk the page’s own codes first and then frame by frame, and around', async () => {
  const { driver } = world()
  await page.reload()
  await page.bringToFront()
  await allPainted()
  const walked: string[] = []
  for (let step = 0; step <= framesWalk.length; step += 1) {
    const before = await current()
    await driver.dispatchCommand('next-reference')
    const now = await until(`step ${step + 1}`, current, (marked) => marked !== null && marked !== before)
    walked.push(now?.split(' in ')[0] ?? '')
    const document = now?.split(' in ')[1] ?? ''
    await until('one card, beside the code', cards, (open) => open.join() === document)
  }
  expect(walked).toEqual([...framesWalk, framesWalk[0]])
  await driver.dispatchCommand('previous-reference')
  await until('back around', current, (marked) => marked?.includes(addresses.senate) === true)
  await until('its card', cards, (open) => open.join() === addresses.senate)
  // The focus went along, so that the keys are heard in the frame.
  await page.keyboard.press('Escape')
  await until('no card', cards, (open) => open.length === 0)
})

test('Escape closes a card in a frame that was only pointed at, while the page around it has the focus', async () => {
  await page.bringToFront()
  await page.evaluate(() => document.getElementById('official')?.scrollIntoView({ block: 'center' }))
  await page.mouse.click(2, 2)
  const code = await placeOf(await frame('official'), '2023D19158')
  const outside = await page.$eval('#official', (element) => {
    const { left, top } = element.getBoundingClientRect()
    return { left: left + element.clientLeft, top: top + element.clientTop }
  })
  await page.mouse.move(outside.left + code.x + code.width / 2, outside.top + code.y + code.height / 2, { steps: 4 })
  await until('its card', cards, (open) => open.join() === addresses.senate)
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await page.keyboard.press('Escape')
  await until('no card', cards, (open) => open.length === 0)
})

test('a frame that was hidden or tiny counts from when it is shown', async () => {
  await page.evaluate(() => document.getElementById('hidden')?.style.removeProperty('display'))
  await badge('6')
  await page.evaluate(() => document.getElementById('tiny')?.setAttribute('style', 'width: 600px; height: 100px'))
  await badge('7')
})

test('a frame that goes, or shows another page, takes its codes with it', async () => {
  await page.evaluate(() => document.getElementById('blank')?.remove())
  await badge('6')
  await page.evaluate((url) => {
    const own = document.getElementById('own')
    if (own instanceof HTMLIFrameElement) own.src = url
  }, addresses.withoutCodes)
  await badge('4')
})
