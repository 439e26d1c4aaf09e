import { daysAfter } from './dates.ts'
import { typeOfKind } from './kinds.ts'
import type { OfficialDocument, RelatedDocument } from './official-document.ts'

/** Written questions are to be answered within three weeks (Reglement van Orde of the Tweede Kamer). */
const termInDays = 21

/** What has come of written questions. Days as `2023-05-22`, null where unknown. */
export type QuestionStatus =
  /** `term` is the last day in time. */
  | {
      readonly is: 'unanswered'
      readonly since: string | null
      readonly term: string | null
      readonly overdue: boolean
    }
  /** `until` is a later term than the three weeks, where the service names one. */
  | { readonly is: 'postponed'; readonly on: string | null; readonly until: string | null; readonly overdue: boolean }
  /** `answers`: names of the answers, each the best known, first answer first. */
  | { readonly is: 'answered'; readonly on: string | null; readonly answers: readonly string[] }
  | { readonly is: 'withdrawn' }
  /** Dealt with, and no answer known: final reports lag by weeks. */
  | { readonly is: 'settled' }

/**
 * The status of the written questions that a record is or answers; null for a record of anything else, and where what is
 * known can't tell.
 *
 * @param today in the Netherlands
 */
export function questionStatus(document: OfficialDocument, today: string): QuestionStatus | null {
  const papers = [itself(document), ...document.related].filter(({ by }) => by === 'zaak' || by === 'publication')
  const zaken = document.zaken.filter(({ kind }) => typeOfKind(kind) === 'written-questions')
  const ofQuestions = document.type === 'answers' || document.type === 'postponement' || zaken.length > 0
  if (document.is === 'activiteit' || document.is === 'dossier') return null
  if (document.type !== 'written-questions' && !ofQuestions) return null

  const answers = ofType(papers, 'answers')
  if (answers.length > 0) {
    const names = answers.flatMap(({ aliases }) => aliases[0] ?? [])
    return { is: 'answered', on: answers[0]?.date ?? null, answers: [...new Set(names)] }
  }
  if (isWithdrawn(document, papers)) return { is: 'withdrawn' }
  // The publication of the questions names an Aanhangsel, and not whether that is the answer or puts it off.
  if (papers.some(({ type, aliases }) => type === null && aliases.some((alias) => alias.startsWith('ah-')))) return null
  const since = zaken[0]?.startedOn ?? ofType(papers, 'written-questions')[0]?.date ?? null
  const usual = since === null ? null : daysAfter(since, termInDays)
  const named = zaken[0]?.term ?? null
  const postponements = ofType(papers, 'postponement')
  if (postponements.length > 0) {
    const until = named !== null && (usual === null || named > usual) ? named : null
    return { is: 'postponed', on: postponements.at(-1)?.date ?? null, until, overdue: until !== null && today > until }
  }
  if (zaken.length > 0 && zaken.every(({ settled }) => settled === true)) return { is: 'settled' }
  const term = named ?? usual
  return { is: 'unanswered', since, term, overdue: term !== null && today > term }
}

function itself({ is, aliases, kind, type, title, date }: OfficialDocument): RelatedDocument {
  return { aliases, by: 'zaak', kind, type: is === 'document' ? type : null, title, date }
}

/** Earliest first; those without a date last. */
function ofType(papers: readonly RelatedDocument[], type: RelatedDocument['type']): readonly RelatedDocument[] {
  const chosen = papers.filter((paper) => paper.type === type)
  return chosen.toSorted((a, b) => (a.date ?? '9').localeCompare(b.date ?? '9'))
}

/** How the services say so is not known for certain [?]: by the zaak's status, a decision, or a paper that takes them back. */
function isWithdrawn({ zaken, decisions }: OfficialDocument, papers: readonly RelatedDocument[]): boolean {
  const said = [...zaken.map(({ status }) => status), ...decisions]
  if (said.some((text) => /^(?:ingetrokken|vervallen)\b/i.test(text ?? ''))) return true
  return papers.some(({ kind, title }) => /^intrekking\b/i.test(kind ?? '') || /^intrekking\b/i.test(title ?? ''))
}
