import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { build } from 'vite'
import { packageFolders } from '../../../scripts/packages.ts'
import { root } from '../../../scripts/programs.ts'
import { until } from '../../e2e/until.ts'
import { startWorld } from '../../e2e/world.ts'
import { addresses } from '../../site/addresses.ts'

/** What is waited for in the popup: its bare screen, the codes of the page, and how many notes are kept on one of them. */
const shownIn = {
  screen: '.kl-search-screen',
  codes: '[data-choice]',
  kept: '[data-state=noted]',
} as const
const empty = '[data-shown]'
/** What the browser calls the first drawing of anything. */
const paint = 'first-contentful-paint'

/** `emptyPainted` and `painted`: until the browser has drawn anything of the empty popup and of ours. */
export type Opening = Readonly<Record<keyof typeof shownIn | 'painted' | 'empty' | 'emptyPainted', number>>

/** How long popups take to show something, in milliseconds from the start of the navigation, over a page with codes. */
export async function measureOpenings(
  kept: { readonly lists: number; readonly questions: number; readonly notes: number },
  rounds: number,
  warmUp: number,
): Promise<readonly Opening[]> {
  const folder = await packageWithStopwatch()
  const world = await startWorld({ family: 'chromium', installed: false })
  try {
    const { driver } = world
    await driver.install(folder)
    await until(
      'the welcome page',
      () => driver.closeExtensionPage('welcome.html'),
      (closed) => closed,
    )
    await fill(await driver.openExtensionPage('popup.html'), kept)
    const page = await driver.openPage(addresses.firstPage)
    const taken: Opening[] = []
    for (let round = 0; round < rounds + warmUp; round += 1) {
      const bare = await open(page, 'empty.html', [empty])
      const own = await open(page, 'popup.html', Object.values(shownIn))
      if (round < warmUp) continue
      taken.push({
        empty: bare[empty] ?? Number.NaN,
        emptyPainted: bare[paint] ?? Number.NaN,
        screen: own[shownIn.screen] ?? Number.NaN,
        codes: own[shownIn.codes] ?? Number.NaN,
        painted: own[paint] ?? Number.NaN,
        kept: own[shownIn.kept] ?? Number.NaN,
      })
    }
    return taken
  } finally {
    await world.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A copy of the built package whose popup tells its times, with an empty one beside it. */
async function packageWithStopwatch(): Promise<string> {
  const folder = join(root, '.output', 'bench-popup')
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(root, packageFolders.chromium), folder, { recursive: true })
  for (const script of ['empty.tsx', 'stopwatch.ts']) {
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        outDir: join(folder, 'bench'),
        emptyOutDir: false,
        target: 'chrome140',
        modulePreload: false,
        rolldownOptions: {
          input: join(root, 'tests', 'bench', 'popup', script),
          output: { entryFileNames: '[name].js', codeSplitting: false },
        },
      },
    })
  }
  const popup = readFileSync(join(folder, 'popup.html'), 'utf8')
  const selectors = Object.values(shownIn).join()
  writeFileSync(
    join(folder, 'popup.html'),
    popup
      .replace('<html', `<html data-watch="${selectors}"`)
      .replace('<head>', '<head><script src="/bench/stopwatch.js"></script>'),
  )
  mkdirSync(join(folder, 'bench'), { recursive: true })
  writeFileSync(
    join(folder, 'empty.html'),
    `<!doctype html><html lang="nl" data-watch="${empty}"><head><script src="/bench/stopwatch.js"></script>` +
      '<meta charset="utf-8" /><title>Kamerlens</title></head><body><div id="root"></div>' +
      '<script type="module" src="/bench/empty.js"></script></body></html>',
  )
  return folder
}

/** Opens a popup over a page, as its button does; when each of these was first there. */
async function open(page: Page, file: string, selectors: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const browser = page.browser()
  const [extension] = [...(await browser.extensions()).values()]
  if (extension === undefined) throw new Error('The extension is gone')
  const address = `chrome-extension://${extension.id}/`
  const worker = await browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().startsWith(address),
  )
  await (await worker.worker())?.evaluate(`chrome.action.setPopup({ popup: '${file}' })`)
  await page.bringToFront()
  await page.triggerExtensionAction(extension)
  const target = await browser.waitForTarget((each) => each.url() === `${address}${file}`)
  const popup = await target.asPage()
  const times = await until(
    `${file} to show ${selectors.join()}`,
    () =>
      popup.evaluate(
        (name) => ({
          ...(JSON.parse(document.documentElement.dataset.times ?? '{}') as Record<string, number>),
          ...Object.fromEntries(performance.getEntriesByName(name).map((entry) => [name, entry.startTime])),
        }),
        paint,
      ),
    (shown) => [...selectors, paint].every((one) => Object.hasOwn(shown, one)),
  )
  await popup.close()
  return times
}

/** Lays lists, questions and notes into the extension's own database, once the background has made it. */
async function fill(page: Page, kept: { readonly lists: number; readonly questions: number; readonly notes: number }) {
  await page.evaluate(
    `new Promise((resolve) => chrome.runtime.sendMessage(${JSON.stringify({
      kamerlens: 'background',
      type: 'note/delete',
      payload: { id: 'none' },
    })}, resolve))`,
  )
  await page.evaluate(fillHere, kept)
  await page.close()
}

/** Runs in the page, so it stands by itself. */
async function fillHere({ lists, questions, notes }: { lists: number; questions: number; notes: number }) {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('kamerlens')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const moment = '2025-06-01T10:00:00.000Z'
  const digits = (list: number) => String(list).padStart(5, '0')
  const text = 'Kunt u toelichten hoe de middelen voor de uitvoering van deze maatregelen over de jaren zijn verdeeld? '
  const written = async (names: string[], put: (transaction: IDBTransaction) => void) => {
    const transaction = database.transaction(names, 'readwrite')
    put(transaction)
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  }
  for (let from = 0; from < lists; from += 100) {
    await written(['documents', 'questions'], (transaction) => {
      for (let list = from; list < Math.min(lists, from + 100); list += 1) {
        const id = `2024D${digits(list)}`
        transaction.objectStore('documents').put({
          id,
          kind: 'document',
          title: `Lijst van vragen en antwoorden ${list}`,
          aliases: [id],
          dossier: `36${String(list % 1000).padStart(3, '0')}-VIII`,
          links: [],
          provenance: [],
          createdAt: moment,
          updatedAt: moment,
        })
        for (let order = 0; order < questions / lists; order += 1) {
          transaction.objectStore('questions').put({
            list: id,
            order,
            number: String(order + 1),
            code: null,
            page: null,
            ownPage: 1,
            question: text,
            answer: text.repeat(2),
            answeredWith: [],
            pointsTo: null,
            footnotes: [],
            complete: true,
            doubts: [],
          })
        }
      }
    })
  }
  for (let from = 0; from < notes; from += 1_000) {
    await written(['notes', 'noteTags'], (transaction) => {
      for (let index = from; index < Math.min(notes, from + 1_000); index += 1) {
        const id = `note-${index}`
        transaction.objectStore('notes').put({
          id,
          // The first ones are on what the page names.
          target: index < 3 ? '2023D19158' : `2024D${digits(index % lists)}`,
          type: 'document',
          body: text,
          version: 1,
          places: [],
          createdAt: moment,
          updatedAt: moment,
        })
        transaction.objectStore('noteTags').put({ noteId: id, tag: `label ${index % 50}`, createdAt: moment })
      }
    })
  }
  database.close()
}
