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

/** What of that stands in a record: a sentence that begins within another, and one that goes on behind another's end. */
const tracesIn = ({ question, answer }: Texts) => {
  const texts = [question.slice(longestLead), answer]
  return { hasBeginning: texts.some((text) => begins.test(text)), hasEnd: texts.some((text) => goesOn.test(text)) }
}

/** A heading without a stop and a title that is named without quotes («het rapport Een tweede kans») look so; fewer are these. */
const fewest = 2
const manyOfAll = 0.25

/**
 * The records in which words of two columns stand through each other: a table whose rows were printed line by line across its cells, and
 * whose gaps were lost. Where many do, any of the others may hold its neighbour's words.
 */
export function mixedRecords(records: readonly Texts[]): readonly boolean[] {
  const traces = records.map(tracesIn)
  const begun = traces.filter(({ hasBeginning }) => hasBeginning).length
  const ended = traces.filter(({ hasEnd }) => hasEnd).length
  const areMixed = begun >= fewest && ended >= fewest && begun + ended >= records.length * manyOfAll
  return traces.map(({ hasBeginning, hasEnd }) => areMixed || (hasBeginning && hasEnd))
}
