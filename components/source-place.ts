import type { DocumentRow, QuestionRow } from '#utils/database/schema.ts'

/** Where a question stands in the official source. */
export interface SourcePlace {
  readonly url: string
  /** The page of the file that the address leads to; null where it leads to the words. */
  readonly page: number | null
}

/** Words of a question that its place is looked for by: enough to be alone on a page, few enough to survive a change. */
const quotedWords = 8

/** The place of a question at the address that it was read from; null for what came from a file of the user's own. */
export function sourcePlace(document: DocumentRow, row: QuestionRow): SourcePlace | null {
  const from = document.provenance.find(({ fact }) => fact === 'questions')?.from
  if (from === undefined || !/^https:\/\//i.test(from)) return null
  const isFile = document.links.some(({ rel, url }) => rel === 'file' && url === from)
  if (isFile) return { url: `${from.replace(/#.*$/u, '')}#page=${row.ownPage}`, page: row.ownPage }
  const line = row.question.split('\n').find((one) => one.trim() !== '')
  const words = line?.trim().split(/\s+/u).slice(0, quotedWords).join(' ')
  if (!words) return { url: from, page: null }
  return { url: `${from}${from.includes('#') ? '' : '#'}:~:text=${fragment(words)}`, page: null }
}

/** A hyphen, a comma and an ampersand are part of the directive's own grammar. */
const fragment = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D')
