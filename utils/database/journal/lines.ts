import { sha256 } from '../names/hash.ts'
import type { Change } from './changes.ts'

/**
 * The lines of a journal and of its snapshots: each bears the beginning of the SHA-256 of what it says, so that one that was
 * torn by a crash, or went bad on the disk, is known and left out (SAFETY §1).
 */

/** What one transaction changed. A large one takes several lines, of which none counts without the others. */
export interface Entry {
  /** From 1, rising by one with each transaction. */
  readonly seq: number
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly changes: readonly Change[]
}

interface Part extends Entry {
  /** From 0. */
  readonly part: number
  readonly parts: number
}

/** Characters of a line above which a transaction is told in several: nothing is longer in memory at once. */
const longLine = 1_000_000
const hashLength = 16

const encoder = new TextEncoder()

/** A line of any content that JSON can hold, with its line break. */
export async function encodeLine(content: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const json = JSON.stringify(content)
  return encoder.encode(`${(await sha256(json)).slice(0, hashLength)} ${json}\n`)
}

/** The lines of one transaction. */
export async function encodeEntry({ seq, at, changes }: Entry): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const groups = inGroups(changes)
  const lines = groups.map((group, part): Part => ({ seq, at, part, parts: groups.length, changes: group }))
  return Promise.all(lines.map(encodeLine))
}

function inGroups(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = [[]]
  let length = 0
  for (const change of changes) {
    const size = JSON.stringify(change).length
    if (length > 0 && length + size > longLine) {
      groups.push([])
      length = 0
    }
    groups.at(-1)?.push(change)
    length += size
  }
  return groups
}

export interface ReadLines {
  readonly contents: readonly unknown[]
  /** Lines that say something else than their hash. */
  readonly bad: number
  /** Bytes up to the end of the last whole line: what follows was torn off. */
  readonly whole: number
}

const lineBreak = 0x0a

/**
 * Reads lines; a bad one is left out and those behind it are read all the same. Each is decoded by itself: all of them together may be
 * longer than any text of a browser.
 */
export async function readLines(bytes: Uint8Array): Promise<ReadLines> {
  const decoder = new TextDecoder()
  const contents: unknown[] = []
  let bad = 0
  let whole = 0
  for (let end = bytes.indexOf(lineBreak); end !== -1; end = bytes.indexOf(lineBreak, whole)) {
    const line = decoder.decode(bytes.subarray(whole, end))
    whole = end + 1
    if (line === '') continue
    const json = line.slice(hashLength + 1)
    const isWhole = line[hashLength] === ' ' && (await sha256(json)).startsWith(line.slice(0, hashLength))
    if (isWhole) contents.push(JSON.parse(json))
    else bad += 1
  }
  return { contents, bad, whole }
}

/** The transactions that lines tell of, in order; one of which a line is missing is left out. */
export function entriesOf(contents: readonly unknown[]): readonly Entry[] {
  const bySeq = new Map<number, Map<number, Part>>()
  for (const content of contents) {
    if (!isPart(content)) continue
    // A transaction whose writing broke off is written again from its first line.
    const begun = content.part === 0 ? undefined : bySeq.get(content.seq)
    const known = begun ?? new Map<number, Part>()
    known.set(content.part, content)
    bySeq.set(content.seq, known)
  }
  return [...bySeq]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([seq, parts]) => {
      const all = [...parts.values()].toSorted((one, other) => one.part - other.part)
      const [first] = all
      if (first === undefined || all.length !== first.parts) return []
      return [{ seq, at: first.at, changes: all.flatMap(({ changes }) => changes) }]
    })
}

/**
 * The last transaction before which one is missing among these; null where none is.
 *
 * @param after the transaction up to which nothing is needed: the first one behind it may be the one that is missing
 */
export function lastBreak(entries: readonly Entry[], after: number): number | null {
  const needed = [after, ...entries.map(({ seq }) => seq).filter((seq) => seq > after)]
  return needed.findLast((seq, index) => index > 0 && seq !== (needed[index - 1] ?? 0) + 1) ?? null
}

function isPart(content: unknown): content is Part {
  return typeof content === 'object' && content !== null && 'seq' in content && 'changes' in content
}
