import { oneOf } from '../signs.ts'
import { isFaction } from './party-column.ts'
import type { Row } from './rows.ts'
import { endsSentence } from './sentences.ts'
import type { Start } from './structure.ts'

const characters = 1500

/**
 * How many of the items ask something near their start: in the paragraph behind the number, or in the next one where that
 * one is a sentence. A chapter's title is none.
 */
export function asking(rows: readonly Row[], starts: readonly Start[]): number {
  let count = 0
  starts.forEach((start, index) => {
    const end = starts[index + 1]?.row ?? rows.length
    let text = rows[start.row]?.text.slice(start.textStart) ?? ''
    let blocks = 0
    for (let row = start.row + 1; row < end && text.length < characters && !text.includes('?'); row += 1) {
      const next = rows[row]
      if (!next) break
      if (row === start.row + 1 && start.family !== 'heading' && isTitle(text, next) && !isFaction(text)) break
      if (next.startsBlock && text !== '') blocks += 1
      if (blocks > 2) break
      text += ` ${next.text}`
    }
    const asks = /\?(?=\s|$|[»”"’')\]\d])/.test(text.slice(0, characters))
    if (asks || membersAsk(rows[start.row]?.text.slice(start.textStart) ?? '') || wants(text.trimStart())) count += 1
  })
  return count
}

/** A question that is a wish, or is printed without its mark: «Graag een overzicht van X.», «Kan de minister toelichten waarom Y.» */
const wish =
  /^(?:(?:Graag|Gaarne) (?:een|het|de|ontvang\p{L}*|nader|in)\b|Verzoek (?:om|tot)\b|(?:Kan|Kunt|Kunnen) (?:u|worden|de (?:[Mm]inister|[Ss]taatssecretaris|[Rr]egering)|het kabinet)\b)/u
const politely = /^[^.?!]{3,160} graag\.$/
const mayWish = oneOf('GVK')

export const wants = (text: string) => mayWish(text) && wish.test(text)

/** The same, and nothing else. */
export const isWish = (text: string) => (wants(text) && /^[^?!]{3,300}[^.?!]\.$/.test(text)) || politely.test(text)

/** A faction asks without a question mark: «De leden van de PvdV-fractie vragen of …», «Voorts verzoeken deze leden om …». */
const membersWant =
  /(?:(?<=^|[.?!»”"’')] )De|\bde|\b[Dd]eze) leden\b.{0,200}\b(?:vragen|verzoeken|vernemen|ontvangen)\b|\b(?:vragen|verzoeken|vernemen|ontvangen) (?:zij|(?:de|deze) leden)\b/

const mayTellOfMembers = (text: string) => text.includes(' leden') || text.includes(' zij')

export const membersAsk = (text: string) =>
  mayTellOfMembers(text) && (membersWant.exec(text)?.index ?? furthestMembers) < furthestMembers

/** They ask in the first sentence or the second. */
const furthestMembers = 200
const longestTitle = 60
const shortTitle = 40

/** The title of a chapter: short, without a stop, and the next row begins anew. */
export function isTitle(text: string, next: Row): boolean {
  // A figure alone is the page asked about, in its column.
  if (!/\p{L}/u.test(text) || text.length >= longestTitle || /[.:,;?!»”"’')]$/.test(text)) return false
  return next.startsBlock || (text.length < shortTitle && /^\p{Lu}/u.test(next.text))
}

/** Narrow columns break a question into so many. */
const rowsOfQuestion = 8

/** A number alone before rows that ask is a question's own; those below the next question's number ask for that one. */
export function numbersQuestion(rows: readonly Row[], index: number): boolean {
  let below = ''
  for (let row = index + 1; row <= index + rowsOfQuestion; row += 1) {
    const text = rows[row]?.text ?? ''
    if ((below === '' || endsSentence(below)) && nextNumber.test(text)) break
    below = below === '' ? text : `${below} ${text}`
  }
  // One sentence may state before the next asks.
  return /^(?:\p{Lu}[^.?!]*\.\s)?(?:[^.?!]|(?<=\d)\.(?=\d|\s\p{Ll}))*\?/u.test(below)
}

/** `156`, or `156 Wat verklaart …`; a question may begin with a figure too («3 miljoen gezinnen …»). */
const nextNumber = /^\d{1,4}[a-z]?[.)]?(?:$|\s+[\p{Lu}«“‘„])/u
