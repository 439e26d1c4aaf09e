import { describe, expect, test } from 'vitest'
import { binsOf } from '#components/dossiers/timeline-layout.ts'
import {
  countWork,
  isLongerThanWeek,
  layOutWork,
  passesWork,
  subjectsOf,
  type Work,
  workOf,
} from '#components/library/activity.ts'
import type { LibraryView } from '#components/library/library-rows.tsx'
import { narrowed } from '#components/library/narrowed-entries.ts'
import type { DocumentEntry, NoteEntry } from '#utils/database/library/kept-order.ts'

const document = (id: string, day: string, more: Partial<DocumentEntry> = {}): DocumentEntry => ({
  id,
  aliases: [id],
  dossier: null,
  ministries: [],
  createdAt: `${day}T12:00:00.000Z`,
  updatedAt: `${day}T12:00:00.000Z`,
  ...more,
})
const note = (id: string, target: string, day: string): NoteEntry => ({
  id,
  target,
  colour: null,
  updatedAt: `${day}T12:00:00.000Z`,
  orphanSince: null,
})

const documents = [
  document('2023D1', '2026-03-02', {
    aliases: ['2023D1', 'kst-31839-5', '2023Z00001'],
    dossier: '31839',
    ministries: ['OCW', 'SZW'],
  }),
  document('2023D2', '2026-01-15', { ministries: ['OCW'] }),
]
const notes = [
  note('a', 'kst-31839-5#3', '2026-03-03'),
  note('b', 'kst-36360-VIII-7', '2026-03-20'),
  note('c', 'url:https://nieuws.example/', '2026-03-04'),
  note('d', 'kv-tk-2023Z00001', '2026-02-01'),
]
const work = workOf(documents, notes)

test('a picture of time is worth its room from a week on', () => {
  const on = (...days: string[]) =>
    workOf(
      days.map((day, index) => document(`2023D${index}`, day)),
      [],
    )
  expect(isLongerThanWeek(on())).toBe(false)
  expect(isLongerThanWeek(on('2026-03-02', '2026-03-08'))).toBe(false)
  expect(isLongerThanWeek(on('2026-03-02', '2026-03-09'))).toBe(true)
})

describe('work', () => {
  test('comes in the order of its days; a note is on the dossier of its document, under any name, or of its code', () => {
    expect(work.map(({ is, id, day, dossier }) => [is, id, day, dossier])).toEqual([
      ['document', '2023D2', '2026-01-15', null],
      ['note', 'd', '2026-02-01', '31839'],
      ['document', '2023D1', '2026-03-02', '31839'],
      ['note', 'a', '2026-03-03', '31839'],
      ['note', 'c', '2026-03-04', null],
      ['note', 'b', '2026-03-20', '36360-VIII'],
    ])
    expect(workOf([], [note('e', 'dossier-36360-VIII', '2026-01-01')])[0]?.dossier).toBe('36360-VIII')
    expect(countWork(work)).toEqual({ documents: 2, notes: 4 })
  })

  test('what most was done on comes first, dossiers before ministries, some of each alone', () => {
    expect(subjectsOf(work).map(({ name, count }) => [name, count])).toEqual([
      ['31839', 3],
      ['36360-VIII', 1],
      ['OCW', 4],
      ['SZW', 3],
    ])
    const many = Array.from(
      { length: 9 },
      (_, index): Work => ({
        is: 'note',
        id: `${index}`,
        day: '2026-01-01',
        dossier: `3000${index}`,
        ministries: [],
      }),
    )
    expect(subjectsOf(many)).toHaveLength(4)
  })

  test('is narrowed to a period and to a subject at once', () => {
    const period = { from: '2026-03-01', until: '2026-03-31' }
    const ids = (filter: Parameters<typeof passesWork>[1]) =>
      work.filter((one) => passesWork(one, filter)).map(({ id }) => id)
    expect(ids({ period, subject: null })).toEqual(['2023D1', 'a', 'c', 'b'])
    expect(ids({ period, subject: { type: 'dossier', name: '31839' } })).toEqual(['2023D1', 'a'])
    expect(ids({ period: null, subject: { type: 'ministry', name: 'OCW' } })).toEqual(['2023D2', 'd', '2023D1', 'a'])
  })
})

describe('the picture', () => {
  test('of a single week is a bar and no wall', () => {
    const some = work.slice(0, 1)
    expect(layOutWork(some, some, 400)?.bars.map(({ width }) => width)).toEqual([24])
  })

  test('counts by week where there is room for weeks, else by month and longer; all work is in one bar', () => {
    const wide = layOutWork(work, work, 400)
    expect(wide?.unit).toBe('week')
    expect(wide?.bars.map(({ from, until, notes, documents }) => [from, until, notes, documents])).toEqual([
      ['2026-01-12', '2026-01-18', 0, 1],
      ['2026-01-26', '2026-02-01', 1, 0],
      ['2026-03-02', '2026-03-08', 2, 1],
      ['2026-03-16', '2026-03-22', 1, 0],
    ])
    expect(wide?.ticks.map(({ month }) => month)).toEqual([2, 3])
    const narrow = layOutWork(work, work, 80)
    expect(narrow?.unit).toBe('month')
    expect(narrow?.bars.map(({ from, notes, documents }) => [from, notes, documents])).toEqual([
      ['2026-01-01', 0, 1],
      ['2026-02-01', 1, 0],
      ['2026-03-01', 3, 1],
    ])
  })

  test('keeps its span where a part of the work is counted, and every bar inside it', () => {
    const all = layOutWork(work, work, 400)
    const part = layOutWork(
      work,
      work.filter(({ dossier }) => dossier === '31839'),
      400,
    )
    expect(part?.bars.map(({ x }) => x)).toEqual(all?.bars.slice(1, 3).map(({ x }) => x))
    for (const { x, width, notesHeight, documentsHeight } of all?.bars ?? []) {
      expect([x >= 0, x + width <= 400, notesHeight + documentsHeight <= (all?.height ?? 0)]).toEqual([
        true,
        true,
        true,
      ])
    }
    expect(layOutWork([], [], 400)).toBeNull()
    expect(layOutWork(work, [], 400)?.bars).toEqual([])
  })

  test('weeks go from Monday to Sunday, over the turn of a year too', () => {
    const { binOf, ticks } = binsOf('2026-12-28', '2027-01-03', 300)
    expect(binOf('2027-01-01')).toMatchObject({ from: '2026-12-28', until: '2027-01-03' })
    expect(ticks).toHaveLength(1)
  })
})

describe('narrowed lists', () => {
  const outline = { lists: ['2023D1', '2023D2'], starts: [0, 12, 15] }
  const entries = {
    documents,
    outline,
    wholeOutline: outline,
    noteIds: ['b', 'c', 'a', 'd'],
    notes,
    lost: notes.slice(1, 2),
    noted: '',
    failed: new Map<LibraryView, () => void>(),
  }

  test('hold what is of the period or subject; questions go with their document', () => {
    const period = { from: '2026-01-01', until: '2026-01-31' }
    expect(narrowed(entries, work, { period, subject: null })).toEqual({
      documents: documents.slice(1),
      outline: { lists: ['2023D2'], starts: [0, 3] },
      wholeOutline: outline,
      noteIds: [],
      notes: [],
      lost: [],
      noted: '',
      failed: entries.failed,
    })
    expect(narrowed(entries, work, { period: null, subject: { type: 'dossier', name: '31839' } }).noteIds).toEqual([
      'a',
      'd',
    ])
  })

  test('are the same where nothing is chosen', () => {
    expect(narrowed(entries, work, { period: null, subject: null })).toBe(entries)
  })
})
