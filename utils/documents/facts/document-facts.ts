import { findReferences } from '#utils/references/find.ts'
import type { Answerer, Asker, DocumentFacts, DocumentType } from '../types.ts'
import { answerersOf, signedIn, withNames } from './answerers.ts'
import { dateSource, isoDateOf } from './dates.ts'
import { regardingOf } from './letterhead.ts'
import { askersOf } from './people.ts'
import { dossierOfHead, onlyDossier, printedIdsOf } from './printed-ids.ts'

/** What a document's facts are read from; each text as `headText` gives it. */
export interface FactSources {
  /** All before the first question; running heads, reference and margin boxes left out, which stand in mid-sentence. */
  readonly head: string
  /** The same with the reference box, for the fields of a letter. */
  readonly letterhead: string
  /** Behind the last answer: closing remark, postponement, signature. */
  readonly tail: string
  /** Running headers, footers and margin boxes. */
  readonly furniture: string
  readonly questions: number
  readonly answered: number
}

/** A paper of the parliament says in capitals what it is, where a copy has lost its year. */
const ofPaper = /\b(?:LIJST VAN VRAGEN|VERSLAG (?:HOUDENDE|VAN))\b/

/** Heads are short; an excerpt that begins with a long text has none. */
const longestHead = 8000

/**
 * What a document says of itself (DOMAIN §2): who asked and who answers, when, about what, under which codes. Everything as
 * printed; what the head does not say is null or empty.
 */
export function factsOf(sources: FactSources): DocumentFacts {
  const head = sources.head.slice(0, longestHead)
  const letterhead = sources.letterhead.slice(0, longestHead)
  const tail = sources.tail.slice(0, longestHead)
  const furniture = sources.furniture.slice(0, 4 * longestHead)
  const committee = head.includes('ommissie') ? askingCommittee.exec(head)?.[1] : undefined
  const asked = askedIn(head, letterhead, committee)
  const type = typeOf(head, tail, committee !== undefined, sources)
  // «Vastgesteld 12 juni 2025»; «de op 12 juni 2014 vastgestelde antwoorden».
  const established =
    dateAfter(head, /\b[Vv]astgesteld(?:\s+(?:op|d\.d\.))?\s+/g) ?? dateAfter(head, /\bde op\s+/g, /^\s+vastgestelde\b/)
  // The letter's own date before the one that its running heads repeat.
  const dated = dateAfter(
    `${letterhead}\n${head}\n${furniture}`,
    /\b(?:[Dd]atum|D ?A ?T ?U ?M)\s*:?\s+|\bDen Haag,?\s+|\bGravenhage,?\s+/g,
  )
  const received = dateAfter(head, /\b[Oo]ntvangen\s+(?:op\s+)?/g)
  const answeredBy =
    dateAfter(head, /\b[Bb]ij brief van\s+/g, /^[^.]{0,160}\bbeantwoord/) ??
    dateAfter(head, /\bbeantwoord\b[^.]{0,60}?\bbij brief van\s+/g)
  const answers =
    type === 'answers' ||
    type === 'question-and-answer-list' ||
    type === 'postponement' ||
    (type === null && sources.answered > 0)
  const oneLine = head.replaceAll('\n', ' ')
  const references = findReferences(oneLine)
  return {
    type,
    askedBy: asked.askedBy,
    answeredBy: type === 'written-questions' || type === 'question-list' ? [] : answeringIn(head, tail),
    askedOn:
      dateAfter(head, /\b[Ii]ngezonden\s+(?:op\s+|d\.d\.\s+)?/g) ??
      dateAfter(
        head,
        /\b(?:op|d\.d\.|van)\s+/g,
        /^(?!\s+vastgestelde\b)[^.]{0,160}\b(?:voorgelegd|gesteld|ingezonden)\b/,
      ) ??
      (type === 'question-list' ? established : null),
    answeredOn: answers ? (received ?? answeredBy ?? dated ?? established) : null,
    // By its own head first where it names a parliamentary year, and at last where it is a paper that has lost its year.
    dossier:
      (/[Vv]ergaderjaar/.test(head + furniture) ? dossierOfHead(oneLine) : null) ??
      onlyDossier(references) ??
      (ofPaper.test(head) ? dossierOfHead(oneLine) : null),
    subject: asked.subject,
    printedIds: printedIdsOf(oneLine, references, furniture.replaceAll('\n', ' ')),
  }
}

/** «Vragen van het lid X (P) aan de Minister van Y over Z (ingezonden …)», «op de vragen van de leden … over …». */
const askedBy =
  /\b(?:[Vv]ragen|[Kk]amervragen)\s+van\s+((?:het|de)\s(?:lid|leden|(?:Tweede\s)?Kamer(?:lid|leden))\s.{2,400}?)\s*(?:,?\s(?:van\suw\sKamer\b|aan\s+(?:de|het)\s|over\s|inzake\s|betreffende\s|die\s|welke\s)|\((?:[Ii]ngezonden|kenmerk|20\d\dZ)|[.;](?:\s|$)|$)/m
/** «Op 6 november jl. hebben de leden A en B (beiden P) schriftelijke vragen gesteld». */
const haveAsked =
  /\b(?:hebben|heeft)\s((?:het|de)\s(?:lid|leden|(?:Tweede\s)?Kamer(?:lid|leden))\s[^.;]{2,300}?)\s(?:mij\s|ons\s)?(?:[Ss]chriftelijke\s|[Kk]amer)?vragen\sgesteld\b/
/**
 * «De vaste commissie voor X heeft een aantal vragen voorgelegd», «door de vaste commissie voor X gestelde vragen»; with a name alone only where it
 * asks («de commissie Financiën heeft gesteld»): «de commissie Remkes» wrote a report.
 */
const askingCommittee =
  /\b(?<!Europese )((?:[Vv]aste |[Aa]lgemene |[Tt]ijdelijke )?(?:[Kk]amer)?[Cc]ommissies?\s+(?:(?:voor|inzake|van|oor)\s+(?:de\s+)?(?=\p{Lu}|\p{Ll}{4,20}\s\p{Ll}{3,20}\s+gestelde)|(?=\p{Lu}[^.;()]{2,120}\s(?:gestelde|heeft|hebben|stelden?)\s[^.;()]{0,80}\b(?:vra(?:ag|gen)|gesteld(?!\s+dat)|voorgelegd)\b)|(?<=\b(?:[Vv]aste\s+(?:[Kk]amer)?|[Vv]ragen\s+van\s+de\s+(?:[Kk]amer)?)commissies?\s+)(?=\p{Lu}))[^.;()\n]{2,120}?)(?=\s+(?:heeft|hebben|stelden?|gestelde|over|op|aan|bestond|te\s|,\s)|,?\s+(?:inzake|naar aanleiding|d\.d\.)|[.;(]|,(?!\s\p{Lu}[\p{L} ]{1,60}?(?:,|\sen)\s\p{Lu})|$)/mu
const questionsOf =
  /\b(?<title>(?:[Vv]ragen|[Kk]amervragen)\s+van\s+(?:het|de)\s(?:lid|leden|(?:Tweede\s)?Kamer(?:lid|leden))\s.{2,700}?\s(?:over|inzake|betreffende)\s+(?<subject>(?:«[^»\n]{0,400}»|[^«\n]|«(?![^»\n]{0,400}»)){3,600}?))\s*(?:\((?:[Oo]ntvangen|[Ii]ngezonden|kenmerk|met kenmerk|20\d\dZ)|,?\s+(?:ingezonden|met kenmerk|kenmerk|(?:worden|zijn|heb ik|als volgt)\s[^.]{0,40}\bbeantwoord|heb(?:ben)?\s[^.]{0,60}\bgesteld)|\s(?:20\d\dZ\d|Geachte\s)|\s(?:Antwoord|Mededeling|Nader antwoord)\s+van\s|(?<!\bc\.s)[.](?=\s|$)|$)/m
const listSubject =
  /\bvragen\b[^.]{0,160}?\b(?:voorgelegd|gesteld|gestelde vragen)\b[^.]{0,160}?\b(?:over|inzake|betreffende)\s+(.{3,400}?)\s*(?:\((?:Kamerstuk|Tweede Kamer|20\d\d|ingezonden|[\d ]{5,7})|\.(?=\s|$)|$)/m
const askedAbout =
  /\bgestelde vra(?:ag|gen)\s+(?:over|inzake|betreffende|bij)\s+(.{3,400}?)\s*(?:\.(?=\s|$)|(?<!\s(?:[Dd]e|van|door))\sAlgemene Rekenkamer\s\p{Ll}|$)/mu
/** The signature below a sentence whose words, the title of the document, were taken for its running head. */
const signing = /^(?:de )?Algemene Rekenkamer\s+(?:drs?|mr|prof|ir)\b/
/** Where what is asked about is to be found: «(Tweede Kamer, vergaderjaar 2011-2012, 31 839, nr. 158)». */
const found = /\s*\((?:Tweede Kamer|Eerste Kamer|[Vv]ergaderjaar|Kamerstuk|TK\s|bijlage bij|\d\d\s?\d{3})(?:.*)$/

/** «Beantwoording Kamervragen over …»: what a letter is about stands behind the word for what it is. */
const about =
  /^(?:[Bb]eantwoording|[Aa]ntwoord(?:en)?|[Ss]chriftelijke|[Kk]amervragen|[Vv]ragen)\b.{0,120}?\s(?:over|inzake|betreffende|bij)\s(?=.{5})/

/** «Welzijn en Sportover zorg»: a line's end that an extraction lost. */
const gluedOver = /(?<=\p{Lu}\p{Ll}{3,20})over (?=\p{L})/gu

/** Most heads do not: «vragen van het lid», and what else is told by these words. */
const mayNameMembers = /ragen\s+van\s/

function questionsIn(head: string): RegExpExecArray | null {
  if (!mayNameMembers.test(head)) return null
  return questionsOf.exec(head) ?? (/\Sover /.test(head) ? questionsOf.exec(head.replace(gluedOver, ' over ')) : null)
}

function subjectOf(found: RegExpExecArray | null): string | undefined {
  const text = found?.[1]
  return text !== undefined && !signing.test(text) ? text : undefined
}

/** Who asks and what about; `committee` as the head names it. */
function askedIn(
  head: string,
  letterhead: string,
  committee: string | undefined,
): { readonly askedBy: readonly Asker[]; readonly subject: string | null } {
  const asking =
    (mayNameMembers.test(head) ? askedBy.exec(head) : null) ??
    (/ragen\sgesteld\b/.test(head) ? haveAsked.exec(head) : null)
  const members = askersOf(asking?.[1] ?? '')
  const named =
    questionsIn(head)?.groups?.subject ??
    subjectOf(listSubject.exec(head)) ??
    subjectOf(askedAbout.exec(head)) ??
    regardingOf(letterhead)?.replace(about, '')
  return {
    askedBy:
      members.length > 0
        ? members
        : committee === undefined
          ? []
          : [{ name: lowerFirst(committee).trim(), party: null }],
    subject: tidy(named ?? '') || null,
  }
}

/**
 * What a document is called by its own head, for where it states no title: the field «Betreft» of a letter, else «Vragen van
 * het lid … over …»; null where there is neither.
 */
export function headingOf({ head, letterhead }: Pick<FactSources, 'head' | 'letterhead'>): string | null {
  const named = questionsIn(head.slice(0, longestHead))?.groups?.title
  return (
    tidy(regardingOf(letterhead.slice(0, longestHead)) ?? named ?? '').replace(/^./, (letter) =>
      letter.toUpperCase(),
    ) || null
  )
}

function tidy(text: string): string {
  return text.replace(found, '').replace(/(?<!\bc\.s)[\s.,:]+$|(?<=\bc\.s\.)[\s,:]+$/, '')
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** «Antwoord van Minister A (M), mede namens …», the letter's own words, its signature, or the court of audit. */
function answeringIn(head: string, tail: string): readonly Answerer[] {
  const signed = [...signedIn(tail), ...signedIn(head)]
  const stated =
    /\b(?:[Nn]ader )?(?:[Aa]ntwoord(?:en)?|[Mm]ededeling)\s+van\s+((?:de\s+)?(?:[Mm]inister|[Ss]taats).{3,500}?)\s*(?:\(?\([Oo]ntvangen|\sop\s(?:de\s|schriftelijke\s)*(?:Kamer)?vragen|$)/m.exec(
      head,
    )?.[1]
  if (stated !== undefined) return withNames(answerersOf(closed(stated)), signed)
  const office = /\b[Dd]e\s+((?:[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris)\b.{0,160})/
  const besides = /\b[Mm]ede namens\s+(.{5,200}?)(?:,|\s+(?:de|het)\s+antwoord|\s+u\s|$)/m.exec(head)?.[1]
  const signature = signed.length > 0 ? signed.slice(0, 1) : answerersOf(office.exec(tail)?.[1] ?? '')
  const answering = [...signature, ...answerersOf(besides ?? '')]
  if (answering.length > 0) return withNames(answering, signed)
  const addressed = /\b(?:aan|door|van)\s+de\s+((?:[Mm]inister|[Ss]taatssecretaris).{3,300})/.exec(head)?.[1]
  if (/\bAlgemene Rekenkamer\b/.test(head)) return [{ name: null, function: 'Algemene Rekenkamer', ministry: null }]
  return answerersOf(addressed ?? '').slice(0, 1)
}

/** «(Volksgezondheid, Welzijn en Sport (ontvangen 3 mei 2024)»: the bracket that was forgotten. */
const closed = (text: string) => (/\([^()]*$/.test(text) ? `${text})` : text)

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

const mayPostpone = /Mededeling|\bniet\s/

const postponed =
  /\bMededeling\s+van\s+(?:de\s+)?(?:[Mm]inister|[Ss]taats)|\bkunnen\s[^.]{0,80}\bniet binnen de gebruikelijke termijn\b|\bvragen\b[^.]{0,240}\bniet\s[^.]{0,80}\bbinnen de (?:gebruikelijke|gestelde|gevraagde)\s(?:\p{Ll}{1,20}\s)?termijn\b[^.]{0,80}\bbeantwoord/u
const listOfBoth = /\blijst van vragen en antwoorden\b/i
const listOfQuestions = /\blijst van vragen\b|\bvragen (?:ter beantwoording )?voorgelegd\b|\bschriftelijk overleg\b/i
const membersAsked =
  /\b(?:[Vv]ragen|[Kk]amervragen)\s+van\s+(?:het|de)\s+(?:lid|leden|(?:Tweede\s)?Kamer(?:lid|leden))\b/
const answering =
  /\b(?:Antwoord|Nader antwoord)\s+van\s+(?:de\s+)?(?:[Mm]inister|[Ss]taats)|\b(?:[Aa]ntwoord(?:en)?|[Bb]eantwoording)\b/

/** The kind of document, by its head and by what was found in it; null where neither tells. */
function typeOf(
  head: string,
  tail: string,
  isOfCommittee: boolean,
  { questions, answered }: FactSources,
): DocumentType | null {
  const hasAnswers = answered * 2 >= questions && answered > 0
  const isPostponed = (text: string) => mayPostpone.test(text) && postponed.test(text)
  if (isPostponed(head) || /^Mededeling\b/.test(tail) || (!hasAnswers && isPostponed(tail))) return 'postponement'
  if (mayNameMembers.test(head) && membersAsked.test(head))
    return hasAnswers || answering.test(head) ? 'answers' : 'written-questions'
  if (listOfBoth.test(head)) return hasAnswers ? 'question-and-answer-list' : 'question-list'
  if (isOfCommittee || listOfQuestions.test(head)) return hasAnswers ? 'question-and-answer-list' : 'question-list'
  if (/\b(?:Antwoord|Nader antwoord)\s+van\s+(?:de\s+)?(?:[Mm]inister|[Ss]taats)/.test(head)) return 'answers'
  return null
}
