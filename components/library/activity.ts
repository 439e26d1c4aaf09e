import { localDay } from '#utils/database/export/backup-file.ts'
import type { DocumentEntry, NoteEntry } from '#utils/database/library/kept-order.ts'
import { allNames, namesOf } from '#utils/database/names/names.ts'
import { namedIn, parseTarget } from '#utils/notes/target.ts'
import { dossierNumber, dossierOfPaper } from '#utils/references/dossier.ts'
import { type BinUnit, binsOf, type Tick } from '../dossiers/timeline-layout.ts'

/** When and on what somebody worked: pure. Days are those where the user is. */

/** A note that was changed last on a day, or a document that was kept on it. */
export interface Work {
  readonly is: 'note' | 'document'
  /** Of the note or document. */
  readonly id: string
  /** `2026-11-23` */
  readonly day: string
  readonly dossier: string | null
  readonly ministries: readonly string[]
}

/** What was worked on. */
export interface Subject {
  readonly type: 'dossier' | 'ministry'
  readonly name: string
}

export interface Counts {
  readonly notes: number
  readonly documents: number
}

export interface WorkFilter {
  /** First and last day. */
  readonly period: { readonly from: string; readonly until: string } | null
  readonly subject: Subject | null
}

export const allWork: WorkFilter = { period: null, subject: null }

/** The subjects that are shown of each type. */
const mostSubjects = 4

/** All work, the oldest first. A note is on what its document is on. */
export function workOf(documents: readonly DocumentEntry[], notes: readonly NoteEntry[]): readonly Work[] {
  const byName = new Map(documents.flatMap((one) => allNames([], [one]).map((name) => [name, one] as const)))
  const kept = documents.map(
    ({ id, createdAt, dossier, ministries }): Work => ({
      is: 'document',
      id,
      day: dayOf(createdAt),
      dossier,
      ministries,
    }),
  )
  const noted = notes.map(({ id, target, updatedAt }): Work => {
    const parsed = parseTarget(target)
    const names = parsed === null ? [] : namesOf(namedIn(parsed))
    const document = names.flatMap((name) => byName.get(name) ?? [])[0]
    const named = names.flatMap((name) => dossierOfPaper(name) ?? dossierNumber(name) ?? [])[0] ?? null
    return {
      is: 'note',
      id,
      day: dayOf(updatedAt),
      dossier: document?.dossier ?? named,
      ministries: document?.ministries ?? [],
    }
  })
  return [...kept, ...noted].toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

const dayOf = (moment: string): string => localDay(new Date(moment))

/** Whether it is of days a week and more apart; the oldest first. */
export function isLongerThanWeek(work: readonly Work[]): boolean {
  const [first, last] = [work[0], work.at(-1)]
  if (first === undefined || last === undefined) return false
  return Date.parse(last.day) - Date.parse(first.day) >= 7 * 24 * 60 * 60_000
}

export function passesWork(work: Work, { period, subject }: WorkFilter): boolean {
  return (period === null || isIn(work, period)) && (subject === null || isOn(work, subject))
}

const isIn = ({ day }: Work, { from, until }: { from: string; until: string }) => from <= day && day <= until

function isOn({ dossier, ministries }: Work, { type, name }: Subject): boolean {
  return type === 'dossier' ? dossier === name : ministries.includes(name)
}

export function countWork(work: readonly Work[]): Counts {
  const documents = work.filter((one) => one.is === 'document').length
  return { documents, notes: work.length - documents }
}

/** The dossiers and the ministries that were worked on most, those first that most was done on. */
export function subjectsOf(work: readonly Work[]): readonly (Subject & { readonly count: number })[] {
  const dossiers = new Map<string, number>()
  const ministries = new Map<string, number>()
  const add = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const { dossier, ministries: theirs } of work) {
    if (dossier !== null) add(dossiers, dossier)
    for (const name of theirs) add(ministries, name)
  }
  const most = (counts: Map<string, number>, type: Subject['type']) =>
    [...counts]
      .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
      .slice(0, mostSubjects)
      .map(([name, count]) => ({ type, name, count }))
  return [...most(dossiers, 'dossier'), ...most(ministries, 'ministry')]
}

/** The work of one stretch of time. */
export interface WorkBar extends Counts {
  readonly from: string
  readonly until: string
  readonly x: number
  readonly width: number
  /** Heights in CSS pixels of what stands for the documents, and for the notes upon it. */
  readonly documentsHeight: number
  readonly notesHeight: number
}

export interface WorkPicture {
  readonly unit: BinUnit
  readonly width: number
  readonly height: number
  readonly ticks: readonly Tick[]
  readonly bars: readonly WorkBar[]
}

/** Height of the tallest bar; the lowest can still be seen. */
const tallest = 40
const lowest = 3
/** Few periods leave each of them more room than a bar needs. */
const widest = 24

/**
 * A bar for each week or month, or longer, in which there was work.
 *
 * @param all what the picture spans
 * @param work what is counted of it
 * @returns null where there is no work
 */
export function layOutWork(all: readonly Work[], work: readonly Work[], width: number): WorkPicture | null {
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return null
  const { unit, ticks, binOf } = binsOf(first.day, last.day, width)
  const byBin = Map.groupBy(work, ({ day }) => binOf(day).x)
  const most = Math.max(1, ...[...byBin.values()].map((some) => some.length))
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(lowest, (tallest * count) / most))
  const bars = [...byBin.values()].flatMap((some): WorkBar[] => {
    const [one] = some
    if (one === undefined) return []
    const counts = countWork(some)
    const bin = binOf(one.day)
    return [
      {
        ...bin,
        width: Math.min(bin.width, widest),
        ...counts,
        documentsHeight: heightOf(counts.documents),
        notesHeight: heightOf(counts.notes),
      },
    ]
  })
  // A very low part is drawn higher than it would be: the picture leaves room for both.
  return { unit, width, height: tallest + lowest, ticks, bars: bars.toSorted((one, other) => one.x - other.x) }
}
