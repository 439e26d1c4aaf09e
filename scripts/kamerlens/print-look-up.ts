import type { Answerer, Asker } from '#utils/documents/types.ts'
import type { QuestionStatus } from '#utils/sources/question-status.ts'
import type { LookUpRecord } from './look-up.ts'

type Fact = readonly [name: string, values: readonly (string | null)[]]

/** A record of the official services for reading: a line a fact, those that are not known left out. */
export function printLookUp(record: LookUpRecord): string {
  const { zaken, dossiers, related, decisions } = record
  const facts: readonly Fact[] = [
    ['title', [record.title]],
    ['subject', [record.subject]],
    ['asked by', record.askedBy.map(askerOf)],
    ['asked of', record.askedOf.map(answererOf)],
    ['answered by', record.answeredBy.map(answererOf)],
    ['status', [record.status && statusOf(record.status)]],
    ['zaak', zaken.map(({ id, kind, subject }) => listed([id, kind, subject]))],
    ['dossier', dossiers.map(({ number, title }) => listed([number, title]))],
    ['decision', decisions],
    ['related', related.map(({ aliases, kind, date, title }) => listed([aliases[0], kind, date, title]))],
    ['also named', record.aliases.filter((alias) => alias !== record.id)],
    ['file', [record.file?.url ?? null]],
    ['page', record.links],
    ['from', [...new Set(record.provenance.map(({ from }) => from))]],
    ['missing', record.failed.map(({ source, code }) => `${source}: ${code}`)],
  ]
  const lines = facts.flatMap(([name, values]) =>
    values
      .filter((value) => value !== null && value !== '')
      .map((value, index) => `  ${(index === 0 ? name : '').padEnd(12)} ${value}`),
  )
  return [
    `${record.asked}: ${listed([record.id, record.kind ?? record.is, record.chamber, record.date])}`,
    ...lines,
  ].join('\n')
}

function listed(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ')
}

function askerOf({ name, party }: Asker): string {
  return name === null ? `members of ${party}` : `${name}${party === null ? '' : ` (${party})`}`
}

function answererOf({ name, function: office, ministry }: Answerer): string {
  return listed([name, office, ministry])
}

function statusOf(status: QuestionStatus): string {
  switch (status.is) {
    case 'answered':
      return listed(['answered', status.on, ...status.answers])
    case 'postponed':
      return listed([
        'postponed',
        status.on,
        status.until && `until ${status.until}`,
        status.overdue ? 'overdue' : null,
      ])
    case 'unanswered':
      return listed([
        'unanswered',
        status.since && `since ${status.since}`,
        status.term && `term ${status.term}`,
        status.overdue ? 'overdue' : null,
      ])
    case 'withdrawn':
      return 'withdrawn'
    case 'settled':
      return 'dealt with, no answer known'
  }
}
