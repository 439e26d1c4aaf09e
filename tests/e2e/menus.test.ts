import { expect, test } from 'vitest'
import type { QuestionRow } from '#utils/database/schema.ts'
import { addresses } from '../site/addresses.ts'
import { listQuestions } from '../site/pages/questions.ts'
import { readTable } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()

const questionsOf = async (list: string) =>
  (await readTable<QuestionRow>(world(), 'questions')).filter((row) => row.list === list)

/** What the page has of its browser's API, under either name. */
interface Extension {
  readonly contextMenus: { readonly update: (id: string, properties: object) => Promise<void> }
}

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

test('the questions of a selected code are read; those of a linked one too, also after the background was stopped', async () => {
  const { driver } = world()
  const page = await driver.openPage(addresses.firstPage)
  await driver.dispatchMenu('read-selection', { selectionText: ' Kamerstuk 36 360 VIII, nr. 5 ' })
  await until(
    'the questions of the selected code',
    () => questionsOf('kst-36360-VIII-5'),
    (rows) => rows.length === listQuestions.length,
  )
  await page.bringToFront()
  await driver.stopBackground()
  const linkUrl = addresses.answersPdf
  await driver.dispatchMenu('read-link', { linkUrl })
  await until(
    'the questions of the linked document',
    () => questionsOf('2023D20951'),
    (rows) => rows.some(({ number }) => number === '155'),
  )
  await page.close()
})
