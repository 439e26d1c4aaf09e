import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Channel } from '#utils/browser/workers/journal-channel.ts'
import { journalLink } from '#utils/browser/workers/journal-link.ts'
import type { Entry } from '#utils/database/journal/lines.ts'
import { journalState, readRecovery } from '#utils/database/journal/reading.ts'
import { JournalWriter } from '#utils/database/journal/writing.ts'
import { serveJournal } from '../../../entrypoints/journal/serve.ts'
import { memoryFiles } from '../database/journal/memory-files.ts'

afterEach(() => vi.useRealTimers())

/** Two ends of a channel; `cut` keeps what the first end says from the other. */
function pairOf() {
  const ends: ((event: MessageEvent<unknown>) => void)[][] = [[], []]
  const wire = { cut: false }
  const end = (own: 0 | 1): Channel => ({
    addEventListener: (_, listener) => void ends[own]?.push(listener),
    postMessage(message) {
      if (wire.cut) return
      queueMicrotask(() => {
        for (const listener of ends[own === 0 ? 1 : 0] ?? []) listener({ data: message } as MessageEvent<unknown>)
      })
    },
  })
  return { background: end(0), worker: end(1), wire }
}

const entry: Entry = { seq: 1, at: '2026-11-25T12:00:00.000Z', changes: [{ table: 'notes', put: { id: 'n1' } }] }

function serving(worker: Channel, files = memoryFiles(), peace = 50) {
  serveJournal({
    channel: worker,
    writer: new JournalWriter(files),
    everything: async () => ({ seq: 1, held: null, pieces: [] }),
    peace,
  })
  return files
}

describe('the way to the journal’s worker', () => {
  test('carries what is to be written, and the answer', async () => {
    const { background, worker } = pairOf()
    const files = serving(worker)
    const link = journalLink(background, async () => {})
    expect(await link.append([entry])).toMatchObject({ lastSeq: 1 })
    expect((await readRecovery(files)).entries).toEqual([entry])
    expect(await link.snapshot()).toBe(true)
  })

  test('waits for a worker that is there, and not for whoever sees whether it is', async () => {
    const { background, worker } = pairOf()
    const files = serving(worker)
    const link = journalLink(background, () => new Promise(() => {}))
    expect(await link.append([entry])).toMatchObject({ lastSeq: 1 })
    expect((await readRecovery(files)).entries).toEqual([entry])
  })

  test('asks again when a worker begins to listen only afterwards', async () => {
    const { background, worker } = pairOf()
    const files = memoryFiles()
    let asked = 0
    const link = journalLink(background, async () => {
      asked += 1
      if (asked === 1) setTimeout(() => serving(worker, files), 20)
    })
    await link.append([entry])
    expect(asked).toBe(1)
    expect((await readRecovery(files)).entries).toEqual([entry])
  })

  test('asks a new worker when the old one has gone without a word, and writes nothing twice', async () => {
    vi.useFakeTimers()
    const { background, worker, wire } = pairOf()
    const files = serving(worker)
    const link = journalLink(background, async () => {})
    wire.cut = true
    const answer = link.append([entry])
    await vi.advanceTimersByTimeAsync(1_500)
    wire.cut = false
    await vi.advanceTimersByTimeAsync(1_500)
    expect(await answer).toMatchObject({ lastSeq: 1 })
    expect((await readRecovery(files)).entries).toEqual([entry])
  })

  test('gives up where nobody answers, and says what a disk said', async () => {
    vi.useFakeTimers()
    const { background, worker, wire } = pairOf()
    const files = serving(worker)
    const link = journalLink(background, async () => {})
    wire.cut = true
    const lost = expect(link.append([entry])).rejects.toThrow('does not answer')
    await vi.advanceTimersByTimeAsync(9_000)
    await lost
    wire.cut = false
    files.room = 3
    const full = expect(link.append([entry])).rejects.toThrow('QuotaExceededError')
    await vi.advanceTimersByTimeAsync(100)
    await full
  })

  test('fails at once where no worker can be started', async () => {
    const { background } = pairOf()
    const link = journalLink(background, () => Promise.reject(new Error('no document')))
    await expect(link.begin()).rejects.toThrow('no document')
  })

  test('the worker notes peace when nothing came for a while', async () => {
    const { background, worker } = pairOf()
    const files = serving(worker)
    const link = journalLink(background, async () => {})
    await link.begin()
    expect((await journalState(files)).isClean).toBe(false)
    await vi.waitUntil(async () => (await journalState(files)).isClean)
  })
})
