import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReadingResult } from '#utils/browser/protocol/reading.ts'
import { createReadingHost, type FromReadingWorker, type ReadingWorker } from '#utils/browser/workers/reading-host.ts'
import type { JobRow } from '#utils/database/schema.ts'
import type { Question } from '#utils/documents/types.ts'

class FakeWorker implements ReadingWorker {
  onmessage: ReadingWorker['onmessage'] = null
  onerror: ReadingWorker['onerror'] = null
  readonly jobs: JobRow[] = []
  isTerminated = false
  postMessage({ job }: { job: JobRow }) {
    this.jobs.push(job)
  }
  terminate() {
    this.isTerminated = true
  }
  say(data: FromReadingWorker) {
    this.onmessage?.({ data } as MessageEvent<FromReadingWorker>)
  }
}

const job = (id: string) => ({ id }) as JobRow
const failed: ReadingResult = { ok: false, error: 'no-questions' }
let workers: FakeWorker[]
let results: [string, ReadingResult][]

function hostWith(silenceTimeout = 1000, onProgress: (id: string) => void = () => undefined) {
  return createReadingHost({
    startWorker: () => {
      const worker = new FakeWorker()
      workers.push(worker)
      return worker
    },
    onProgress,
    onResult: (id, result) => void results.push([id, result]),
    silenceTimeout,
    pageTimeout: silenceTimeout / 2,
  })
}

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  results = []
})
afterEach(() => vi.useRealTimers())

describe('the host of the reading worker', () => {
  it('ends the worker with its result', async () => {
    const host = hostWith()
    host.run(job('one'))
    workers[0]?.say({ type: 'result', result: failed })
    await vi.runAllTimersAsync()
    expect(results).toEqual([['one', failed]])
    expect(workers[0]?.isTerminated).toBe(true)
    expect(host.running.size).toBe(0)
  })

  it('starts a job once, however often it is asked', () => {
    const host = hostWith()
    host.run(job('one'))
    host.run(job('one'))
    expect(workers).toHaveLength(1)
  })

  it('passes on what is ours alone: pdf.js speaks on the worker’s port too', () => {
    const onProgress = vi.fn()
    hostWith(1000, onProgress).run(job('one'))
    workers[0]?.say({ type: 'ready' } as unknown as FromReadingWorker)
    expect(onProgress).not.toHaveBeenCalled()
    workers[0]?.say({ type: 'progress', progress: { phase: 'fetching', done: 1, total: 9, questions: 0 } })
    expect(onProgress).toHaveBeenCalledTimes(1)
  })

  it('says nothing more of a job that was cancelled', async () => {
    const host = hostWith()
    host.run(job('one'))
    host.cancel('one')
    workers[0]?.say({ type: 'result', result: failed })
    await vi.runAllTimersAsync()
    expect(workers[0]?.isTerminated).toBe(true)
    expect(results).toEqual([])
  })

  it('ends a worker that falls silent, but none that goes on reporting', async () => {
    const host = hostWith(1000)
    host.run(job('one'))
    await vi.advanceTimersByTimeAsync(900)
    workers[0]?.say({ type: 'progress', progress: { phase: 'fetching', done: 1, total: 9, questions: 0 } })
    await vi.advanceTimersByTimeAsync(900)
    expect(results).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(results).toMatchObject([['one', { ok: false, error: 'broken-pdf' }]])
    expect(workers[0]?.isTerminated).toBe(true)
  })

  it('ends a worker that stays at a page, says at which, and leaves it its time after the last one', async () => {
    const host = hostWith(1000)
    const at = (done: number) =>
      workers[0]?.say({ type: 'progress', progress: { phase: 'reading', done, total: 9, questions: 0 } })
    host.run(job('one'))
    at(9)
    await vi.advanceTimersByTimeAsync(900)
    expect(results).toEqual([])
    at(6)
    await vi.advanceTimersByTimeAsync(600)
    expect(results).toMatchObject([['one', { ok: false, error: 'too-complex', detail: 'from page 7 on' }]])
    expect(workers[0]?.isTerminated).toBe(true)
  })

  it('makes a failed result of a worker that dies or cannot be started', async () => {
    const host = hostWith()
    host.run(job('one'))
    workers[0]?.onerror?.({ message: 'out of memory' } as ErrorEvent)
    const broken = createReadingHost({
      startWorker: () => {
        throw new TypeError('refused')
      },
      onProgress: () => undefined,
      onResult: (id, result) => void results.push([id, result]),
    })
    broken.run(job('two'))
    await vi.runAllTimersAsync()
    expect(results.map(([id, result]) => [id, result.ok])).toEqual([
      ['one', false],
      ['two', false],
    ])
  })

  it('counts a job as running until its result was taken', async () => {
    let take: () => void = () => undefined
    const host = createReadingHost({
      startWorker: () => {
        const worker = new FakeWorker()
        workers.push(worker)
        return worker
      },
      onProgress: () => undefined,
      onResult: () => new Promise((resolve) => (take = resolve)),
    })
    host.run(job('one'))
    workers[0]?.say({ type: 'result', result: failed })
    host.run(job('one'))
    expect(workers).toHaveLength(1)
    take()
    await vi.runAllTimersAsync()
    expect(host.running.size).toBe(0)
  })
})

describe('what was found on the first pages', () => {
  const first = [{ number: '1' }] as unknown as readonly Question[]

  it('is told as long as the job runs, and forgotten with its end', async () => {
    const told: (readonly [string, unknown])[] = []
    const preliminary = {
      tell: (id: string, questions: readonly Question[]) => told.push([id, questions]),
      end: (id: string) => told.push([id, 'end']),
    }
    const host = createReadingHost({
      startWorker: () => {
        const worker = new FakeWorker()
        workers.push(worker)
        return worker
      },
      onProgress: () => undefined,
      onResult: () => undefined,
      preliminary,
    })
    host.run(job('one'))
    host.run(job('two'))
    workers[0]?.say({ type: 'questions', questions: first })
    workers[0]?.say({ type: 'result', result: failed })
    workers[1]?.say({ type: 'questions', questions: first })
    host.cancel('two')
    workers[1]?.say({ type: 'questions', questions: first })
    await vi.runAllTimersAsync()
    expect(told.filter(([id]) => id === 'one')).toEqual([
      ['one', first],
      ['one', 'end'],
    ])
    expect(told.filter(([id]) => id === 'two')).toEqual([
      ['two', first],
      ['two', 'end'],
    ])
  })
})
