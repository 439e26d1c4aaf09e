import fc from 'fast-check'
import { joinDocuments } from '#utils/database/documents/join-documents.ts'
import { deleteDocument, restoreDocument } from '#utils/database/documents/remove-document.ts'
import { storeDocument } from '#utils/database/documents/store-document.ts'
import { follow, unfollow } from '#utils/database/following/watches.ts'
import { removeAll, restoreAll } from '#utils/database/library/change-many.ts'
import { deleteNote, restoreNote, saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { changeCorrections } from '#utils/database/questions/correct.ts'
import type { ReadingSource } from '#utils/database/schema.ts'
import { noteColours } from '#utils/notes/colours.ts'
import { contextLength } from '#utils/notes/passages/quote.ts'
import { oddText } from './odd-texts.ts'
import { question, reading } from './rows.ts'

/** Moments before 1970 too, and not in order: clocks are set wrong, and back. */
export const moment = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })

const ids = ['2023D20951', 'kst-36360-VIII-5', '2023D30000', 'kv-tk-2023Z10477', '2023Z10477'] as const
const id = fc.constantFrom(...ids)
const notes = ['n1', 'n2', 'n3'] as const
const note = fc.constantFrom(...notes)
const number = fc.oneof(fc.constantFrom('1', '2', '2a'), oddText(3))

const source: fc.Arbitrary<ReadingSource> = fc.oneof(
  oddText(6).map((name) => ({ type: 'file', name, size: 1 }) as const),
  fc.constantFrom('a', 'b').map((name) => ({ type: 'url', url: `https://www.rijksoverheid.nl/${name}` }) as const),
  oddText(6).map((title) => ({ type: 'page', url: 'https://www.tweedekamer.nl/kamerstukken/x', title }) as const),
)

const questions = fc
  .array(fc.record({ number, question: oddText(), answer: oddText(), code: fc.option(id) }), { maxLength: 4 })
  .map((all) => all.map(({ number, ...fields }, order) => question(order, number, fields)))

export type Step = (db: KamerlensDatabase, now: Date) => Promise<unknown>

/** What a user can do, in any order. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({ source, questions, own: fc.uniqueArray(id, { maxLength: 2 }), bytes: fc.constantFrom('a', 'b', 'c') })
    .map(
      ({ source, questions, own, bytes }): Step =>
        (db, now) => {
          const url = source.type === 'file' ? null : source.url
          const rest = [{ kind: 'outside', page: 1, text: 'Kop' }] as const
          return storeDocument(
            db,
            reading({ ownIds: own, questions, rest }, { sha256: bytes.repeat(64), url }),
            source,
            now,
          )
        },
    ),
  fc
    .record({
      note,
      target: fc.oneof(
        id,
        fc
          .tuple(id, number)
          .map(([list, n]) => `${list}#${encodeURIComponent(n.toWellFormed()).replaceAll('~', '%7E')}`),
      ),
      opened: oddText(),
      body: oddText(),
      tags: fc.array(oddText(4), { maxLength: 3 }),
      colour: fc.option(fc.constantFrom(...noteColours)),
      exact: fc.option(oddText().filter((words) => words !== '')),
      title: oddText(5),
    })
    .map(
      ({ note, title, exact, ...save }): Step =>
        async (db, now) => {
          const stored = await db.notes.get(note)
          const place = { url: 'https://www.tweedekamer.nl/x', title }
          const quote = {
            exact: exact ?? '',
            prefix: '',
            suffix: title.slice(0, contextLength),
            start: 3,
            end: 3 + (exact ?? '').length,
          }
          const isPassage = exact !== null && stored === undefined && !save.target.includes('#')
          const passage = isPassage ? { passage: { quote, url: place.url, format: 'page' } as const } : {}
          return saveNote(db, { ...save, ...passage, target: stored?.target ?? save.target, id: note, place }, now)
        },
    ),
  note.map(
    (one): Step =>
      (db, now) =>
        deleteNote(db, one, now),
  ),
  note.map(
    (one): Step =>
      (db, now) =>
        restoreNote(db, one, now),
  ),
  id.map(
    (one): Step =>
      (db, now) =>
        deleteDocument(db, one, now),
  ),
  id.map(
    (one): Step =>
      (db, now) =>
        restoreDocument(db, one, now),
  ),
  fc.constant<Step>((db, now) => removeAll(db, { notes: [...notes], documents: [...ids] }, now)),
  fc.constant<Step>((db, now) => restoreAll(db, { notes: [...notes], documents: [...ids] }, now)),
  fc.uniqueArray(id, { minLength: 2, maxLength: 3 }).map(
    (names): Step =>
      (db, now) =>
        db.write(['documents', 'rests', 'questions', 'originals', 'corrections'], () => joinDocuments(db, names, now)),
  ),
  id.map(
    (target): Step =>
      (db, now) =>
        follow(db, target, now, () => 0.5),
  ),
  id.map(
    (target): Step =>
      (db, now) =>
        unfollow(db, target, now),
  ),
  fc.record({ list: id, remove: fc.boolean(), kind: fc.constantFrom('join', 'border') }).map(
    ({ list, remove, kind }): Step =>
      async (db, now) => {
        const [, second] = await db.questions.where('[list+order]').between([list, 0], [list, 9]).toArray()
        if (second === undefined) return
        const anchor = kind === 'join' ? second.question.slice(0, 20) : second.answer.slice(0, 2)
        const one = { number: second.number, occurrence: 1, kind, anchor, place: 1 } as const
        await changeCorrections(
          db,
          { list, put: remove ? [] : [one], remove: remove ? [one] : [], restores: true },
          now,
        )
      },
  ),
)
