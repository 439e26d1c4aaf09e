import { isAnswered } from '../../documents/answered.ts'
import type { Asker, DocumentFacts } from '../../documents/types.ts'
import { parseTarget } from '../../notes/target.ts'
import { dossierNumber, dossierOfPaper } from '../../references/dossier.ts'
import { dayOfDate, fieldValue, type IndexedField } from '../../search/query.ts'
import type { Findable, Unit } from '../../search/segment.ts'
import { dutchDay } from '../../sources/dates.ts'
import { findDocument } from '../lookup.ts'
import { isLive, questionsOf } from '../named-documents.ts'
import { allNames } from '../names.ts'
import { namedIn, namesToDocuments, questionsOn } from '../note-questions.ts'
import type { KamerlensDatabase } from '../open.ts'
import type { DocumentId, DocumentRow, NoteRow, QuestionRow } from '../schema.ts'

/** What of the rows is searched, and by which fields. Units are named `d<document id>` and `n<note id>`. */

export const unitOfDocument = (id: DocumentId): string => `d${id}`
export const unitOfNote = (id: string): string => `n${id}`

/** A word of a title says more of what a thing is about than one of a long text. */
const titleWeight = 3

/** What is searched of units, in one transaction; null for those of which nothing is kept, or that were removed. */
export function unitsIn(db: KamerlensDatabase, units: readonly string[]): Promise<readonly (Unit | null)[]> {
  return db.read(['documents', 'questions', 'originals', 'notes', 'noteTags'], async () =>
    Promise.all(units.map((unit) => unitIn(db, unit))),
  )
}

/** What is searched of a unit; null where nothing of that name is kept, or it was removed. */
async function unitIn(db: KamerlensDatabase, unit: string): Promise<Unit | null> {
  const id = unit.slice(1)
  if (unit.startsWith('n')) {
    const note = await db.notes.get(id)
    if (note === undefined || !isLive(note)) return null
    const rows = await db.noteTags.where('[noteId+tag]').between([id, ''], [id, []]).toArray()
    const tags = rows.map(({ tag }) => tag)
    return noteUnit(note, tags, await fieldsOfTarget(db, note))
  }
  const document = await db.documents.get(id)
  if (document === undefined || !isLive(document)) return null
  return documentUnit(document, await questionsOf(db, id).toArray())
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

/** By which fields a note is found beside its tags: those of the question or the document that it is on. */
async function fieldsOfTarget(db: KamerlensDatabase, note: NoteRow): Promise<readonly string[]> {
  const target = parseTarget(note.target)
  if (target === null) return []
  const document = await findDocument(db, namedIn(target))
  if (document === undefined) return fields([['dossier', dossiersIn([namedIn(target)])]])
  const question = (await questionsOn(db, [note], namesToDocuments([document]))).get(note.id)
  return question === undefined ? fieldsOfDocument(document) : fieldsOfQuestion(question, document)
}

function documentUnit(document: DocumentRow, questions: readonly QuestionRow[]): Unit {
  const { id, facts, date, createdAt } = document
  return {
    id: unitOfDocument(id),
    day: dayOf(facts?.answeredOn ?? date ?? facts?.askedOn ?? createdAt),
    findables: [documentFindable(document), ...questions.map((row) => questionFindable(row, document))],
  }
}

function documentFindable(document: DocumentRow): Findable {
  const { title: name, dossier, aliases, facts } = document
  const people = [
    ...(facts?.askedBy ?? []).flatMap(({ name: own, party }) => [own, party]),
    ...answerers(facts),
    ...ministries(facts),
  ]
  const others = [dossier, ...aliases, facts?.subject, ...(facts?.printedIds ?? []), ...people]
  return {
    place: 0,
    texts: [title(name), ...others.flatMap((text) => (text ? [{ text, weight: 1 }] : []))],
    fields: fieldsOfDocument(document),
  }
}

const fieldsOfDocument = (document: DocumentRow): readonly string[] =>
  sharedFields(document, document.facts?.askedBy ?? [], statusOf(document.facts))

function questionFindable(row: QuestionRow, document: DocumentRow): Findable {
  const { number, code, joinedCodes = [], question, answer, footnotes, order } = row
  const texts = [number, code ?? '', ...joinedCodes, question, answer, ...footnotes.map(({ text }) => text)]
  return {
    place: order + 1,
    texts: texts.filter(Boolean).map((text) => ({ text, weight: 1 })),
    fields: fieldsOfQuestion(row, document),
  }
}

const fieldsOfQuestion = (row: QuestionRow, document: DocumentRow): readonly string[] =>
  sharedFields(document, row.askedBy ?? document.facts?.askedBy ?? [], isAnswered(row) ? 'beantwoord' : 'open')

function sharedFields(
  { dossier, aliases, facts }: DocumentRow,
  askers: readonly Asker[],
  status: string | null,
): readonly string[] {
  return fields([
    ['dossier', [dossier, facts?.dossier, ...dossiersIn(aliases)]],
    ['partij', askers.map(({ party }) => party)],
    ['ministerie', ministries(facts)],
    ['van', [...askers.map(({ name }) => name), ...answerers(facts)]],
    ['status', [status]],
  ])
}

/** The dossiers that names tell of: `kst-36410-5`, `dossier-36410`. */
const dossiersIn = (names: readonly DocumentId[]): readonly (string | null)[] =>
  names.flatMap((name) => [dossierOfPaper(name), dossierNumber(name)])

const answerers = (facts: DocumentFacts | undefined): readonly (string | null)[] =>
  (facts?.answeredBy ?? []).flatMap(({ name, function: post }) => [name, post])

const ministries = (facts: DocumentFacts | undefined): readonly (string | null)[] =>
  (facts?.answeredBy ?? []).map(({ ministry }) => ministry)

function statusOf(facts: DocumentFacts | undefined): string | null {
  if (facts?.type === 'answers' || facts?.type === 'question-and-answer-list') return 'beantwoord'
  return facts?.type ? 'open' : null
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
