import { factsOf } from '#tests/fixtures/facts.ts'
import { type KamerlensDatabase, openDatabase } from '#utils/database/open.ts'
import type { DocumentRow, NoteRow, QuestionRow } from '#utils/database/schema.ts'
import { createIndexer } from '#utils/database/search-index/indexer.ts'
import { mostFirst, searchEverything } from '#utils/database/search-index/search-everything.ts'
import { SearchIndex } from '#utils/database/search-index/search-index.ts'
import { type IndexOptions, IndexStore, indexName } from '#utils/database/search-index/store.ts'
import { parseQuery } from '#utils/search/query/query.ts'
import { idleJournal } from '../../unit/database/idle-journal.ts'
import { questionRow } from '../question-row.ts'
import { Dice } from '../random.ts'
import { Vocabulary } from './vocabulary.ts'

/** What is measured of the search, in a page of a browser's with its own IndexedDB on the disk. */

const perList = 50
const at = '2023-06-01T09:00:00.000Z'
const digits = (list: number) => String(list).padStart(5, '0')
const parties = ['VVD', 'D66', 'LKP', 'Nieuw Sociaal Contract', 'PvdD']
const ministries = ['Onderwijs, Cultuur en Wetenschap', 'Financiën', 'Volksgezondheid, Welzijn en Sport']

const options = (name: string): IndexOptions => ({ name: `${indexName}-${name}` })
const databaseOf = (name: string): KamerlensDatabase => openDatabase({ name: `kamerlens-${name}` })
const pause = () => undefined

function indexerOf(db: KamerlensDatabase, store: IndexStore) {
  return createIndexer({ db, store, onChange: () => {}, pause, now: Date.now, wait: (task) => queueMicrotask(task) })
}

/** Writes lists of questions; characters of their text. */
async function addLists(db: KamerlensDatabase, from: number, to: number): Promise<number> {
  const vocabulary = new Vocabulary()
  let characters = 0
  for (let list = from; list < to; list += 1) {
    const dice = new Dice(list + 1)
    const document: DocumentRow = {
      id: `2023D${digits(list)}`,
      kind: 'document',
      title: vocabulary.sentence(dice, 8),
      aliases: [`2023D${digits(list)}`],
      dossier: `36${String(list % 1000).padStart(3, '0')}-VIII`,
      date: `20${String(10 + (list % 14))}-05-17`,
      links: [],
      provenance: [],
      facts: factsOf({
        type: 'answers',
        askedBy: [{ name: `Lid ${digits(list % 150)}`, party: dice.pick(parties) }],
        answeredBy: [{ name: null, function: 'minister', ministry: dice.pick(ministries) }],
      }),
      createdAt: at,
      updatedAt: at,
    }
    const questions = Array.from({ length: perList }, (_, order): QuestionRow => {
      const row = questionRow(document.id, order, {
        question: vocabulary.sentence(dice, dice.between(8, 25)),
        answer: vocabulary.sentence(dice, dice.between(10, 40)),
      })
      characters += row.question.length + row.answer.length
      return row
    })
    await db.write(['documents', 'questions'], async () => {
      await db.documents.add(document)
      await db.questions.bulkAdd(questions)
    })
    characters += document.title.length
  }
  return characters
}

async function addNotes(db: KamerlensDatabase, count: number): Promise<number> {
  const vocabulary = new Vocabulary()
  let characters = 0
  const rows = Array.from({ length: count }, (_, index): NoteRow => {
    const dice = new Dice(1_000_000 + index)
    const body = vocabulary.sentence(dice, dice.between(5, 40))
    characters += body.length
    const id = `5ca1ab1e-0000-4000-8000-${String(index).padStart(12, '0')}`
    return {
      id,
      target: `2023D${digits(index % 1000)}`,
      type: 'document',
      body,
      version: 1,
      places: [],
      createdAt: at,
      updatedAt: at,
    }
  })
  for (let from = 0; from < count; from += 1_000) {
    await db.write(['notes'], () => db.notes.bulkAdd(rows.slice(from, from + 1_000)))
  }
  return characters
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Fills a database and builds its index. */
async function fill(name: string, questions: number, notes: number) {
  const db = databaseOf(name)
  const characters = (await addLists(db, 0, questions / perList)) + (await addNotes(db, notes))
  const store = new IndexStore(options(name))
  const build = await timed(() => indexerOf(db, store).start())
  const state = await store.read(['state'], (reading) => reading.state())
  return {
    characters,
    build,
    bytes: await bytesOf(name),
    segments: state?.segments.length ?? 0,
    complete: state?.complete ?? false,
  }
}

/** Bytes of everything in the index. */
async function bytesOf(name: string): Promise<number> {
  const db = await opened(options(name).name ?? '')
  let bytes = 0
  for (const table of db.objectStoreNames) {
    const store = db.transaction(table).objectStore(table)
    const [keys, values] = await Promise.all([requested(store.getAllKeys()), requested(store.getAll())])
    bytes += sizeOf(keys) + sizeOf(values)
  }
  db.close()
  return bytes
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value === 'number') return 5
  if (ArrayBuffer.isView(value)) return value.byteLength
  if (value instanceof Blob) return value.size
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + sizeOf(one), 0)
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).reduce((sum, [key, one]) => sum + key.length + sizeOf(one), 0)
  }
  return 1
}

const requested = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const opened = (name: string): Promise<IDBDatabase> => requested(indexedDB.open(name))

const indexOf = (name: string) =>
  new SearchIndex(new IndexStore(options(name)), () => {
    throw new Error('the index is not ready')
  })

/** Opening IndexedDB and reading one row, in a browser that has just been started. */
const coldOpen = (name: string) =>
  timed(async () => {
    const db = await opened(options(name).name ?? '')
    await requested(db.transaction('state').objectStore('state').get('state'))
  })

/** Milliseconds until what comes first is found, and all of it. */
interface Cold {
  readonly first: number
  readonly all: number
}

/** Opening the index, and what is found. */
async function coldSearch(name: string, typed: string): Promise<Cold> {
  const index = indexOf(name)
  const began = performance.now()
  const query = parseQuery(typed)
  const known = await index.findFirst(query, mostFirst)
  const first = performance.now() - began
  const hits = await index.find(query, { order: 'best', limit: 200 })
  const all = performance.now() - began
  if (hits === null || hits.counts.questions === 0) throw new Error('nothing found')
  return { first: known === null ? all : first, all }
}

/** The same up to the rows of what was found, the database opened as well. */
async function coldEverything(name: string, typed: string): Promise<Cold> {
  const began = performance.now()
  let first: number | null = null
  const onFirst = async () => {
    first = performance.now() - began
  }
  const found = await searchEverything(databaseOf(name), indexOf(name), typed, { onFirst })
  const all = performance.now() - began
  if (found.questions.length === 0) throw new Error('nothing found')
  return { first: first ?? all, all }
}

/** Reads of one row, and queries by kind, each one once. */
async function warm(name: string, count: number): Promise<Record<string, number[]>> {
  const db = await opened(`kamerlens-${name}`)
  const dice = new Dice(7)
  const vocabulary = new Vocabulary()
  const read: number[] = []
  const lists = Number(await requested(db.transaction('documents').objectStore('documents').count()))
  const readOne = () => {
    const key = [`2023D${digits(dice.between(0, lists - 1))}`, dice.between(0, perList - 1)]
    return timed(() => requested(db.transaction('questions').objectStore('questions').get(key)))
  }
  for (let index = 0; index < 50; index += 1) await readOne()
  const times: Record<string, number[]> = { 'one row, read alone': read }
  const index = indexOf(name)
  await index.find(parseQuery('minister'), { order: 'best', limit: 200 })
  const kinds: Readonly<Record<string, () => string>> = {
    'a common word': () => vocabulary.word(dice.between(0, 100)),
    'a word': () => vocabulary.pick(dice),
    'a rare word': () => vocabulary.word(dice.between(5_000, 60_000)),
    'two words': () => `${vocabulary.pick(dice)} ${vocabulary.pick(dice)}`,
    'three words': () => `${vocabulary.pick(dice)} ${vocabulary.pick(dice)} ${vocabulary.pick(dice)}`,
    'a word and a field': () => `${vocabulary.pick(dice)} partij:${dice.pick(['vvd', 'd66', 'contract'])}`,
    'a word, newest first': () => vocabulary.pick(dice),
    'a word being typed': () => vocabulary.pick(dice).slice(0, 5),
    'a word with an error': () => misspelt(vocabulary.word(dice.between(200, 5_000)), dice),
  }
  for (let round = 0; round < count; round += 1) {
    for (const [kind, make] of Object.entries(kinds)) {
      read.push(await readOne())
      const query = parseQuery(make())
      const order = kind.endsWith('newest first') ? 'newest' : 'best'
      const time = await timed(() => index.find(query, { order, limit: 200 }))
      times[kind] ??= []
      times[kind].push(time)
    }
  }
  return times
}

function misspelt(word: string, dice: Dice): string {
  const at = dice.between(1, word.length - 2)
  return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`
}

/**
 * Milliseconds for 500 new questions, each time in lists of their own, until they are found.
 *
 * @param first so many times it was done before
 */
async function add(name: string, first: number, rounds: number): Promise<number[]> {
  const db = databaseOf(name)
  db.useJournal(idleJournal)
  const store = new IndexStore(options(name))
  const indexer = indexerOf(db, store)
  await indexer.start()
  const times: number[] = []
  for (let round = first; round < first + rounds; round += 1) {
    const from = 50_000 + round * 10
    // Transaction by transaction: of one that nobody told of, the index would compare everything.
    const told: Parameters<typeof indexer.changed>[] = []
    db.onWritten((...written) => told.push(written))
    await addLists(db, from, from + 10)
    // Until they are found, and what is merged then.
    times.push(
      await timed(async () => {
        for (const written of told) indexer.changed(...written)
        await indexer.settled()
      }),
    )
  }
  return times
}

Object.assign(globalThis, { fill, coldOpen, coldSearch, coldEverything, warm, add })
