import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { NoteRow, QuestionRow } from '#utils/database/schema.ts'
import { addresses } from '../site/addresses.ts'
import { listQuestions } from '../site/pages/questions.ts'
import { lookUpsIn } from './page.ts'
import {
  chooseFile,
  openPopup,
  press,
  readTable,
  settled,
  typeInto,
  waitForText,
  watchCopies,
  writeNote,
} from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'
import type { World } from './world.ts'

const tables = ['documents', 'questions', 'notes', 'noteTags', 'noteVersions', 'rests', 'corrections', 'originals']

const contentOf = async (world: World) =>
  Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await readTable(world, table)])))

/** What was exported: the file's name and bytes, and all that was kept by then. */
interface Exported {
  readonly name: string
  readonly bytes: Buffer
  readonly content: object
}
let exported: Exported | null = null

describe('the library', () => {
  const filled = useWorld()

  beforeAll(async () => {
    const { driver } = filled()
    const page = await driver.openPage(addresses.questionList)
    const popup = await openPopup(filled())
    await press(popup, 'Vragen bewaren')
    const stored = () => readTable<QuestionRow>(filled(), 'questions')
    await until('the questions', stored, (rows) => rows.length === listQuestions.length)
    await popup.close()
    const other = await openPopup(filled())
    await typeInto(other, 'Zoek een code', '2023Z08012')
    await other.keyboard.press('Enter')
    await writeNote(other, 'Uitvoeren, «terug» & klaar.')
    await until(
      'the note',
      () => readTable<NoteRow>(filled(), 'notes'),
      (rows) => rows[0]?.body.endsWith('klaar.') ?? false,
    )
    await other.close()
    await page.close()
  })

  test('finds what is kept by a word of it', async () => {
    const library = await filled().driver.openExtensionPage('library.html')
    await typeInto(library, 'Zoek in alles wat bewaard is', 'schoolbibliotheken')
    await waitForText(library, 'regeling voor schoolbibliotheken')
    await library.close()
  })

  test('behind «kl» words lead to what is kept, and nobody is asked; what is chosen opens in this tab', async () => {
    const { driver, site } = filled()
    const page = await driver.openPage(addresses.questionList)
    await settled(filled())
    await page.bringToFront()
    const before = site.requests.length
    const words = (listQuestions[1]?.question ?? '').split(' ').slice(0, 6).join(' ')
    expect(await driver.typeInAddressBar(words)).toContain('document:kst-36360-VIII-5#1')
    // The browser may have stopped the background between two keys.
    await driver.stopBackground()
    expect(await driver.typeInAddressBar('36360-VIII-5')).toEqual(['document:kst-36360-VIII-5'])
    expect(lookUpsIn(site.requests.slice(before))).toEqual([])
    await driver.enterInAddressBar('document:kst-36360-VIII-5#1')
    await until(
      'the library in the tab',
      () => page.evaluate(() => location.href).catch(() => ''),
      (url) => url.endsWith('/library.html?document=kst-36360-VIII-5&question=1'),
    )
    await waitForText(page, listQuestions[1]?.answer[0] ?? '')
    await page.close()
  })

  test('copies the citations of all questions that were chosen, and saves them as a table; in their document too', async () => {
    const world = filled()
    const all = (await readTable(world, 'questions')).length
    const library = await world.driver.openExtensionPage('library.html?document=kst-36360-VIII-5')
    await settled(world)
    // A browser lets no page behind others write to the clipboard.
    await library.bringToFront()
    const copied = await watchCopies(library)
    await press(library, 'Vragen')
    await library.locator('[role=listbox][aria-label=Vragen] .kl-row').wait()
    await library.locator('.kl-selection__all > input:enabled').wait()
    await library.focus('[role=listbox]')
    await library.keyboard.down('Control')
    await library.keyboard.press('a')
    await library.keyboard.up('Control')
    await waitForText(library, `${all} van ${all} gekozen`)
    await press(library, 'Kopieer verwijzingen')
    await waitForText(library, `${all} verwijzingen gekopieerd`)
    const lines = (await copied(1)).at(-1)?.split('\n') ?? []
    expect(lines).toHaveLength(all)
    expect(lines).toContainEqual(expect.stringMatching(/^Kamerstukken II 2022\/23, 36 360 VIII, nr\. 5, vraag \d+/))
    await library.locator('.kl-library__list .kl-menu-button').click()
    await press(library, 'Vragen als tabel (CSV)')
    const tables = async () => readdirSync(world.downloads).filter((name) => name.endsWith('.csv'))
    // Firefox lays an empty file of that name down first.
    const texts = async () =>
      (await tables()).map((name) => readFileSync(join(world.downloads, name), 'utf8')).filter((text) => text !== '')
    const [saved] = await until('the table', texts, ({ length }) => length === 1)
    expect(saved).toContain('Titel;Verwijzing;Datum;Vraagnummer')
    for (const { question } of listQuestions.slice(2)) expect(saved).toContain(question.slice(0, 20))

    await press(library, 'Kiezen')
    await press(library, 'Vraag 1 kiezen')
    await waitForText(library, '1 van ')
    const boxes = () => library.$$eval('.kl-question__check > input:checked', (checked) => checked.length)
    expect(await boxes()).toBe(1)
    await library.keyboard.down('Shift')
    await library.keyboard.press('ArrowDown')
    await library.keyboard.up('Shift')
    await until('two chosen', boxes, (count) => count === 2)
    await library.locator('.kl-questions__chosen .kl-split > button').click()
    expect((await copied(2)).at(-1)?.split('\n')).toHaveLength(2)
    await library.close()
  })

  test('exports all of it to a file', async () => {
    const world = filled()
    const library = await world.driver.openExtensionPage('library.html')
    await press(library, 'Exporteren')
    await press(library, 'Alles, om terug te zetten')
    const files = async () => readdirSync(world.downloads).filter((name) => name.endsWith('.json'))
    const read = async () => (await files()).map((name) => ({ name, bytes: readFileSync(join(world.downloads, name)) }))
    // Firefox lays an empty file of that name down first.
    const isWhole = (all: readonly { bytes: Buffer }[]) => all.length === 1 && all[0]?.bytes.at(-1) !== undefined
    const [file] = await until('the exported file', read, isWhole)
    if (file) exported = { ...file, content: await contentOf(world) }
    expect(exported).not.toBeNull()
    await library.close()
  })
})

describe('another library', () => {
  const fresh = useWorld()

  test('imports that file: the same content, and no doubles', async () => {
    if (exported === null) throw new Error('Nothing was exported')
    const file = join(fresh().downloads, exported.name)
    writeFileSync(file, exported.bytes)
    expect(await readTable(fresh(), 'notes')).toEqual([])
    const library = await fresh().driver.openExtensionPage('library.html')
    await chooseFile(library, file, 'import')
    await waitForText(library, 'Uit kamerlens-', 'Nieuw')
    expect(await readTable(fresh(), 'notes')).toEqual([])
    await library.locator('dialog .kl-button--primary').click()
    await until(
      'the note',
      () => readTable<NoteRow>(fresh(), 'notes'),
      (rows) => rows.length === 1,
    )
    expect(await contentOf(fresh())).toEqual(exported.content)

    await chooseFile(library, file, 'import')
    await waitForText(library, 'Alles uit dit bestand staat al in Kamerlens')
    await press(library, 'Sluiten')
    expect(await contentOf(fresh())).toEqual(exported.content)
    await library.close()
  })
})
