import type {
  DBCore,
  DBCoreKeyRange,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  Dexie,
  IndexableType,
  Middleware,
} from 'dexie'

/**
 * The tables that the journal holds: all that a user keeps. Not in it is what can be asked for again (look-ups), and
 * what ends by itself (jobs).
 */
export const journalTables = [
  'documents',
  'questions',
  'originals',
  'corrections',
  'rests',
  'notes',
  'noteTags',
  'noteVersions',
  'noteMentions',
  'watches',
] as const

export type JournalTable = (typeof journalTables)[number]

/** A key as JSON can hold it: what stands for the ends of all keys is spelt out. */
export type JournalKey = string | number | readonly JournalKey[] | { readonly infinite: 1 | -1 }

/** One change of one row, or the removal of all rows of a range of keys. JSON-safe. */
export type Change =
  | { readonly table: JournalTable; readonly put: unknown }
  | { readonly table: JournalTable; readonly delete: JournalKey }
  | { readonly table: JournalTable; readonly deleteRange: JournalRange | 'all' }

export interface JournalRange {
  readonly lower: JournalKey
  readonly upper: JournalKey
  readonly lowerOpen: boolean
  readonly upperOpen: boolean
}

const tables: ReadonlySet<string> = new Set(journalTables)

export const isJournalTable = (name: string): name is JournalTable => tables.has(name)

/** What a transaction has changed so far, in order. */
export type Recorder = (transaction: object, changes: readonly Change[]) => void

/** Tells of every change of a journal's table that a transaction makes, whoever makes it. */
export function changeRecorder(record: Recorder): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'journal',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name)
        if (!isJournalTable(name)) return table
        return {
          ...table,
          async mutate(request) {
            const answer = await table.mutate(request)
            record(request.trans, changesOf(name, request, answer))
            return answer
          },
        }
      },
    }),
  }
}

function changesOf(
  table: JournalTable,
  request: DBCoreMutateRequest,
  { failures }: DBCoreMutateResponse,
): readonly Change[] {
  const hasFailed = (index: number) => Object.hasOwn(failures, index)
  switch (request.type) {
    case 'add':
    case 'put':
      return request.values.flatMap((row, index) => (hasFailed(index) ? [] : [{ table, put: row }]))
    case 'delete':
      return request.keys.flatMap((key, index) => (hasFailed(index) ? [] : [{ table, delete: keyToJson(key) }]))
    case 'deleteRange':
      return [{ table, deleteRange: rangeToJson(request.range) }]
  }
}

/** Keys are texts, numbers and lists of these. */
function keyToJson(key: unknown): JournalKey {
  if (Array.isArray(key)) return key.map(keyToJson)
  if (key === Number.POSITIVE_INFINITY) return { infinite: 1 }
  if (key === Number.NEGATIVE_INFINITY) return { infinite: -1 }
  if (typeof key === 'string' || typeof key === 'number') return key
  throw new TypeError('a key that the journal does not know')
}

export function keyOfJson(key: JournalKey): IndexableType {
  if (typeof key !== 'object') return key
  return 'infinite' in key ? key.infinite * Number.POSITIVE_INFINITY : (key.map(keyOfJson) as IndexableType)
}

/**
 * Whether a key is among those that were deleted together.
 *
 * @param cmp compares keys as IndexedDB does
 */
export function isInRange(
  key: unknown,
  { lower, upper, lowerOpen, upperOpen }: JournalRange,
  cmp: (one: unknown, other: unknown) => number,
): boolean {
  const [above, below] = [cmp(key, keyOfJson(lower)), cmp(key, keyOfJson(upper))]
  return above >= (lowerOpen ? 1 : 0) && below <= (upperOpen ? -1 : 0)
}

function rangeToJson({ lower, upper, lowerOpen, upperOpen }: DBCoreKeyRange): JournalRange | 'all' {
  if (lower === undefined || upper === undefined) return 'all'
  return {
    lower: keyToJson(lower),
    upper: keyToJson(upper),
    lowerOpen: lowerOpen === true,
    upperOpen: upperOpen === true,
  }
}

/** Makes changes anew, in order, within the running transaction. Making them twice is the same as once. */
export async function applyChanges(db: Dexie, changes: readonly Change[]): Promise<void> {
  let from = 0
  while (from < changes.length) {
    const first = changes[from]
    if (first === undefined) return
    // Neighbours of one kind go in one request.
    let to = from + 1
    while (to < changes.length && changes[to]?.table === first.table && kindOf(changes[to]) === kindOf(first)) to += 1
    const alike = changes.slice(from, to)
    const table = db.table(first.table)
    if ('put' in first) await table.bulkPut(alike.flatMap((change) => ('put' in change ? [change.put] : [])))
    else if ('delete' in first) {
      await table.bulkDelete(alike.flatMap((change) => ('delete' in change ? [keyOfJson(change.delete)] : [])))
    } else {
      for (const change of alike) if ('deleteRange' in change) await deleteRange(db, change.table, change.deleteRange)
    }
    from = to
  }
}

const kindOf = (change: Change | undefined): string | undefined =>
  change === undefined ? undefined : 'put' in change ? 'put' : 'delete' in change ? 'delete' : 'deleteRange'

async function deleteRange(db: Dexie, name: JournalTable, range: JournalRange | 'all'): Promise<void> {
  const table = db.table(name)
  if (range === 'all') return table.clear()
  const { lower, upper, lowerOpen, upperOpen } = range
  await table.where(':id').between(keyOfJson(lower), keyOfJson(upper), !lowerOpen, !upperOpen).delete()
}
