import { IDBFactory } from 'fake-indexeddb'
import { deleteDocument } from '#utils/database/documents/remove-document.ts'
import { storeDocument } from '#utils/database/documents/store-document.ts'
import { storeErrorOf } from '#utils/database/errors.ts'
import { exportAll } from '#utils/database/export/export.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { undoImport } from '#utils/database/import/undo.ts'
import { changeTagsOfAll, removeAll } from '#utils/database/library/change-many.ts'
import { saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { changeCorrections } from '#utils/database/questions/correct.ts'
import type { Records } from '#utils/database/records/records.ts'
import { joinCorrection, questionNames } from '#utils/documents/corrections.ts'
import { readExport } from '../unit/database/import/read-export.ts'
import { question, reading, urlSource } from '../unit/database/rows.ts'
import { type After, type FaultTrial, refusals } from './faults.ts'
import { Faults, newProfile, type Profile, type Session, startOn } from './faulty-profile.ts'

const list = '2023D20951'
const url = `https://www.tweedekamer.nl/downloads/document?id=${list}`
const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 12, 0, second))

/** Four questions, the second of which is a point of the first one's answer. */
const asRead = [question(0, '1'), question(1, '2', { question: 'tijd.', answer: '' }), question(2, '3')]
const fuller = [...asRead, question(3, '4')]
const read = (questions: typeof asRead) => reading({ ownIds: [list], questions }, { url })
const join = joinCorrection(
  fuller[1] ?? question(1, '2'),
  questionNames(asRead).get(1) ?? { number: '2', occurrence: 1 },
)
const source = urlSource(url)

/** What a user has done that touches several rows at once; each in a few words, and what is to be there is worked out by doing it. */
const steps: readonly (readonly [what: string, run: (db: KamerlensDatabase, exported: Records) => Promise<unknown>])[] =
  [
    ['reading a document', (db) => storeDocument(db, read(asRead), source, at(1))],
    [
      'a note with labels',
      (db) =>
        saveNote(db, { id: 'n1', target: `${list}#3`, opened: '', body: 'Zie 2023D20952.', tags: ['a', 'b'] }, at(2)),
    ],
    ['correcting a split', (db) => changeCorrections(db, { list, put: [join], remove: [] }, at(3))],
    ['reading it again', (db) => storeDocument(db, read(fuller), source, at(4))],
    ['taking the correction back', (db) => changeCorrections(db, { list, put: [], remove: [join] }, at(5))],
    ['a label of many notes', (db) => changeTagsOfAll(db, { put: [{ noteId: 'n1', tag: 'c' }], remove: [] }, at(6))],
    ['removing the document', (db) => deleteDocument(db, list, at(7))],
    ['reading it once more', (db) => storeDocument(db, read(fuller), source, at(8))],
    ['removing many', (db) => removeAll(db, { notes: ['n1'], documents: [list] }, at(9))],
    ['erasing everything', (db) => db.erase()],
    ['an import', (db, exported) => applyImport(db, exported, { undo: { id: 'bestand', at: at(10) } })],
    ['undoing the import', (db) => undoImport(db, 'bestand')],
    [
      'the first note of after it',
      (db) => saveNote(db, { id: 'n2', target: list, opened: '', body: 'Nieuw.' }, at(11)),
    ],
  ]

/** What is kept, without moments and versions: a step that is made twice may tell of a later one. */
async function keptIn(db: KamerlensDatabase): Promise<string> {
  const isLive = ({ deletedAt }: { readonly deletedAt?: string }) => deletedAt === undefined
  const [documents, questions, originals, corrections, notes, tags, mentions] = await Promise.all([
    db.documents.toArray(),
    db.questions.toArray(),
    db.originals.toArray(),
    db.corrections.toArray(),
    db.notes.toArray(),
    db.noteTags.toArray(),
    db.noteMentions.toArray(),
  ])
  return JSON.stringify({
    documents: documents.map((row) => [row.id, row.aliases, isLive(row)]),
    questions: questions.map((row) => [row.list, row.order, row.question, row.answer, row.corrected]),
    originals: originals.map((row) => [row.list, row.questions.length]),
    corrections: corrections.map((row) => [row.list, row.number, row.kind, isLive(row)]),
    notes: notes.map((row) => [row.id, row.target, row.body, isLive(row)]),
    tags: tags.map((row) => [row.noteId, row.tag]),
    mentions: mentions.map((row) => [row.noteId, row.code]),
  })
}

/** What is kept after each step where nothing fails, from before the first; and how many writes that takes. */
interface Course {
  readonly kept: readonly string[]
  readonly exported: Records
  readonly writes: number
}

const secondsOf = () => {
  let second = 100
  return () => {
    second += 1
    return at(second)
  }
}

async function wholeCourse(): Promise<Course> {
  const faults = new Faults(0)
  const session = startOn(newProfile(), faults, secondsOf())
  await session.recovered()
  const kept = [await keptIn(session.db)]
  let exported: Records | null = null
  for (const [what, run] of steps) {
    if (what === 'erasing everything') exported = await readExport((await exportAll(session.db, at(9)))[0])
    await run(session.db, exported ?? ({} as Records))
    kept.push(await keptIn(session.db))
  }
  session.kill()
  if (exported === null) throw new Error('nothing was exported')
  return { kept, exported, writes: faults.writes }
}

/**
 * Steps that touch many rows (documents read, and read again; splits corrected; removals; erasing; an import and its undo), once for each write that they
 * make, in the database or the journal, which fails. Each step is then done as a whole or not at all, also after a kill there and then; done
 * once more it is done; and what is erased never comes back, out of a wiped database neither.
 *
 * @param isTried which of the writes fail, from 1; all of them unless said
 */
export async function wholeOrNotTrial(
  after: After,
  isTried: (write: number) => boolean = () => true,
): Promise<FaultTrial> {
  const course = await wholeCourse()
  const wrong: string[] = []
  let tried = 0
  for (let write = 1; write <= course.writes; write += 1) {
    if (!isTried(write)) continue
    tried += 1
    const run = new Run(course, after, write)
    await run.run()
    wrong.push(...run.wrong.map((words) => `write ${write} of ${course.writes} (${run.hit}): ${words}`))
  }
  return { writes: tried, wrong }
}

class Run {
  readonly wrong: string[] = []
  readonly #course: Course
  readonly #after: After
  readonly #faults: Faults
  readonly #now = secondsOf()
  readonly #profile: Profile = newProfile()
  #session: Session | null = null

  constructor(course: Course, after: After, write: number) {
    this.#course = course
    this.#after = after
    this.#faults = new Faults(write)
  }

  get hit(): string {
    return this.#faults.hit ?? 'not made'
  }

  async #start(): Promise<KamerlensDatabase> {
    this.#session?.kill()
    this.#session = startOn(this.#profile, this.#faults, this.#now)
    // What fails here is tried again before a write.
    await this.#session.recovered().catch(() => this.#session?.recovered())
    return this.#session.db
  }

  async run(): Promise<void> {
    let db = await this.#start()
    for (const [index, [what, run]] of steps.entries()) {
      try {
        await run(db, this.#course.exported)
      } catch (error) {
        const told = storeErrorOf(error)
        if (!refusals.has(told)) this.wrong.push(`${what} was told as «${told}»`)
        if (this.#after === 'kill') db = await this.#start()
        const kept = await keptIn(db)
        if (kept !== this.#course.kept[index] && kept !== this.#course.kept[index + 1])
          this.wrong.push(`half of ${what} is there: ${kept}`)
        await this.#again(db, run, what)
      }
      if ((await keptIn(db)) !== this.#course.kept[index + 1]) this.wrong.push(`after ${what}: ${await keptIn(db)}`)
      // Whatever was answered as done is there after a kill, out of the second copy alone too.
      if (index % 3 === 0) {
        if (index % 2 === 1) this.#profile.indexedDB = new IDBFactory()
        db = await this.#start()
        const kept = await keptIn(db)
        if (kept !== this.#course.kept[index + 1]) this.wrong.push(`a kill after ${what} left ${kept}`)
      }
    }
    this.#session?.kill()
  }

  /** Asked for once more. What was done already says so. */
  async #again(db: KamerlensDatabase, run: (typeof steps)[number][1], what: string): Promise<void> {
    await run(db, this.#course.exported).catch((error: unknown) => {
      const told = storeErrorOf(error)
      const isDone = what === 'taking the correction back' || what === 'undoing the import'
      if (!isDone || !['invalid', 'undo-gone', 'not-found'].includes(told))
        this.wrong.push(`${what} could not be done at the second try: «${told}»`)
    })
  }
}
