import type { Asker } from '../types.ts'

/** Before the names: «het lid», «de leden», «de fractie van», and the slips that real papers hold («het leden»). */
const lead =
  /^(?:[Dd]e |[Hh]et )?(?:[Ll]eden|[Ll]id|[Hh]eer|[Hh]eren|[Mm]evrouw|[Ff]racties?|(?:Tweede )?Kamer(?:leden|lid))\s+(?:van de fracties? van (?:de |het )?|van (?:de |het )?)?/

/**
 * Who asked, out of «het lid A (P)», «de leden A (P) en B (Q)», «de leden A en B (beiden P)», «de leden van de VVD-fractie»
 * (DOMAIN §2). Empty where the text names nobody.
 */
export function askersOf(text: string): Asker[] {
  const match = lead.exec(text)
  if (!match) return []
  const names = text.slice(match[0].length).trim()
  if (/fractie/i.test(text) || (/\svan\s/.test(match[0]) && !names.includes('('))) return partiesOf(names)
  const askers: { name: string; party: string | null }[] = []
  let open: { name: string; party: string | null }[] = []
  for (const [, before = '', party] of names.matchAll(/([^()]*)(?:\(([^()]+)\)|$)/g)) {
    const found = before
      .split(/\s*,\s*(?:en\s+)?|\s+en\s+/)
      .map((name) => name.replace(/^(?:en\s+)?(?:(?:de )?heer |mevrouw )?/, '').trim())
      .filter((name) => /^\p{L}\D*$/u.test(name))
      .map((name) => ({ name: apart(name), party: null as string | null }))
    askers.push(...found)
    open.push(...found)
    if (party === undefined) continue
    const shared = /^(?:beiden|allen)\s+(.+)$/i.exec(party.trim())
    const name = (shared?.[1] ?? party).replace(/\s+/g, ' ').trim()
    // «A (P), B en C (beiden Q)», «A, B (P) en C (Q)»: a party holds for all names before it that have none yet.
    for (const asker of open) asker.party = name
    open = []
  }
  return askers
}

/** «DaniëlleJansen» is a line's end that an extraction lost; «MacDonald» and «McAllister» are names. */
function apart(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll})/gu, ' ')
    .trim()
}

function partiesOf(text: string): Asker[] {
  return text
    .replace(/[-\s]?fracties?\b/gi, '')
    .split(/\s*,\s*|\s+en\s+(?:de\s+)?/)
    .map((party) =>
      party
        .replace(/^(?:de|het|van)\s+/i, '')
        .replace(/[.:]$/, '')
        .trim(),
    )
    .filter((party) => /^[\p{L}\d]/u.test(party) && party.length <= 60)
    .map((party) => ({ name: null, party }))
}

/** What no such heading is without: most lines are told by it. */
const namesMembers = /l(?:ed|id)|fractie|he(?:er|ren)|mevrouw/i

const partyHeading =
  /^(?:(?:Vragen|Inbreng|Vragen en opmerkingen|Opmerkingen en vragen)\s+van\s+)?((?:de |het )?(?:leden|lid|heer|heren|mevrouw|fractie)\s.{2,90}|[\p{L}\d]{2,20}-fractie)$/iu

/** «De heer A (VVD)», «Mevrouw B en de heer C (CDA)», and not «De heer A (voorzitter)», «De heer A, directeur van B (Utrecht)». */
const titled = /^(?:[^,]|,(?! \p{Ll})){1,100}\((?:\p{Lu}[\p{L}\d/-]{1,20}|50PLUS)\)$/u

/** `Fractie: VVD` above each question of a form. */
const factionLabel = /^Fracties?\s?:\s*((?:\p{Lu}[\p{L}\d-]{1,20}|50PLUS)(?:(?:, | en | )[\p{L}\d-]{1,20}){0,4})$/u

/** A heading that names who puts the questions below it: «Vragen van de leden van de VVD-fractie»; null for any other line. */
export function partyHeadingOf(text: string): Asker[] | null {
  if (!namesMembers.test(text)) return null
  const labelled = text.startsWith('F') ? factionLabel.exec(text)?.[1] : undefined
  if (labelled !== undefined) return partiesOf(labelled)
  const content = text.replace(/^(?:[IVX]{1,4}|\d{1,2})\.?\s+/, '').replace(/[.:]\s*$/, '')
  if (content.length > 120 || /[?!]|\.\s|,\s*(?:die|dat|of)\b/.test(content)) return null
  const match = partyHeading.exec(content)
  if (!match?.[1]) return null
  const whom = match[1]
  if (/^(?:de )?(?:he(?:er|ren)|mevrouw)\s/i.test(whom) && !titled.test(whom)) return null
  const named = /^[\p{L}\d]{2,20}-fractie$/iu.test(whom)
    ? partiesOf(whom)
    : /fractie/i.test(whom) || /\([^()]+\)$/.test(whom)
      ? askersOf(whom)
      : /^(?:Vragen|Inbreng)\s+van\s/.test(content)
        ? (membersNamed(`van ${whom}`) ?? [])
        : []
  // «De leden van de VVD-fractie vragen de minister …» goes on as a sentence.
  const goesOn = /(?:fractie|\))\s+\p{Ll}/u.test(whom.replace(/\s(?:en|van)\s/g, ' · '))
  return named.length === 0 || goesOn ? null : named
}

const partyInBrackets = /^\(((?:\p{Lu}[\p{L}\d/-]{1,20}|50PLUS)(?:,? [\p{L}\d/-]{1,20}){0,5})\)[.:]?$/u
const partyBehindDash = /^[-–] (?!(?:Ja|Nee)[.:]?$)(\p{Lu}[\p{L}\d-]{1,19}|50PLUS)[.:]?$/u
const membersBehind =
  /^van ((?:het lid|de leden)(?: (?:\p{Lu}[\p{L}’'-]+,?|van|der|den|de|ten|ter|te|el|en|c\.s\.)){1,9})[.:]?$/u

/** «(fractie van PvdV)», «(lid A, PvdV)», «(leden van de PvdV-fractie)», «(PvdV-fractie)». */
const membersInBrackets = /^\(((?:(?:het |de )?(?:lid|leden|fracties?) [^()]{2,80}|[\p{L}\d]{2,20}-fractie))\)[.:]?$/u
const memberAndParty = /^((?:het )?lid [^,]{2,60}), (\p{Lu}[\p{L}\d-]{1,19}|50PLUS)$/u

function askersInBrackets(whom: string): Asker[] | null {
  const member = memberAndParty.exec(whom)
  const named = member ? `${member[1]} (${member[2]})` : whom.replace(/^(?:de )?(fracties?) (?!van\b)/, '$1 van ')
  const askers = /^[\p{L}\d]{2,20}-fractie$/u.test(named) ? partiesOf(named) : askersOf(named)
  return askers.length > 0 ? askers : null
}

/**
 * Who asks, behind a number in a heading: «(PvdV)», «(fractie van PvdV)», «– PvdV», «van de leden van de PvdV-fractie», «van het lid
 * A»; null for any other words.
 */
export function askersBehind(text: string): Asker[] | null {
  const parties = (partyInBrackets.exec(text) ?? partyBehindDash.exec(text))?.[1]
  if (parties !== undefined) return parties.split(', ').map((party) => ({ name: null, party }))
  const whom = membersInBrackets.exec(text)?.[1]
  if (whom !== undefined) return askersInBrackets(whom)
  if (!text.startsWith('van ')) return null
  return partyHeadingOf(text.replace(/^van (?:de (?=[\p{L}\d]+-fractie))?/u, '')) ?? membersNamed(text)
}

function membersNamed(text: string): Asker[] | null {
  const members = membersBehind.exec(text)?.[1]
  return members === undefined ? null : askersOf(members)
}
