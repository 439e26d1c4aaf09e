import { numberListSource } from '../parse/numbers.ts'

const headings = `(?:Vra(?:ag|gen)|Antwoord(?:en)?(?: op)?(?: de)?(?: vra(?:ag|gen))?) ?(?:${numberListSource})[.:]?`
/** `Vraag 3Kent u …`, `Antwoord op vraag 3:Ja`. */
const behind = new RegExp(`(?<!\\p{L})${headings}(?=\\p{Lu}\\p{Ll}|U |[«“‘€(])`, 'gu')
/** `…?Antwoord 3`, `… (ontvangen 12 juni 2023).Vraag 1`. */
const before = /(?<=[\p{L}\d.?!:»”’")\]])(?=(?:Vraag|Antwoord(?: op vraag| vraag)?) ?\d)/gu
/** `…?AntwoordJa.` */
const bare = /(?<=[.?!»”’)\]]) ?Antwoord:?(?=[\p{Lu}\d«“‘€(])/gu
/** `…?Ja.3Kent u …` */
const number = /(?<=^|[\p{L}.?!»”’)\]])\d{1,3}(?=\p{Lu}\p{Ll})/gu
/** `Zo ja, welke?Ja.` */
const sentence = /(?<=\p{Ll}[.?!][»”’)]?)(?=\p{Lu}\p{Ll}|€)/gu
const heading = /(?<!\p{L})Vraag \d/u
const fewest = 2
const fewestNumbers = 4
/** A number behind a figure is not told from it. */
const widestStep = 2

/**
 * The text with blanks around its headings and numbers, where an extraction put the paragraphs of a page together without
 * any: «Vraag 1Kent u het bericht?Antwoord 1Ja.Vraag 2…». As it is where that happened once at the most. `isFlat`: the text has
 * no lines; in lines, or under headings in words, a number between two words is a note's mark.
 */
export function withHeadingsParted(text: string, isFlat: boolean): string {
  const glued = [...text.matchAll(behind), ...text.matchAll(before)].length
  if (glued < fewest) return isFlat && !heading.test(text) ? withNumbersParted(text) : text
  return text.replace(before, ' ').replace(behind, '$& ').replace(bare, ' Antwoord: ').replace(sentence, ' ')
}

/** The same for numbers alone: those that rise by one from 1 on, with a question between each and the next. */
function withNumbersParted(text: string): string {
  let result = ''
  let from = 0
  /** Where the text asks next. */
  let asked = -1
  let last = 0
  let count = 0
  for (const { 0: digits, index } of text.matchAll(number)) {
    const step = Number(digits) - last
    if (step < 1 || step > (last === 0 ? 1 : widestStep)) continue
    if (last > 0 && (asked < 0 || asked > index)) continue
    result += `${text.slice(from, index)} ${digits} `
    from = index + digits.length
    asked = text.indexOf('?', from)
    last = Number(digits)
    count += 1
  }
  return count >= fewestNumbers ? (result + text.slice(from)).replace(sentence, ' ') : text
}
