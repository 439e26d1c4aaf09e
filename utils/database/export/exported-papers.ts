import { type CitedPaper, citedPaper } from '../../citations/cited-paper.ts'
import { namedIn, parseTarget } from '../../notes/target.ts'
import { codeOf } from '../../references/code.ts'
import { isExample } from '../../references/ids/example.ts'
import type { SearchHits } from '../library/search.ts'
import { liveDocuments, newestFirst } from '../names/live-documents.ts'
import { namesOf } from '../names/names.ts'
import { documentOf, namesToDocuments } from '../notes/note-questions.ts'
import { officialsOf } from '../official/officials.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentId, DocumentRow, NoteRow } from '../schema.ts'

/** Papers that can be cited, each once, and how many things have no code to cite them by: the user's own files, pages. */
export interface ExportedPapers {
  readonly papers: readonly CitedPaper[]
  readonly withoutCode: number
}

/** By what papers were found. */
export type FoundPapers = Pick<SearchHits, 'documents' | 'notes'> & Partial<Pick<SearchHits, 'questions'>>

/** A paper by the names that it is known under here. */
interface NamedPaper {
  readonly names: readonly DocumentId[]
  readonly document: DocumentRow | null
}

/**
 * All papers that are kept or that a note is on, for a program that keeps references: the documents first, the one that
 * changed last before the others, then what notes are on besides.
 *
 * @param found only those that a search found, or that were chosen, by themselves, by a question or by a note; null for all
 */
export function exportedPapers(db: KamerlensDatabase, found: FoundPapers | null = null): Promise<ExportedPapers> {
  return db.read(['notes', 'noteTags', 'documents', 'questions', 'lookups'], async () => {
    const documents = await liveDocuments(db)
    const { documents: chosen, notes } = found === null ? await everything(db, documents) : chosenBy(found)
    const all = namedPapers(chosen, notes, namesToDocuments(documents))
    const officialOf = await officialsOf(
      db,
      all.flatMap(({ names }) => names),
    )
    const papers = new Map<string, CitedPaper>()
    let withoutCode = 0
    for (const { names, document } of all) {
      const code = names.flatMap((name) => codeOf(name) ?? [])[0]
      // A dossier is no paper, but what papers stand in; nobody can find the example.
      if (code !== undefined && (code.kind === 'dossier' || isExample(code.id))) continue
      const paper = code === undefined ? null : citedPaper(code, officialOf(names), document)
      if (paper === null) withoutCode += 1
      else if (!papers.has(paper.code.id)) papers.set(paper.code.id, paper)
    }
    return { papers: [...papers.values()], withoutCode }
  })
}

/** Documents, and what notes are on, each once. */
function namedPapers(
  chosen: readonly DocumentRow[],
  notes: readonly NoteRow[],
  byName: ReturnType<typeof namesToDocuments>,
): readonly NamedPaper[] {
  const named = new Map<DocumentId, NamedPaper>()
  const add = (document: DocumentRow) => named.set(document.id, { names: document.aliases, document })
  for (const document of [...chosen].sort(newestFirst)) add(document)
  for (const note of notes) {
    const document = documentOf(note, byName)
    const target = parseTarget(note.target)
    if (document !== null) add(document)
    else if (target !== null) named.set(namedIn(target), { names: namesOf(namedIn(target)), document })
  }
  return [...named.values()]
}

interface Chosen {
  readonly documents: readonly DocumentRow[]
  readonly notes: readonly NoteRow[]
}

async function everything(db: KamerlensDatabase, documents: readonly DocumentRow[]): Promise<Chosen> {
  return { documents, notes: (await db.notes.toArray()).filter(isLive) }
}

function chosenBy({ documents, questions = [], notes }: FoundPapers): Chosen {
  const lists = new Map([...questions.map(({ list }) => list), ...documents].map((document) => [document.id, document]))
  return { documents: [...lists.values()], notes }
}
