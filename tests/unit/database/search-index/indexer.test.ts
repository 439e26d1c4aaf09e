import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import * as fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { deleteDocument, restoreDocument } from '#utils/database/documents/remove-document.ts'
import type { Journal } from '#utils/database/journal/journal.ts'
import { deleteNote, saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { partsOf } from '#utils/database/search-index/dictionary-file.ts'
import type { IndexState, SegmentState } from '#utils/database/search-index/index-state.ts'
import { done, type FileRow, type LongRow, type WordsRow } from '#utils/database/search-index/index-transaction.ts'
import { createIndexer } from '#utils/database/search-index/indexer.ts'
import { packPart } from '#utils/database/search-index/packed.ts'
import { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { toMerge } from '#utils/database/search-index/segments.ts'
import { IndexStore, indexName } from '#utils/database/search-index/store.ts'
import type { DictionaryPart } from '#utils/search/dictionary-parts.ts'
import { parseQuery } from '#utils/search/query.ts'
import { kinds } from '#utils/search/ranking.ts'
import { cases } from '../../cases.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

const journal: Journal = { begin: async () => undefined, append: async () => undefined, forget: async () => undefined }

/** A profile: what is kept, and the index of it. Each `start` is a background that the browser starts. */
function profile() {
  const indexedDB = new IDBFactory()
  const options = { indexedDB, IDBKeyRange }
  let clock = 1
  const damaged = vi.fn()
  const pageStore = new IndexStore(options)
  const page = new SearchIndex(pageStore, damaged)
  onTestFinished(() => pageStore.close())
  async function start() {
    const db = openTestDatabase(options)
    db.useJournal(journal)
    const store = new IndexStore(options)
    const onChange = vi.fn()
    clock += 1_000
    const indexer = createIndexer({
      db,
      store,
      onChange: () => {
        onChange()
        page.changed()
      },
      pause: () => undefined,
      now: () => {
        clock += 100
        return clock
      },
      wait: (task) => queueMicrotask(task),
    })
    db.onWritten(indexer.changed)
    onTestFinished(() => store.close())
    const stop = async () => {
      await indexer.settled()
      await store.close()
      db.close()
    }
    await indexer.start()
    return { db, store, indexer, onChange, stop }
  }
  const found = async (typed: string) => {
    const hits = await page.find(parseQuery(typed), { order: 'best', limit: 100 })
    return hits === null
      ? null
      : kinds.flatMap((kind) => hits.found[kind].map(({ unit, place }) => `${unit} ${place}`)).sort()
  }
  return { start, found, page, damaged, options }
}

async function fill(db: KamerlensDatabase): Promise<void> {
  await db.write(['documents', 'questions'], async () => {
    await db.documents.add(documentRow('2023D20951', { title: 'Jaarverslag OCW 2022', dossier: '36360-VIII' }))
    await db.questions.bulkAdd([
      questionRow('2023D20951', 0, '155', { question: 'Hoe staat het met stagediscriminatie?', answer: '' }),
      questionRow('2023D20951', 1, '156', { question: 'Wat kost de coördinatie?', answer: 'Niets.' }),
    ])
  })
  await saveNote(db, { id: 'n1', target: '2023D20951', opened: '', body: 'Navragen bij CAFÉ', tags: ['later'] }, at(0))
}

describe('the index of what is kept', () => {
  test('follows what is kept, changed, removed and put back', async () => {
    const { start, found } = profile()
    const { db, indexer, onChange } = await start()
    expect(await found('cafe')).toEqual([])
    await fill(db)
    await indexer.settled()
    expect(onChange).toHaveBeenCalled()
    expect(await found('discriminatie')).toEqual(['d2023D20951 1'])
    expect(await found('dossier:36360')).toEqual(['d2023D20951 0', 'd2023D20951 1', 'd2023D20951 2', 'nn1 0'])
    expect(await found('status:open')).toEqual(['d2023D20951 1'])
    expect(await found('tag:later')).toEqual(['nn1 0'])
    await saveNote(
      db,
      { id: 'n1', target: '2023D20951', opened: 'Navragen bij CAFÉ', body: 'Afgehandeld', tags: [] },
      at(1),
    )
    await db.write(['questions'], () => db.questions.update(['2023D20951', 1], { answer: 'Een miljoen.' }))
    await indexer.settled()
    expect(await found('cafe')).toEqual([])
    expect(await found('tag:later')).toEqual([])
    expect(await found('afgehandeld')).toEqual(['nn1 0'])
    expect(await found('miljoen')).toEqual(['d2023D20951 2'])
    await deleteNote(db, 'n1', at(2))
    await deleteDocument(db, '2023D20951', at(2))
    await indexer.settled()
    expect(await found('')).toEqual([])
    await restoreDocument(db, '2023D20951', at(3))
    await indexer.settled()
    expect(await found('jaarverslag')).toEqual(['d2023D20951 0'])
  })

  test('a note follows the document that it is on', async () => {
    const { start, found } = profile()
    const { db, indexer } = await start()
    await saveNote(
      db,
      { id: 'own', target: 'kst-36360-VIII-5', opened: '', body: 'Kanttekening lijst', tags: [] },
      at(0),
    )
    await saveNote(db, { id: 'at', target: '2023D20951#156', opened: '', body: 'Kanttekening vraag', tags: [] }, at(0))
    await indexer.settled()
    expect(await found('dossier:36360')).toEqual(['nown 0'])
    await fill(db)
    await db.write(['documents'], () =>
      db.documents.update('2023D20951', { aliases: ['2023D20951', 'kst-36360-VIII-5'], dossier: '36410' }),
    )
    await indexer.settled()
    expect(await found('dossier:36410 kanttekening')).toEqual(['nat 0', 'nown 0'])
    expect(await found('status:beantwoord kanttekening')).toEqual(['nat 0'])
    await db.write(['questions'], () => db.questions.update(['2023D20951', 1], { answer: '' }))
    await indexer.settled()
    expect(await found('status:beantwoord kanttekening')).toEqual([])
    await deleteDocument(db, '2023D20951', at(1))
    await indexer.settled()
    expect(await found('dossier:36410')).toEqual([])
    expect(await found('dossier:36360')).toEqual(['nown 0'])
  })

  test('is empty at once when everything was erased, and follows what is kept from then on', async () => {
    const { start, found } = profile()
    const { db, indexer, store } = await start()
    await fill(db)
    await indexer.settled()
    expect(await found('cafe')).not.toEqual([])
    await db.erase()
    await indexer.empty()
    expect(await found('cafe')).toEqual([])
    const left = await store.read(['state', 'blocks', 'dictionaries', 'units'], async (reading) => ({
      segments: (await reading.state())?.segments,
      units: await reading.unitIds(),
    }))
    expect(left).toEqual({ segments: [], units: [] })
    await fill(db)
    await indexer.settled()
    expect(await found('cafe')).not.toEqual([])
  })

  test('outlives the background, and is not built anew', async () => {
    const { start, found } = profile()
    const first = await start()
    await fill(first.db)
    await first.stop()
    const state = await first.store.read(['state'], (reading) => reading.state())
    const second = await start()
    await second.indexer.settled()
    expect(await second.store.read(['state'], (reading) => reading.state())).toEqual(state)
    expect(await found('coordinatie')).toEqual(['d2023D20951 2'])
  })

  test('what was written while nothing followed it is made good at the next start', async () => {
    const { start, found, options } = profile()
    const first = await start()
    await fill(first.db)
    await first.stop()
    const unseen = openTestDatabase(options)
    unseen.useJournal(journal)
    await saveNote(unseen, { id: 'n2', target: '2023D20951', opened: '', body: 'Onopgemerkt' }, at(5))
    await deleteNote(unseen, 'n1', at(6))
    unseen.close()
    expect(await found('onopgemerkt')).toEqual([])
    await start()
    expect(await found('onopgemerkt')).toEqual(['nn2 0'])
    expect(await found('cafe')).toEqual([])
  })

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

  test('the first search and all of it bear that segments are merged while they read', async () => {
    const { start, page, found, damaged } = profile()
    const { db, indexer } = await start()
    await fillOften(db)
    await indexer.settled()
    for (const { search, right } of [
      {
        search: async () => (await page.findFirst(parseQuery('overal'), 10))?.questions.length ?? null,
        right: [10, null],
      },
      { search: async () => (await found('overal'))?.length ?? null, right: [100] },
    ]) {
      // Each round a segment is added, and some are merged.
      for (let round = 0; round < 12; round += 1) {
        await saveNote(db, { id: `m${round}`, target: '2023D20951', opened: '', body: `ronde ${round}` }, at(round))
        const results = await Promise.all([search(), indexer.settled(), search()])
        for (const result of [results[0], results[2]]) expect(right).toContain(result)
      }
    }
    expect(await found('overal')).toHaveLength(100)
    expect(damaged).not.toHaveBeenCalled()
  })

  test('segments become one, without what is gone, and 500 new records touch none of the large ones', async () => {
    const { start, found } = profile()
    const { db, indexer, store } = await start()
    for (let round = 0; round < 9; round += 1) {
      await saveNote(db, { id: `n${round}`, target: '2023D20951', opened: '', body: `ronde ${round}` }, at(round))
      if (round % 2 === 1) await deleteNote(db, `n${round - 1}`, at(round))
      await indexer.settled()
    }
    const state = await store.read(['state'], (reading) => reading.state())
    expect(state?.segments.length).toBeLessThan(4)
    expect(await found('ronde')).toEqual(['nn1 0', 'nn3 0', 'nn5 0', 'nn7 0', 'nn8 0'])
  })
})

/** Much of one word, and one that holds it. */
async function fillOften(db: KamerlensDatabase): Promise<void> {
  await fill(db)
  const rows = Array.from({ length: 1_100 }, (_, order) =>
    questionRow('2023D20951', order + 2, `${order}`, { question: order === 0 ? 'overaltoets' : 'overal' }),
  )
  await db.write(['questions'], () => db.questions.bulkAdd(rows))
}

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

test('however much is added and merged, there are few segments, and each thing is merged few times', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 300 }), (sizes) => {
      let segments: readonly SegmentState[] = []
      let moved = 0
      let total = 0
      for (const [id, size] of sizes.entries()) {
        total += size
        segments = [...segments, segmentOf(id, size)]
        for (let group = toMerge(segments); group.length > 0; group = toMerge(segments)) {
          const joined = group.reduce((sum, one) => sum + one.size, 0)
          moved += joined
          segments = [...segments.filter((one) => !group.includes(one)), segmentOf(id, joined)]
        }
      }
      expect(segments.length).toBeLessThanOrEqual(3 * 9)
      expect(moved).toBeLessThanOrEqual(total * 9)
    }),
    cases(100),
  )
})

const segmentOf = (id: number, size: number): SegmentState => ({
  id,
  size,
  units: size,
  firsts: [],
  ends: [],
  listed: 0,
  postings: 0,
  long: 0,
  dead: [],
})
