import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { DocumentRow, JobRow, QuestionRow } from '#utils/database/schema.ts'
import { expectedQuestion, records } from '../fixtures/pdf/records.ts'
import { seedLayoutPdf } from '../fixtures/pdf/seed-layout.ts'
import { addresses } from '../site/addresses.ts'
import { listQuestions, type SiteQuestion } from '../site/pages/questions.ts'
import { cardWith, pointAt, pressInCard } from './page.ts'
import { chooseFile, openPopup, press, readTable, waitForText } from './screens.ts'
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

  test('from a file that the user gives to the library', async () => {
    const file = join(folder, 'antwoorden.pdf')
    writeFileSync(file, await seedLayoutPdf(records.slice(0, 5)))
    const library = await world().driver.openExtensionPage('library.html')
    await chooseFile(library, file)
    await waitForText(library, '5 vragen bewaard')
    await library.close()
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
