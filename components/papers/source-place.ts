import type { DocumentRow, QuestionRow } from '#utils/database/schema.ts'
import { isPdfAddress } from '#utils/references/addresses/pdf-address.ts'
import { isOfficialUrl } from '#utils/references/addresses/sites.ts'
import { withoutFragment } from '#utils/references/addresses/without-fragment.ts'

/** Where a question stands in the official source. */
export interface SourcePlace {
  readonly url: string
  /** The page of the file that the address leads to; null where it leads to the words. */
  readonly page: number | null
  /** Whether the reader can show it there: a PDF of an official site. */
  readonly isPdf: boolean
}

/** Words of a question that its place is looked for by: enough to be alone on a page, few enough to survive a change. */
const quotedWords = 8

/** The place of a question at the address that it was read from; null for what came from a file of the user's own. */
export function sourcePlace(document: DocumentRow, row: QuestionRow): SourcePlace | null {
  const from = originOf(document)
  if (from === null) return null
  if (document.links.some(({ rel, url }) => rel === 'file' && url === from)) {
    // Of files a PDF alone tells heights; what an older Kamerlens read has none.
    const isPdf = isOfficialUrl(from) && (row.top !== undefined || (document.facts === undefined && isPdfAddress(from)))
    return { url: `${withoutFragment(from)}#page=${row.ownPage}`, page: row.ownPage, isPdf }
  }
  const line = row.question.split('\n').find((one) => one.trim() !== '')
  const words = line?.trim().split(/\s+/u).slice(0, quotedWords).join(' ')
  if (!words) return { url: from, page: null, isPdf: false }
  return { url: `${from}${from.includes('#') ? '' : '#'}:~:text=${fragment(words)}`, page: null, isPdf: false }
}

/** The address that a document's questions were read from; null for a file of the user's own. */
function originOf({ provenance }: DocumentRow): string | null {
  const from = provenance.find(({ fact }) => fact === 'questions')?.from
  return from !== undefined && /^https:\/\//i.test(from) ? from : null
}

/** The official PDF of a document, by preference the one that was read; null where none is known. */
export function officialPdf(document: DocumentRow): string | null {
  const from = originOf(document)
  const files = document.links.flatMap(({ rel, url }) => (rel === 'file' ? [url] : []))
  const fit = files.filter((url) => /^https:/i.test(url) && isOfficialUrl(url) && isPdfAddress(url))
  return fit.find((url) => url === from) ?? fit[0] ?? null
}

/** Fingerprints of the files that a document was read from. */
export function filesOfDocument({ aliases }: DocumentRow): readonly string[] {
  return aliases.flatMap((alias) => /^file:([0-9a-f]{64})$/u.exec(alias)?.[1] ?? [])
}

/** A hyphen, a comma and an ampersand are part of the directive's own grammar. */
const fragment = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D')
