import { expandNumbers, numberListSource } from './numbers.ts'

/** Longer answers say something of their own beside the reference. */
const longestPointer = 220

const points = new RegExp(
  `^(?:(?:ja|nee),?\\s+)?(?:(?:graag|voor|kortheidshalve|hiervoor|ik|wij|daarom|dit|deze|die|mijn|onze|hierover|hetgeen|hetzelfde|geldt|daarbij|gaarne|beantwoorden|beantwoord|het|een|antwoord|beantwoording|op|vraag|vragen|van|de|u|ook|nader|verder|daarvoor|tevens|wordt|verwijs|verwijzen|verwezen|kan|we|uw|zij|moge|mogen|ben|naar|hier|\\d{1,4}[a-z]?),?\\s+){0,16}` +
    `(?:zie|verwijs|verwijzen|verwezen|verwijst)\\b[^.?!]{0,80}?\\b(?:vraag|vragen|antwoord(?:en)?)\\s+(?:nr\\.?\\s+)?(${numberListSource})[^.?!]{0,60}[.!]?$`,
  'i',
)

/** The number of the question that an answer only refers to («Zie het antwoord op vraag 4.»), or null. */
export function pointerOf(answer: string): string | null {
  if (answer.length > longestPointer || answer.includes('\n')) return null
  const match = /zie|verw/i.test(answer) ? points.exec(answer.trim()) : null
  return match?.[1] === undefined ? null : (expandNumbers(match[1])[0] ?? null)
}
