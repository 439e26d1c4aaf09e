import type { ElementHandle, Page } from 'puppeteer-core'
import { aWhile } from '#tests/a-while.ts'
import type { JobRow, LookupRow } from '#utils/database/schema.ts'
import type { Driver } from './drivers/types.ts'
import { until } from './until.ts'
import type { World } from './world.ts'

/** All that a page of the extension shows, white space collapsed. */
export function shownText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.textContent.replace(/\s+/g, ' ').trim())
}

export async function waitForText(page: Page, ...texts: readonly string[]): Promise<string> {
  const good = (shown: string) => texts.every((text) => shown.includes(text))
  return until(texts.map((text) => `«${text}»`).join(', '), () => shownText(page), good)
}

/** The first shown button, link, tab or field whose text or label is this, or has these words. */
async function find(page: Page, words: string, limit?: number): Promise<ElementHandle<Element>> {
  const read = async () => {
    const handle = await page.evaluateHandle((wanted) => {
      const all = [...document.querySelectorAll('button, a[href], [role=button], [role=tab], summary, input, textarea')]
      const named = (each: Element) =>
        [
          each.textContent || each.getAttribute('title'),
          each.getAttribute('aria-label'),
          each.getAttribute('placeholder'),
          each instanceof HTMLInputElement ? each.labels?.[0]?.textContent : null,
        ].map((name) => (name ?? '').replace(/\s+/g, ' ').trim())
      // Asked last: with a thousand questions each asking lays the page out anew.
      const isShown = (each: Element) => each.getClientRects().length > 0
      const is = (each: Element) => named(each).includes(wanted)
      const has = (each: Element) => named(each).some((name) => name.includes(wanted))
      return all.find((each) => is(each) && isShown(each)) ?? all.find((each) => has(each) && isShown(each)) ?? null
    }, words)
    return handle.asElement() as ElementHandle<Element> | null
  }
  const found = await until(`a control «${words}»`, read, (value) => value !== null, limit).catch(
    async (error: Error) => {
      throw new Error(`${error.message}; shown: ${(await shownText(page)).slice(0, 600)}`)
    },
  )
  if (!found) throw new Error(`There is no «${words}»`)
  return found
}

/** Waits until a control stands still: an answer that comes above it moves it from under the mouse. */
function steady(control: ElementHandle<Element>): Promise<void> {
  return control.evaluate(async (element) => {
    for (let still = 0, before = ''; still < 3; ) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      const { x, y, width, height } = element.getBoundingClientRect()
      const now = [x, y, width, height].join()
      still = now === before ? still + 1 : 0
      before = now
    }
  })
}

/** Clicks a control where it stands; whether it heard of it: what is drawn anew under the mouse does not. */
async function isClicked(page: Page, control: ElementHandle<Element>): Promise<boolean> {
  await control.evaluate((element) => {
    Reflect.set(globalThis, 'isPressed', false)
    element.addEventListener('click', () => Reflect.set(globalThis, 'isPressed', true), { capture: true, once: true })
  })
  await control.click()
  // A page that is gone after it has heard of it.
  return page.evaluate(() => Reflect.get(globalThis, 'isPressed') !== false).catch(() => true)
}

/**
 * Presses a control as a user does: scrolled into view, with the mouse, and once more where nothing came of it.
 *
 * @param limit milliseconds until it must be there
 */
export async function press(page: Page, words: string, limit?: number): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const control = await find(page, words, limit)
    try {
      await control.scrollIntoView()
      await steady(control)
      if (await isClicked(page, control)) return
      if (attempt === 5) throw new Error(`«${words}» hears of no click`)
    } catch (error) {
      // An answer that came in between had it drawn anew.
      if (attempt === 5 || !/detached|not clickable/.test(String(error))) throw error
    }
    await aWhile(100)
  }
}

/** Types into a field, as a user does. */
export async function typeInto(page: Page, field: string, text: string): Promise<void> {
  const control = await find(page, field)
  await control.focus()
  await page.keyboard.type(text)
}

/** The names of the choices in the lists shown: their keys, in order. */
export function shownChoices(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-choice]')].map((each) => each.dataset.choice ?? ''),
  )
}

/** Keeps how far the changes of many rows are that a page hears of from now on, as «done total»; gives what it has kept. */
export async function watchChanges(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const told: string[] = []
    new BroadcastChannel('kamerlens-changes').onmessage = ({ data }) => told.push(`${data.done} ${data.total}`)
    Object.assign(globalThis, { told })
  })
  return () => page.evaluate(() => (globalThis as unknown as { told: string[] }).told)
}

/** Chooses all rows of the library's list of notes, by keyboard. */
export async function chooseAllNotes(library: Page): Promise<void> {
  await press(library, 'Notities')
  await library.locator('[role=listbox][aria-label=Notities] .kl-row').wait()
  await library.focus('[role=listbox]')
  await library.keyboard.down('Control')
  await library.keyboard.press('a')
  await library.keyboard.up('Control')
}

/**
 * Keeps what a page copies from now on.
 *
 * @returns waits until so many texts were copied, and gives them
 */
export async function watchCopies(page: Page): Promise<(count: number) => Promise<string[]>> {
  await page.evaluate(() => {
    const copied: string[] = []
    const write = navigator.clipboard.writeText.bind(navigator.clipboard)
    Object.assign(globalThis, { copied })
    navigator.clipboard.writeText = async (text) => {
      await write(text)
      copied.push(text)
    }
    const writeAll = navigator.clipboard.write.bind(navigator.clipboard)
    navigator.clipboard.write = async (items) => {
      await writeAll(items)
      for (const item of items) copied.push(await (await item.getType('text/plain')).text())
    }
  })
  return (count) =>
    until(
      `${count} copied`,
      () => page.evaluate(() => (globalThis as unknown as { copied: string[] }).copied),
      (all) => all.length === count,
    )
}

/** The popup over the active tab. */
export function openPopup({ driver }: World): Promise<Page> {
  return driver.openExtensionPage('popup.html', { behind: true })
}

/** Begins a note on what is shown, or goes on in the one that is there. */
export async function writeNote(page: Page, text: string): Promise<void> {
  const field = await page.$('textarea')
  if (!field) await press(page, 'Notitie')
  await page.locator('textarea').wait()
  await page.focus('textarea')
  await page.keyboard.type(text)
}

/** Gives a file to the page's first file field that takes documents, or to that of imports, which takes any. */
export async function chooseFile(page: Page, path: string, to: 'documents' | 'import' = 'documents'): Promise<void> {
  const selector = `input[type=file]${to === 'import' ? ':not([accept])' : '[accept*="pdf"]'}`
  const field = await page.waitForSelector(selector)
  await (field as ElementHandle<HTMLInputElement>).uploadFile(path)
}

const inspectors = new WeakMap<Driver, Promise<Page>>()

/** A page of the extension's origin that runs nothing of ours, kept open for looking into the storage. */
export async function inspectorOf(driver: Driver): Promise<Page> {
  const known = await inspectors.get(driver)
  // An update of the extension closes its pages.
  const page =
    known && !known.isClosed() ? Promise.resolve(known) : driver.openExtensionPage(driver.inert, { behind: true })
  inspectors.set(driver, page)
  return page
}

/** Names of the files that lie in the extension's private file system, folders excluded. */
export async function privateFiles({ driver }: World): Promise<string[]> {
  const page = await inspectorOf(driver)
  return page.evaluate(async () => {
    const found: string[] = []
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const each of folder.values()) {
        // The journal is there for good.
        if (!(each instanceof FileSystemDirectoryHandle)) found.push(each.name)
        else if (each.name !== 'journal') await walk(each)
      }
    }
    await walk(await navigator.storage.getDirectory())
    return found
  })
}

/** Waits until nothing is looked up or read any more: what a card or a view set going may go on after it is closed. */
export async function settled(world: World): Promise<void> {
  const open = async () => {
    const jobs = await readTable<JobRow>(world, 'jobs')
    const wanted = (await readTable<LookupRow>(world, 'lookups')).filter((row) => row.wanted !== undefined)
    return wanted.length + jobs.filter(({ state }) => state === 'waiting' || state === 'running').length
  }
  await until('all at rest', open, (count) => count === 0)
}

/** All rows of one of Kamerlens' tables, read beside the program: from IndexedDB itself, on a page of the extension. */
export async function readTable<Row>({ driver }: Pick<World, 'driver'>, table: string): Promise<Row[]> {
  const page = await inspectorOf(driver)
  const rows = await page.evaluate(async (name) => {
    // Where there is no database yet, opening it would make an empty one.
    const known = await indexedDB.databases()
    if (!known.some((each) => each.name === 'kamerlens')) return []
    return new Promise<unknown[]>((resolve, reject) => {
      const request = indexedDB.open('kamerlens')
      request.onerror = () => reject(request.error)
      request.onsuccess = () => {
        const database = request.result
        const transaction = database.transaction(name)
        const all = transaction.objectStore(name).getAll()
        transaction.onerror = () => reject(transaction.error)
        transaction.oncomplete = () => {
          database.close()
          resolve(all.result)
        }
      }
    })
  }, table)
  return rows as Row[]
}
