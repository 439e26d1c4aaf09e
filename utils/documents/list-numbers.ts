/** How a number of a list is printed, in Word and on pages; the names are those of ST_NumberFormat (ECMA-376, 17.18.59). */
export function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'lowerLetter':
      return letters(number)
    case 'upperLetter':
      return letters(number).toUpperCase()
    case 'lowerRoman':
      return roman(number).toLowerCase()
    case 'upperRoman':
      return roman(number)
    case 'ordinal':
      return `${number}e`
    default:
      return String(number)
  }
}

/** `a` to `z`, then `aa`, `bb`: the letter is repeated. */
function letters(number: number): string {
  if (number < 1) return String(number)
  const index = (number - 1) % 26
  return String.fromCharCode(97 + index).repeat(Math.min(50, Math.floor((number - 1) / 26) + 1))
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  let rest = number
  let text = ''
  for (const [value, sign] of romans) {
    while (rest >= value) {
      text += sign
      rest -= value
    }
  }
  return text
}

/** The roman numbers that mark endnotes, from `i` to `lxxxix`. */
const smallRoman = /^(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/

/** The value of `iv`, up to 89; null for any other text. */
export function smallRomanValue(text: string): number | null {
  if (text === '' || !smallRoman.test(text)) return null
  let rest = text.toUpperCase()
  let value = 0
  for (const [worth, sign] of romans) {
    while (rest.startsWith(sign)) {
      rest = rest.slice(sign.length)
      value += worth
    }
  }
  return value
}
