import { expandNumbers, numberListSource } from './numbers.ts'

/** Longer answers say something of their own beside the reference. */
const longestPointer = 220

/** What stands before «zie» or «verwijs», in any order: so many words at most, and «Ja» or «Nee» before them. */
const mostBefore = 16
const before: ReadonlySet<string> = new Set(
  (
    'graag voor kortheidshalve hiervoor ik wij daarom dit deze die mijn onze hierover hetgeen hetzelfde geldt daarbij gaarne ' +
    'beantwoorden beantwoord het een antwoord beantwoording op vraag vragen van de u ook nader verder daarvoor tevens wordt verwijs ' +
    'verwijzen verwezen kan we uw zij moge mogen ben naar hier'
  ).split(' '),
)
const isBefore = (word: string) => before.has(word.toLowerCase()) || /^\d{1,4}[a-z]?$/i.test(word)

/** What most of those say that only point; all others are looked through by the next. */
const usualPointer = /^[Zz]ie (?:het|ons|mijn) antwoord op vraag ([1-9]\d{0,3})\.?$/

const points = new RegExp(
  `^(?:zie|verwijs|verwijzen|verwezen|verwijst)\\b[^.?!]{0,80}?\\b(?:vraag|vragen|antwoord(?:en)?)\\s+(?:nr\\.?\\s+)?(${numberListSource})[^.?!]{0,60}[.!]?$`,
  'i',
)

/** The number of the question that an answer only refers to («Zie het antwoord op vraag 4.»), or null. */
export function pointerOf(answer: string): string | null {
  if (answer.length > longestPointer || answer.includes('\n') || !/zie|verw/i.test(answer)) return null
  const text = answer.trim()
  const usual = usualPointer.exec(text)?.[1]
  if (usual !== undefined) return usual
  // «Ik verwijs naar het antwoord: zie vraag 3»: the last of the words that point counts.
  for (const place of placesOfVerb(text).reverse()) {
    const list = points.exec(text.slice(place))?.[1]
    if (list !== undefined) return expandNumbers(list)[0] ?? null
  }
  return null
}

/** Where what points may stand: at the beginning, and behind each of the words that lead to it. */
function placesOfVerb(text: string): number[] {
  const places = [0]
  let most = mostBefore
  for (const { 0: part, 1: word = '', index } of text.matchAll(/([^\s,]+),?\s+/g)) {
    const last = places.at(-1)
    if (index === 0 && /^(?:ja|nee)$/i.test(word)) most += 1
    else if (!isBefore(word)) break
    if (index !== last || places.length > most) break
    places.push(index + part.length)
  }
  return places
}
