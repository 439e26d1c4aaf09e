import '../browser/fake-browser.ts'
import 'fake-indexeddb/auto'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '#utils/database/open.ts'
import { startJournal } from '../../../entrypoints/background/kept/journal.ts'

class FakeWorker extends EventTarget {
  readonly terminate = vi.fn()

  constructor() {
    super()
    workers.push(this)
  }
}

let workers: FakeWorker[] = []

afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('in Firefox a worker of the journal that failed is ended before the next is started, of which there is one', async () => {
  workers = []
  // There is no disk here, and nobody who answers.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.stubEnv('FIREFOX', true as never)
  vi.stubGlobal('Worker', FakeWorker)
  vi.useFakeTimers({ toFake: ['setInterval', 'setTimeout', 'clearInterval', 'clearTimeout'] })
  const db = openDatabase({ name: 'worker' })
  onTestFinished(() => db.close())
  const { journal } = startJournal(db)
  const asked = [journal.last().catch(() => undefined), journal.last().catch(() => undefined)]
  await vi.waitFor(() => expect(workers).toHaveLength(1))
  const [first] = workers
  first?.dispatchEvent(new Event('error'))
  expect(first?.terminate).toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(workers).toHaveLength(2)
  // What the one before it still had to say is no reason for a third.
  first?.dispatchEvent(new Event('error'))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(workers).toHaveLength(2)
  expect(workers[1]?.terminate).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(200_000)
  await Promise.all(asked)
})
