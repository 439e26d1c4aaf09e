import { afterEach, expect, test, vi } from 'vitest'
import { createJournal } from '#utils/database/journal/journal.ts'
import type { Entry } from '#utils/database/journal/lines.ts'
import type { Written } from '#utils/database/journal/writing.ts'

/** A journal whose worker answers as it is told to, on a clock that stands still but for what a test says. */
function journalOf(written: Partial<Written>, room = { isThere: false }) {
  let clock = 0
  let lastSeq = 0
  let isWhole = false
  const snapshot = vi.fn(async () => {
    if (!room.isThere) throw new DOMException('no room', 'QuotaExceededError')
    isWhole = true
    return true
  })
  const tasks: (() => void)[] = []
  const append = async (entries: readonly Entry[]): Promise<Written> => {
    lastSeq = entries.at(-1)?.seq ?? lastSeq
    return { lastSeq, sinceSnapshot: 0, ...written, hasGap: written.hasGap === true && !isWhole }
  }
  const journal = createJournal({
    link: { begin: async () => {}, append, snapshot, erasing: async () => {} },
    recovered: async () => {},
    recoverAnew: async () => {},
    now: () => clock,
    wait: (task) => tasks.push(task),
  })
  let seq = 0
  return {
    snapshot,
    async save(milliseconds: number) {
      clock += milliseconds
      seq += 1
      await journal.append({ seq, at: '2026-11-23T12:00:00.000Z', changes: [] }, seq)
      await Promise.resolve()
    },
    /** A save that was there already, which is shown as saved where all before it is in the journal. */
    again: () => journal.append(null, seq),
    quiet: () => tasks.splice(0).forEach((task) => void task()),
    later(milliseconds: number) {
      clock += milliseconds
    },
  }
}

afterEach(() => {
  vi.restoreAllMocks()
})

test('a lasting gap and a snapshot that fails cost no snapshot with every save', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const room = { isThere: false }
  const { save, snapshot, again, later } = journalOf({ hasGap: true }, room)
  // Ten minutes of writing.
  for (let saves = 0; saves < 600; saves += 1) await save(1_000)
  expect(snapshot.mock.calls.length).toBeLessThan(20)
  // What the gap hides is not shown as saved meanwhile.
  await expect(again()).rejects.toMatchObject({ code: 'not-secured' })
  room.isThere = true
  later(60_000)
  const before = snapshot.mock.calls.length
  await again()
  expect(snapshot.mock.calls.length).toBe(before + 1)
})

test('a snapshot that failed once is tried again at once', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const room = { isThere: false }
  const { save, again, snapshot } = journalOf({ hasGap: true }, room)
  await save(0)
  await vi.waitFor(() => expect(snapshot).toHaveBeenCalledTimes(1))
  room.isThere = true
  await again()
  expect(snapshot).toHaveBeenCalledTimes(2)
})

test('one that succeeded counts anew: the next that fails is tried again at once too', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const room = { isThere: false }
  const { save, snapshot, later, quiet } = journalOf({ sinceSnapshot: 5_000_000 }, room)
  const tried = async () => {
    const before = snapshot.mock.calls.length
    await save(0)
    quiet()
    await vi.waitFor(() => expect(snapshot).toHaveBeenCalledTimes(before + 1))
  }
  await tried()
  await tried()
  later(60_000)
  room.isThere = true
  await tried()
  room.isThere = false
  await tried()
  await tried()
})

test('a gap is closed once there is room, though nobody saves again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const room = { isThere: false }
  const { save, snapshot, later, quiet } = journalOf({ hasGap: true }, room)
  for (let saves = 0; saves < 20; saves += 1) await save(1_000)
  room.isThere = true
  later(60_000)
  const before = snapshot.mock.calls.length
  quiet()
  await vi.waitFor(() => expect(snapshot).toHaveBeenCalledTimes(before + 1))
})

test('what many saves made due is one snapshot', async () => {
  const { save, snapshot, quiet } = journalOf({ sinceSnapshot: 5_000_000 }, { isThere: true })
  for (let saves = 0; saves < 10; saves += 1) await save(100)
  quiet()
  expect(snapshot).not.toHaveBeenCalled()
  quiet()
  await vi.waitFor(() => expect(snapshot).toHaveBeenCalledTimes(1))
})
