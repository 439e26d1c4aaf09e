import { oneOf } from '../signs.ts'
import { areMany } from './are-many.ts'
import { codeAtEnd, codeAtStart } from './printed-code.ts'
import type { Row } from './rows.ts'
import { endsSentence } from './sentences.ts'
import type { Start } from './structure.ts'

/** «Examen VWO 2022», «Kennis van de Nederlandse maatschappij – oefentoets»; the subject of a letter is none. */
const exam =
  /^(?!(?:Betreft|Onderwerp)\b)(?:(?:Examens?|EXAMEN) (?:VWO|HAVO|VMBO|[Mm]bo|[Hh]bo|inburgering)|(?:.{1,60}?[-–—:(] ?)?(?:[Oo]efen|[Pp]roef|[Ee]ind|[Ii]nburgerings)(?:examen|toets|opgaven)\b)/
/** «Vragenlijst medewerkers»: who fills it in, and no paper or committee of a parliament, whose lists are called so too. */
const survey =
  /^Vragenlijst[: ](?=.*\p{L}{3})(?!.*\b(?:commissies?|fracties?|(?:van|door|aan) (?:de |het )?(?:leden|lid)|Kamer|wetsvoorstel|(?:ontwerp)?begroting|jaarverslag|jaarverantwoording|slotwet|rapport|brief|nota|schriftelijk overleg|hoorzitting|rondetafelgesprek|deskundigenbijeenkomst|ministers?|staatssecretaris|kabinet|regering)\b)/iu
/** «Resultaten klanttevredenheidsonderzoek 2023», and not the answers to questions about it. */
const results =
  /^(?:Resultaten|Uitkomsten|Rapportage)\b.{0,40}(?:enqu[eê]te|tevredenheids?(?:onderzoek|meting)|peiling)\b(?!.*\b(?:vragen|antwoorden)\b)/iu
const mayBeResults = oneOf('RUru')
/** Few titles have a word that tells of either. */
const mayBeOfExam = (title: string) =>
  title.includes('xamen') || title.includes('EXAMEN') || title.includes('toets') || title.includes('opgaven')
const mayBeSurvey = (title: string) => title.startsWith('V') && title.charAt(10).toLowerCase() === 't'

const thanks = /^(?:Bedankt|Dank u wel|Hartelijk dank) voor (?:het invullen|uw medewerking)/
/** `2p` before the number of each question: what it is worth. */
const worth = /(?:^|\s)\dp$/

/** The programme of an office («Werkprogramma 2024», «Onderzoeksagenda»), unless its title goes on with questions about it. */
const programme =
  /^(?:(?:Werk|Onderzoeks|Jaar)(?:programma|agenda|plan(?:ning)?)|WERKPROGRAMMA)\b(?!.*\b(?:vragen|antwoorden)\b)/i
const mayBeProgramme = oneOf('WwOoJjCcAa')
/** «Agenda» and whose it is. */
const agenda = /^(?:Concept-?a|A)genda\b(?=$|:| (?:voor|van|\d|procedure))/
/** Its fields behind it, in text without lines; what it is about may be an «inbreng feitelijke vragen». */
const agendaWithFields = /^(?:Concept-?a|A)genda (?:Onderwerp|Datum|Commissie|Voortouwcommissie|Tijd|Plaats):/

const frequent =
  /^(?:Veel ?gestelde vragen|VEELGESTELDE VRAGEN|Meest gestelde vragen|FAQ\b|Enqu[eê]te\b|\p{Lu}\p{Ll}{3,24}formulier\b)/u

const mayBeFrequent = (text: string) =>
  /^(?:FAQ|Enqu)/.test(text) || text.includes('estelde') || text.includes('GESTELDE') || text.includes('formulier')

/** «Lijst van vragen over het rapport», «Enquête mantelzorg»: the title goes on with the name of the paper that is asked about. */
export const ofPaper =
  /\b(?:(?:[Ll]ijst van|[Ff]eitelijke|[Ss]chriftelijke) vragen|LIJST VAN VRAGEN|[Vv]ragen van (?:het lid|de (?:leden|fractie))|[Cc]ommissie\b.*\bvragen|[Vv]ragen\b.*\b(?:over|inzake|betreffende|aan) (?:de|het)$)/
/** The paper's name may stand above as well: «Werkprogramma 2024», «Lijst van vragen en antwoorden». */
const listBelow =
  /^(?:LIJST VAN VRAGEN|VRAGEN EN ANTWOORDEN|Lijst van vragen|(?:Feitelijke|Schriftelijke) vragen|Vragen (?:en antwoorden|(?:van|aan) (?:de|het))|Antwoorden? (?:op|van)|Beantwoording)\b/

/** Rows above the first number, and below the last one. */
export const rowsOfHead = 12
const rowsOfFrequent = 4
const longestTitle = 120

/** The questions of an exam or a survey: named so above them or thanked for below, or each with what it is worth before it. */
export function areOfExam(rows: readonly Row[], starts: readonly Start[]): boolean {
  if (areMany(starts, 0.5, ({ row }) => worth.test(rows[row - 1]?.text ?? ''))) return true
  const first = starts[0]?.row ?? 0
  const last = starts.at(-1)?.row ?? 0
  if (
    areNamed(
      rows,
      starts,
      (text) =>
        (mayBeOfExam(text) && exam.test(text)) ||
        (mayBeSurvey(text) && survey.test(text)) ||
        (mayBeResults(text) && results.test(text)),
    )
  )
    return true
  const isThanked = rows.slice(last + 1, last + 1 + rowsOfHead).some(({ text }) => thanks.test(text))
  return isThanked && !rows.slice(Math.max(0, first - rowsOfHead), first).some(({ text }) => ofPaper.test(text))
}

/** The programme of an office or a committee, or its agenda, above the list. */
export function areOfProgramme(rows: readonly Row[], starts: readonly Start[]): boolean {
  if (agendaWithFields.test(rows[0]?.text ?? '')) return true
  return areNamed(rows, starts, (text) => mayBeProgramme(text) && (programme.test(text) || agenda.test(text)))
}

/** What an office answers to the public: «Veelgestelde vragen over X» above the list. */
export function areFrequent(rows: readonly Row[], starts: readonly Start[]): boolean {
  const first = starts[0]?.row ?? 0
  const head = rows.slice(Math.max(0, first - rowsOfFrequent), first + 1)
  const at = head.findIndex(({ text }) => mayBeFrequent(text) && frequent.test(text))
  return at >= 0 && !head.slice(0, at).some(({ text }) => ofPaper.test(text))
}

/** Whether a title above the first number is of such a name, and no title around it says that questions were put about it. */
export function areNamed(rows: readonly Row[], starts: readonly Start[], isName: (title: string) => boolean): boolean {
  const first = starts[0]?.row ?? 0
  const from = Math.max(0, first - rowsOfHead)
  let at = from
  while (at < first && !(isTitleRow(rows, at) && isName(rows[at]?.text.slice(0, longestTitle) ?? ''))) at += 1
  if (at === first) return false
  const above = rows.slice(from, at + 1)
  const below = rows.slice(at + 1, first)
  if (above.some(({ text }) => ofPaper.test(text)) || below.some(({ text }) => listBelow.test(text))) return false
  // Only questions of a parliament have a printed code.
  return !starts.some(({ row }) => codeAtEnd(rows[row]?.text ?? '') ?? codeAtStart(rows[row]?.text ?? ''))
}

/** A row that may be a title, and no words of a sentence: «… heeft zij een» / «vragenlijst uitgezet»; a text without lines has its head in one. */
function isTitleRow(rows: readonly Row[], index: number): boolean {
  const row = rows[index]
  if (!row || !/^\p{Lu}/u.test(row.text)) return false
  if (!row.flows && (row.text.length > longestTitle || /[.?!;,]$/.test(row.text))) return false
  return index === 0 || row.startsBlock || endsSentence(rows[index - 1]?.text ?? '')
}
