import type { Author, CitedPaper } from './cited-paper.ts'
import { officialCitation, seriesOf } from './official.ts'
import { gazetteOf, publisherOf } from './record-type.ts'

/**
 * One record in the RIS format (Research Information Systems, «RIS Format Specifications»): a tag of two characters,
 * two spaces, a hyphen and a space before each value, one value a line, lines ended by CR and LF, `TY` first and `ER`
 * last; names are «last name, first name», and no asterisk stands in them. Fields as Zotero and EndNote read them:
 * papers of parliament are reports (`RPRT`: `M3` kind, `SN` number, `T2` series, `PB` institution), what stands in a
 * gazette is a statute (`STAT`). The official citation, which no style can make of these, goes along as a note.
 */
export function risRecord(paper: CitedPaper): string {
  const { code, title, kind, date, authors } = paper
  const gazette = gazetteOf(paper)
  const publisher = publisherOf(paper)
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '') ?? []
  const fields: readonly (readonly [tag: string, value: string | null | undefined])[] = [
    ['TY', gazette === null ? 'RPRT' : 'STAT'],
    ...(authors.length > 0 ? authors.map((author) => ['AU', nameOf(author)] as const) : [['AU', publisher] as const]),
    ['TI', title ?? officialCitation(paper)],
    ['T2', gazette ?? (code.kind === 'kamerstuk' || code.kind === 'aanhangsel' ? seriesOf(paper) : null)],
    ['PY', year],
    ['DA', year && `${year}/${month}/${day}/`],
    ['M3', kind],
    ['SN', code.label],
    ['PB', publisher],
    ['LA', 'nl'],
    ['UR', paper.url],
    ['N1', officialCitation(paper)],
  ]
  const lines = fields.flatMap(([tag, value]) => {
    const text = oneLine(value ?? '')
    return text === '' ? [] : [`${tag}  - ${text}`]
  })
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`
}

function nameOf(author: Author): string {
  const name =
    'literal' in author
      ? author.literal
      : `${author.family}, ${[author.given, author.particle].filter(Boolean).join(' ')}`
  return name.replaceAll('*', '')
}

/** A line break would begin a tag; other control characters mean nothing. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
