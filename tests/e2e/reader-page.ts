import type { Page } from 'puppeteer-core'
import { records } from '../fixtures/pdf/records.ts'
import { addresses } from '../site/addresses.ts'
import type { Box, Driver } from './drivers/types.ts'
import { waitForText } from './screens.ts'
import { until } from './until.ts'

/** Where a page is; Firefox' protocol does not tell of pages of an extension. */
export const addressOf = (page: Page): Promise<string> => page.evaluate(() => location.href).catch(() => '')

/** The reader with a document, in a tab of its own. */
export const openReaderOf = (driver: Driver, url: string = addresses.answersPdf): Promise<Page> =>
  driver.openExtensionPage(`reader.html?url=${encodeURIComponent(url)}`)

/** Where the chip over Chromium's viewer is; null where there is none. The viewer has shadow roots of its own. */
export async function chipOn(driver: Driver, page: Page): Promise<Box | null> {
  for (const root of await driver.shadowRoots(page)) {
    const chip = root.children.find(({ text }) => text.startsWith('Lezen met Kamerlens'))
    if (chip !== undefined) return (await chip.children[0]?.box()) ?? null
  }
  return null
}

export async function pressChip(driver: Driver, page: Page): Promise<void> {
  const box = await until(
    'the chip',
    () => chipOn(driver, page),
    (found) => found !== null,
  )
  if (box !== null) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

/** Waits until a tab has become the reader. */
export const inReader = (page: Page) =>
  until(
    'the reader',
    () => addressOf(page),
    (url) => url.includes('/reader.html'),
  )

/** Waits until the document that the stand-in gives is shown and read. */
export const waitForQuestions = (page: Page) =>
  waitForText(page, `${records.length} vragen gevonden`, 'De voorzitter van de Tweede Kamer')

const isInFront = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.visibilityState === 'visible').catch(() => false)

/**
 * The reader in a tab that was opened by itself: the one in front, for a press that was made once more (`pressInCard`)
 * opens two, and one behind another draws nothing.
 */
export async function readerPage({ browser }: Driver, before: readonly Page[]): Promise<Page> {
  const find = async () => {
    for (const page of await browser.pages()) {
      const isNew = !before.includes(page) && (await addressOf(page)).includes('/reader.html')
      if (isNew && (await isInFront(page))) return page
    }
    return null
  }
  const page = await until('a tab with the reader', find, (found) => found !== null)
  if (page === null) throw new Error('no reader')
  return page
}

/** What the pages show that lie in the window, by their text layers. */
export function textInView(page: Page): Promise<string> {
  return page.evaluate(() => {
    const box = document.querySelector('.kl-reader__scroll')?.getBoundingClientRect()
    const spans = [...document.querySelectorAll('.textLayer span')].filter((span) => {
      const { top, bottom } = span.getBoundingClientRect()
      return box !== undefined && top >= box.top && bottom <= box.bottom
    })
    return spans.map((span) => span.textContent).join(' ')
  })
}

/** The question of the reader's list that is marked as the one in view. */
export function marked(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('.kl-reader__question[aria-current]')?.textContent ?? '')
}

interface Edges {
  readonly top: number
  readonly bottom: number
}

/** Keeps where on its page a line gets marked from now on: a mark is gone in a second or two. */
export function watchMarks(page: Page): Promise<void> {
  return page.evaluate(() => {
    new MutationObserver((changes) => {
      for (const added of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(added instanceof HTMLElement) || !added.matches('.kl-mark')) continue
        const own = added.getBoundingClientRect()
        const { top } = added.parentElement?.getBoundingClientRect() ?? own
        Reflect.set(globalThis, 'lastMark', { top: own.top - top, bottom: own.bottom - top })
      }
    }).observe(document, { subtree: true, childList: true })
  })
}

/** The last mark, and the line of the text layer that begins like this: pixels from the top of their page. */
export function markAndLine(page: Page, text: string): Promise<[mark: Edges, line: Edges]> {
  return page.evaluate((wanted): [Edges, Edges] => {
    const spans = [...document.querySelectorAll('.textLayer span')]
    const span = spans.find((each) => each.textContent.startsWith(wanted))
    const sheet = span?.closest('.page')
    if (span === undefined || !sheet) throw new Error(`no line «${wanted}»`)
    const { top } = sheet.getBoundingClientRect()
    const own = span.getBoundingClientRect()
    return [Reflect.get(globalThis, 'lastMark'), { top: own.top - top, bottom: own.bottom - top }]
  }, text)
}

/** How many questions the reader's list shows. */
export function shownQuestions(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('.kl-reader__question').length)
}

/**
 * What pdf.js draws with: how many programs and other files there are to be, and how many of them the package gives,
 * and compiles.
 */
export async function partsOfPdf(page: Page) {
  const files = ['wasm/openjpeg.wasm', 'wasm/jbig2.wasm', 'wasm/qcms_bg.wasm']
  const others = [
    'cmaps/Adobe-Japan1-UCS2.bcmap',
    'standard_fonts/LiberationSans-Regular.ttf',
    'images/annotation-note.svg',
  ]
  const found = await page.evaluate(
    async (programs, data) => {
      const bytesOf = async (name: string) => (await fetch(`/pdf/${name}`)).arrayBuffer()
      const compiled = await Promise.all(programs.map(async (name) => WebAssembly.compile(await bytesOf(name))))
      const sizes = await Promise.all(data.map(async (name) => (await bytesOf(name)).byteLength))
      return { compiled: compiled.length, sizes: sizes.filter((size) => size > 100).length }
    },
    files,
    others,
  )
  return { programs: files.length, others: others.length, ...found }
}
