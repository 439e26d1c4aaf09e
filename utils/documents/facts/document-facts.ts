import type { Answerer, Asker, DocumentFacts, DocumentType } from '../types.ts'
import { answerersOf } from './answerers.ts'
import { dateSource, isoDateOf } from './dates.ts'
import { askersOf } from './people.ts'
import { dossierOf, printedIdsOf } from './printed-ids.ts'

/** What a document's facts are read from. */
export interface FactSources {
  /** All lines before the first question. */
  readonly head: readonly string[]
  /** Lines behind the last answer: closing remark, postponement, signature. */
  readonly tail: readonly string[]
  /** Running headers, footers and margin boxes. */
  readonly furniture: readonly string[]
  readonly questions: number
  readonly answered: number
}

/** Heads are short; an excerpt that begins with a long text has none. */
const longestHead = 8000

/**
 * What a document says of itself (DOMAIN §2): who asked and who answers, when, about what, under which codes. Everything as
 * printed; what the head does not say is null or empty.
 */
export function factsOf(sources: FactSources): DocumentFacts {
  const head = flowing(sources.head).slice(0, longestHead)
  const tail = flowing(sources.tail).slice(0, longestHead)
  const furniture = flowing(sources.furniture).slice(0, 4 * longestHead)
  const asked = askedIn(head)
  const type = typeOf(head, tail, sources)
  const established = dateAfter(head, /\b[Vv]astgesteld(?:\s+(?:op|d\.d\.))?\s+/g)
  const dated = dateAfter(`${head} ${furniture}`, /\b[Dd](?:atum|ATUM)\s*:?\s+|\bDen Haag,?\s+/g)
  const received = dateAfter(head, /\b[Oo]ntvangen\s+(?:op\s+)?/g)
  const answeredBy = dateAfter(head, /\b[Bb]ij brief van\s+/g, /^[^.]{0,160}\bbeantwoord/)
  const answers =
    type === 'answers' ||
    type === 'question-and-answer-list' ||
    type === 'postponement' ||
    (type === null && sources.answered > 0)
  return {
    type,
    askedBy: asked.askedBy,
    answeredBy: type === 'written-questions' || type === 'question-list' ? [] : answeringIn(head, tail),
    askedOn:
      dateAfter(head, /\b[Ii]ngezonden\s+(?:op\s+|d\.d\.\s+)?/g) ??
      dateAfter(head, /\b(?:op|d\.d\.|van)\s+/g, /^[^.]{0,160}\b(?:voorgelegd|gesteld|ingezonden)\b/) ??
      (type === 'question-list' ? established : null),
    answeredOn: answers ? (received ?? answeredBy ?? dated ?? established) : null,
    dossier: dossierOf(head, /[Vv]ergaderjaar/.test(head + furniture)),
    subject: asked.subject,
    printedIds: printedIdsOf(head, furniture),
  }
}

function flowing(lines: readonly string[]): string {
  return lines
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Ll}{2})- (?!en\b|of\b|en\/of\b)(?=\p{Ll}{2})/gu, '')
    .trim()
}

/** «Vragen van het lid X (P) aan de Minister van Y over Z (ingezonden …)», «op de vragen van de leden … over …». */
const askedBy =
  /\b(?:[Vv]ragen|[Kk]amervragen)\s+van\s+((?:het|de)\s(?:lid|leden)\s.{2,400}?)\s*(?:,?\s(?:aan\s+(?:de|het)\s|over\s|inzake\s|betreffende\s|die\s|welke\s)|\((?:[Ii]ngezonden|kenmerk|20\d\dZ)|[.;](?:\s|$)|$)/
/** «De vaste commissie voor X heeft een aantal vragen voorgelegd», «door de vaste commissie voor X gestelde vragen». */
const committee =
  /\b((?:[Vv]aste |[Aa]lgemene |[Tt]ijdelijke )?(?:[Kk]amer)?[Cc]ommissies?\s+(?:voor|inzake)\s+(?:de\s+)?\p{Lu}[^.;()]{2,120}?)(?=\s+(?:heeft|hebben|gestelde|over|op|aan|bestond|te\s|,\s)|,?\s+(?:inzake|naar aanleiding|d\.d\.)|[.;(,]|$)/u
const subject =
  /\b(?:[Vv]ragen|[Kk]amervragen)\s+van\s+(?:het|de)\s(?:lid|leden)\s.{2,700}?\s(?:over|inzake|betreffende)\s+(.{3,600}?)\s*(?:\((?:[Oo]ntvangen|[Ii]ngezonden|kenmerk|met kenmerk|20\d\dZ)|,?\s+(?:ingezonden|met kenmerk|kenmerk)\s|\s(?:20\d\dZ\d|Geachte\s)|\s(?:Antwoord|Mededeling|Nader antwoord)\s+van\s|[.](?=\s|$)|$)/
const listSubject =
  /\bvragen\b[^.]{0,160}?\b(?:voorgelegd|gesteld|gestelde vragen)\b[^.]{0,160}?\b(?:over|inzake|betreffende)\s+(.{3,400}?)\s*(?:\((?:Kamerstuk|Tweede Kamer|20\d\d|ingezonden|[\d ]{5,7})|\.(?=\s|$)|$)/
const regarding =
  /\b(?:Betreft|BETREFT|betreft|Onderwerp)\s*:?\s+(.{5,300}?)\s*(?=\s(?:Geachte|UW KENMERK|Uw kenmerk|ONS KENMERK|Ons kenmerk|BIJLAGE|Bijlage|bijlage|Datum|DATUM|U W K)|\d\/\d|$)/

function askedIn(head: string): { readonly askedBy: readonly Asker[]; readonly subject: string | null } {
  const members = askersOf(askedBy.exec(head)?.[1] ?? '')
  const asking = committee.exec(head)?.[1]
  const about = subject.exec(head)?.[1] ?? listSubject.exec(head)?.[1] ?? regarding.exec(head)?.[1] ?? null
  return {
    askedBy:
      members.length > 0 ? members : asking === undefined ? [] : [{ name: lowerFirst(asking).trim(), party: null }],
    subject: about?.replace(/[\s.,:]+$/, '') || null,
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** «Antwoord van Minister A (M), mede namens …», the letter's own words, its signature, or the court of audit. */
function answeringIn(head: string, tail: string): readonly Answerer[] {
  const stated =
    /\b(?:[Nn]ader )?(?:[Aa]ntwoord|[Mm]ededeling)\s+van\s+((?:de\s+)?(?:[Mm]inister|[Ss]taats).{3,500}?)\s*(?:\(?\([Oo]ntvangen|$)/.exec(
      head,
    )?.[1]
  if (stated !== undefined) return answerersOf(stated)
  const office = /\b[Dd]e\s+((?:[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris)\b.{0,160})/
  const besides = /\bmede namens\s+(.{5,200}?)(?:,|\s+(?:de|het)\s+antwoord|\s+u\s)/.exec(head)?.[1]
  const signature = office.exec(tail)?.[1]
  const answering = [...answerersOf(signature ?? ''), ...answerersOf(besides ?? '')]
  if (answering.length > 0) return answering
  const addressed = /\b(?:aan|door|van)\s+de\s+((?:[Mm]inister|[Ss]taatssecretaris).{3,300})/.exec(head)?.[1]
  if (/\bAlgemene Rekenkamer\b/.test(head)) return [{ name: null, function: 'Algemene Rekenkamer', ministry: null }]
  return answerersOf(addressed ?? '').slice(0, 1)
}

/** The first date behind `lead`; `goesOn` must match what follows the date, where given. */
function dateAfter(text: string, lead: RegExp, goesOn?: RegExp): string | null {
  const date = new RegExp(`^(?:${dateSource}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})`, 'i')
  for (const { 0: words, index } of text.matchAll(lead)) {
    const rest = text.slice(index + words.length, index + words.length + 240)
    const found = date.exec(rest)?.[0]
    if (found === undefined || (goesOn && !goesOn.test(rest.slice(found.length)))) continue
    const iso = isoDateOf(found)
    if (iso !== null) return iso
  }
  return null
}

const postponed =
  /\bMededeling\s+van\s+(?:de\s+)?(?:[Mm]inister|[Ss]taats)|\bkunnen\s[^.]{0,80}\bniet binnen de gebruikelijke termijn\b|\bvragen\b[^.]{0,240}\bniet\s[^.]{0,80}\bbinnen de (?:gebruikelijke|gestelde|gevraagde)\s(?:\p{Ll}{1,20}\s)?termijn\b[^.]{0,80}\bbeantwoord/u
const listOfBoth = /\blijst van vragen en antwoorden\b/i
const listOfQuestions = /\blijst van vragen\b|\bvragen (?:ter beantwoording )?voorgelegd\b|\bschriftelijk overleg\b/i
const membersAsked = /\b[Vv]ragen\s+van\s+(?:het|de)\s+(?:lid|leden)\b/
const answering =
  /\b(?:Antwoord|Nader antwoord)\s+van\s+(?:de\s+)?(?:[Mm]inister|[Ss]taats)|\b(?:[Aa]ntwoord(?:en)?|[Bb]eantwoording)\b/

/** The kind of document, by its head and by what was found in it; null where neither tells. */
function typeOf(head: string, tail: string, { questions, answered }: FactSources): DocumentType | null {
  const hasAnswers = answered * 2 >= questions && answered > 0
  if (postponed.test(head) || /^Mededeling\b/.test(tail) || (postponed.test(tail) && !hasAnswers)) return 'postponement'
  if (membersAsked.test(head)) return hasAnswers || answering.test(head) ? 'answers' : 'written-questions'
  if (listOfBoth.test(head)) return hasAnswers ? 'question-and-answer-list' : 'question-list'
  if (committee.test(head) || listOfQuestions.test(head))
    return hasAnswers ? 'question-and-answer-list' : 'question-list'
  if (/\b(?:Antwoord|Nader antwoord)\s+van\s+(?:de\s+)?(?:[Mm]inister|[Ss]taats)/.test(head)) return 'answers'
  return null
}
