import { isAnswered } from '../../documents/answered.ts'
import type { Asker } from '../../documents/types.ts'
import { namedIn, parseTarget } from '../../notes/target.ts'
import { dossierNumber, dossierOfPaper } from '../../references/dossier.ts'
import { dayOfDate, fieldValue, type IndexedField } from '../../search/query/query.ts'
import type { Findable, Unit } from '../../search/segment/segment.ts'
import { dutchDay } from '../../sources/dates.ts'
import type { OfficialDocument } from '../../sources/official-document.ts'
import { ministriesOf, peopleOf } from '../../sources/people.ts'
import { questionStatus } from '../../sources/question-status.ts'
import { documentsNamed, questionsOf } from '../names/named-documents.ts'
import { allNames, namesOf } from '../names/names.ts'
import { namesToDocuments, questionsOn } from '../notes/note-questions.ts'
import { officialsOf } from '../official/officials.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentId, DocumentRow, NoteRow, QuestionRow } from '../schema.ts'

/** What of the rows is searched, and by which fields. Units are named `d<document id>` and `n<note id>`. */

export const unitOfDocument = (id: DocumentId): string => `d${id}`
export const unitOfNote = (id: string): string => `n${id}`

/** A word of a title says more of what a thing is about than one of a long text. */
const titleWeight = 3

/** What is known of the document that a unit is, or is on: by itself where it is kept, and by the official services. */
interface Known {
  readonly names: readonly DocumentId[]
  readonly document: DocumentRow | undefined
  readonly official: OfficialDocument | null
}

/** What was read of a unit, as long as it is not known what the services say. */
type Read = Omit<Known, 'official'> & { readonly unit: (known: Known) => Unit }

/** What is searched of units, in one transaction; null for those of which nothing is kept, or that were removed. */
export function unitsIn(db: KamerlensDatabase, units: readonly string[]): Promise<readonly (Unit | null)[]> {
  return db.read(['documents', 'questions', 'originals', 'notes', 'noteTags', 'lookups'], async () => {
    const read = await Promise.all(units.map((unit) => readUnit(db, unit)))
    const officialOf = await officialsOf(
      db,
      read.flatMap((one) => one?.names ?? []),
    )
    return read.map((one) => one?.unit({ ...one, official: officialOf(one.names) }) ?? null)
  })
}

/** What is searched of a unit; null where nothing of that name is kept, or it was removed. */
async function readUnit(db: KamerlensDatabase, unit: string): Promise<Read | null> {
  const id = unit.slice(1)
  if (unit.startsWith('n')) {
    const note = await db.notes.get(id)
    if (note === undefined || !isLive(note)) return null
    const rows = await db.noteTags.where('[noteId+tag]').between([id, ''], [id, []]).toArray()
    return readNote(
      db,
      note,
      rows.map(({ tag }) => tag),
    )
  }
  const document = await db.documents.get(id)
  if (document === undefined || !isLive(document)) return null
  const questions = await questionsOf(db, id).toArray()
  return { names: document.aliases, document, unit: (known) => documentUnit(document, known, questions) }
}

/** A note is found by its tags, and by the fields of the question or the document that it is on. */
async function readNote(db: KamerlensDatabase, note: NoteRow, tags: readonly string[]): Promise<Read> {
  const target = parseTarget(note.target)
  if (target === null) return { names: [], document: undefined, unit: () => noteUnit(note, tags, []) }
  const named = namedIn(target)
  // Not by a name that is alike: asked for each of ten thousand notes, that would cost more than the field is worth.
  const document = (await documentsNamed(db, namesOf(named))).find(isLive)
  const names = document?.aliases ?? [named]
  if (document === undefined) return { names, document, unit: (known) => noteUnit(note, tags, fieldsOfDocument(known)) }
  const question = (await questionsOn(db, [note], namesToDocuments([document]))).get(note.id)
  const fieldsOf = (known: Known) =>
    question === undefined ? fieldsOfDocument(known) : fieldsOfQuestion(question, known)
  return { names, document, unit: (known) => noteUnit(note, tags, fieldsOf(known)) }
}

/** Units with those of the notes on these documents: a note is found by the fields of what it is on. */
export function withNotesOn(db: KamerlensDatabase, units: readonly string[]): Promise<readonly string[]> {
  return db.read(['documents', 'notes'], async () => {
    const ids = units.filter((unit) => unit.startsWith('d')).map((unit) => unit.slice(1))
    const documents = (await db.documents.bulkGet(ids)).filter((row) => row !== undefined)
    const names = allNames(ids, documents)
    const onThem = [
      ...(await db.notes.where('target').anyOf(names).primaryKeys()),
      ...(await db.notes
        .where('target')
        .startsWithAnyOf(names.map((name) => `${name}#`))
        .primaryKeys()),
    ]
    return [...new Set([...units, ...onThem.map(unitOfNote)])]
  })
}

function noteUnit({ id, body, passage, updatedAt }: NoteRow, tags: readonly string[], others: readonly string[]): Unit {
  const texts = [body, passage?.quote.exact ?? ''].map((text) => ({ text, weight: 1 }))
  const findable = {
    place: 0,
    texts: [...texts, ...tags.map(title)],
    fields: [...fields([['tag', tags]]), ...others],
  }
  return { id: unitOfNote(id), day: dayOf(updatedAt), findables: [findable] }
}

/** The day of a moment is the one in the Netherlands, as it is of all else: a note of half past midnight is of the new day. */
const dayOf = (written: string): number => dayOfDate(dutchDay(written) ?? written)

function documentUnit(document: DocumentRow, known: Known, questions: readonly QuestionRow[]): Unit {
  const { id, facts, date, createdAt } = document
  return {
    id: unitOfDocument(id),
    day: dayOf(facts?.answeredOn ?? date ?? known.official?.date ?? facts?.askedOn ?? createdAt),
    findables: [documentFindable(document, known), ...questions.map((row) => questionFindable(row, known))],
  }
}

function documentFindable(document: DocumentRow, known: Known): Findable {
  const { title: name, dossier, aliases, facts, kind } = document
  const { askedBy, askedOf, answeredBy } = peopleOf(facts, known.official)
  const people = [
    ...askedBy.flatMap(({ name: own, party }) => [own, party]),
    ...[...answeredBy, ...askedOf].flatMap(({ name: own, function: post }) => [own, post]),
    ...ministriesOf({ askedOf, answeredBy }),
  ]
  const { title: whole, subject } = known.official ?? { title: null, subject: null }
  // «Aanhangsel 2345» is how it is cited.
  const called = kind === 'file' || kind === 'document' ? null : kind
  const others = [called, dossier, ...aliases, facts?.subject, whole, subject, ...(facts?.printedIds ?? []), ...people]
  return {
    place: 0,
    texts: [title(name), ...others.flatMap((text) => (text ? [{ text, weight: 1 }] : []))],
    fields: fieldsOfDocument(known),
  }
}

function fieldsOfDocument(known: Known): readonly string[] {
  const facts = known.document?.facts
  return sharedFields(known, peopleOf(facts, known.official).askedBy, statusOf(known))
}

function questionFindable(row: QuestionRow, known: Known): Findable {
  const { number, code, joinedCodes = [], question, answer, footnotes, order } = row
  const texts = [number, code ?? '', ...joinedCodes, question, answer, ...footnotes.map(({ text }) => text)]
  return {
    place: order + 1,
    texts: texts.filter(Boolean).map((text) => ({ text, weight: 1 })),
    fields: fieldsOfQuestion(row, known),
  }
}

function fieldsOfQuestion(row: QuestionRow, known: Known): readonly string[] {
  const askers = row.askedBy ?? peopleOf(known.document?.facts, known.official).askedBy
  return sharedFields(known, askers, isAnswered(row) ? 'beantwoord' : 'open')
}

function sharedFields(
  { names, document, official }: Known,
  askers: readonly Asker[],
  status: string | null,
): readonly string[] {
  const facts = document?.facts
  const { askedOf, answeredBy } = peopleOf(facts, official)
  const dossiers = (official?.dossiers ?? []).map(({ number }) => number)
  return fields([
    ['dossier', [document?.dossier, facts?.dossier, ...dossiers, ...dossiersIn(names)]],
    ['partij', askers.map(({ party }) => party)],
    ['ministerie', ministriesOf({ askedOf, answeredBy })],
    ['van', [...askers.map(({ name }) => name), ...answeredBy.flatMap(({ name, function: post }) => [name, post])]],
    ['status', [status]],
  ])
}

/** The dossiers that names tell of: `kst-36410-5`, `dossier-36410`. */
const dossiersIn = (names: readonly DocumentId[]): readonly (string | null)[] =>
  names.flatMap((name) => [dossierOfPaper(name), dossierNumber(name)])

/** By what it is itself, and for questions by the answer that the services know of. */
function statusOf({ document, official }: Known): string | null {
  const type = document?.facts?.type ?? official?.type
  if (type === 'answers' || type === 'question-and-answer-list') return 'beantwoord'
  // The day says only whether the answer is late.
  const status = official && questionStatus(official, '')?.is
  if (status === 'answered') return 'beantwoord'
  return type || status === 'unanswered' || status === 'postponed' ? 'open' : null
}

const title = (text: string) => ({ text, weight: titleWeight })

function fields(
  values: readonly (readonly [IndexedField, readonly (string | null | undefined)[]])[],
): readonly string[] {
  const all = values.flatMap(([field, own]) =>
    own.flatMap((value) => {
      const folded = fieldValue(value ?? '')
      return folded === '' ? [] : [`${field}=${folded}`]
    }),
  )
  return [...new Set(all)]
}

/** By what the content of a unit is known again: two numbers of 32 bits, mixed from all that is searched. */
export function hashOf(unit: Unit): string {
  const text = JSON.stringify(unit)
  let [one, other] = [0x811c9dc5, 0x9747b28c]
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at)
    one = Math.imul(one ^ letter, 0x01000193)
    other = Math.imul(other ^ letter, 0x5bd1e995)
    other ^= other >>> 15
  }
  return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`
}
