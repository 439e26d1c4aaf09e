import type { ImportCounts, ImportPreview } from '../browser/protocol.ts'
import { joinDocuments, sameDocument } from './import-documents.ts'
import { joinNotes } from './import-notes.ts'
import { questionsOf } from './lookup.ts'
import type { KamerlensDatabase } from './open.ts'
import type { Records } from './records.ts'
import type { DocumentId, DocumentRow, NoteRow, NoteTagRow, NoteVersionRow, QuestionRow, WatchRow } from './schema.ts'
import { versionsOf } from './versions.ts'

/** What an import would change, row by row: made whole before anything is written. */
interface Plan {
  readonly documents: DocumentRow[]
  /** The questions of those lists whose questions are replaced. */
  readonly questions: Map<DocumentId, readonly QuestionRow[]>
  readonly notes: NoteRow[]
  readonly noteTags: NoteTagRow[]
  readonly noteVersions: NoteVersionRow[]
  readonly watches: WatchRow[]
  readonly preview: Record<keyof ImportPreview, Record<keyof ImportCounts, number>>
}

const tables = ['documents', 'questions', 'notes', 'noteTags', 'noteVersions', 'watches'] as const

/** What importing these records would change; nothing is written. */
export function previewImport(db: KamerlensDatabase, records: Records): Promise<ImportPreview> {
  return db.read(tables, async () => (await plan(db, records)).preview)
}

/**
 * Imports records in one transaction: all or nothing. Nothing kept is dropped: notes are merged, documents joined.
 * The same import again changes no row.
 */
export function applyImport(db: KamerlensDatabase, records: Records): Promise<ImportPreview> {
  return db.write(tables, async () => {
    const planned = await plan(db, records)
    for (const [list, questions] of planned.questions) {
      await questionsOf(db, list).delete()
      await db.questions.bulkPut([...questions])
    }
    await db.documents.bulkPut(planned.documents)
    await db.notes.bulkPut(planned.notes)
    await db.noteTags.bulkPut(planned.noteTags)
    await db.noteVersions.bulkPut(planned.noteVersions)
    await db.watches.bulkPut(planned.watches)
    return planned.preview
  })
}

const noCounts = () => ({ documents: 0, questions: 0, notes: 0, tags: 0 })

async function plan(db: KamerlensDatabase, records: Records): Promise<Plan> {
  const planned: Plan = {
    documents: [],
    questions: new Map(),
    notes: [],
    noteTags: [],
    noteVersions: [],
    watches: [],
    preview: { added: noCounts(), changed: noCounts(), unchanged: noCounts() },
  }
  await planDocuments(db, records, planned)
  await planNotes(db, records, planned)
  const watched = await db.watches.bulkGet(records.watches.map(({ target }) => target))
  planned.watches.push(...records.watches.filter((_, index) => watched[index] === undefined))
  return planned
}

async function planDocuments(db: KamerlensDatabase, records: Records, { preview, ...planned }: Plan): Promise<void> {
  const byAlias = new Map<DocumentId, DocumentRow>()
  const index = (row: DocumentRow) => {
    for (const alias of row.aliases) if (!byAlias.has(alias) || alias === row.id) byAlias.set(alias, row)
  }
  for (const row of await db.documents.toArray()) index(row)
  const imported = Map.groupBy(records.questions, ({ list }) => list)
  const documents = new Map<DocumentId, DocumentRow>()
  for (const document of records.documents) {
    const own = sameDocument(document, byAlias)
    const joined = own === undefined ? document : joinDocuments(own, document)
    const change = own === undefined ? 'added' : isSame(own, joined) ? 'unchanged' : 'changed'
    preview[change].documents += 1
    if (change !== 'unchanged') documents.set(joined.id, joined)
    for (const alias of joined.aliases) byAlias.set(alias, joined)
    const rows = (imported.get(document.id) ?? []).map((row) => ({ ...row, list: joined.id }))
    const stored = planned.questions.get(joined.id) ?? (await questionsOf(db, joined.id).toArray())
    // The questions go with the reading that is the later one; a list that has none yet takes what there is.
    const replace = own === undefined || document.updatedAt > own.updatedAt || stored.length === 0
    countQuestions(preview, stored, replace ? rows : stored, rows)
    if (replace && !isSame(stored, rows)) planned.questions.set(joined.id, rows)
  }
  planned.documents.push(...documents.values())
}

function countQuestions(
  preview: Plan['preview'],
  stored: readonly QuestionRow[],
  next: readonly QuestionRow[],
  rows: readonly QuestionRow[],
): void {
  const before = new Map(stored.map((row) => [row.order, row]))
  const after = new Map(next.map((row) => [row.order, row]))
  for (const { order } of rows) {
    const known = before.get(order)
    if (known === undefined && after.has(order)) preview.added.questions += 1
    else if (isSame(known, after.get(order))) preview.unchanged.questions += 1
    else preview.changed.questions += 1
  }
  preview.changed.questions += stored.filter(({ order }) => !after.has(order)).length
}

async function planNotes(db: KamerlensDatabase, records: Records, { preview, ...planned }: Plan): Promise<void> {
  const versions = Map.groupBy(records.noteVersions, ({ noteId }) => noteId)
  const stored = await db.notes.bulkGet(records.notes.map(({ id }) => id))
  for (const [index, note] of records.notes.entries()) {
    const other = { note, versions: versions.get(note.id) ?? [] }
    const own = stored[index]
    if (own === undefined) {
      preview.added.notes += 1
      planned.notes.push(note)
      planned.noteVersions.push(...other.versions)
      continue
    }
    const ownVersions = await versionsOf(db, note.id)
    const joined = joinNotes({ note: own, versions: ownVersions }, other)
    const isNew = !isSame(own, joined.note)
    const newVersions = joined.versions.filter((row) => !ownVersions.includes(row))
    preview[isNew || newVersions.length > 0 ? 'changed' : 'unchanged'].notes += 1
    if (isNew) planned.notes.push(joined.note)
    planned.noteVersions.push(...newVersions)
  }
  const tags = await db.noteTags.bulkGet(records.noteTags.map(({ noteId, tag }): [string, string] => [noteId, tag]))
  const added = records.noteTags.filter((_, index) => tags[index] === undefined)
  planned.noteTags.push(...added)
  preview.added.tags += added.length
  preview.unchanged.tags += records.noteTags.length - added.length
}

/** Whether two rows say the same, whatever the order of their keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key as never], other[key as never]))
  )
}
