import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { DocumentRow, JobRow, QuestionRow } from '#utils/database/schema.ts'
import { expectedQuestion, records } from '../fixtures/pdf/records.ts'
import { seedLayoutPdf } from '../fixtures/pdf/seed-layout.ts'
import { addresses } from '../site/addresses.ts'
import { listQuestions, type SiteQuestion } from '../site/pages/questions.ts'
import { chromiumOnly } from './chromium-only.ts'
import { cardWith, pointAt, pressInCard } from './page.ts'
import { chooseFile, inspectorOf, openPopup, press, readTable, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()
const folder = mkdtempSync(join(tmpdir(), 'kamerlens-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const readButton = 'Lees de vragen uit dit document'

/**
 * Milliseconds: what wakes a background that was stopped may ring half a minute later (`background/alarms.ts`), and
 * then it is read.
 */
const wakingAndReading = 75_000

/** The questions of the document with this name, once all of them are stored. */
async function storedQuestions(name: string, count: number): Promise<readonly QuestionRow[]> {
  const read = async () => {
    const documents = await readTable<DocumentRow>(world(), 'documents')
    const id = documents.find(({ aliases }) => aliases.includes(name))?.id
    const rows = (await readTable<QuestionRow>(world(), 'questions')).filter(({ list }) => list === id)
    // Said where they do not come.
    const jobs = rows.length === count ? [] : await readTable<JobRow>(world(), 'jobs')
    return { rows, jobs: jobs.map(({ state, attempts, progress, error }) => ({ state, attempts, progress, error })) }
  }
  const isWhole = ({ rows }: { readonly rows: readonly unknown[] }) => rows.length === count
  return (await until(`${count} questions of ${name}`, read, isWhole, wakingAndReading)).rows
}

const plain = ({ number, question, answer }: SiteQuestion) => ({ number, question, answer: answer.join('\n\n') })

describe('questions are read', () => {
  test('from a PDF behind a link, exactly, although the background is stopped meanwhile', async () => {
    const { driver, site } = world()
    const letCome = site.hold('slow=500')
    const page = await driver.openPage(addresses.troubledFiles)
    await pointAt(page, 'Bijlage die langzaam komt')
    await pressInCard(driver, page, 'button', readButton)
    await cardWith(driver, page, 'wordt gelezen')
    await driver.stopBackground()
    letCome()
    const rows = await storedQuestions('2023D20951', records.length)
    expect(rows).toMatchObject(records.map(expectedQuestion))
    await page.close()
  })

  test('from the page that is open, by the popup, which may be closed at once', async () => {
    const { driver } = world()
    const page = await driver.openPage(addresses.questionList)
    const popup = await openPopup(world())
    await press(popup, 'Vragen bewaren')
    await popup.close()
    const rows = await storedQuestions('kst-36360-VIII-5', listQuestions.length)
    expect(rows).toMatchObject(listQuestions.map(plain))
    expect(rows[4]?.pointsTo).toBe('4')
    await page.close()
  })

  test('from files that the user gives to the library, a PDF and a text', async () => {
    const file = join(folder, 'antwoorden.pdf')
    writeFileSync(file, await seedLayoutPdf(records.slice(0, 5)))
    const library = await world().driver.openExtensionPage('library.html')
    await chooseFile(library, file)
    await waitForText(library, '5 vragen bewaard')
    const text = join(folder, 'vragen.txt')
    writeFileSync(text, [1, 2].map((number) => `Vraag ${number}\nWat kost kade ${number}?\n\n`).join(''))
    await chooseFile(library, text)
    await waitForText(library, '2 vragen bewaard')
    await library.close()
  })
})

describe('the worker of documents', () => {
  chromiumOnly(
    'which scripts run in a worker is asked of its debugger; that Firefox loads them later too, the readings above tell',
  )

  const hostPage = async () =>
    world()
      .driver.browser.targets()
      .find((each) => each.url().endsWith('/offscreen.html'))
      ?.asPage()
  /** A file of the package without the build's signs. */
  const nameOf = (url: string) => new URL(url).pathname.replace(/-[\w-]{8}\.js$/, '')

  /** The scripts in the reading worker; none where there is no worker. */
  async function loaded(): Promise<readonly string[]> {
    const worker = (await hostPage())?.workers().find((each) => each.url().endsWith('/reading.js'))
    const names: string[] = []
    const note = ({ url }: { url: string }) => names.push(nameOf(url))
    worker?.client.on('Debugger.scriptParsed', note)
    await worker?.client.send('Debugger.enable')
    await worker?.client.send('Debugger.disable')
    worker?.client.off('Debugger.scriptParsed', note)
    return names
  }

  test('loads what reads a PDF with its first bytes, while the others are still to come, and no screen beside it', async () => {
    const { driver, site } = world()
    const url = `${addresses.answersPdf}&pause=60000`
    const begin = site.hold('pause=')
    const page = await inspectorOf(driver)
    const tell = (type: string, payload: object) =>
      page.evaluate(
        (told) => {
          const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): void } } }
          chrome.runtime.sendMessage({ kamerlens: 'background', ...told })
        },
        { type, payload },
      )
    await tell('reading/start', { id: 'held', source: { type: 'url', url, title: 'Bijlage' } })
    const waiting = await until('the worker', loaded, (scripts) => scripts.length > 0)
    expect(waiting).toEqual(['/reading.js'])
    begin()
    await until('what reads a PDF', loaded, (scripts) => scripts.includes('/pdf-worker.js'))
    const beside = await (await hostPage())?.$$eval('link, script', (all) =>
      all.map((each) => (each instanceof HTMLLinkElement ? each.href : (each as HTMLScriptElement).src)),
    )
    expect(beside?.map(nameOf).sort()).toEqual(['/chunks/common', '/chunks/offscreen', '/chunks/trusted-types'])
    await tell('reading/cancel', { id: 'held' })
    site.resume()
    await until('no worker', loaded, (scripts) => scripts.length === 0)
  })
})

/** What the page has of its browser's API, under either name. */
interface Extension {
  readonly contextMenus: { readonly update: (id: string, properties: object) => Promise<void> }
}

describe('the context menu', () => {
  test('the browser has taken every item of the context menu, its patterns of addresses included', async () => {
    const page = await world().driver.openExtensionPage('welcome.html', { behind: true })
    const missing = await page.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Readonly<Record<string, Extension | undefined>>
      const menus = (browser ?? chrome)?.contextMenus
      const ids =
        'look-up-selection note-on-selection read-selection look-up-link note-on-link keep-page read-link'.split(' ')
      const found = await Promise.allSettled(ids.map(async (id) => menus?.update(id, {})))
      const none = await Promise.allSettled([menus?.update('no-such-item', {})])
      return [...ids.filter((_, index) => found[index]?.status !== 'fulfilled'), none[0]?.status]
    })
    expect(missing).toEqual(['rejected'])
    await page.close()
  })
})
