import { type IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { saveNote } from '#utils/database/notes/notes.ts'
import { done } from '#utils/database/rows/done.ts'
import { partsOf } from '#utils/database/search-index/dictionary-file.ts'
import type { IndexState } from '#utils/database/search-index/index-state.ts'
import type { FileRow, LongRow, WordsRow } from '#utils/database/search-index/index-transaction.ts'
import { packPart } from '#utils/database/search-index/packed.ts'
import { type IndexStore, indexName } from '#utils/database/search-index/store.ts'
import { parseQuery } from '#utils/search/query/query.ts'
import type { DictionaryPart } from '#utils/search/terms/dictionary-parts.ts'
import { at } from '../open-test-database.ts'
import { questionRow } from '../rows.ts'
import { fill, fillOften, profile } from './indexed.ts'

describe('an index that is damaged', () => {
  test('another version, or an index that is cut off, is built anew; until then nothing is claimed', async () => {
    const damages: readonly ((db: IDBDatabase) => Promise<void>)[] = [
      (db) => change(db, 'state', (table) => table.put({ format: 0, complete: true, segments: [] }, 'state')),
      (db) => change(db, 'state', (table) => table.clear()),
      (db) => change(db, 'dictionaries', (table) => table.clear()),
      (db) => change(db, 'blocks', (table) => table.clear()),
      (db) => changeTerms(db, (part) => ({ ...part, lengths: risen(part.lengths) })),
      (db) => changeTerms(db, (part) => ({ ...part, sizes: risen(part.sizes) })),
      (db) => changeTerms(db, (part) => ({ ...part, groups: risen(part.groups) })),
      (db) => changeTerms(db, (part) => ({ ...part, terms: part.terms.slice(1) })),
    ]
    for (const damage of damages) {
      const { start, found, damaged, options } = profile()
      const first = await start()
      await fill(first.db)
      // Enough of one word that its postings lie by themselves.
      const rows = Array.from({ length: 1_100 }, (_, order) =>
        questionRow('2023D20951', order + 2, `${order}`, { question: 'overal' }),
      )
      await first.db.write(['questions'], () => first.db.questions.bulkAdd(rows))
      await first.stop()
      await damageTo(options.indexedDB, damage)
      expect(await found('overal')).toBeNull()
      const second = await start()
      if (damaged.mock.calls.length > 0) await second.indexer.check()
      expect(await found('overal')).toHaveLength(100)
    }
  })

  test('parts of terms that don’t fit are seen by the first search, and built anew', async () => {
    const damages: readonly (readonly [word: string, damage: (db: IDBDatabase) => Promise<void>])[] = [
      ['overal', (db) => change(db, 'dictionaries', (table) => table.clear())],
      ['overal', (db) => change(db, 'blocks', (table) => table.clear())],
      ['overal', (db) => changeLong(db, ({ postings: _, ...row }) => row)],
      ['overal', (db) => changeLong(db, (row) => ({ ...row, postings: row.postings.slice(1) }))],
      ['coordinatie', (db) => changeTerms(db, (part) => ({ ...part, lengths: risen(part.lengths) }))],
      ['coordinatie', (db) => changeTerms(db, (part) => ({ ...part, held: part.held.map((byte) => byte | 128) }))],
    ]
    for (const [word, damage] of damages) {
      const { start, page, damaged, options } = profile()
      const first = await start()
      await fillOften(first.db)
      await first.stop()
      await damageTo(options.indexedDB, damage)
      expect(await page.findFirst(parseQuery(word), 10)).toBeNull()
      expect(damaged).toHaveBeenCalledOnce()
      const second = await start()
      await second.indexer.check()
      expect((await page.findFirst(parseQuery('overal'), 10))?.questions).toHaveLength(10)
      const state = () => second.store.read(['state'], (reading) => reading.state())
      const built = await state()
      await second.indexer.check()
      expect(await state()).toEqual(built)
    }
  })

  test('what else holds a term is counted anew where it is looked through and is not so', async () => {
    const { start, options } = profile()
    const first = await start()
    await fillOften(first.db)
    await first.stop()
    const second = await start()
    for (const damage of [
      (db: IDBDatabase) => changeTerms(db, (part) => ({ ...part, held: part.held.map((byte) => byte ^ 8) })),
      (db: IDBDatabase) => changeLong(db, (row) => ({ ...row, held: row.held ^ 8 })),
      (db: IDBDatabase) => changeLong(db, (row) => ({ ...row, forms: ['overalen'] })),
      (db: IDBDatabase) => changeRows<WordsRow>(db, 'dictionaries', 'words', (row) => ({ ...row, headed: ['overal'] })),
    ]) {
      await damageTo(options.indexedDB, damage)
      second.onChange.mockClear()
      await second.indexer.check()
      expect(second.onChange).toHaveBeenCalled()
      second.onChange.mockClear()
      await second.indexer.check()
      expect(second.onChange).not.toHaveBeenCalled()
    }
  })

  test('what no search reads is missed too: where segments are to be merged, and at the next start', async () => {
    const { start, found, damaged, options } = profile()
    const lose = (db: IDBDatabase) =>
      change(db, 'dictionaries', (table) => table.delete(IDBKeyRange.bound(['words'], ['words', []])))
    const first = await start()
    for (let round = 0; round < 4; round += 1) {
      if (round === 3) await damageTo(options.indexedDB, lose)
      const note = { id: `n${round}`, target: '2023D20951', opened: '', body: `ronde ${round}` }
      await saveNote(first.db, note, at(round))
      await first.indexer.settled()
    }
    const read = (store: IndexStore) =>
      store.read(['state', 'dictionaries'], async (reading) => {
        const [state, words] = await Promise.all([reading.state(), reading.countWords()])
        return { segments: state?.segments.length, words }
      })
    expect(await read(first.store)).toEqual({ segments: 1, words: 1 })
    expect(await found('ronde')).toHaveLength(4)
    await first.stop()
    await damageTo(options.indexedDB, lose)
    const second = await start()
    expect(await read(second.store)).toEqual({ segments: 1, words: 1 })
    expect(await found('ronde')).toHaveLength(4)
    expect(damaged).not.toHaveBeenCalled()
  })
})

async function damageTo(factory: IDBFactory, damage: (db: IDBDatabase) => Promise<void>): Promise<void> {
  const db = await done(factory.open(indexName))
  await damage(db)
  db.close()
}

const change = async (db: IDBDatabase, name: string, make: (table: IDBObjectStore) => IDBRequest): Promise<void> => {
  await done(make(db.transaction([name], 'readwrite').objectStore(name)))
}

/** Changes the terms of all segments; the file stays as long as it was, where the parts do. */
async function changeTerms(db: IDBDatabase, make: (part: DictionaryPart) => DictionaryPart): Promise<void> {
  const state: IndexState = await done(db.transaction(['state']).objectStore('state').get('state'))
  for (const segment of state.segments) {
    const key = ['file', segment.id]
    const row: FileRow = await done(db.transaction(['dictionaries']).objectStore('dictionaries').get(key))
    const file = row.file ?? new Blob()
    const parts = await partsOf(file, segment)
    const changed = new Blob([file.slice(0, segment.listed), ...parts.map((part) => packPart(make(part)))])
    await change(db, 'dictionaries', (table) => table.put({ ...row, file: changed }, key))
  }
}

/** Changes the rows of a table whose keys begin so. */
async function changeRows<Row>(
  db: IDBDatabase,
  name: string,
  first: string,
  make: (row: Row) => Partial<Row>,
): Promise<void> {
  const all = IDBKeyRange.bound([first], [first, []])
  const table = () => db.transaction([name]).objectStore(name)
  for (const key of await done(table().getAllKeys(all))) {
    const row: Row = await done(table().get(key))
    await change(db, name, (own) => own.put(make(row), key))
  }
}

const changeLong = (db: IDBDatabase, make: (row: LongRow) => Partial<LongRow>): Promise<void> =>
  changeRows(db, 'blocks', 'long', make)

/** Numbers that are as many as they were, and wrong. */
const risen = <Numbers extends Uint8Array | Uint16Array | Uint32Array>(numbers: Numbers): Numbers =>
  numbers.map((number) => number + 1) as Numbers
