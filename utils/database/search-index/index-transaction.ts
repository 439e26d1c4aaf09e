import type { Heads } from '../../search/ranking/heads.ts'
import { DamagedIndex } from '../../search/segment/bytes.ts'
import type { Segment } from '../../search/segment/segment.ts'
import type { Beyond } from '../../search/terms/holding.ts'
import type { LongTerm } from '../../search/terms/long-terms.ts'
import { done } from '../rows/done.ts'
import { dictionaryFile } from './dictionary-file.ts'
import { type IndexState, isState, type SegmentState, type UnitRow } from './index-state.ts'

/** `blocks`: the long postings of a term in a segment, and what comes first there, under the word and then the segment. */
export type IndexTable = 'state' | 'dictionaries' | 'blocks' | 'units'
export const tables: readonly IndexTable[] = ['state', 'dictionaries', 'blocks', 'units']

/** What is made of a segment for the first search of a page, which does not wait for all of it. */
export interface Firsts {
  readonly beyond: Beyond
  readonly long: ReadonlyMap<string, LongTerm>
  readonly heads: Heads
}

/** The file of a segment's dictionary; it may be missing where the index is damaged. */
export interface FileRow {
  readonly id: number
  readonly file?: Blob
}

/** Throws `DamagedIndex` where it is missing. */
export function fileIn(row: FileRow | undefined): Blob {
  if (!(row?.file instanceof Blob)) throw new DamagedIndex('a dictionary is missing')
  return row.file
}

/** A term with long postings as it is kept, of a segment; its fields may be missing where the index is damaged. */
export interface LongRow extends Omit<LongTerm, 'forms'> {
  readonly id: number
  readonly forms?: readonly string[]
}

interface HeadRow {
  readonly id: number
  readonly head: Uint8Array<ArrayBuffer>
}

/** What of a segment stands under words. */
export interface WordsRow {
  /** Terms with long postings, in order. */
  readonly long: readonly string[]
  /** Parts that have a head, in order. */
  readonly headed: readonly string[]
}

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

  /** The file of a segment's dictionary. Throws `DamagedIndex` where it is missing. */
  async file(segment: number): Promise<Blob> {
    return fileIn(await done(this.#table('dictionaries').get(['file', segment])))
  }

  /** That of every segment, by its id: they can be asked for before it is known which there are. */
  async files(): Promise<ReadonlyMap<number, FileRow>> {
    const rows: readonly FileRow[] = await done(this.#table('dictionaries').getAll(this.#allOf('file')))
    return new Map(rows.map((row) => [row.id, row]))
  }

  /** What has long postings under a term, by segment. */
  async longOf(term: string): Promise<ReadonlyMap<number, LongRow>> {
    const rows: readonly LongRow[] = await done(this.#table('blocks').getAll(this.#allOf('long', term)))
    return new Map(rows.map((row) => [row.id, row]))
  }

  /** The same of one segment. Throws `DamagedIndex` where it is missing. */
  async long(segment: number, term: string): Promise<LongTerm> {
    return longIn(await done<LongRow | undefined>(this.#table('blocks').get(['long', term, segment])))
  }

  /** How many terms have long postings, each counted in each of its segments. */
  countLong(): Promise<number> {
    return done(this.#table('blocks').count(this.#allOf('long')))
  }

  /** Heads of a part, by segment. */
  async headsOf(part: string): Promise<ReadonlyMap<number, Uint8Array<ArrayBuffer>>> {
    const rows: readonly HeadRow[] = await done(this.#table('blocks').getAll(this.#allOf('head', part)))
    return new Map(rows.map(({ id, head }) => [id, head]))
  }

  /** Of how many segments it is known what stands under words. */
  countWords(): Promise<number> {
    return done(this.#table('dictionaries').count(this.#allOf('words')))
  }

  /** What of a segment stands under words. Throws `DamagedIndex` where that is not known. */
  async words(segment: number): Promise<WordsRow> {
    const row: WordsRow | undefined = await done(this.#table('dictionaries').get(['words', segment]))
    if (row === undefined) throw new DamagedIndex('words are missing')
    return row
  }

  /** Returns it as the state names it. */
  putSegment(id: number, segment: Segment, { beyond, long, heads }: Firsts): SegmentState {
    const { file, directory } = dictionaryFile(segment, beyond)
    this.#table('dictionaries').put({ id, file } satisfies FileRow, ['file', id])
    const words: WordsRow = { long: [...long.keys()], headed: [...heads.keys()] }
    this.#table('dictionaries').put(words, ['words', id])
    for (const [term, { forms, ...own }] of long) {
      const row: LongRow = { id, ...own, ...(forms.length > 0 && { forms }) }
      this.#table('blocks').put(row, ['long', term, id])
    }
    for (const [part, head] of heads) this.#table('blocks').put({ id, head } satisfies HeadRow, ['head', part, id])
    return { id, ...directory, long: long.size, dead: [] }
  }

  async deleteSegment(id: number): Promise<void> {
    const { long, headed } = await this.words(id)
    for (const term of long) this.#table('blocks').delete(['long', term, id])
    for (const part of headed) this.#table('blocks').delete(['head', part, id])
    this.#table('dictionaries').delete(['file', id])
    this.#table('dictionaries').delete(['words', id])
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

  /** All that begins so. */
  #allOf(...key: readonly string[]): IDBKeyRange {
    return this.#ranges.bound(key, [...key, []])
  }
}

/** Throws `DamagedIndex` where it is missing. */
export function longIn(row: LongRow | undefined): LongTerm {
  if (!(row?.postings instanceof Uint8Array)) throw new DamagedIndex('long postings are missing')
  return { ...row, forms: row.forms ?? [] }
}
