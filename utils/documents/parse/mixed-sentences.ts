import type { Texts } from './signs-of-error.ts'

/**
 * What begins sentences and stands in small letters within them: «… van de betrokken De cijfers worden …». «De Nederlandsche Bank» and a
 * title between quotes are no such beginnings.
 */
const beginning =
  '(?:De|Het|Een|In|Er|Dat|Dit|Deze|Die|Ik|Ja|Nee|Neen|Kunt|Kan|Wat|Hoe|Waarom|Welke?|Wanneer|Hoeveel|Wie|Zijn|Is|Heeft|Bent|Voor|Met|Van|Bij|Op|Uit|Om|Ten|Wel|Zoals|Daar(?:naast|bij|over)|Ook|Sinds|Als|Zo|Over|Onder|Aan|Door|Tot|Na|Naar|Vanaf|Per|Niet|Geen|Hier(?:voor|mee)|Vooralsnog|Momenteel|Klopt|Deelt|Worden|Wordt|Zou|Ziet)'
const begins = new RegExp(String.raw`(?<=\p{Ll}{2} )${beginning} (?=\p{Ll}|\d)`, 'u')
/** «… is gewijzigd? van de gemeenten»: abbreviations are shorter, and a question may go on («… ? en waarom»). */
const goesOn = /(?<=\p{Ll}{5}[.?!] )(?!(?:mbo|hbo|vwo|havo|vmbo|wo|en|of|maar)\b)\p{Ll}{2,}(?=[ ,.])/u
/** Words of a cell beside the question or of a heading may stand before it: «Toezicht Hoeveel klachten …». */
const longestLead = 40

const holds = ({ question, answer }: Texts, trace: RegExp): boolean =>
  trace.test(question.slice(longestLead)) || trace.test(answer)

/** A heading without a stop and a title that is named without quotes («het rapport Een tweede kans») look so; fewer are these. */
const fewest = 2
const manyOfAll = 0.25

/**
 * The records in which words of two columns stand through each other: a table whose rows were printed line by line across its cells, and
 * whose gaps were lost. Where many do, any of the others may hold its neighbour's words.
 */
export function mixedRecords(records: readonly Texts[]): readonly boolean[] {
  const hasBeginning = records.map((record) => holds(record, begins))
  // As a rule none begins so, and then it does not matter what goes on.
  if (!hasBeginning.includes(true)) return hasBeginning
  const hasEnd = records.map((record) => holds(record, goesOn))
  const begun = hasBeginning.filter(Boolean).length
  const ended = hasEnd.filter(Boolean).length
  const areMixed = begun >= fewest && ended >= fewest && begun + ended >= records.length * manyOfAll
  return records.map((_, order) => areMixed || (hasBeginning[order] === true && hasEnd[order] === true))
}
