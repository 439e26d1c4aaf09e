import type { QuestionOutline } from '#utils/database/library/kept-questions.ts'
import { passesWork, type Work, type WorkFilter } from './activity.ts'
import type { LibraryEntries } from './list-props.ts'

/** What of everything kept is of a period, or on a subject; questions go with their document. Pure. */
export function narrowed(entries: LibraryEntries, work: readonly Work[], filter: WorkFilter): LibraryEntries {
  if (filter.period === null && filter.subject === null) return entries
  const passing = work.filter((one) => passesWork(one, filter))
  const idsOf = (is: Work['is']) => new Set(passing.flatMap((one) => (one.is === is ? [one.id] : [])))
  const [documents, notes] = [idsOf('document'), idsOf('note')]
  return {
    ...entries,
    documents: entries.documents?.filter(({ id }) => documents.has(id)) ?? null,
    outline: entries.outline === null ? null : outlineOf(entries.outline, documents),
    noteIds: entries.noteIds?.filter((id) => notes.has(id)) ?? null,
    notes: entries.notes?.filter(({ id }) => notes.has(id)) ?? null,
    lost: entries.lost?.filter(({ id }) => notes.has(id)) ?? null,
  }
}

function outlineOf({ lists, starts }: QuestionOutline, wanted: ReadonlySet<string>): QuestionOutline {
  const left: string[] = []
  const leftStarts = [0]
  for (const [index, list] of lists.entries()) {
    if (!wanted.has(list)) continue
    left.push(list)
    leftStarts.push((leftStarts.at(-1) ?? 0) + (starts[index + 1] ?? 0) - (starts[index] ?? 0))
  }
  return { lists: left, starts: leftStarts }
}
