/**
 * Signs that Word takes from fonts of pictures, by their number in that font (`w:sym`). Only those that stand in texts; a
 * sign that nobody can name is left out.
 */
const symbolFont: Readonly<Record<string, string>> = {
  A3: '≤',
  AE: '→',
  B0: '°',
  B1: '±',
  B3: '≥',
  B4: '×',
  B7: '•',
  B8: '÷',
  B9: '≠',
  BB: '≈',
  D7: '·',
  DE: '⇒',
  '2D': '-',
  '6D': 'µ',
}

const wingdings: Readonly<Record<string, string>> = {
  A7: '▪',
  A8: '☐',
  E0: '→',
  F0: '→',
  FC: '✓',
  FE: '☒',
  '6F': '☐',
  '6C': '•',
  '6E': '▪',
}

/** Where such a font's signs are moved to. */
const moved = /[\uf020-\uf0ff]/g

/** A text of a file that names its fonts nowhere (a PDF), with the signs of such fonts as signs: the bullets of Word's lists. */
export function withSigns(text: string): string {
  return text.replace(moved, (sign) => {
    const inFont = (sign.charCodeAt(0) & 0xff).toString(16).toUpperCase()
    return symbolFont[inFont] ?? wingdings[inFont] ?? sign
  })
}

export function symbolOf(font: string | undefined, code: string | undefined): string {
  const number = Number.parseInt(code ?? '', 16)
  if (Number.isNaN(number) || number < 32 || number > 0xffff) return ''
  // The numbers of such fonts are moved to where no letters are (F000).
  const inFont = (number & 0xff).toString(16).toUpperCase().padStart(2, '0')
  if (/wingdings|webdings/i.test(font ?? '')) return wingdings[inFont] ?? ''
  if (/symbol/i.test(font ?? '')) return symbolFont[inFont] ?? ''
  return number >= 0xe000 && number <= 0xf8ff ? '' : String.fromCharCode(number)
}
