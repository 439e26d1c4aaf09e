import type { Page } from 'puppeteer-core'
import { aWhile } from '#tests/a-while.ts'
import { inspectorOf } from '../../e2e/screens.ts'
import { startWorld, type World } from '../../e2e/world.ts'
import { keptRows, type Piece } from './rows.ts'

/** The built extension with a full library, and a page of its own with nothing but the height of one. */
export interface LibraryBench {
  /** Milliseconds from the click on a part of the library until its first rows stand there. */
  show(view: string): Promise<number>
  /** Waits until nothing is read any more. */
  rest(): Promise<void>
  /** @param pixels in each frame */
  scrollLibrary(pixels: number, frames: number): Promise<Scrolled>
  /** The same of an empty page of the height of what is shown. */
  scrollEmpty(pixels: number, frames: number): Promise<Scrolled>
  stop(): Promise<void>
}

export interface Scrolled {
  /** Frames that the screen had to do without. */
  readonly dropped: number
  /** Milliseconds of the longest time without one. */
  readonly longest: number
  /** Milliseconds of the processor that the page's main thread took for each frame: script, layout and painting. */
  readonly work: number
  /** The share of rows in view that had nothing in them yet. */
  readonly blank: number
}

const list = '.kl-library__list [role="listbox"]'
const size = { width: 1280, height: 800 }

export async function openLibraryBench(questions: number, notes: number): Promise<LibraryBench> {
  const world = await startWorld({ family: 'chromium' })
  await fill(world, questions, notes)
  const library = await world.driver.openExtensionPage('library.html')
  const empty = await world.driver.openExtensionPage(world.driver.inert)
  for (const page of [library, empty]) await page.setViewport(size)
  return {
    async show(view) {
      await library.bringToFront()
      return library.evaluate(
        async (view, list) => {
          const began = performance.now()
          const button = [...document.querySelectorAll('nav button')].find((each) => each.textContent.startsWith(view))
          if (!(button instanceof HTMLElement)) throw new Error(`no ${view}`)
          button.click()
          const isThere = () => document.querySelector(`${list}[aria-label="${view}"] [role="option"] .kl-row`) !== null
          while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve))
          return performance.now() - began
        },
        view,
        list,
      )
    },
    rest: () => resting(library),
    async scrollLibrary(pixels, frames) {
      await library.bringToFront()
      return scroll(library, list, pixels, frames)
    },
    async scrollEmpty(pixels, frames) {
      const height = await library.evaluate((list) => document.querySelector(list)?.scrollHeight ?? 0, list)
      await empty.bringToFront()
      await empty.evaluate((height) => {
        const box = document.createElement('div')
        box.id = 'box'
        Object.assign(box.style, { height: '700px', width: '400px', overflow: 'auto' })
        const inside = document.createElement('div')
        inside.style.height = `${height}px`
        box.append(inside)
        document.body.replaceChildren(box)
      }, height)
      return scroll(empty, '#box', pixels, frames)
    },
    stop: () => world.stop(),
  }
}

/** Lays rows into the extension's own database, once the background has made it. */
async function fill(world: World, questions: number, notes: number): Promise<void> {
  const page = await inspectorOf(world.driver)
  const wake = { kamerlens: 'background', type: 'note/delete', payload: { id: 'none' } }
  await page.evaluate(`new Promise((resolve) => chrome.runtime.sendMessage(${JSON.stringify(wake)}, resolve))`)
  for (const piece of keptRows(questions, notes)) await put(page, piece)
  // Pages of an extension share their memory: clearing up after this one would halt the library as it scrolls.
  const session = await page.createCDPSession()
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
}

function put(page: Page, piece: Piece): Promise<void> {
  return page.evaluate(
    async (tables) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('kamerlens')
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      const transaction = database.transaction(Object.keys(tables), 'readwrite')
      for (const [table, rows] of Object.entries(tables)) {
        const store = transaction.objectStore(table)
        for (const row of rows) store.put(row)
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error)
      })
      database.close()
    },
    piece as Record<string, object[]>,
  )
}

/** Half a second in which the page's main thread has had nothing to do. */
async function resting(page: Page): Promise<void> {
  for (let still = 0, before = 0; still < 5; ) {
    await aWhile(100)
    const now = (await page.metrics()).TaskDuration ?? 0
    still = now - before < 0.01 ? still + 1 : 0
    before = now
  }
}

async function scroll(page: Page, selector: string, pixels: number, frames: number): Promise<Scrolled> {
  const session = await page.createCDPSession()
  // Time on the processor, whatever else the machine does meanwhile.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
  const before = await busy()
  const seen = await page.evaluate(
    async (selector, pixels, frames) => {
      const box = document.querySelector(selector)
      if (box === null) throw new Error(`no ${selector}`)
      const usual = 1_000 / 60
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      box.scrollTop = 0
      for (let index = 0; index < 30; index += 1) await frame()
      let [before, dropped, longest, rows, blank, down] = [await frame(), 0, 0, 0, 0, 1]
      for (let index = 0; index < frames; index += 1) {
        const place = box.scrollTop
        box.scrollTop += down * pixels
        if (box.scrollTop === place) down = -down
        const now = await frame()
        dropped += Math.max(0, Math.round((now - before) / usual) - 1)
        longest = Math.max(longest, now - before)
        before = now
        if (index % 10 !== 0) continue
        const { top, bottom } = box.getBoundingClientRect()
        for (const row of box.querySelectorAll('[role="option"]')) {
          const seen = row.getBoundingClientRect()
          if (seen.bottom <= top || seen.top >= bottom) continue
          rows += 1
          if (row.querySelector('.kl-row') === null) blank += 1
        }
      }
      return { dropped, longest, blank: rows === 0 ? 0 : blank / rows }
    },
    selector,
    pixels,
    frames,
  )
  const work = (((await busy()) - before) * 1_000) / frames
  await session.detach()
  return { ...seen, work }
}
