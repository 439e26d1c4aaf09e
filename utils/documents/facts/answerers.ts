import type { Answerer } from '../types.ts'

const functions = `[Mm]inister-[Pp]resident|[Mm]inisters?|[Ss]taats-?secretaris(?:sen)?`

/** «Minister Agema (Volksgezondheid, Welzijn en Sport)», «Minister Faber – Van de Klashorst (Asiel en Migratie)». */
const named = new RegExp(
  String.raw`(${functions})\s+((?!van\s|voor\s|en\s)\p{Lu}[\p{L}’'. –-]{1,60}?|(?:Van|De|Den|Ter|Ten)\s\p{L}[\p{L}’'. –-]{1,60}?)\s*\(([^()]{2,120})(?:\)|(?=\s*\())`,
  'gu',
)
/** «de Minister van Klimaat en Groene Groei», «de Ministers voor X en van Y». */
const ofMinistry = new RegExp(
  String.raw`(${functions})\s+((?:van|voor)\s+\p{Lu}.{2,200}?)(?=\s*(?:\(|\.|;|$|,?\s+(?:mede\s|en\s+(?:de\s+)?(?:${functions})|over\s|op\s|betreffende\s|inzake\s|ingezonden)|,\s+(?:bij|de\s)))`,
  'gmu',
)

/** Who answers, out of «Minister A (M), mede namens de Minister van N», in the order of print. */
export function answerersOf(text: string): Answerer[] {
  if (!/[Mm]inister|[Ss]taats/.test(text)) return []
  const found: { readonly at: number; readonly answerer: Answerer }[] = []
  for (const match of text.matchAll(named)) {
    const [, office = '', name = '', ministry = ''] = match
    found.push({
      at: match.index,
      answerer: { name: tidy(name), function: officeOf(office), ministry: tidy(ministry) },
    })
  }
  for (const match of text.matchAll(ofMinistry)) {
    const [, office = '', ministries = ''] = match
    for (const ministry of ministriesOf(ministries)) {
      found.push({ at: match.index, answerer: { name: null, function: officeOf(office), ministry } })
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ answerer }) => answerer)
}

/** «Ministers» answer as one minister each; the spelling «Staatsecretaris» is a slip. */
function officeOf(office: string): string {
  const plain = office.toLowerCase().replace('-secretaris', 'secretaris').replace('staatsecretaris', 'staatssecretaris')
  return plain.replace(/^ministers$/, 'minister').replace(/^staatssecretarissen$/, 'staatssecretaris')
}

/** «van Klimaat en Groene Groei en van Economische Zaken» names two; «en» alone stands inside a name too. */
function ministriesOf(text: string): string[] {
  return text
    .split(/(?:,|\s+en)\s*(?=(?:van|voor)\s*\p{Lu})/u)
    .map((part) => tidy(part.replace(/^\s*(?:van|voor)\s*/, '')))
    .filter((ministry) => ministry !== '')
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/gu, ' ')
    .replace(/\b(en|van|voor)(?=\p{Lu})/gu, '$1 ')
    .replace(/[\s,;.]+$/, '')
    .trim()
}

const initials = String.raw`(?:\p{Lu}\.\s?){1,6}(?:(?:\p{Ll}[\p{L}’']{0,6}|Van|De|Den|Der|Ten|Ter|Te|El)\s){0,3}\p{Lu}[\p{L}’']+(?:\s(?:toe|thoe|van\sde[rn]?)\s\p{Lu}[\p{L}’']+)?(?:\s?[–-]\s?\p{Lu}[\p{L}’']+)*`
const written = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s(?:van|de|der|den|ter|ten|het|’t)){0,3}\s\p{Lu}[\p{L}’']+(?:\s?[–-]\s?\p{Lu}[\p{L}’']+)*`
/** What a letter ends with, and its line runs on into the office in small letters: «Hoogachtend, de minister van Financiën,». */
const closing = '(?:Hoogachtend|[Gg]roet)'
const maySign = new RegExp(`(?:\\bD[eE]|(?:^|${closing},\\s)de)\\s+(?:[Mm]in|[Ss]ta)`, 'm')
/** Written out in a line that runs on, before the code or the heading of what is answered. */
const inRun = String.raw`${written}(?:\s\p{Lu}[\p{L}’']+)?(?=$|\s+(?:\d|Vra(?:ag|gen)\s|Antwoord|Beantwoording|Bijlage|Pagina\s))`
/** «De Minister van Financiën,» with the name below it: by initials anywhere, written out on a line of its own, or in a line that runs on. */
const signature = new RegExp(
  String.raw`(?:\b(?:De|DE)|(?:^|${closing},\s)de)\s+(${functions})(?:\s+(?:van|voor)\s+(\p{Lu}[^\n.()]{2,120}?))?\s*,?(?:\s+(?:(?:[Mm]r|[Dd]rs?|[Ii]r|[Pp]rof|[Ii]ng)\.\s+)*(${initials})|\n(${written})$|(?<=,)\s+(${inRun}))`,
  'gmu',
)

/** Who signs: office and name, in the order of print. */
export function signedIn(text: string): Answerer[] {
  if (!maySign.test(text)) return []
  return [...text.matchAll(signature)].map(([, office = '', ministry, short, whole, run = '']) => ({
    name: tidy(short ?? whole ?? run),
    function: officeOf(office),
    ministry: ministry === undefined ? null : tidy(ministry),
  }))
}

/** The same, with the names that the signatures tell of those who are named by their office alone. */
export function withNames(answerers: readonly Answerer[], signed: readonly Answerer[]): readonly Answerer[] {
  return answerers.map((one) => {
    const is = (each: Answerer) => each.function === one.function && each.ministry === one.ministry
    return one.name === null ? { ...one, name: signed.find(is)?.name ?? null } : one
  })
}
