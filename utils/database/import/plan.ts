import type { ConflictingNote, ImportChanges, ImportCounts, ImportRequest } from '../../browser/protocol/transfer.ts'
import { differingParts } from '../../notes/differing-parts.ts'
import { joinWatches } from '../following/join-watches.ts'
import { versionsOf } from '../notes/versions.ts'
import type { KamerlensDatabase } from '../open.ts'
import type { Records } from '../records/records.ts'
import { isSame } from '../rows/is-same.ts'
import { isLive } from '../rows/live.ts'
import { isChangedLater } from '../rows/removal.ts'
import type { DocumentId, DocumentRow, NoteRow, NoteTagRow, NoteVersionRow, WatchRow } from '../schema.ts'
import { aboveHistory, joinNotes } from './join-notes.ts'
import { isReadAnew, mergeDocuments, placeOf } from './merge-documents.ts'
import { type ListPlan, type PlannedList, planList, recordsByList } from './plan-lists.ts'
import { type LookupsPlan, planLookups } from './plan-lookups.ts'
import { ImportFailure } from './read-export.ts'

/** What an import would change, row by row: made whole before anything is written. */
export interface Plan {
  documents: readonly DocumentRow[]
  /** Those lists whose questions or corrections change. */
  readonly lists: Map<DocumentId, ListPlan>
  readonly notes: NoteRow[]
  noteTags: readonly NoteTagRow[]
  readonly noteVersions: NoteVersionRow[]
  readonly watches: WatchRow[]
  readonly preview: Record<'added' | 'changed' | 'unchanged', Record<keyof ImportCounts, number>>
  /** Notes whose text is another one in the file than here, by id. */
  readonly conflicts: Map<string, ConflictingNote>
  /** What the file's maker follows and the user does not. */
  follows: number
  readonly lookups: LookupsPlan
}

export const changesOf = (plan: Plan): ImportChanges => ({
  ...plan.preview,
  ...(plan.conflicts.size === 0 ? {} : { conflicts: plan.conflicts.size }),
  ...(plan.follows === 0 ? {} : { follows: plan.follows }),
  ...(isUndoable(plan) ? {} : { changesNothing: true }),
})

/** Notes in conflict that are shown: more than anyone compares. */
const mostShown = 10

/** Characters of each of their texts. */
const longestShown = 300

/** The first notes in conflict, each by where its texts differ. */
export const conflictingIn = ({ conflicts }: Plan): readonly ConflictingNote[] =>
  [...conflicts.values()].slice(0, mostShown).map(({ mine, theirs }) => {
    const [ours, others] = differingParts(mine, theirs, longestShown)
    return { mine: ours, theirs: others }
  })

/** Whether it changes anything but what the services had said, which stays when an import is undone. */
export const isUndoable = ({ documents, lists, notes, noteTags, noteVersions, watches }: Plan): boolean =>
  lists.size > 0 || [documents, notes, noteTags, noteVersions, watches].some(({ length }) => length > 0)

/** The papers that it changes, or whose questions it does. */
export const papersIn = ({ documents, lists }: Plan): ReadonlySet<DocumentId> =>
  new Set([...documents.map(({ id }) => id), ...lists.keys()])

/** Records of one file that are one document. With each its names grow, so that many more would be minutes of work, and none of ours. */
const mostOfOne = 1_000

const noCounts = () => ({ documents: 0, questions: 0, notes: 0, tags: 0, followed: 0 })

/** How it is to be done. */
export type ImportHow = { readonly [Key in 'choice' | 'follow']?: ImportRequest[Key] | undefined }

/**
 * Compares records with what is kept. Throws `ImportFailure` `damaged` where very many documents are one.
 *
 * @param compared is called for each paper and each note that was
 */
export async function planImport(
  db: KamerlensDatabase,
  records: Records,
  how: ImportHow,
  compared: () => void,
): Promise<Plan> {
  const planned: Plan = {
    documents: [],
    lists: new Map(),
    notes: [],
    noteTags: [],
    noteVersions: [],
    watches: [],
    lookups: await planLookups(db, records.lookups),
    preview: { added: noCounts(), changed: noCounts(), unchanged: noCounts() },
    conflicts: new Map(),
    follows: 0,
  }
  await planDocuments(db, records, planned, compared)
  await planNotes(db, records, planned, how, compared)
  await planWatches(db, records, planned, how)
  return planned
}

async function planWatches(
  db: KamerlensDatabase,
  records: Records,
  planned: Plan,
  { follow }: ImportHow,
): Promise<void> {
  const { preview } = planned
  const watched = await db.watches.bulkGet(records.watches.map(({ target }) => target))
  for (const [index, watch] of records.watches.entries()) {
    const own = watched[index]
    const wasFollowed = own !== undefined && isLive(own)
    const joined = own === undefined ? watch : joinWatches(own, watch)
    const isFollowed = isLive(joined)
    if (isFollowed && !wasFollowed) planned.follows += 1
    const left = follow === false ? own : joined
    const isUnchanged = isSame(own, left)
    if (left !== undefined && !isUnchanged) planned.watches.push(left)
    if (wasFollowed && isUnchanged) preview.unchanged.followed += 1
    else if (wasFollowed) preview.changed.followed += 1
    else if (isFollowed && !isUnchanged) preview.added.followed += 1
  }
}

async function planDocuments(
  db: KamerlensDatabase,
  records: Records,
  planned: Plan,
  compared: () => void,
): Promise<void> {
  const { preview } = planned
  const byAlias = new Map<DocumentId, DocumentRow>()
  const index = (row: DocumentRow) => {
    for (const alias of row.aliases) if (!byAlias.has(alias) || alias === row.id) byAlias.set(alias, row)
  }
  for (const row of await db.documents.toArray()) index(row)
  const lists = recordsByList(records)
  const documents = new Map<DocumentId, DocumentRow>()
  const times = new Map<DocumentId, number>()
  for (const record of records.documents) {
    const { document, own } = placeOf(record, byAlias)
    const to = own?.id ?? document.id
    const before = times.get(to) ?? 0
    if (before === mostOfOne) throw new ImportFailure('damaged', 'one document too often')
    times.set(to, before + 1)
    const list = await planList(db, lists, {
      from: record.id,
      to,
      isLater: own === undefined || isChangedLater(document, own),
      mayBePoorer: own === undefined || isReadAnew(own, document),
      planned: planned.lists.get(to),
    })
    const joined = own === undefined ? document : mergeDocuments(own, document, list.replaces)
    const change = own === undefined ? 'added' : isSame(own, joined) ? 'unchanged' : 'changed'
    preview[change].documents += 1
    if (change !== 'unchanged') documents.set(joined.id, joined)
    for (const alias of joined.aliases) byAlias.set(alias, joined)
    countQuestions(preview, list)
    if (list.plan !== null) planned.lists.set(joined.id, list.plan)
    compared()
  }
  planned.documents = [...documents.values()]
}

function countQuestions(preview: Plan['preview'], list: PlannedList): void {
  const before = new Map(list.before.map((row) => [row.order, row]))
  const after = new Map(list.after.map((row) => [row.order, row]))
  for (const { order } of list.imported) {
    const known = before.get(order)
    if (known === undefined && after.has(order)) preview.added.questions += 1
    else if (isSame(known, after.get(order))) preview.unchanged.questions += 1
    else preview.changed.questions += 1
  }
  preview.changed.questions += list.before.filter(({ order }) => !after.has(order)).length
}

async function planNotes(
  db: KamerlensDatabase,
  records: Records,
  planned: Plan,
  { choice }: ImportHow,
  compared: () => void,
): Promise<void> {
  const { preview } = planned
  const versions = Map.groupBy(records.noteVersions, ({ noteId }) => noteId)
  const stored = await db.notes.bulkGet(records.notes.map(({ id }) => id))
  for (const [index, note] of records.notes.entries()) {
    const other = { note, versions: versions.get(note.id) ?? [] }
    const own = stored[index]
    compared()
    if (own === undefined) {
      preview.added.notes += 1
      planned.notes.push(aboveHistory(other))
      for (const version of other.versions) planned.noteVersions.push(version)
      continue
    }
    const isOther = own.body !== note.body
    if (isOther) planned.conflicts.set(note.id, { mine: own.body, theirs: note.body })
    if (isOther && choice === 'mine') {
      preview.unchanged.notes += 1
      continue
    }
    const ownVersions = await versionsOf(db, note.id)
    const how = isOther && choice === 'theirs' ? choice : 'merge'
    const joined = joinNotes({ note: own, versions: ownVersions }, other, how)
    const isNew = !isSame(own, joined.note)
    const known = new Set(ownVersions)
    const newVersions = joined.versions.filter((row) => !known.has(row))
    preview[isNew || newVersions.length > 0 ? 'changed' : 'unchanged'].notes += 1
    if (isNew) planned.notes.push(joined.note)
    for (const version of newVersions) planned.noteVersions.push(version)
  }
  const tags = await db.noteTags.bulkGet(records.noteTags.map(({ noteId, tag }): [string, string] => [noteId, tag]))
  const added = records.noteTags.filter((_, index) => tags[index] === undefined)
  planned.noteTags = added
  preview.added.tags += added.length
  preview.unchanged.tags += records.noteTags.length - added.length
}
