import { isExample } from '../ids/example.ts'
import type { Code } from '../types.ts'
import { isOfficialUrl } from './sites.ts'

/** The file of a document with a registration number (DOMAIN §1.1); its page holds none of its text. */
export function fileOf({ kind, id }: Code): string | null {
  return kind === 'document' && !isExample(id) ? `https://www.tweedekamer.nl/downloads/document?id=${id}` : null
}

/** Kinds whose official page is the document itself. */
const published: readonly Code['kind'][] = ['kamerstuk', 'aanhangsel', 'kamervraag', 'bijlage', 'publication']

/** Where the text of what a code stands for is read from; null where its code alone does not tell. */
export function textAddressOf(code: Code): string | null {
  if (isExample(code.id)) return null
  return fileOf(code) ?? (published.includes(code.kind) && isOfficialUrl(code.url) ? code.url : null)
}
