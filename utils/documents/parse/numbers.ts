/**
 * Numbers of questions as they are printed: `2`, `2a`, `2 en 3`, `4 t/m 7`, `1, 2 en 5`, `1-3`, `9, 9 en 9`
 * (DOMAIN §2, «Headings of answers»).
 */
const separator = String.raw`\s{0,3}(?:,(?:\s{0,3}(?:en|EN|and|alsmede)\s)?|;|&|\+|/|en\s|EN\s|and\s|alsmede\s|t/m|T/M|tot en met\s|TOT EN MET\s|[-–—])\s{0,3}`

/** Pattern source of one number; `2.1` is the first question of the second chapter, `2.a` the first part of the second question. */
const numberSource = String.raw`(?:\d{1,2}\.\d{1,2}(?!\d|[.,]\d)|\d{1,3}\.(?=[a-z](?![a-z.)]))|\d{1,4})[a-z]?`

/** Pattern source of a list of numbers; «vraag 9 en vraag 10», «vraag 9, alsmede vraag 10» says the word again. */
export const numberListSource = `${numberSource}(?:${separator}(?:(?:op )?(?:vraag|vragen|VRAAG|VRAGEN) )?${numberSource})*`

/** More than any document holds: a wider range is a slip of the pen or an attack. */
const widestRange = 200

const token = new RegExp(`${numberSource}|t/m|T/M|tot en met|TOT EN MET|[-–—]`, 'g')

/** The numbers that a list names, ranges written out, in the order of print; `01` is 1. */
export function expandNumbers(list: string): string[] {
  // Nearly all lists are one number.
  if (/^[1-9]\d{0,3}[a-z]?$/.test(list)) return [list]
  const numbers: string[] = []
  let range = false
  for (const [printed] of list.matchAll(token)) {
    const word = printed.replace(/^0+(?=\d)/, '').replace(/\.(?=[a-z])/, '')
    if (!/^\d/.test(word)) {
      range = true
      continue
    }
    const last = numbers.at(-1)
    if (range && last !== undefined) {
      const chapter = chapterOf(word)
      const to = placeOf(word)
      const from = chapter === chapterOf(last) ? placeOf(last) : to
      for (let next = from + 1; next < to && numbers.length < widestRange; next += 1) numbers.push(`${chapter}${next}`)
    }
    numbers.push(word)
    range = false
  }
  return numbers
}

/** The numeral of a printed number: 2 for `2a`, and for `2.1`, which stands in the second chapter. */
export function numeralOf(number: string): number {
  return Number.parseInt(number, 10)
}

/** What stands before a number's last numeral: `2.` for `2.1`, nothing for `2`. */
export function chapterOf(number: string): string {
  return number.slice(0, number.indexOf('.') + 1)
}

/** The last numeral of a printed number: 1 for `2.1`, 2 for `2a`. */
export function placeOf(number: string): number {
  return Number.parseInt(number.slice(chapterOf(number).length), 10)
}
