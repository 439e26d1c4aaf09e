import { DamagedIndex } from '../../search/bytes.ts'
import type { Heads } from '../../search/heads.ts'
import type { Beyond } from '../../search/holding.ts'
import { blockSize, type Dictionary, type Segment, type UnitList } from '../../search/segment.ts'
import { type IndexState, isState, type SegmentState, type UnitRow } from './index-state.ts'
import { packUnits, splitHeads, unpackUnits } from './packed.ts'
import { termsFile, termsOf } from './terms-file.ts'

/** Where blocks lie: the beginning of their keys, which end with their number. */
type BlocksAt = readonly ['blocks', segment: number] | readonly ['dictionaries', segment: number, part: 'units']

export type IndexTable = 'state' | 'dictionaries' | 'blocks' | 'units'
export const tables: readonly IndexTable[] = ['state', 'dictionaries', 'blocks', 'units']

const noHeads: Heads = { parts: [], starts: new Uint32Array(1), bytes: new Uint8Array() }

/** What is made of a segment for the first search of a page, which does not wait for all of it. */
export interface Firsts {
  readonly beyond: Beyond
  readonly heads: Heads
}

/** What a request brings. */
export const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** One transaction. Await nothing but its own reads within it: once the terms of a dictionary are read it is over. */
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

  /**
   * A dictionary; with it the transaction is over.
   *
   * @param known its units, where these are read by themselves
   *
   * Throws `DamagedIndex` where it is not what the state says.
   */
  async dictionary(segment: SegmentState, known?: UnitList | Promise<UnitList>): Promise<Dictionary> {
    const terms = this.terms(segment).then((file) => termsOf(file, segment))
    const [units, own] = await Promise.all([known ?? this.unitList(segment), terms])
    return { ...own, ...units }
  }

  /** The file of a dictionary's terms. Throws `DamagedIndex` where it is missing. */
  async terms({ id }: SegmentState): Promise<Blob> {
    const file: unknown = await done(this.#table('dictionaries').get([id, 'terms']))
    if (!(file instanceof Blob)) throw new DamagedIndex('terms are missing')
    return file
  }

  /** The units of a dictionary. Throws `DamagedIndex` where they are not what the state says. */
  async unitList({ id, size, units, listed }: SegmentState): Promise<UnitList> {
    const list = unpackUnits(await this.#joined(['dictionaries', id, 'units'], listed))
    if (list.units.length !== units || list.places.length !== size) throw new DamagedIndex('units are missing')
    return list
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
  block(segment: number, block: number): Promise<Uint8Array> {
    return this.#block(['blocks', segment], block)
  }

  /** Throws `DamagedIndex` where a block is missing or cut off. */
  postings({ id, postings }: SegmentState): Promise<Uint8Array<ArrayBuffer>> {
    return this.#joined(['blocks', id], postings)
  }

  async #block([table, ...key]: BlocksAt, block: number): Promise<Uint8Array> {
    const bytes: unknown = await done(this.#table(table).get([...key, block]))
    if (!(bytes instanceof Uint8Array)) throw new DamagedIndex('a block is missing')
    return bytes
  }

  async #joined(at: BlocksAt, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const count = Math.ceil(length / blockSize)
    const blocks = await Promise.all(Array.from({ length: count }, (_, block) => this.#block(at, block)))
    const joined = new Uint8Array(length)
    let filled = 0
    for (const block of blocks) {
      if (filled + block.length > length) throw new DamagedIndex('a block is too long')
      joined.set(block, filled)
      filled += block.length
    }
    if (filled !== length) throw new DamagedIndex('a block is cut off')
    return joined
  }

  countBlocks(segment: number): Promise<number> {
    return done(this.#table('blocks').count(this.#allOf(segment)))
  }

  /** Returns it as the state names it. */
  putSegment(id: number, segment: Segment, { beyond, heads }: Firsts): SegmentState {
    const listed = packUnits(segment)
    const { file, directory } = termsFile(segment, beyond)
    const rows = splitHeads(heads)
    rows.forEach((row, place) => {
      this.#table('dictionaries').put(row, [id, 'heads', place])
    })
    this.#table('dictionaries').put(file, [id, 'terms'])
    this.#putBlocks(['dictionaries', id, 'units'], listed)
    this.#putBlocks(['blocks', id], segment.postings)
    return {
      id,
      size: segment.places.length,
      units: segment.units.length,
      terms: directory,
      listed: listed.length,
      postings: segment.postings.length,
      heads: rows.map(({ parts }) => parts[0] ?? ''),
      dead: [],
    }
  }

  #putBlocks([table, ...key]: BlocksAt, bytes: Uint8Array): void {
    for (let block = 0; block * blockSize < bytes.length; block += 1) {
      this.#table(table).put(bytes.slice(block * blockSize, (block + 1) * blockSize), [...key, block])
    }
  }

  deleteSegment(id: number): void {
    this.#table('dictionaries').delete(this.#allOf(id))
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
