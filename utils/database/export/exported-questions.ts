import { citedPaper } from '../../citations/cited-paper.ts'
import type { CitedQuestion } from '../../citations/question-citations.ts'
import type { ExportedQuestion } from '../../notes/export/exported-question.ts'
import { codeOf } from '../../references/code.ts'
import { isExample } from '../../references/ids/example.ts'
import { peopleOf } from '../../sources/people.ts'
import { type KeptQuestion, type QuestionKey, questionsAt } from '../library/kept-questions.ts'
import { namesToDocuments, questionsOn } from '../notes/note-questions.ts'
import { officialsOf } from '../official/officials.ts'
import type { KamerlensDatabase } from '../open.ts'
import { questionKey } from '../questions/question-key.ts'
import { isLive } from '../rows/live.ts'
import type { DocumentRow } from '../schema.ts'

/** A kept question with what it is cited by. */
export type CitableQuestion = KeptQuestion & Pick<CitedQuestion, 'paper'> & Pick<ExportedQuestion, 'people'>

/** The questions with these keys, in this order, with what they are cited by; those that are gone are left out. */
export function citableQuestions(db: KamerlensDatabase, keys: readonly QuestionKey[]): Promise<CitableQuestion[]> {
  return db.read(['documents', 'questions', 'lookups'], async () => {
    const rows = await questionsAt(db, keys)
    const lists = listsOf(rows)
    const officialOf = await officialsOf(
      db,
      lists.flatMap(({ aliases }) => aliases),
    )
    const known = new Map(
      lists.map((list) => {
        const official = officialOf(list.aliases)
        const people = peopleOf(list.facts, official)
        const code = list.aliases.flatMap((name) => codeOf(name) ?? [])[0]
        // Nobody can find the example.
        const paper = code === undefined || isExample(code.id) ? null : citedPaper(code, official, list)
        return [list.id, { paper, people }] as const
      }),
    )
    return rows.flatMap((row) => {
      const own = known.get(row.list.id)
      return own === undefined ? [] : [{ ...row, ...own }]
    })
  })
}

/** The same, with the notes on them: for files that are read without Kamerlens. */
export function exportedQuestions(db: KamerlensDatabase, keys: readonly QuestionKey[]): Promise<ExportedQuestion[]> {
  return db.read(['documents', 'questions', 'originals', 'lookups', 'notes'], async () => {
    const rows = await citableQuestions(db, keys)
    const notes = (await db.notes.toArray()).filter(isLive)
    notes.sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1))
    const on = await questionsOn(db, notes, namesToDocuments(listsOf(rows)))
    const byQuestion = Map.groupBy(notes, ({ id }) => {
      const own = on.get(id)
      return own && questionKey(own)
    })
    return rows.map(({ question, list, paper, people }) => ({
      question,
      document: list,
      paper,
      people,
      notes: (byQuestion.get(questionKey(question)) ?? []).map(({ body }) => body).filter((body) => body.trim() !== ''),
    }))
  })
}

const listsOf = (rows: readonly KeptQuestion[]): readonly DocumentRow[] => [
  ...new Map(rows.map(({ list }) => [list.id, list])).values(),
]
