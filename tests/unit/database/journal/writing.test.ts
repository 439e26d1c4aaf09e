import { describe, expect, test } from 'vitest'
import type { Change } from '#utils/database/journal/changes.ts'
import type { Entry } from '#utils/database/journal/lines.ts'
import { logName, numbersOf, snapshotName } from '#utils/database/journal/names.ts'
import { journalState, readRecovery } from '#utils/database/journal/reading.ts'
import { JournalWriter } from '#utils/database/journal/writing.ts'
import { memoryFiles } from './memory-files.ts'

const note = (id: string, body = id): Change => ({ table: 'notes', put: { id, body } })
const entry = (seq: number, ...changes: readonly Change[]): Entry => ({
  seq,
  at: '2026-11-25T12:00:00.000Z',
  changes: changes.length > 0 ? changes : [note(`n${seq}`)],
})
const everything = (seq: number, ...changes: readonly Change[]) => ({ seq, held: null, pieces: [changes] })

/** A journal with the transactions from 1 to a number in it. */
async function written(last: number) {
  const files = memoryFiles()
  const writer = new JournalWriter(files)
  for (let seq = 1; seq <= last; seq += 1) await writer.append([entry(seq)])
  return { files, writer }
}

describe('the journal', () => {
  test('gives back what was written, in order, to whoever comes after', async () => {
    const { files } = await written(3)
    expect(await readRecovery(files)).toEqual({ snapshot: null, entries: [entry(1), entry(2), entry(3)] })
    expect(await journalState(files)).toEqual({ lastSeq: 3, isClean: true, hasGap: false })
    const after = new JournalWriter(files)
    expect(await after.append([entry(4)])).toMatchObject({ lastSeq: 4 })
    expect((await readRecovery(files, 2)).entries).toEqual([entry(3), entry(4)])
  })

  test('writes nothing twice, however often it is asked', async () => {
    const { files, writer } = await written(2)
    await writer.append([entry(2), entry(1)])
    await new JournalWriter(files).append([entry(2), entry(3)])
    expect((await readRecovery(files)).entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  test('cut off at any byte, loses the transaction that was being written and no other, and goes on from there', async () => {
    const { files } = await written(3)
    const whole = files.content.get(logName(1)) ?? new Uint8Array()
    const ends = [...whole.keys()].filter((at) => whole[at] === 0x0a).map((at) => at + 1)
    for (let cut = 0; cut <= whole.byteLength; cut += 7) {
      const left = ends.filter((end) => end <= cut).length
      const torn = memoryFiles(new Map([[logName(1), whole.slice(0, cut)]]))
      expect((await journalState(torn)).lastSeq, `cut at ${cut}`).toBe(left)
      await new JournalWriter(torn).append([entry(left + 1, note('later'))])
      const { entries } = await readRecovery(torn)
      expect(entries.map(({ seq }) => seq)).toEqual([...Array(left + 1).keys()].map((seq) => seq + 1))
      expect(entries.at(-1)?.changes).toEqual([note('later')])
    }
  })

  test('a line that went bad on the disk costs that transaction alone', async () => {
    const { files } = await written(3)
    const bytes = files.content.get(logName(1)) ?? new Uint8Array()
    const at = new TextDecoder().decode(bytes).indexOf('"n2"')
    bytes[at + 1] = 0x58
    files.content.set(logName(1), bytes)
    expect((await readRecovery(files)).entries.map(({ seq }) => seq)).toEqual([1, 3])
  })

  test('a transaction of many rows takes several lines and counts only whole', async () => {
    const { files, writer } = await written(1)
    const many = [...Array(40).keys()].map((index) => note(`m${index}`, 'x'.repeat(100_000)))
    await writer.append([entry(2, ...many)])
    const bytes = files.content.get(logName(1)) ?? new Uint8Array()
    expect(new TextDecoder().decode(bytes).split('\n').length).toBeGreaterThan(4)
    expect((await readRecovery(files)).entries[1]?.changes).toEqual(many)
    const torn = memoryFiles(new Map([[logName(1), bytes.slice(0, bytes.byteLength - 500_000)]]))
    expect((await journalState(torn)).lastSeq).toBe(1)
    // The same number again, now of something smaller: of the broken one nothing is left.
    await new JournalWriter(torn).append([entry(2, note('small'))])
    expect((await readRecovery(torn)).entries.at(-1)).toEqual(entry(2, note('small')))
  })

  test('on a full disk says so, and is whole when there is room again', async () => {
    const { files, writer } = await written(2)
    files.room = 40
    await expect(writer.append([entry(3)])).rejects.toThrow('no room')
    files.room = Number.POSITIVE_INFINITY
    await writer.append([entry(3)])
    expect((await readRecovery(files)).entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  test('where half a transaction can’t be cut off either, the next one stands on a line of its own all the same', async () => {
    const { files } = await written(2)
    const open = files.open
    files.open = async (name) => {
      const truncate = () => {
        throw new DOMException('', 'InvalidStateError')
      }
      return { ...(await open(name)), truncate }
    }
    const writer = new JournalWriter(files)
    await writer.append([])
    files.open = open
    files.room = 40
    await expect(writer.append([entry(3)])).rejects.toThrow('no room')
    files.room = Number.POSITIVE_INFINITY
    await writer.append([entry(3)])
    expect((await readRecovery(files)).entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  test('knows when a transaction is missing, and a snapshot makes up for it', async () => {
    const { files, writer } = await written(2)
    expect(await writer.append([entry(4)])).toMatchObject({ lastSeq: 4, hasGap: true })
    expect((await journalState(files)).hasGap).toBe(true)
    expect(await new JournalWriter(files).append([entry(5)])).toMatchObject({ hasGap: true })
    const after = new JournalWriter(files)
    await after.snapshot(everything(5, note('upto5')))
    expect(await after.append([entry(6)])).toMatchObject({ hasGap: false })
    expect((await journalState(files)).hasGap).toBe(false)
    expect(await new JournalWriter(files).append([entry(7)])).toMatchObject({ hasGap: false })
  })

  test('knows after its start that the first one behind a snapshot is missing', async () => {
    const files = memoryFiles()
    const writer = new JournalWriter(files)
    await writer.append([entry(1)])
    await writer.snapshot(everything(1))
    expect(await writer.append([entry(3)])).toMatchObject({ hasGap: true })
    expect((await journalState(files)).hasGap).toBe(true)
    expect(await new JournalWriter(files).append([])).toMatchObject({ lastSeq: 3, hasGap: true })
  })

  test('a snapshot that was read before one was missing does not make up for it', async () => {
    const { files, writer } = await written(2)
    await writer.append([entry(4)])
    await writer.snapshot(everything(2))
    expect(await writer.append([entry(5)])).toMatchObject({ hasGap: true })
    expect(await new JournalWriter(files).append([entry(6)])).toMatchObject({ hasGap: true })
    // What is written while a snapshot is taken is in the log.
    const after = new JournalWriter(files)
    await after.append([entry(7)])
    await after.snapshot(everything(6))
    expect(await after.append([entry(8)])).toMatchObject({ hasGap: false })
    expect((await journalState(files)).hasGap).toBe(false)
  })

  test('notes that writing has begun, and that it has ended in peace', async () => {
    const { files, writer } = await written(1)
    await writer.mark('open')
    expect((await journalState(files)).isClean).toBe(false)
    await writer.mark('clean')
    expect((await journalState(files)).isClean).toBe(true)
  })
})

describe('snapshots', () => {
  test('take the place of what lies before them; the last three stay', async () => {
    const { files, writer } = await written(2)
    for (const seq of [2, 4, 6, 8]) {
      expect(await writer.snapshot(everything(seq, note(`upto${seq}`)))).toBe(true)
      await writer.append([entry(seq + 1), entry(seq + 2)])
    }
    expect(numbersOf('snapshot', [...files.content.keys()])).toEqual([4, 6, 8])
    expect(numbersOf('log', [...files.content.keys()])).toEqual([5, 7, 9])
    expect(await readRecovery(files)).toEqual({
      snapshot: { seq: 8, changes: [note('upto8')] },
      entries: [entry(9), entry(10)],
    })
  })

  test('one of a database that lacks what was written last stays beside those that have it', async () => {
    const { files, writer } = await written(6)
    for (const seq of [3, 4, 5]) await writer.snapshot(everything(seq))
    expect(await writer.snapshot(everything(2, note('upto2')))).toBe(true)
    expect(numbersOf('snapshot', [...files.content.keys()])).toEqual([2, 3, 4, 5])
  })

  test('one that is held stays beside the last three, until it is not', async () => {
    const { files, writer } = await written(2)
    const snapshots = () => numbersOf('snapshot', [...files.content.keys()])
    for (const seq of [2, 3, 4, 5, 6]) {
      await writer.append([entry(seq)])
      await writer.snapshot({ ...everything(seq), held: 2 })
    }
    expect(snapshots()).toEqual([2, 4, 5, 6])
    await writer.append([entry(7)])
    await writer.snapshot(everything(7))
    expect(snapshots()).toEqual([5, 6, 7])
  })

  test('that lets go of all before it leaves no line of that, also where something is written meanwhile', async () => {
    const { files, writer } = await written(3)
    // What the database holds is at any moment at least what was written down.
    let last = 3
    const erased = writer.snapshotAlone(async () => everything(last))
    last = 4
    await Promise.all([erased, writer.append([entry(4, note('later'))]), writer.append([entry(5, note('last'))])])
    const texts = [...files.content.values()].map((bytes) => new TextDecoder().decode(bytes)).join('')
    expect(texts).not.toContain('"n1"')
    expect(texts).not.toContain('"n3"')
    expect((await readRecovery(files)).entries.map(({ seq }) => seq)).toEqual([5])
  })

  test('one that is taken again at the same moment and finds no room leaves the first; one that broke off takes no room', async () => {
    const { files, writer } = await written(2)
    await writer.snapshot(everything(2, note('upto2')))
    files.room = 30
    expect(await writer.snapshot(everything(2, note('upto2')))).toBe(true)
    expect((await readRecovery(files)).snapshot).toEqual({ seq: 2, changes: [note('upto2')] })
    files.room = Number.POSITIVE_INFINITY
    await writer.append([entry(3)])
    files.room = 30
    await expect(writer.snapshot(everything(3, note('upto3')))).rejects.toThrow('no room')
    expect(numbersOf('snapshot', [...files.content.keys()])).toEqual([2])
  })

  test('one that went bad is passed over for the one before it, with all that was written since', async () => {
    const { files, writer } = await written(2)
    await writer.snapshot(everything(2, note('upto2')))
    await writer.append([entry(3)])
    await writer.snapshot(everything(3, note('upto3')))
    await writer.append([entry(4)])
    const bytes = files.content.get(snapshotName(3)) ?? new Uint8Array()
    files.content.set(snapshotName(3), bytes.slice(0, -20))
    expect(await readRecovery(files)).toEqual({
      snapshot: { seq: 2, changes: [note('upto2')] },
      entries: [entry(3), entry(4)],
    })
  })

  test('one that can’t be read back is dropped, and the logs stay', async () => {
    const { files, writer } = await written(3)
    const open = files.open
    files.open = async (name) => {
      const file = await open(name)
      // A disk that says it wrote, and did not.
      return name.startsWith('snapshot') ? { ...file, size: 0, append() {} } : file
    }
    expect(await writer.snapshot(everything(3, note('upto3')))).toBe(false)
    files.open = open
    expect(await readRecovery(files)).toEqual({ snapshot: null, entries: [entry(1), entry(2), entry(3)] })
  })

  test('one that broke off makes up for nothing, and is no reason to leave a transaction out', async () => {
    const { files, writer } = await written(2)
    await writer.append([entry(4)])
    files.room = 60
    await expect(writer.snapshot(everything(4, note('upto4')))).rejects.toThrow('no room')
    files.room = Number.POSITIVE_INFINITY
    expect(await journalState(files)).toMatchObject({ lastSeq: 4, hasGap: true })
    const after = new JournalWriter(files)
    expect(await after.append([entry(5)])).toMatchObject({ hasGap: true })
    files.content.set(snapshotName(6), files.content.get(snapshotName(4)) ?? new Uint8Array())
    expect((await journalState(files)).lastSeq).toBe(5)
    await new JournalWriter(files).append([entry(6)])
    expect((await readRecovery(files)).entries.at(-1)).toEqual(entry(6))
    await new JournalWriter(files).snapshot(everything(6, note('upto6')))
    expect(numbersOf('snapshot', [...files.content.keys()])).toEqual([6])
  })

  test('of a moment before the last transaction leaves that one to be made after it', async () => {
    const { files, writer } = await written(3)
    await writer.snapshot(everything(2, note('upto2')))
    await writer.append([entry(4)])
    const { snapshot, entries } = await readRecovery(files)
    expect(snapshot?.seq).toBe(2)
    expect(entries.map(({ seq }) => seq)).toEqual([3, 4])
  })
})
