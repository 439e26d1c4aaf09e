import { followSearch } from '#utils/browser/channels/search-changes.ts'
import { citableQuestions, exportedQuestions } from '#utils/database/export/exported-questions.ts'
import { watchOf } from '#utils/database/following/watch-of.ts'
import { countFollowed, followed } from '#utils/database/following/watches.ts'
import { recoveredIn } from '#utils/database/journal/recover.ts'
import { countKept } from '#utils/database/library/count-rows.ts'
import { keptExample } from '#utils/database/library/example.ts'
import { documentsAt, keptJobs } from '#utils/database/library/kept-documents.ts'
import { keptNote, namingNotes, noteCounts, notesAt } from '#utils/database/library/kept-notes.ts'
import { documentEntries, noteEntries, noteIds } from '#utils/database/library/kept-order.ts'
import {
  lastCorrection,
  mentions,
  questionOutline,
  questionsAt,
  questionsFrom,
} from '#utils/database/library/kept-questions.ts'
import { facetColumns, facetedQuestions } from '#utils/database/library/question-facets.ts'
import { dossierContents } from '#utils/database/lookup/dossier.ts'
import { lookup, notesOn, summaries } from '#utils/database/lookup/lookup.ts'
import { findDocument, questionsOf } from '#utils/database/names/named-documents.ts'
import { keptTags, tagsOn } from '#utils/database/notes/tags.ts'
import { versionsOf } from '#utils/database/notes/versions.ts'
import { lookedUp } from '#utils/database/official/lookups.ts'
import { officialsOf } from '#utils/database/official/officials.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { unfitCorrections } from '#utils/database/questions/correct.ts'
import { followQuery } from '#utils/database/rows/follow-query.ts'
import { type EverythingFound, searchEverything } from '#utils/database/search-index/search-everything.ts'
import type { SearchIndex } from '#utils/database/search-index/search-index.ts'
import type { Found, Kept } from './kept.ts'

/** Milliseconds until a browser that is never idle goes on all the same. */
const idleTimeout = 100

/** Waits until the screen has nothing to draw. */
function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: idleTimeout })
    else setTimeout(resolve)
  })
}

/** What was found, with what its rows on the screen say. */
async function asShown(db: KamerlensDatabase, hits: EverythingFound): Promise<Found> {
  const documents = hits.documents.map(async (document) => ({
    document,
    questions: await questionsOf(db, document.id).count(),
    notes: (await notesOn(db, document.id)).length,
    official: (await officialsOf(db, document.aliases))(document.aliases),
  }))
  const notes = await Promise.all(hits.notes.map(({ id }) => keptNote(db, id)))
  return { ...hits, documents: await Promise.all(documents), notes: notes.filter((note) => note !== null) }
}

/** The reads of the screens, on the database. Pages read it themselves and follow it live; the background writes. */
export function keptIn(db: KamerlensDatabase, index: SearchIndex): Kept {
  const questions: Kept['questions'] = (list) => questionsOf(db, list).toArray()
  return {
    follow(query, told) {
      const subscription = followQuery(query, told)
      return () => subscription.unsubscribe()
    },
    lookup: (code) => lookup(db, code),
    summaries: (codes) => summaries(db, codes),
    document: async (id) => (await findDocument(db, id)) ?? null,
    official: async (id) => (await lookedUp(db, id)) ?? null,
    questions,
    rest: async (document) => (await db.rests.get(document))?.rest ?? [],
    questionFacets: async () => facetedQuestions(await facetColumns(db)),
    unfitCorrections: (list) => unfitCorrections(db, list),
    lastCorrection: () => lastCorrection(db),
    questionsAt: (keys) => questionsAt(db, keys),
    citableQuestions: (keys) => citableQuestions(db, keys),
    exportedQuestions: (keys) => exportedQuestions(db, keys),
    mentions: (code, most) => mentions(db, code, most),
    noteCounts: (list) => noteCounts(db, list),
    notesOn: (target) => notesOn(db, target),
    note: (id) => keptNote(db, id),
    async textsOf(id) {
      const note = await db.notes.get(id)
      return note === undefined ? [] : [note.body, ...(await versionsOf(db, id)).map(({ body }) => body)]
    },
    versions: (noteId) => versionsOf(db, noteId),
    notesNaming: (code) => namingNotes(db, code),
    tags: () => keptTags(db),
    counts: () => countKept(db),
    documentEntries: () => documentEntries(db),
    documentsAt: (ids) => documentsAt(db, ids),
    questionOutline: () => questionOutline(db),
    questionsFrom: (outline, from, limit) => questionsFrom(db, outline, from, limit),
    noteIds: () => noteIds(db),
    notesAt: (ids) => notesAt(db, ids),
    noteEntries: () => noteEntries(db),
    tagsOn: (ids) => tagsOn(db, ids),
    async search(typed, order, onFirst, signal) {
      const tellFirst = async (first: EverythingFound) => {
        onFirst?.(await asShown(db, first))
        await untilIdle()
      }
      const options = { order, ...(onFirst && { onFirst: tellFirst }), ...(signal && { signal }) }
      return asShown(db, await searchEverything(db, index, typed, options))
    },
    fieldValues: (field, start, most) => index.values(field, start, most),
    followSearch: (onChange) =>
      followSearch((byServices) => {
        index.changed()
        onChange(byServices)
      }),
    jobs: () => keptJobs(db),
    recovered: () => recoveredIn(db),
    dossier: (id, today, told) => dossierContents(db, id, today, told),
    example: () => keptExample(db),
    followed: () => followed(db),
    countFollowed: () => countFollowed(db),
    isFollowed: (target) => db.read(['watches', 'lookups'], async () => (await watchOf(db, target)) !== undefined),
  }
}
