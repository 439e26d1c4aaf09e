import type { Row } from '../parse/rows.ts'

/** Words that no line of a letterhead ends with. */
const openEnd = /\s(?:de|het|een|van|voor|en|of|over|bij|op|aan|met|in|door|te|inzake)$/

/**
 * The text of a document's head or end: what goes on is one line, what stands apart (a paragraph, a field of the
 * letterhead, a signature) begins another, so that no sentence and no field runs on into its neighbour.
 */
export function headText(rows: readonly Pick<Row, 'text' | 'startsBlock'>[]): string {
  let text = ''
  let before = ''
  for (const row of rows) {
    // Titles are cut up over blocks in mid-sentence: «… op Kamervragen» | «van het lid …», «… Ministerie van» | «Financiën».
    const isOpen = openEnd.test(before) || (/^\p{Ll}/u.test(row.text) && !/[.:;?!]$/.test(before))
    const goesOn = !row.startsBlock || isOpen
    text += before === '' ? row.text : `${goesOn ? ' ' : '\n'}${row.text}`
    before = row.text
  }
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/(?<=\p{Lu}\p{Ll}+)- (?=\p{Lu}\p{Ll})/gu, '-')
    .replace(/(?<=\p{Ll}{2})- (?!en\b|of\b|en\/of\b)(?=\p{Ll}{2})/gu, '')
    .trim()
}
