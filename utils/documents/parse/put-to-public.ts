import { areNamed, ofPaper, rowsOfHead } from './named-otherwise.ts'
import type { Row } from './rows.ts'
import type { Start } from './structure.ts'

/** «Internetconsultatie Wet X», «Openbare raadpleging X»: the title of what the public may react to; one of questions goes on with those. */
const consultation =
  /^(?:(?:Internet|Publieks|Markt|Burger)-?consultatie|(?:Openbare |Publieke )?(?:[Cc]onsultatie|[Rr]aadpleging))\b(?!.*\b(?:vragen (?:van|en|over)|antwoorden)\b)/i
/** «Gespreksleidraad X», «Toetsingskader Y»: what a group talks about, or an office judges by. */
const guide =
  /^(?:Gespreks(?:leidraad|wijzer)|(?:Toetsings|Beoordelings|Afwegings)kader)\b(?!.*\b(?:vragen (?:van|en|over)|antwoorden)\b)/i
/** Who may react is told so; a member or a committee asks for a reaction. */
const invitation =
  /\b[Uu] kunt\b[^.?!]{0,80}\breageren\b|\b[Rr]eageren (?:kan|kunt u|is mogelijk)\b|\b(?:[Bb]ij|[Ii]n) uw reactie\b[^.?!]{0,60}\bvragen\b|\b[Nn]odig(?:t|en)\b[^.?!]{0,60}\buit\b[^.?!]{0,60}\b(?:te )?reageren\b/
const published =
  /\b(?:[Uu]w|[Aa]lle|[Dd]e) reacties? word(?:t|en)\b[^.?!]{0,40}\b(?:openbaar|gepubliceerd|geplaatst)\b/
const mayInvite = (text: string) => text.includes('eageren') || text.includes('reactie')
/** Characters below the last number in which a paper's own end stands. */
const longestEnd = 1500

/** What a paper asks of the public: a consultation by its title, or by telling its readers that they may react or that what they say is published. */
export function areOfConsultation(rows: readonly Row[], starts: readonly Start[]): boolean {
  if (areNamed(rows, starts, (title) => /onsulta|aadpleg/.test(title) && consultation.test(title))) return true
  const head = headOf(rows, starts)
  const last = starts.at(-1)?.row ?? 0
  const end = textOf(rows.slice(last, last + rowsOfHead)).slice(0, longestEnd)
  const isOpen = (mayInvite(head) && invitation.test(head)) || (mayInvite(end) && published.test(end))
  return isOpen && !ofPaper.test(head)
}

/** «Mogelijke vragen aan de minister»; «Wij geven uw Kamer de volgende vragen in overweging:». */
const proposed =
  /(?:^|\s)(?:Mogelijke|Suggesties voor|Voorgestelde) vragen(?: (?:aan|voor|over) [^.?!:]{2,60})?:?$|\bin overweging(?: te geven)?:$|\b(?:vragen|verzoeken)\b[^.?!]{0,60}\bte reageren:$/
/** A committee or members that ask the government to react put their own questions. */
const ofKamer =
  /\b(?:commissies?|fracties?|leden)\b[^.?!]{0,80}\b(?:vragen|verzoeken)\b|\bverzoeken (?:de (?:regering|minister|staatssecretaris)|het kabinet)\b/
const rowsOfProposal = 2
const longestProposal = 160

/** What a paper proposes to ask, or asks its readers to react to, right above the list. */
export function areProposed(rows: readonly Row[], starts: readonly Start[]): boolean {
  const first = starts[0]?.row ?? 0
  return rows.slice(Math.max(0, first - rowsOfProposal), first).some(({ text }) => {
    const last =
      text
        .slice(-longestProposal)
        .split(/[.?!] /)
        .at(-1) ?? ''
    return proposed.test(last) && !(last.endsWith('reageren:') && ofKamer.test(text))
  })
}

/** The questions of a guide to a talk or a judgement. */
export function areOfGuide(rows: readonly Row[], starts: readonly Start[]): boolean {
  return areNamed(rows, starts, (title) => /leidraad|wijzer|kader/i.test(title) && guide.test(title))
}

/** «Position paper rondetafelgesprek X»: what its writer asks himself, unless a committee put it. */
export function areOfPositionPaper(rows: readonly Row[], starts: readonly Start[]): boolean {
  return (
    areNamed(rows, starts, (title) => title.startsWith('P') && /^Position[- ]?paper\b/i.test(title)) &&
    !/\b(?:[Cc]ommissie|Kamer|leden)\b[^.?!]{0,80}\bvragen\b|\bvragen van de\b/.test(headOf(rows, starts))
  )
}

/** «Geachte Kamerleden,» and what the writer of a letter wants to know of them. */
const ofCitizen =
  /\bGeachte? (?:[Kk]amer(?:leden|lid)|[Ll]eden van (?:de )?(?:Tweede |Eerste )?Kamer),? .{0,400}\b[Ii]k heb\b[^.?!]{0,40}\bvra(?:ag|gen)\b/

/** The questions of a citizen's letter to members. */
export function areOfCitizen(rows: readonly Row[], starts: readonly Start[]): boolean {
  const head = headOf(rows, starts)
  return head.includes('Geacht') && ofCitizen.test(head)
}

function headOf(rows: readonly Row[], starts: readonly Start[]): string {
  const first = starts[0]?.row ?? 0
  return textOf(rows.slice(Math.max(0, first - rowsOfHead), first))
}

const textOf = (rows: readonly Row[]) => rows.map(({ text }) => text).join(' ')
