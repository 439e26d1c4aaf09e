import { namedIn, parseTarget } from '../../notes/target.ts'
import { alikeAmong } from '../names/alike.ts'
import { questionsOf } from '../names/named-documents.ts'
import { allNames } from '../names/names.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentId, DocumentRow } from '../schema.ts'

/** A note's id and version. */
export type NoteVersion = readonly [id: string, version: number]

/**
 * Tells which live notes are on a paper as it is kept now: on itself or on one of its questions, under any of its names or under the code
 * that is printed with a question. Call it, and what it gives, in one transaction.
 */
export async function notesByPaper(
  db: KamerlensDatabase,
): Promise<(paper: DocumentRow) => Promise<readonly NoteVersion[]>> {
  const byName = new Map<DocumentId, NoteVersion[]>()
  for (const note of await db.notes.toArray()) {
    const target = isLive(note) ? parseTarget(note.target) : null
    if (target === null) continue
    const name = namedIn(target)
    const known = byName.get(name)
    if (known === undefined) byName.set(name, [[note.id, note.version]])
    else known.push([note.id, note.version])
  }
  const alikeWith = alikeAmong(byName.keys())
  return async (paper) => {
    if (byName.size === 0) return []
    const questions = await questionsOf(db, paper.id).toArray()
    const codes = questions.flatMap(({ code, joinedCodes = [] }) => [...(code === null ? [] : [code]), ...joinedCodes])
    return [...new Set([...allNames(codes, [paper]), ...paper.aliases.flatMap(alikeWith)])].flatMap(
      (name) => byName.get(name) ?? [],
    )
  }
}
