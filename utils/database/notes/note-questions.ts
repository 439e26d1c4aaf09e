import { namedIn, parseTarget, questionTarget, questionTargets } from '../../notes/target.ts'
import { alikeIn, bareOf, isAlike } from '../names/alike.ts'
import { allNames, namesOf } from '../names/names.ts'
import type { KamerlensDatabase } from '../open.ts'
import { siblingsOf } from '../questions/siblings.ts'
import type { DocumentId, DocumentRow, NoteRow, QuestionRow } from '../schema.ts'

/** Which documents and questions notes are on, whatever name they were made under. */

/** Documents by each of their names. */
export function namesToDocuments(documents: readonly DocumentRow[]): ReadonlyMap<DocumentId, DocumentRow> {
  const own = documents.flatMap((document) => allNames([], [document]).map((name) => [name, document] as const))
  // A name of its own leads to a document before one that is alike.
  const alike = own.flatMap(([name, document]) => (bareOf(name) === name ? [] : [[bareOf(name), document] as const]))
  return new Map([...alike, ...own])
}

/** The document that a note is on, or in whose list its question stands; null where that is not kept. */
export function documentOf(note: NoteRow, byName: ReadonlyMap<DocumentId, DocumentRow>): DocumentRow | null {
  const target = parseTarget(note.target)
  if (target === null) return null
  const named = namedIn(target)
  for (const name of namesOf(named)) {
    const document = byName.get(name)
    if (document !== undefined) return document
  }
  const alike = byName.get(bareOf(named))
  return alike?.aliases.some((alias) => isAlike(alias, named)) ? alike : null
}

/** The ids of the notes on a document and on its questions, under any of its names; removed ones too. */
export async function idsOfNotesOn(db: KamerlensDatabase, aliases: readonly DocumentId[]): Promise<string[]> {
  const names = allNames(aliases, [])
  const alike = await alikeIn(db.notes, 'target', names)
  const found = await Promise.all(
    [...names, ...alike].flatMap((name) => [
      db.notes.where('target').equals(name).primaryKeys(),
      db.notes.where('target').startsWith(`${name}#`).primaryKeys(),
    ]),
  )
  return [...new Set(found.flat())]
}

/** The questions that notes are on, by the id of the note. */
export async function questionsOn(
  db: KamerlensDatabase,
  notes: readonly NoteRow[],
  byName: ReadonlyMap<DocumentId, DocumentRow>,
): Promise<ReadonlyMap<string, QuestionRow>> {
  const wanted = notes.flatMap((note) => {
    const target = parseTarget(note.target)
    const list = documentOf(note, byName)?.id
    return target?.type === 'question' && list !== undefined
      ? [{ id: note.id, target, list, number: target.number }]
      : []
  })
  const questions = new Map<string, QuestionRow>()
  for (const [list, rows] of await siblingsOf(db, wanted)) {
    const byOrder = new Map(rows.map((row) => [row.order, row]))
    for (const [order, targets] of questionTargets(list, rows)) {
      const row = byOrder.get(order)
      if (row !== undefined) for (const target of targets) questions.set(target, row)
    }
  }
  return new Map(
    wanted.flatMap(({ id, list, target }) => {
      const question = questions.get(questionTarget(list, target.number, target.occurrence))
      return question === undefined ? [] : [[id, question] as const]
    }),
  )
}
