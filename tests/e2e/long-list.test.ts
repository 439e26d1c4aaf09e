import { describe, expect, inject, test } from 'vitest'
import { documentRow, questionRow } from '../browser/components/rows.ts'
import { inspectorOf, typeInto, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld({ only: 'chromium' })
const list = 'kst-36360-VIII-99'
const count = 1000

/** Milliseconds that a task may take at most on a machine with much else to do; on a quiet one none takes 50. */
const longest = 250

/** Puts a document with 1,000 questions into the store: reading one takes longer than this test. */
async function keepMany(): Promise<void> {
  const library = await world().driver.openExtensionPage('library.html')
  await waitForText(library, 'Documenten')
  await library.close()
  const page = await inspectorOf(world().driver)
  const rows = Array.from({ length: count }, (_, order) =>
    questionRow(list, order, order % 9 === 0 ? { doubts: ['number-gap'] } : {}),
  )
  await page.evaluate(
    (document, questions) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('kamerlens')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const transaction = request.result.transaction(['documents', 'questions'], 'readwrite')
          transaction.objectStore('documents').put(document)
          for (const question of questions) transaction.objectStore('questions').put(question)
          transaction.onerror = () => reject(transaction.error)
          transaction.oncomplete = () => {
            request.result.close()
            resolve()
          }
        }
      }),
    documentRow(list),
    rows,
  )
}

describe('1,000 questions', () => {
  test('are searched and filtered without keeping the window busy', async (context) => {
    context.skip(inject('family') !== 'chromium', 'Firefox tells of no long tasks')
    await keepMany()
    const page = await world().driver.openExtensionPage(`popup.html?document=${list}`)
    await page.evaluate(() => {
      const tasks: number[] = []
      Object.assign(globalThis, { tasks })
      new PerformanceObserver((entries) => {
        for (const { duration } of entries.getEntries()) tasks.push(Math.round(duration))
      }).observe({ type: 'longtask', buffered: true })
    })
    const drawn = () => page.$$eval('.kl-question', (all) => all.length)
    const isDrawn = (wanted: number) => (shown: number) => shown === wanted
    await until('all drawn', drawn, isDrawn(count))
    await typeInto(page, 'Filter op woord of nummer', 'verzoek')
    await page.keyboard.type('en 2017')
    await until('one left', drawn, isDrawn(1))
    await page.keyboard.press('Escape')
    await until('all drawn again', drawn, isDrawn(count))
    await page.click('[data-filter="doubtful"]')
    await until('those with a doubt', drawn, isDrawn(Math.ceil(count / 9)))
    const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks)
    expect(Math.max(0, ...tasks), `tasks over 50 ms: ${tasks.join(', ')}`).toBeLessThan(longest)
    await page.close()
  })
})
