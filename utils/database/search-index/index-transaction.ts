import { DamagedIndex } from '../../search/bytes.ts'
import type { Frequent } from '../../search/frequent.ts'
import type { Heads } from '../../search/heads.ts'
import type { Beyond } from '../../search/holding.ts'
import { blockSize, type Segment } from '../../search/segment.ts'
import { dictionaryFile } from './dictionary-file.ts'
import { type IndexState, isState, type SegmentState, type UnitRow } from './index-state.ts'
import { packPart, splitHeads, unpackPart } from './packed.ts'

export type IndexTable = 'state' | 'dictionaries' | 'blocks' | 'units'
export const tables: readonly IndexTable[] = ['state', 'dictionaries', 'blocks', 'units']

const noHeads: Heads = { parts: [], starts: new Uint32Array(1), bytes: new Uint8Array() }

/** What is made of a segment for the first search of a page, which does not wait for all of it. */
export interface Firsts {
  readonly beyond: Beyond
  readonly frequent: Frequent
  readonly heads: Heads
}

/** What is read first of a segment: the file of its dictionary, and the frequent terms of that. */
export interface Opening {
  readonly file: Blob
  readonly frequent: Frequent
  /** Parts of words that have a head. */
  readonly headed: readonly string[]
}

/** The same as it is kept; its fields may be missing where the index is damaged. */
export interface OpeningRow {
  readonly id: number
  readonly file?: Blob
  readonly part?: Uint8Array
  readonly forms?: readonly string[]
  readonly headed?: readonly string[]
}

/** Throws `DamagedIndex` where anything is missing. */
export function openingIn(row: OpeningRow | undefined): Opening {
  const { file, part, forms, headed } = row ?? {}
  if (!(file instanceof Blob)) throw new DamagedIndex('a dictionary is missing')
  if (!(part instanceof Uint8Array && Array.isArray(forms))) throw new DamagedIndex('frequent terms are missing')
  if (!Array.isArray(headed)) throw new DamagedIndex('heads are missing')
  return { file, frequent: { part: unpackPart(part), forms }, headed }
}

/** What a request brings. */
export const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** One transaction. Await nothing but its own reads within it: what a file has is read when it is over. */
export class IndexTransaction {
  readonly #transaction: IDBTransaction
  readonly #ranges: typeof globalThis.IDBKeyRange

  constructor(transaction: IDBTransaction, ranges: typeof globalThis.IDBKeyRange) {
    this.#transaction = transaction
    this.#ranges = ranges
  }

  #table(name: IndexTable): IDBObjectStore {
    return this.#transaction.objectStore(name)
  }

  async state(): Promise<IndexState | null> {
    const state: unknown = await done(this.#table('state').get('state'))
    return isState(state) ? state : null
  }

  putState(state: IndexState): void {
    this.#table('state').put({ ...state, generation: state.generation + 1 }, 'state')
  }

  /** What is read first of a segment. Throws `DamagedIndex` where it is missing. */
  async opening({ id }: SegmentState): Promise<Opening> {
    return openingIn(await done(this.#table('dictionaries').get(['opening', id])))
  }

  /** The same of every segment, by its id: it can be asked for before it is known which there are. */
  async openings(): Promise<ReadonlyMap<number, OpeningRow>> {
    const all = this.#ranges.bound(['opening'], ['opening', []])
    const rows: readonly OpeningRow[] = await done(this.#table('dictionaries').getAll(all))
    return new Map(rows.map((row) => [row.id, row]))
  }

  /** The heads among which that of a part is, where it has one. Throws `DamagedIndex` where they are missing. */
  async heads({ id, heads }: SegmentState, part: string): Promise<Heads> {
    const row = heads.findLastIndex((first) => first <= part)
    if (row < 0) return noHeads
    const own: Heads | undefined = await done(this.#table('dictionaries').get([id, 'heads', row]))
    if (own === undefined) throw new DamagedIndex('heads are missing')
    return own
  }

  /** A block of the postings of a segment. Throws `DamagedIndex` where it is missing. */
  async block(segment: number, block: number): Promise<Uint8Array> {
    const bytes: unknown = await done(this.#table('blocks').get([segment, block]))
    if (!(bytes instanceof Uint8Array)) throw new DamagedIndex('a block is missing')
    return bytes
  }

  /** Throws `DamagedIndex` where a block is missing or cut off. */
  async postings({ id, postings }: SegmentState): Promise<Uint8Array<ArrayBuffer>> {
    const count = Math.ceil(postings / blockSize)
    const blocks = await Promise.all(Array.from({ length: count }, (_, block) => this.block(id, block)))
    const joined = new Uint8Array(postings)
    let filled = 0
    for (const block of blocks) {
      if (filled + block.length > postings) throw new DamagedIndex('a block is too long')
      joined.set(block, filled)
      filled += block.length
    }
    if (filled !== postings) throw new DamagedIndex('a block is cut off')
    return joined
  }

  countBlocks(segment: number): Promise<number> {
    return done(this.#table('blocks').count(this.#allOf(segment)))
  }

  /** Returns it as the state names it. */
  putSegment(id: number, segment: Segment, { beyond, frequent, heads }: Firsts): SegmentState {
    const { file, directory } = dictionaryFile(segment, beyond)
    const rows = splitHeads(heads)
    rows.forEach((row, place) => {
      this.#table('dictionaries').put(row, [id, 'heads', place])
    })
    const { part, forms } = frequent
    const row: OpeningRow = { id, file, part: packPart(part), forms, headed: heads.parts }
    this.#table('dictionaries').put(row, ['opening', id])
    const { postings } = segment
    for (let block = 0; block * blockSize < postings.length; block += 1) {
      this.#table('blocks').put(postings.slice(block * blockSize, (block + 1) * blockSize), [id, block])
    }
    return { id, ...directory, heads: rows.map(({ parts }) => parts[0] ?? ''), dead: [] }
  }

  deleteSegment(id: number): void {
    this.#table('dictionaries').delete(this.#allOf(id))
    this.#table('dictionaries').delete(['opening', id])
    this.#table('blocks').delete(this.#allOf(id))
  }

  units(ids: readonly string[]): Promise<readonly (UnitRow | undefined)[]> {
    return Promise.all(ids.map((id) => done<UnitRow | undefined>(this.#table('units').get(id))))
  }

  async unitIds(): Promise<readonly string[]> {
    return (await done(this.#table('units').getAllKeys())).map(String)
  }

  putUnit(id: string, row: UnitRow): void {
    this.#table('units').put(row, id)
  }

  deleteUnit(id: string): void {
    this.#table('units').delete(id)
  }

  clear(): void {
    for (const name of tables) this.#table(name).clear()
  }

  #allOf(segment: number): IDBKeyRange {
    return this.#ranges.bound([segment], [segment, []])
  }
}
