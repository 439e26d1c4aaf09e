import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CorrectionRow, NoteRow, NoteTagRow, QuestionRow } from '#utils/database/schema.ts'
import { addresses } from '../site/addresses.ts'
import { listQuestions } from '../site/pages/questions.ts'
import { chromiumOnly } from './chromium-only.ts'
import { lookUpsIn } from './page.ts'
import {
  chooseAllNotes,
  chooseFile,
  inspectorOf,
  openPopup,
  press,
  readTable,
  settled,
  shownText,
  typeInto,
  waitForText,
  watchChanges,
  watchCopies,
  writeNote,
} from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'
import type { World } from './world.ts'

const filled = useWorld()
const fresh = useWorld()
const tables = ['documents', 'questions', 'notes', 'noteTags', 'noteVersions', 'rests', 'corrections', 'originals']

const contentOf = async (world: World) =>
  Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await readTable(world, table)])))

/** Exports everything in the library and gives the file. */
async function exportFrom(world: World): Promise<string> {
  const library = await world.driver.openExtensionPage('library.html')
  await press(library, 'Exporteren')
  await press(library, 'Alles, om terug te zetten')
  const files = async () => readdirSync(world.downloads).filter((name) => name.endsWith('.json'))
  const [file] = await until('the exported file', files, (names) => names.length === 1)
  await library.close()
  return join(world.downloads, file ?? '')
}

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

describe('the library', () => {
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

  describe('a list that was split wrongly', () => {
    chromiumOnly('corrections of a split are no browser’s, and have unit and browser tests')

    test('keeps a correction of the split, which is undone at once and outlives reading the page again', async () => {
      const { driver } = filled()
      const corrections = () => readTable<CorrectionRow>(filled(), 'corrections')
      const isListed = ({ list }: QuestionRow) => list === 'kst-36360-VIII-5'
      const numbers = async () => (await readTable<QuestionRow>(filled(), 'questions')).filter(isListed).length
      const library = await driver.openExtensionPage('library.html?document=kst-36360-VIII-5')
      // What is looked up when it opens stands above the questions: they move when it comes.
      await waitForText(library, listQuestions[0]?.question ?? '')
      await settled(filled())
      await press(library, listQuestions[0]?.question ?? '')
      await press(library, 'Splitsing verbeteren')
      await press(library, 'Voeg samen met vraag 2')
      await waitForText(library, 'Met de hand samengevoegd met vraag 2')
      expect(await numbers()).toBe(listQuestions.length - 1)
      await press(library, 'Ongedaan maken')
      await until('all questions again', numbers, (count) => count === listQuestions.length)
      await press(library, 'Splitsing verbeteren')
      await press(library, 'Voeg samen met vraag 2')
      await until('one question less', numbers, (count) => count < listQuestions.length)
      await library.close()

      const page = await driver.openPage(addresses.questionList)
      const popup = await openPopup(filled())
      await press(popup, 'Vragen bewaren')
      await waitForText(popup, `${listQuestions.length - 1} vragen bewaard`)
      expect(await corrections()).toMatchObject([{ number: '2', kind: 'join' }])
      await popup.close()
      await page.close()

      const filtered = await driver.openExtensionPage('library.html')
      await press(filtered, 'Vragen')
      await press(filtered, 'Verbeterd (1)')
      const kept = (await readTable(filled(), 'questions')).length
      await waitForText(filtered, `1 van ${kept} vragen`)
      await filtered.close()
    })
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

  test('exports all of it to a file that imports in another browser: the same content, and no doubles', async () => {
    const file = await exportFrom(filled())
    const library = await fresh().driver.openExtensionPage('library.html')
    await chooseFile(library, file, 'json')
    await waitForText(library, 'Uit kamerlens-', 'Nieuw')
    expect(await readTable(fresh(), 'notes')).toEqual([])
    await library.locator('dialog .kl-button--primary').click()
    await until(
      'the note',
      () => readTable<NoteRow>(fresh(), 'notes'),
      (rows) => rows.length === 1,
    )
    const content = await contentOf(fresh())
    expect(content).toEqual(await contentOf(filled()))

    await chooseFile(library, file, 'json')
    await waitForText(library, 'Alles uit dit bestand staat al in Kamerlens')
    await press(library, 'Sluiten')
    expect(await contentOf(fresh())).toEqual(content)
    await library.close()
  })

  describe('many at once', () => {
    chromiumOnly('changes of many notes are no browser’s: the interrupted one is tried in both')

    test('labels, deletes and puts back all that was chosen at once', async () => {
      const world = fresh()
      const inspector = await inspectorOf(world.driver)
      for (const number of [1, 2, 3]) {
        const save = { id: `keuze-${number}`, target: '2023Z08012', opened: '', body: `Keuze ${number}` }
        const message = { kamerlens: 'background', type: 'note/save', payload: save }
        await inspector.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`)
      }
      const notes = async () =>
        (await readTable<NoteRow>(world, 'notes'))
          .filter(({ deletedAt }) => deletedAt === undefined)
          .map(({ body }) => body)
          .toSorted()
      const tagged = async () => (await readTable<NoteTagRow>(world, 'noteTags')).filter(({ tag }) => tag === 'gekozen')
      const before = await notes()
      const library = await world.driver.openExtensionPage('library.html')
      const told = await watchChanges(library)
      await chooseAllNotes(library)
      await waitForText(library, `${before.length} van ${before.length} gekozen`)
      await press(library, 'Labels…')
      await typeInto(library, 'Label toevoegen', 'gekozen')
      await press(library, 'Toepassen')
      await waitForText(library, `Labels van ${before.length} notities veranderd`)
      expect(await tagged()).toHaveLength(before.length)
      await press(library, 'Verwijderen')
      await waitForText(library, `${before.length} notities verwijderd`)
      expect(await notes()).toEqual([])
      await press(library, 'Ongedaan maken')
      await until('the notes again', notes, (all) => all.length === before.length)
      expect([await notes(), (await tagged()).length]).toEqual([before, before.length])
      // Labels, removal and undo each told the page how far they were.
      const all = `${before.length} ${before.length}`
      await until('the progress', told, (steps) => steps.join() === [all, all, all].join())
      await library.close()
    })
  })

  describe('in one browser', () => {
    chromiumOnly('a file of all that is kept is checked by code with unit tests (tests/unit/database/transfer.test.ts)')

    test.each([['afgebroken', (text: string) => text.slice(0, text.length / 2)]])(
      'refuses a bad file whole: %s',
      async (name, spoil) => {
        const [good = ''] = readdirSync(filled().downloads).filter((each) => each.endsWith('.json'))
        const file = join(fresh().downloads, `${name}.json`)
        writeFileSync(file, spoil(readFileSync(join(filled().downloads, good), 'utf8')))
        const before = await contentOf(fresh())
        const library = await fresh().driver.openExtensionPage('library.html')
        await chooseFile(library, file, 'json')
        await waitForText(library, 'er is niets veranderd')
        expect(await shownText(library)).not.toContain('Er ging iets mis')
        expect(await contentOf(fresh())).toEqual(before)
        await library.close()
      },
    )
  })
})
