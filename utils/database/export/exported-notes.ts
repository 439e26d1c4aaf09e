import { citedPaper } from '../../citations/cited-paper.ts'
import { officialCitation } from '../../citations/official.ts'
import type { ExportedNote } from '../../notes/export/exported-note.ts'
import { namedIn, parseTarget } from '../../notes/target.ts'
import { codeOf } from '../../references/code.ts'
import type { OfficialDocument } from '../../sources/official-document.ts'
import { type KeptNote, keptNotes } from '../library/kept-notes.ts'
import { officialsOf } from '../official/officials.ts'
import type { KamerlensDatabase } from '../open.ts'
import type { DocumentLink, NoteRow } from '../schema.ts'

/**
 * All live notes with what tells what they are on, the one that changed last first: for files that are read without
 * Kamerlens.
 *
 * @param found only those with these ids, as a search found them; null for all
 */
export async function exportedNotes(
  db: KamerlensDatabase,
  found: ReadonlySet<string> | null = null,
): Promise<ExportedNote[]> {
  return db.read(['notes', 'noteTags', 'documents', 'questions', 'originals', 'lookups'], async () => {
    const notes = (await keptNotes(db)).filter(({ note }) => found === null || found.has(note.id))
    const officialOf = await officialsOf(
      db,
      notes.flatMap(({ document }) => document?.aliases ?? []),
    )
    return notes.map((one) => exportedNote(one, one.document ? officialOf(one.document.aliases) : one.official))
  })
}

/** @param said what the services said of what it is on, kept or not */
function exportedNote(
  { note, tags, document, question, official }: KeptNote,
  said: OfficialDocument | null,
): ExportedNote {
  const target = parseTarget(note.target)
  const name = target === null ? note.target : namedIn(target)
  const [code = null] = [name, ...(document?.aliases ?? [])].flatMap((alias) => codeOf(alias) ?? [])
  const paper = code === null ? null : citedPaper(code, official, document)
  const address = /^url:(https:\/\/.*)/s.exec(name)?.[1]
  const links = (document?.links ?? []).toSorted((one, other) => rank[one.rel] - rank[other.rel])
  const urls = [...links.map(({ url }) => url), ...(paper === null ? [] : [paper.url]), ...(address ? [address] : [])]
  return {
    note,
    tags,
    document,
    question,
    id: code?.id ?? null,
    label: paper === null ? null : officialCitation(paper),
    citation: code === null ? null : officialCitation(citedPaper(code, said, document)),
    title: paper?.title || document?.title.trim() || (code?.label ?? placeOf(note, address) ?? name),
    // A passage leads to where it was taken first.
    urls: [...new Set([...(note.passage?.url ? [note.passage.url] : []), ...urls])],
    quote: note.passage?.quote ?? null,
  }
}

/** Links as a reader wants them: the page about it, the publication, the file. */
const rank: Readonly<Record<DocumentLink['rel'], number>> = { page: 0, publication: 1, file: 2 }

/** The title of the page where a note on an address was made. */
function placeOf({ places }: NoteRow, address: string | undefined): string | undefined {
  return address === undefined ? undefined : places.map(({ title }) => title.trim()).find(Boolean)
}
