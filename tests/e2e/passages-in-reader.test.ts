import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import type { NoteRow } from '#utils/database/schema.ts'
import { addresses } from '../site/addresses.ts'
import { paintedTexts } from './page.ts'
import { textInView, waitForQuestions } from './reader-page.ts'
import { press, readTable, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()

const openReader = () => world().driver.openExtensionPage(`reader.html?url=${encodeURIComponent(addresses.answersPdf)}`)

/** Selects some lines of the first page, from the start of one span to the end of another, and gives their words. */
function selectLines(page: Page, from: number, to: number): Promise<string> {
  return page.evaluate(
    (first, last) => {
      const spans = [...document.querySelectorAll('.textLayer span')].filter(
        (span) => span.firstChild instanceof Text && span.textContent.trim().length > 3,
      )
      const [start, end] = [spans[first]?.firstChild, spans[last]?.firstChild]
      if (!(start instanceof Text) || !(end instanceof Text)) throw new Error('too few lines')
      const range = document.createRange()
      range.setStart(start, 0)
      range.setEnd(end, end.length)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      return start.data.trim()
    },
    from,
    to,
  )
}

const notes = () => readTable<NoteRow>(world(), 'notes')
const passages = async (page: Page) => (await paintedTexts(page)).passage ?? []

test('a note on a selection is made beside the pages, painted, listed and led to', async () => {
  const page = await openReader()
  await waitForQuestions(page)
  const words = await selectLines(page, 2, 5)
  await press(page, 'Notitie bij selectie')
  await until(
    'the cursor in the note',
    () => page.evaluate(() => document.activeElement?.closest('.kl-note')?.querySelector('blockquote')?.textContent),
    (quote) => quote?.startsWith(words) ?? false,
  )
  await page.keyboard.type('Bij de aanhef.')
  const [note] = await until('the note', notes, (rows) => rows[0]?.body === 'Bij de aanhef.')
  expect(note).toMatchObject({
    target: '2023D20951',
    type: 'passage',
    passage: { format: 'pdf', page: 1, url: addresses.answersPdf },
  })
  await until(
    'the passage painted',
    () => passages(page),
    (texts) => texts.length > 0 && texts[0]?.includes(words) === true,
  )
  await press(page, 'Terug naar de notities')
  await waitForText(page, 'Passages in dit document', 'blz. 1')
  const height = () => page.evaluate(() => document.querySelector('.kl-reader__scroll')?.scrollTop ?? 0)
  await page.evaluate(() => document.querySelector('.kl-reader__scroll')?.scrollTo({ top: 1e6 }))
  await until('the end', height, (top) => top > 500)
  await press(page, 'Bij de aanhef.')
  await until('the passage in view', height, (top) => top < 300)
  expect(await textInView(page)).toContain(words)
  await page.close()
})
