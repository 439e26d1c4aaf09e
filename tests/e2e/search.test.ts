import { beforeAll, describe, inject, test } from 'vitest'
import type { NoteRow, QuestionRow } from '#utils/database/schema.ts'
import { addresses } from '../site/addresses.ts'
import { listQuestions } from '../site/pages/questions.ts'
import { chromiumOnly } from './chromium-only.ts'
import { inspectorOf, openPopup, press, readTable, shownText, typeInto, writeNote } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld({ only: 'chromium' })
chromiumOnly('searching is no browser’s, and has unit tests; the library finds what is kept in both (library.test)')
const unready = 'De zoekindex wordt opgebouwd'

beforeAll(async () => {
  if (inject('family') !== 'chromium') return
  const page = await world().driver.openPage(addresses.questionList)
  const popup = await openPopup(world())
  await press(popup, 'Vragen bewaren')
  const stored = () => readTable<QuestionRow>(world(), 'questions')
  await until('the questions', stored, (rows) => rows.length === listQuestions.length)
  await popup.close()
  const other = await openPopup(world())
  await typeInto(other, 'Zoek een code', '2023Z08012')
  await other.keyboard.press('Enter')
  await writeNote(other, 'Navragen bij de jeugdbibliotheken.')
  const notes = () => readTable<NoteRow>(world(), 'notes')
  await until('the note', notes, (rows) => rows[0]?.body.endsWith('bibliotheken.') ?? false)
  await other.close()
  await page.close()
})

/** What the library finds, by index, once that has everything. */
async function search(typed: string, ...texts: readonly string[]): Promise<string> {
  const library = await world().driver.openExtensionPage('library.html')
  await typeInto(library, 'Zoek in alles wat bewaard is', typed)
  const isFound = (shown: string) => texts.every((text) => shown.includes(text)) && !shown.includes(unready)
  const shown = await until(`«${typed}»`, () => shownText(library), isFound)
  await library.close()
  return shown
}

describe('searching what is kept', () => {
  test('finds parts of compounds, with typing errors, in questions and notes, as soon as they are kept', async () => {
    await search('schoolbibliotheek', 'regeling voor schoolbibliotheken')
    await search('schoolbibliohteken', 'Ook gezocht naar')
    await search('jeugdbibliotheken', 'Navragen bij de jeugdbibliotheken.')
  })

  test('a field narrows it, completed in the popup', async () => {
    const popup = await openPopup(world())
    await typeInto(popup, 'Zoek een code', 'bibliotheken stat')
    await press(popup, 'status:')
    await press(popup, 'status:beantwoord')
    const isNarrowed = (shown: string) => shown.includes('voor schoolbibliotheken') && !shown.includes('Navragen bij')
    await until('questions that were answered', () => shownText(popup), isNarrowed)
    await popup.close()
  })

  test('what is found opens with its words marked, until the marks are cleared', async () => {
    const library = await world().driver.openExtensionPage('library.html')
    await typeInto(library, 'Zoek in alles wat bewaard is', 'schoolbibliotheken')
    await press(library, 'Vragen')
    await library.locator('[role=listbox][aria-label=Vragen] .kl-found').click()
    const marks = () =>
      library.evaluate(() =>
        [...document.querySelectorAll('main .kl-answer .kl-found')].map((mark) => mark.textContent.toLowerCase()),
      )
    await until('the marks', marks, (words) => words.includes('schoolbibliotheken'))
    await press(library, 'Markering wissen')
    await until('no marks', marks, (words) => words.length === 0)
    await library.close()
  })

  test('an index that is gone is built anew, and the search works meanwhile', async () => {
    const page = await inspectorOf(world().driver)
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('kamerlens-search')
          request.onerror = () => reject(request.error)
          request.onsuccess = () => {
            const transaction = request.result.transaction(['state', 'blocks', 'dictionaries'], 'readwrite')
            for (const name of transaction.objectStoreNames) transaction.objectStore(name).clear()
            transaction.onerror = () => reject(transaction.error)
            transaction.oncomplete = () => {
              request.result.close()
              resolve()
            }
          }
        }),
    )
    await search('schoolbibliotheken', 'regeling voor schoolbibliotheken')
  })
})
