import { factMessages, typeMessages } from '#locales/facts.ts'
import { locale } from '#locales/i18n.ts'
import { kindMessages } from '#locales/kinds.ts'
import { recordMessages } from '#locales/records.ts'
import { statusMessages } from '#locales/status.ts'
import type { RecordFact, RecordWords } from '#utils/browser/protocol/card.ts'
import { isOfficialUrl } from '#utils/references/addresses/sites.ts'
import { codeOf } from '#utils/references/code.ts'
import type { Code } from '#utils/references/types.ts'
import { dutchDay } from '#utils/sources/dates.ts'
import type { Dossier, OfficialDocument } from '#utils/sources/official-document.ts'
import { questionStatus } from '#utils/sources/question-status.ts'
import { statusWords } from '#utils/sources/status-words.ts'
import { dossierLabel, dossierPage } from '../dossiers/dossier-label.ts'
import { kindWords } from '../papers/kind-words.ts'
import { answererOf, askerOf } from '../papers/people-words.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { dayInWords } from '../parts/moments.ts'

/** People who are named before the rest is counted. */
const mostPeople = 4
/** Characters of a title or fact; services set no limit. */
const longestText = 300

/** A record of the official services in words, but for its age. */
export function recordWords(document: OfficialDocument, code: Code, now: Date): Omit<RecordWords, 'age'> {
  const status = questionStatus(document, dutchDay(now.toISOString()) ?? '')
  return {
    kind: [...kindOf(document, code), ...(document.date === null ? [] : [dayInWords(document.date)])].join(' · '),
    title: short(document.subject ?? document.title ?? code.label),
    status: status && statusWords(statusMessages.get(), status, dayInWords),
    facts: factsOf(document, status?.is === 'answered' ? status.answers : []),
    links: document.links.filter((url) => url.startsWith('https:') && isOfficialUrl(url)),
  }
}

function kindOf({ is, kind, type }: OfficialDocument, code: Code): readonly string[] {
  const own = kindWords(typeMessages.get(), locale.get(), { kind, type })
  if (is === 'document') return [own ?? kindMessages.get()[code.kind]]
  const thing = is === 'dossier' ? recordMessages.get().dossier : kindMessages.get()[is]
  return own === null ? [thing] : [thing, own]
}

/** @param answers names of the answers to these questions */
function factsOf(document: OfficialDocument, answers: readonly string[]): readonly RecordFact[] {
  const texts = recordMessages.get()
  const facts = factMessages.get()
  const { askedBy, askedOf, answeredBy, dossiers, decisions } = document
  const questions = document.related.find(({ type }) => type === 'written-questions')?.aliases ?? []
  const decision = decisions.at(-1)
  return [
    ...people(facts.askedBy, askedBy.map(askerOf)),
    ...(answeredBy.length > 0
      ? people(facts.answeredBy, answeredBy.map(answererOf))
      : people(texts.askedOf, askedOf.map(answererOf))),
    ...(document.type === 'answers' || document.type === 'postponement' ? paper(texts.questions, questions) : []),
    ...(document.type === 'answers' ? [] : paper(texts.answer, answers)),
    ...(document.is === 'dossier' ? [] : dossiers.slice(0, 1).map(dossierFact)),
    ...(decision === undefined ? [] : [{ name: texts.decision, text: short(decision) }]),
  ]
}

function people(name: string, named: readonly string[]): readonly RecordFact[] {
  if (named.length === 0) return []
  const first = named.slice(0, mostPeople).join('; ')
  const rest = named.length - mostPeople
  return [{ name, text: short(rest > 0 ? recordMessages.get().others({ people: first, count: String(rest) }) : first) }]
}

/** Another paper by its first name that is a code. */
function paper(name: string, aliases: readonly string[]): readonly RecordFact[] {
  const code = aliases.flatMap((alias) => codeOf(alias) ?? [])[0]
  return code === undefined ? [] : [{ name, text: shownLabel(code.label), url: code.url }]
}

function dossierFact({ number, title }: Dossier): RecordFact {
  return {
    name: recordMessages.get().dossier,
    text: short([dossierLabel(number), title].filter(Boolean).join(' ')),
    url: dossierPage(number),
  }
}

const short = (text: string): string =>
  text.length <= longestText ? text : `${text.slice(0, longestText).trimEnd().toWellFormed()}…`
