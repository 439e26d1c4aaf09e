import type { KeptCounterpart } from '../../browser/protocol/lookup.ts'
import { codeOf } from '../../references/code.ts'
import { counterpartOf } from '../../sources/counterpart.ts'
import type { OfficialDocument } from '../../sources/official-document.ts'
import { documentsNamed, questionsOf } from '../names/named-documents.ts'
import { allNames, keptNames } from '../names/names.ts'
import type { KamerlensDatabase } from '../open.ts'
import { isLive } from '../rows/live.ts'
import { rowsWith } from '../rows/rows-with.ts'
import { isUnderWay } from '../rows/under-way.ts'
import type { DocumentId, DocumentRow, JobRow, LookupRow, QuestionRow } from '../schema.ts'

/** Questions of a counterpart that are told with a code: a card and a view show the first ones and lead to the rest. */
const mostQuestions = 20

/** The counterpart of a record, with what is known of it here. */
export interface Found {
  /** The best of its names that the services can be asked about. */
  readonly id: DocumentId
  /** All that it is known by here or there. */
  readonly names: readonly DocumentId[]
  /** When it was published or received, `2023-05-22`; null where unknown. */
  readonly date: string | null
  readonly type: KeptCounterpart['type']
  /** Its own look-up, a document: never the zaak that its questions share their name with. */
  readonly official: LookupRow | null
  /** Removed ones too. */
  readonly documents: readonly DocumentRow[]
}

/** Finds the counterpart of a record. Reads `documents`, `questions` and `lookups`. */
export async function findCounterpart(db: KamerlensDatabase, record: OfficialDocument): Promise<Found | null> {
  const counterpart = counterpartOf(record, await repeatsQuestions(db, record))
  const id = counterpart?.aliases.find((alias) => codeOf(alias) !== null)
  if (counterpart === null || id === undefined) return null
  const told = keptNames(allNames(counterpart.aliases, []))
  const lookups = await rowsWith(db.lookups, 'aliases', told, (row) => row.id)
  const own = lookups.filter(({ document }) => document === null || document.is === 'document')
  const official = own.find(({ document }) => document !== null) ?? own[0] ?? null
  const names = keptNames(allNames(told, own))
  return {
    id,
    names,
    date: official?.document?.date ?? counterpart.date,
    type: official?.document?.type ?? counterpart.type,
    official,
    documents: await documentsNamed(db, names),
  }
}

/**
 * What a look-up tells of the counterpart.
 *
 * @param named the document that the code names, when kept
 */
export async function keptCounterpart(
  db: KamerlensDatabase,
  record: OfficialDocument,
  named: DocumentRow | null,
): Promise<KeptCounterpart | null> {
  const found = await findCounterpart(db, record)
  if (found === null || found.type === 'postponement') return null
  const document = found.documents.find(isLive) ?? null
  const own = document === null || document.id === named?.id ? null : named
  const [last, questions] = await Promise.all([
    readingOf(db, found.names),
    document === null ? [] : questionsOf(db, document.id).limit(mostQuestions).toArray(),
  ])
  const running = last && isUnderWay(last) ? last : null
  const { type, official } = found
  if (document === null) {
    // Of what the user removed it is not told how it once failed to come.
    const job = found.documents.length > 0 ? running : last
    return { type, document, questions: [], questionCount: 0, official, job }
  }
  const beside = own === null ? [] : await otherHalves(db, own.id, questions)
  return {
    type,
    document,
    questions: joined(questions, beside),
    questionCount: questions.length < mostQuestions ? questions.length : await questionsOf(db, document.id).count(),
    official,
    job: running,
  }
}

/** The reading by itself of a paper with one of these names: the one under way, else the last one; null where there was none. */
async function readingOf(db: KamerlensDatabase, names: readonly DocumentId[]): Promise<JobRow | null> {
  const all = (await db.jobs.toArray()).filter(({ byItself }) => byItself?.names.some((name) => names.includes(name)))
  const newest = all.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
  return newest.find(isUnderWay) ?? newest[0] ?? null
}

/** Whether the text of an answer has its questions; undefined where it is not kept, or no answer. */
async function repeatsQuestions(
  db: KamerlensDatabase,
  { type, aliases }: OfficialDocument,
): Promise<boolean | undefined> {
  if (type !== 'answers') return undefined
  const document = (await documentsNamed(db, allNames(aliases, []))).find(isLive)
  if (document === undefined) return undefined
  const questions = await questionsOf(db, document.id).limit(mostQuestions).toArray()
  return questions.length === 0 ? undefined : questions.some(isAsked)
}

/** The questions of a list with the numbers of those that lack a half. */
async function otherHalves(db: KamerlensDatabase, list: DocumentId, questions: readonly QuestionRow[]) {
  const numbers = new Set(questions.filter((row) => !isAsked(row) || !isAnswered(row)).map(({ number }) => number))
  const rows = [...numbers].map((number) => db.questions.where('[list+number]').equals([list, number]).toArray())
  return (await Promise.all(rows)).flat()
}

const isAsked = ({ question }: QuestionRow) => question.trim() !== ''
const isAnswered = ({ answer, pointsTo, answeredWith }: QuestionRow) =>
  answer !== '' || pointsTo !== null || answeredWith.length > 0

/** Questions whose other half stands in the other paper; nothing is put beside what a paper says itself. */
function joined(questions: readonly QuestionRow[], beside: readonly QuestionRow[]): readonly QuestionRow[] {
  const others = Map.groupBy(beside, ({ number }) => number)
  return questions.map((row) => {
    const [other, ...more] = others.get(row.number) ?? []
    // Of a number that stands there twice nobody knows which is meant.
    if (other === undefined || more.length > 0) return row
    const { answer, pointsTo, answeredWith, footnotes } = other
    return {
      ...row,
      ...(isAsked(row) ? {} : { question: other.question }),
      ...(isAnswered(row) ? {} : { answer, pointsTo, answeredWith, footnotes: [...row.footnotes, ...footnotes] }),
    }
  })
}
