import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinDocuments } from '#utils/database/documents/join-documents.ts'
import { deleteDocument, restoreDocument } from '#utils/database/documents/remove-document.ts'
import { storeDocument } from '#utils/database/documents/store-document.ts'
import { exportAll, exportVersion } from '#utils/database/export/export.ts'
import { follow, unfollow } from '#utils/database/following/watches.ts'
import { applyImport } from '#utils/database/import/import.ts'
import { readExport } from '#utils/database/import/read-export.ts'
import { salvageExport } from '#utils/database/import/salvage-export.ts'
import { undoImport } from '#utils/database/import/undo.ts'
import { removeAll, restoreAll } from '#utils/database/library/change-many.ts'
import { deleteNote, restoreNote, saveNote } from '#utils/database/notes/notes.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import { changeCorrections } from '#utils/database/questions/correct.ts'
import { recordTables } from '#utils/database/records/records.ts'
import type { NoteRow, ReadingSource } from '#utils/database/schema.ts'
import { cases } from '../../cases.ts'
import { oddText } from '../odd-texts.ts'
import { openTestDatabase } from '../open-test-database.ts'
import { question, reading } from '../rows.ts'
import { undo } from './imported.ts'

/** Moments before 1970 too, and not in order: clocks are set wrong, and back. */
const moment = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })

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

type Step = (db: KamerlensDatabase, now: Date) => Promise<unknown>

/** What a user can do, in any order. */
const step: fc.Arbitrary<Step> = fc.oneof(
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
      title: oddText(5),
    })
    .map(
      ({ note, title, ...save }): Step =>
        async (db, now) => {
          const stored = await db.notes.get(note)
          const place = { url: 'https://www.tweedekamer.nl/x', title }
          return saveNote(db, { ...save, target: stored?.target ?? save.target, id: note, place }, now)
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

const tables = [...recordTables, 'originals', 'noteMentions'] as const

const contents = async (db: KamerlensDatabase) => {
  const rows = await Promise.all(tables.map(async (table) => [table, await db.table(table).toArray()] as const))
  return Object.fromEntries(rows)
}

/** An undo is a change too: an editor that is open on the note must hear of it. */
const withoutVersions = ({ notes, ...others }: Record<string, unknown[]>) => ({
  ...others,
  notes: (notes as NoteRow[]).map(({ version: _, ...note }) => note),
})

test('whatever was done and written, what goes out comes back as it was, twice is once, and here it changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, moment), { maxLength: 12 }), async (steps) => {
      const db = openTestDatabase()
      // What does not fit (a note that is not there) is refused, and no part of this.
      for (const [make, now] of steps) await make(db, now).catch(() => undefined)
      const before = await contents(db)
      const [file] = await exportAll(db, new Date(0))
      const records = await readExport(file)
      // What later versions brought is read in one of version 3 too.
      const older = (await file.text()).replace(`"version": ${exportVersion}`, '"version": 3')
      expect(older).toContain('"version": 3')
      expect(await readExport(new Blob([older]))).toEqual(records)

      const other = openTestDatabase()
      await applyImport(other, records)
      expect(await contents(other)).toEqual(before)
      expect(await (await exportAll(other, new Date(0)))[0].text()).toBe(await file.text())
      expect(await applyImport(other, records)).toMatchObject({ changesNothing: true })
      expect(await contents(other)).toEqual(before)
      expect(await applyImport(db, records)).toMatchObject({ changesNothing: true })
      expect(await contents(db)).toEqual(before)

      const isEmpty = recordTables.every((table) => records[table].length === 0)
      if (!isEmpty) expect((await salvageExport(file)).records).toEqual(records)
      const parts = await exportAll(db, new Date(0), 500)
      const third = openTestDatabase()
      for (const part of parts.toReversed()) await applyImport(third, await readExport(part))
      expect(await contents(third)).toEqual(before)
    }),
    cases(16),
  )
}, 300_000)

test('whatever two machines did, importing what the other has twice is once, and undone it is as it was', async () => {
  const machine = fc.array(fc.tuple(step, moment), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(machine, machine, async (here, there) => {
      const [db, other] = [openTestDatabase(), openTestDatabase()]
      for (const [make, now] of here) await make(db, now).catch(() => undefined)
      for (const [make, now] of there) await make(other, now).catch(() => undefined)
      const before = await contents(db)
      const records = await readExport((await exportAll(other, new Date(0)))[0])
      const { changesNothing } = await applyImport(db, records, { undo })
      const after = await contents(db)
      expect(await applyImport(db, records)).toMatchObject({ changesNothing: true })
      expect(await contents(db)).toEqual(after)
      await readExport((await exportAll(db, new Date(0)))[0])
      if (!changesNothing) await undoImport(db, undo.id)
      expect(withoutVersions(await contents(db))).toEqual(withoutVersions(before))
    }),
    cases(16),
  )
}, 300_000)
