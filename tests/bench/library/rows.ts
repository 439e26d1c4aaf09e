import { factsOf } from '#tests/fixtures/facts.ts'
import type { DocumentRow, NoteRow, NoteTagRow, QuestionRow } from '#utils/database/schema.ts'
import { questionRow } from '../question-row.ts'
import { Dice } from '../random.ts'
import { Vocabulary } from '../search/vocabulary.ts'

/** What somebody keeps who has worked with Kamerlens for years, in pieces that go into the store one by one. */

const perList = 50
const ministries = ['Onderwijs, Cultuur en Wetenschap', 'Financiën', 'Volksgezondheid, Welzijn en Sport']
const parties = ['VVD', 'D66', 'LKP', 'Nieuw Sociaal Contract', 'PvdD']
const tags = ['stage', 'terugvragen', 'debat', 'cijfers', 'toezegging', 'begroting']
const fourYears = 4 * 365 * 24 * 60 * 60_000
const end = Date.UTC(2026, 10, 26)

export interface Piece {
  readonly documents?: readonly DocumentRow[]
  readonly questions?: readonly QuestionRow[]
  readonly notes?: readonly NoteRow[]
  readonly noteTags?: readonly NoteTagRow[]
}

const listId = (list: number) => `2023D${String(list).padStart(5, '0')}`
const momentOf = (dice: Dice) => new Date(end - dice.between(0, fourYears)).toISOString()

/** @param questions in lists of 50 */
export function* keptRows(questions: number, notes: number): Generator<Piece> {
  const vocabulary = new Vocabulary()
  const lists = Math.ceil(questions / perList)
  for (let from = 0; from < lists; from += 40) {
    const some = Array.from({ length: Math.min(40, lists - from) }, (_, index) => listOf(from + index, vocabulary))
    yield { documents: some.map(({ document }) => document), questions: some.flatMap((list) => list.questions) }
  }
  for (let from = 0; from < notes; from += 1_000) {
    const some = Array.from({ length: Math.min(1_000, notes - from) }, (_, index) =>
      noteOf(from + index, lists, vocabulary),
    )
    yield { notes: some.map(({ note }) => note), noteTags: some.map(({ tag }) => tag) }
  }
}

function listOf(list: number, vocabulary: Vocabulary): { document: DocumentRow; questions: QuestionRow[] } {
  const dice = new Dice(list + 1)
  const [id, at] = [listId(list), momentOf(dice)]
  const ministry = dice.pick(ministries)
  const document: DocumentRow = {
    id,
    kind: 'document',
    title: vocabulary.sentence(dice, 8),
    aliases: [id, `kst-${30_000 + list}-5`],
    dossier: `36${String(dice.between(0, 80)).padStart(3, '0')}-VIII`,
    date: at.slice(0, 10),
    links: [],
    provenance: [],
    facts: factsOf({
      type: 'answers',
      askedBy: [{ name: `Lid ${list % 150}`, party: dice.pick(parties) }],
      answeredBy: [{ name: null, function: 'minister', ministry }],
    }),
    createdAt: at,
    updatedAt: at,
  }
  const questions = Array.from({ length: perList }, (_, order): QuestionRow => {
    const question = vocabulary.sentence(dice, dice.between(8, 25))
    const answer = vocabulary.sentence(dice, dice.between(10, 40))
    return questionRow(id, order, { question, answer }, dice.once(50) ? ['number-gap'] : [])
  })
  return { document, questions }
}

function noteOf(index: number, lists: number, vocabulary: Vocabulary): { note: NoteRow; tag: NoteTagRow } {
  const dice = new Dice(1_000_000 + index)
  const at = momentOf(dice)
  const id = `5ca1ab1e-0000-4000-8000-${String(index).padStart(12, '0')}`
  const list = listId(dice.between(0, lists - 1))
  const note: NoteRow = {
    id,
    target: dice.once(2) ? list : `${list}#${dice.between(1, perList)}`,
    type: 'document',
    body: vocabulary.sentence(dice, dice.between(5, 40)),
    version: 1,
    places: [],
    createdAt: at,
    updatedAt: at,
    ...(dice.once(10) ? { colour: 'blue' } : {}),
  }
  return {
    note: { ...note, type: note.target.includes('#') ? 'question' : 'document' },
    tag: { noteId: id, tag: dice.pick(tags), createdAt: at },
  }
}
