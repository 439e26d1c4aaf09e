import { codeOfUrl } from '#utils/references/code.ts'
import { readCode } from '#utils/references/read.ts'
import { longestTitle, saysSubject } from './stated-title.ts'

/** A `meta` of a page's head or of official XML; the name in lower case. */
export interface Meta {
  readonly name: string
  readonly content: string
}

const titleNames = ['dc.title', 'dcterms.title', 'overheidop.dossiertitel', 'og:title']
/** The document's own id. `OVERHEIDop.vraagnummer` of an answer is the question's id and so not among them. */
const idNames = ['dc.identifier', 'dcterms.identifier', 'overheidop.identifier']

/** Titles that the metadata state, best first. */
export function statedTitles(metas: readonly Meta[]): string[] {
  return titleNames
    .map((name) => metas.find((meta) => meta.name === name)?.content ?? '')
    .filter((title) => title !== '')
}

/** Most official XML names no more than the address of its metadata, which lies beside the publication. */
const recordName = 'overheidop.externmetadatarecord'

/** Codes of the document itself that the metadata state, canonical. */
export function statedIds(metas: readonly Meta[]): string[] {
  const named = metas.filter((meta) => idNames.includes(meta.name)).map((meta) => readCode(meta.content))
  const placed = metas
    .filter((meta) => meta.name === recordName)
    .map((meta) => codeOfUrl(meta.content.replace(/\/metadata\.xml$/, '.html')))
  return [...named, ...placed].map((code) => code?.id).filter((id) => id !== undefined)
}

/** The first of some titles that says something: some documents are headed by their number alone. */
export function titleAmong(titles: readonly string[]): string | null {
  const known = titles.filter(({ length }) => length > 0 && length <= longestTitle)
  return known.find(saysSubject) ?? known[0] ?? null
}
