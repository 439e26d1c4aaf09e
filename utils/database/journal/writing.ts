import type { Change } from './changes.ts'
import type { Appender, JournalFiles } from './files.ts'
import { type Entry, encodeEntry, encodeLine, entriesOf, lastBreak, readLines } from './lines.ts'
import { emptiedName, erasedName, logName, numbersOf, snapshotName, stateFile } from './names.ts'
import { endedSnapshots, readSnapshot, type SnapshotEnd, type SnapshotHead } from './reading.ts'

/** Snapshots that are kept, and the logs since the oldest of them. */
const mostSnapshots = 3

/** Everything that the journal's tables hold, of one moment. */
export interface Everything {
  /** The transaction that was the last one then. */
  readonly seq: number
  /** The number of an earlier snapshot that stays, whatever comes after it; null where none does. */
  readonly held: number | null
  /** Puts of all rows, in pieces. */
  readonly pieces: AsyncIterable<readonly Change[]> | Iterable<readonly Change[]>
}

export interface Written {
  readonly lastSeq: number
  /** Bytes of the logs since the newest snapshot. */
  readonly sinceSnapshot: number
  /** Whether a transaction before the last one is not in it: one that the database ended, and a crash kept from here. */
  readonly hasGap: boolean
}

/** The journal's writer: one at a time, in a worker that may hold its files open. */
export class JournalWriter {
  readonly #files: JournalFiles
  #log: Appender | null = null
  #logFirst = 1
  #lastSeq = 0
  #state: 'open' | 'clean' | null = null
  #sinceSnapshot = 0
  /** The last transaction before which one is missing; null where none is. */
  #gapBefore: number | null = null
  /** The notes of an erasure that are there (`erasing`); null as long as nobody has looked. */
  #erased: readonly number[] | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(files: JournalFiles) {
    this.#files = files
  }

  /**
   * Writes transactions down; they are on the disk when it resolves. One that is there already is not written twice, so
   * whoever did not hear an answer may ask again.
   */
  append(entries: readonly Entry[]): Promise<Written> {
    return this.#inTurn(async () => {
      const log = await this.#open()
      for (const entry of entries.toSorted((one, other) => one.seq - other.seq)) {
        if (entry.seq <= this.#lastSeq) continue
        // Another transaction has the number: the erasure came to nothing, and nobody could say so.
        if ((await this.#marks()).includes(entry.seq)) await this.#unmark(entry.seq)
        const size = log.size
        try {
          for (const line of await encodeEntry(entry)) {
            log.append(line)
            this.#sinceSnapshot += line.byteLength
          }
        } catch (error) {
          // Half a transaction counts for nothing, but what follows it must begin on a line of its own.
          this.#cut(log, size)
          throw error
        }
        if (entry.seq > this.#lastSeq + 1) this.#gapBefore = entry.seq
        this.#lastSeq = entry.seq
      }
      return this.#written()
    })
  }

  /** A log that can't even be cut is let go of: opened anew, what is torn at its end is. */
  #cut(log: Appender, size: number): void {
    try {
      log.truncate(size)
    } catch {
      this.#log = null
      log.close()
    }
  }

  /** Notes that writing has begun, or that all has ended in peace. */
  mark(state: 'open' | 'clean'): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state === state) return
      const file = await this.#files.open(stateFile)
      try {
        file.truncate(0)
        file.append(new TextEncoder().encode(state))
      } finally {
        file.close()
      }
      this.#state = state
    })
  }

  /**
   * Keeps everything as it is now, reads it back, and only then lets go of what it makes needless: older snapshots but
   * the last ones, and the logs before them.
   *
   * @returns false where what was read back is not whole; nothing is removed then
   */
  snapshot(everything: Everything): Promise<boolean> {
    return this.#inTurn(() => this.#snapshot(everything, mostSnapshots))
  }

  /**
   * The same, and lets go of all that was written before it. What is there is read when nothing else is being written, so that no log
   * of before has a line that is still needed: it waits, and so does every save.
   */
  snapshotAlone(everything: () => Promise<Everything>): Promise<boolean> {
    return this.#inTurn(async () => {
      const all = await everything()
      if (!(await this.#snapshot(all, 1))) return false
      await this.#markEmptied(all.seq)
      await this.#unmarkErased()
      return true
    })
  }

  /** That everything of before this snapshot was erased stays noted: a database that is put back to an earlier state has it again. */
  async #markEmptied(seq: number): Promise<void> {
    const before = numbersOf('emptied', await this.#files.names())
    if (before.includes(seq)) return
    const mark = await this.#files.open(emptiedName(seq))
    mark.close()
    for (const each of before) await this.#files.remove(emptiedName(each))
  }

  /**
   * Notes that everything is about to be erased by a transaction, so that nothing of before it ever comes out of here, also where the database, which
   * knows of it first, is lost or can't be read. The note takes no bytes, and goes when what was written before it has gone.
   *
   * @param seq null where the erasure came to nothing
   */
  erasing(seq: number | null): Promise<void> {
    return this.#inTurn(async () => {
      if (seq === null) return this.#unmarkErased()
      const marks = await this.#marks()
      const mark = await this.#files.open(erasedName(seq))
      mark.close()
      this.#erased = [...marks.filter((each) => each !== seq), seq]
    })
  }

  async #marks(): Promise<readonly number[]> {
    this.#erased ??= numbersOf('erased', await this.#files.names())
    return this.#erased
  }

  async #unmark(seq: number): Promise<void> {
    await this.#files.remove(erasedName(seq))
    this.#erased = (await this.#marks()).filter((each) => each !== seq)
  }

  async #unmarkErased(): Promise<void> {
    this.#erased = null
    for (const seq of await this.#marks()) await this.#unmark(seq)
  }

  async #snapshot({ seq, held, pieces }: Everything, keep: number): Promise<boolean> {
    await this.#open()
    // One of the same moment says the same: were it written over, a write that fails would leave neither.
    if ((await readSnapshot(this.#files, seq)) === null && !(await this.#makeSnapshot(seq, pieces))) return false
    this.#lastSeq = Math.max(this.#lastSeq, seq)
    // One that was read before that does not make up for what is missing: the log that shows it stays the newest.
    if (this.#gapBefore === null || seq >= this.#gapBefore - 1) {
      this.#gapBefore = null
      await this.#beginLog()
    }
    await this.#prune(keep, [seq, held])
    return true
  }

  /** @returns whether what was read back is whole; one that is not takes no room */
  async #makeSnapshot(seq: number, pieces: Everything['pieces']): Promise<boolean> {
    let isWhole = false
    try {
      await this.#writeSnapshot(seq, pieces)
      isWhole = (await readSnapshot(this.#files, seq)) !== null
      return isWhole
    } finally {
      if (!isWhole) await this.#files.remove(snapshotName(seq)).catch((error: unknown) => console.error(error))
    }
  }

  async #writeSnapshot(seq: number, pieces: Everything['pieces']): Promise<void> {
    const file = await this.#files.open(snapshotName(seq))
    try {
      file.truncate(0)
      file.append(await encodeLine({ snapshot: seq } satisfies SnapshotHead))
      let lines = 0
      for await (const piece of pieces) {
        file.append(await encodeLine(piece))
        lines += 1
      }
      file.append(await encodeLine({ end: seq, lines } satisfies SnapshotEnd))
    } finally {
      file.close()
    }
  }

  async #beginLog(): Promise<void> {
    if (this.#logFirst === this.#lastSeq + 1) return
    this.#log?.close()
    this.#logFirst = this.#lastSeq + 1
    this.#log = await this.#files.open(logName(this.#logFirst))
    this.#sinceSnapshot = 0
  }

  /** @param held snapshots that stay beside the last ones; of before an upgrade one may be of a database that lacks the last changes */
  async #prune(keep: number, held: readonly (number | null)[]): Promise<void> {
    const names = await this.#files.names()
    const kept = (await endedSnapshots(this.#files, names)).slice(-keep)
    for (const seq of numbersOf('snapshot', names))
      if (!held.includes(seq) && !kept.includes(seq)) await this.#files.remove(snapshotName(seq))
    const oldest = kept[0] ?? 0
    const logs = numbersOf('log', names)
    for (const [index, first] of logs.entries()) {
      const next = logs[index + 1]
      if (next !== undefined && next <= oldest + 1 && first !== this.#logFirst) await this.#files.remove(logName(first))
    }
  }

  /** Opens the newest log; what a crash tore off its end is cut, or the next line would stand behind it. */
  async #open(): Promise<Appender> {
    if (this.#log !== null) return this.#log
    const names = await this.#files.names()
    const snapshot = (await endedSnapshots(this.#files, names)).at(-1) ?? 0
    this.#logFirst = numbersOf('log', names).at(-1) ?? snapshot + 1
    const bytes = (await this.#files.read(logName(this.#logFirst))) ?? new Uint8Array()
    const { contents, whole } = await readLines(bytes)
    const log = await this.#files.open(logName(this.#logFirst))
    if (whole < bytes.byteLength) log.truncate(whole)
    const entries = entriesOf(contents)
    this.#lastSeq = Math.max(entries.at(-1)?.seq ?? this.#logFirst - 1, snapshot)
    this.#gapBefore = lastBreak(entries, Math.max(snapshot, this.#logFirst - 1))
    this.#sinceSnapshot = whole
    this.#log = log
    return log
  }

  #written(): Written {
    return { lastSeq: this.#lastSeq, sinceSnapshot: this.#sinceSnapshot, hasGap: this.#gapBefore !== null }
  }

  #inTurn<Value>(step: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(step)
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
