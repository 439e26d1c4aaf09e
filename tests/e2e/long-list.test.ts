import { describe, expect, inject, test } from 'vitest'
import { documentRow, questionRow } from '../browser/components/rows.ts'
import { inspectorOf, typeInto, waitForText } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld({ only: 'chromium' })
const list = 'kst-36360-VIII-99'
const count = 1000

/** Milliseconds of processor time that a task may take at most; none takes 50. */
const longest = 100

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Processor time, in microseconds. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/**
 * Milliseconds that the tasks of pages took, longest first. Processor time: unlike the clock, by which the browser
 * tells of long tasks, it does not run on while other programs are at work.
 */
function tasksIn(trace: Uint8Array): number[] {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { readonly traceEvents: readonly TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const ofPages = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  )
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && ofPages.has(threadOf(event)))
  return tasks.map(({ tdur = 0 }) => Math.round(tdur / 1000)).sort((one, other) => other - one)
}

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
    const { driver } = world()
    await keepMany()
    const page = await driver.openExtensionPage(driver.inert)
    await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] })
    await page.evaluate((address) => location.assign(address), `/popup.html?document=${list}`)
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
    const tasks = tasksIn((await page.tracing.stop()) ?? new Uint8Array())
    expect(tasks.length).toBeGreaterThan(0)
    expect(tasks[0], `the longest tasks: ${tasks.slice(0, 9).join(', ')}`).toBeLessThan(longest)
    await page.close()
  })
})
