import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { facetsInWorker } from '#utils/browser/workers/facets-worker.ts'
import type { FacetColumns } from '#utils/database/library/question-facets.ts'

class FakeWorker extends EventTarget {
  isEnded = false
  readonly address: string

  constructor(address: string) {
    super()
    this.address = address
    workers.push(this)
  }

  terminate() {
    this.isEnded = true
  }

  tell(data: unknown) {
    this.dispatchEvent(Object.assign(new Event('message'), { data }))
  }
}

let workers: FakeWorker[]

beforeEach(() => {
  workers = []
  vi.stubGlobal('Worker', FakeWorker)
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const facets = { marks: [], parties: ['VVD'], ministries: [] }
const columns: FacetColumns = {
  lists: ['2023D19158'],
  starts: [0, 1],
  orders: Uint32Array.of(3),
  kindOf: Uint32Array.of(0),
  kinds: [facets],
}

test('a worker reads the questions and is ended with its answer', async () => {
  vi.useFakeTimers()
  const read = facetsInWorker()
  expect(workers.map(({ address }) => address)).toEqual(['/facets.js'])
  workers[0]?.tell({ columns })
  expect(await read).toEqual([{ key: ['2023D19158', 3], facets }])
  expect(workers[0]?.isEnded).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})

test('one that can’t read, can’t be understood or can’t begin fails, and is ended', async () => {
  const broken: ((worker: FakeWorker | undefined) => void)[] = [
    (worker) => worker?.tell({ error: 'DatabaseClosedError' }),
    (worker) => worker?.dispatchEvent(new Event('messageerror')),
    (worker) => worker?.dispatchEvent(Object.assign(new Event('error'), { message: 'No script' })),
  ]
  for (const breakIt of broken) {
    const read = facetsInWorker()
    breakIt(workers.at(-1))
    await expect(read).rejects.toThrow()
    expect(workers.at(-1)?.isEnded).toBe(true)
  }
})

test('one that says nothing is given up in the end', async () => {
  vi.useFakeTimers()
  const failed = expect(facetsInWorker()).rejects.toThrow()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(workers[0]?.isEnded).toBe(false)
  await vi.advanceTimersByTimeAsync(60_000)
  await failed
  expect(workers[0]?.isEnded).toBe(true)
})

test('where the questions are read anew the worker before is ended: only one holds all of them', async () => {
  const first = expect(facetsInWorker()).rejects.toThrow()
  const second = facetsInWorker()
  await first
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
  workers[1]?.tell({ columns })
  expect(await second).toHaveLength(1)
})
