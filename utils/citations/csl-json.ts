import type { Author, CitedPaper } from './cited-paper.ts'
import { officialCitation, seriesOf } from './official.ts'
import { gazetteOf, publisherOf } from './record-type.ts'

/** One item of CSL-JSON, with the variables that are used here. */
export interface CslItem {
  readonly id: string
  readonly type: 'report' | 'legislation'
  readonly title: string
  readonly author?: readonly CslName[]
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly genre?: string
  readonly number: string
  readonly 'collection-title'?: string
  readonly 'container-title'?: string
  readonly publisher?: string
  readonly URL: string
  readonly language: string
  readonly note: string
}

type CslName =
  | { readonly family: string; readonly given: string; readonly 'non-dropping-particle'?: string }
  | { readonly literal: string }

/**
 * A paper as CSL-JSON (Citation Style Language 1.0.2, `csl-data.json`), which Zotero takes from the clipboard: a list
 * of one item. Papers of parliament are a `report` with its `genre`, `number`, series (`collection-title`) and
 * `publisher`, as Zotero's item «Report» has them; what stands in a gazette is `legislation` with that gazette as its
 * `container-title`. The official citation, which no style can make of these, goes along as a `note`.
 */
export function cslJson(paper: CitedPaper): string {
  return JSON.stringify([cslItem(paper)], null, 2)
}

export function cslItem(paper: CitedPaper): CslItem {
  const { code, kind, date } = paper
  const gazette = gazetteOf(paper)
  const publisher = publisherOf(paper)
  const isInSeries = code.kind === 'kamerstuk' || code.kind === 'aanhangsel'
  const authors = paper.authors.length > 0 ? paper.authors : publisher === null ? [] : [{ literal: publisher }]
  const day = /^(\d{4})-(\d{2})-(\d{2})/
    .exec(date ?? '')
    ?.slice(1)
    .map(Number)
  return {
    id: code.id,
    type: gazette === null ? 'report' : 'legislation',
    title: paper.title ?? officialCitation(paper),
    ...(authors.length === 0 ? {} : { author: authors.map(nameOf) }),
    ...(day === undefined ? {} : { issued: { 'date-parts': [day] } }),
    ...(kind === null ? {} : { genre: kind }),
    number: code.label,
    ...(isInSeries ? { 'collection-title': seriesOf(paper) } : {}),
    ...(gazette === null ? {} : { 'container-title': gazette }),
    ...(publisher === null ? {} : { publisher }),
    URL: paper.url,
    language: 'nl-NL',
    note: officialCitation(paper),
  }
}

function nameOf(author: Author): CslName {
  if ('literal' in author) return author
  const { family, given, particle } = author
  return { family, given, ...(particle === null ? {} : { 'non-dropping-particle': particle }) }
}
