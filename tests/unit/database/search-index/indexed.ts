import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { onTestFinished, vi } from 'vitest'
import { saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { createIndexer } from '#utils/database/search-index/indexer.ts'
import { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { IndexStore } from '#utils/database/search-index/store.ts'
import { parseQuery } from '#utils/search/query/query.ts'
import { kinds } from '#utils/search/ranking/ranking.ts'
import { idleJournal } from '../idle-journal.ts'
import { at, openTestDatabase } from '../open-test-database.ts'
import { documentRow, questionRow } from '../rows.ts'

/** A profile: what is kept, and the index of it. Each `start` is a background that the browser starts. */
export function profile() {
  const indexedDB = new IDBFactory()
  const options = { indexedDB, IDBKeyRange }
  let clock = 1
  const damaged = vi.fn()
  const pageStore = new IndexStore(options)
  const page = new SearchIndex(pageStore, damaged)
  onTestFinished(() => pageStore.close())
  async function start() {
    const db = openTestDatabase(options)
    db.useJournal(idleJournal)
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

/** One list of two questions, and a note on it. */
export async function fill(db: KamerlensDatabase): Promise<void> {
  await db.write(['documents', 'questions'], async () => {
    await db.documents.add(documentRow('2023D20951', { title: 'Jaarverslag OCW 2022', dossier: '36360-VIII' }))
    await db.questions.bulkAdd([
      questionRow('2023D20951', 0, '155', { question: 'Hoe staat het met stagediscriminatie?', answer: '' }),
      questionRow('2023D20951', 1, '156', { question: 'Wat kost de coördinatie?', answer: 'Niets.' }),
    ])
  })
  await saveNote(db, { id: 'n1', target: '2023D20951', opened: '', body: 'Navragen bij CAFÉ', tags: ['later'] }, at(0))
}

/** Much of one word, and one that holds it. */
export async function fillOften(db: KamerlensDatabase): Promise<void> {
  await fill(db)
  const rows = Array.from({ length: 1_100 }, (_, order) =>
    questionRow('2023D20951', order + 2, `${order}`, { question: order === 0 ? 'overaltoets' : 'overal' }),
  )
  await db.write(['questions'], () => db.questions.bulkAdd(rows))
}
