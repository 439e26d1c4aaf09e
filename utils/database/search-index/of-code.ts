import { dossierNumber, readTyped } from '../../references/dossier.ts'
import type { Code } from '../../references/types.ts'
import type { Hit, Hits } from '../../search/find.ts'
import { fieldValue, parseQuery, type Query } from '../../search/query/query.ts'
import { isCommon } from '../../search/words/common-words.ts'
import { wordsIn } from '../../search/words/words.ts'
import { documentsNamed } from '../names/named-documents.ts'
import { allNames } from '../names/names.ts'
import { notesNaming } from '../notes/note-mentions.ts'
import { knownNames } from '../official/known-names.ts'
import type { KamerlensDatabase } from '../open.ts'
import { questionKey } from '../questions/question-key.ts'
import { isLive } from '../rows/live.ts'
import { rowsWith } from '../rows/rows-with.ts'
import type { DocumentRow, QuestionRow } from '../schema.ts'
import { unitOfDocument, unitOfNote } from './content.ts'
import type { SearchIndex } from './search-index.ts'

/** What a query finds that is a code, however it is written, or an address: what it names, and what names it. */

export interface CodeTyped {
  readonly code: Code
  /** Whether nothing else was typed: otherwise all words must occur, and the code counts only where these find nothing. */
  readonly isAlone: boolean
}

/** The code that was typed; null where there is none, or where anything is asked beside words, or more than is searched for. */
export function codeIn(typed: string, { clauses, hints }: Query): CodeTyped | null {
  const isOfWords = clauses.every(({ type, excluded }) => type === 'word' && !excluded)
  const isWhole = hints.every(({ type }) => type !== 'too-long')
  const code = isOfWords && isWhole && /\d/.test(typed) ? readTyped(typed) : null
  return code && { code, isAlone: address.test(typed) || wordsIn(typed).every(isOfCode) }
}

const address = /^\s*(?:https?:\/\/|[\w-]+(?:\.[\w-]+)*\.nl\/)\S+\s*$/i

/** What a citation has beside the numbers and letters of its code. */
const leads = new Set(
  (
    'kamerstuk kamerstukken kamerstuknr kst dossier dossiernr kamerstukdossier vergaderjaar nummer no letter ah aanhangsel ' +
    'handelingen tk ek stb stcrt trb staatsblad staatscourant tractatenblad zaak zaaknummer document documentnummer bijlage blg'
  ).split(' '),
)
const isOfCode = (word: string): boolean =>
  leads.has(word) || isCommon(word) || /^(?:\d[\da-z]*|[a-z]|[ivxlc]{2,8})$/.test(word)

/** What an id begins with: the kind of paper, and the chamber. */
const kinds = /^(?:(?:kst|ah|kv|nds|blg|stb|stcrt|trb|h|dossier)-)?(?:[te]k-)?/i

/** The query for a code: the parts of its number, which texts and names have in every notation. */
export const queryFor = ({ id }: Code): Query => parseQuery(wordsIn(id.replace(kinds, '')).join(' '))

/** What comes before all that has the words, and what comes behind it. */
export interface Named {
  readonly first: Hits['found']
  readonly last: Hits['found']
}

/** Numbers that the address of a document names beside its own: of the zaak that it is of. */
const registered = /\d{4}[adz]\d{5}/gi

/**
 * What a code names, and what names it: for a dossier the notes on its papers.
 *
 * @param typed of which an address is the place of notes too
 */
export async function namedBy(
  db: KamerlensDatabase,
  index: Pick<SearchIndex, 'find'>,
  { id }: Code,
  typed: string,
): Promise<Named> {
  const known = await knownNames(db, id)
  const documents = known.documents.filter(isLive)
  const names = allNames([id], documents)
  const [own, joined, naming] = await Promise.all(
    ['code', 'joinedCodes', 'references'].map((index) => rowsWith(db.questions, index, names, questionKey)),
  )
  const isAddress = address.test(typed)
  const targets = [...known.names, ...(isAddress ? [`url:${typed.trim()}`] : [])]
  const notesOn = (await rowsWith(db.notes, 'target', targets, (note) => note.id)).filter(isLive)
  const besides = isAddress ? (typed.toUpperCase().match(registered) ?? []) : []
  const ofZaak = (await documentsNamed(db, allNames(besides, []))).filter(isLive)
  const dossier = dossierNumber(id)
  const inDossier =
    dossier === null ? null : await index.find(queryOfDossier(dossier), { order: 'best', limit: mostNotes })
  const notes = [...notesOn, ...(await notesNaming(db, names, new Set(targets)))]
  return {
    first: {
      documents: documents.map((row) => ({ unit: unitOfDocument(row.id), place: 0 })),
      questions: [...(own ?? []), ...(joined ?? [])].map(hitOf),
      notes: notes.map((row) => ({ unit: unitOfNote(row.id), place: 0 })),
    },
    last: {
      documents: ofZaak.map((row) => ({ unit: unitOfDocument(row.id), place: 0 })),
      questions: (naming ?? []).map(hitOf),
      notes: inDossier?.found.notes ?? [],
    },
  }
}

/** So many notes on papers of a dossier are found by its number. */
const mostNotes = 200

const queryOfDossier = (number: string): Query => ({
  clauses: [{ type: 'field', field: 'dossier', value: fieldValue(number), excluded: false }],
  hints: [],
})

const hitOf = ({ list, order }: QuestionRow): Hit => ({ unit: unitOfDocument(list), place: order + 1 })

/** Where a dossier was typed: its own papers, then those that have its number as a part, or name it. */
export function bareFirst({ id }: Code, documents: readonly DocumentRow[]): readonly DocumentRow[] {
  const number = dossierNumber(id)
  const isOwn = ({ dossier }: DocumentRow) => number !== null && fieldValue(dossier ?? '') === fieldValue(number)
  return [...documents.filter(isOwn), ...documents.filter((row) => !isOwn(row))]
}

/** What was found by words, with what a code names before it and what names it behind it, each once. */
export function withNamed({ first, last }: Named, found: Hits['found']): Hits['found'] {
  const joined = (kind: keyof Hits['found']): readonly Hit[] => {
    const hits = [...first[kind], ...found[kind], ...last[kind]]
    return [...new Map(hits.map((hit) => [`${hit.unit} ${hit.place}`, hit])).values()]
  }
  return { documents: joined('documents'), questions: joined('questions'), notes: joined('notes') }
}
