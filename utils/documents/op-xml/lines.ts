import { type Meta, statedIds, statedTitles, titleAmong } from '../stated-metadata.ts'
import type { Line } from '../types.ts'
import { parseTree } from '../xml/parse.ts'
import { descendants, findNamed, textIn, type XmlElement } from '../xml/tree.ts'
import { blockLines } from './blocks.ts'
import { Notes } from './notes.ts'

export interface OfficialText {
  readonly lines: Line[]
  readonly title: string | null
  /** Codes that the file's metadata state of it, canonical, best first. */
  readonly ownIds: readonly string[]
}

/**
 * Reads official XML (written questions, papers, reports: DOMAIN §2, «op-XML») as lines. Questions and answers are named
 * by the markup itself and carry a marker; notes stand at the end with `role: 'footnote'`.
 *
 * @throws ReadingFailure `broken-xml` or `too-complex`
 */
export function linesOfOfficialXml(xml: string): OfficialText {
  const root = parseTree(xml, 'broken-xml')
  const notes = new Notes(root)
  const metas = metasOf(root)
  return {
    lines: [...blockLines(root, notes), ...notes.lines()],
    title: titleAmong([...statedTitles(metas), ...headingsOf(root)]),
    ownIds: [...new Set(statedIds(metas))],
  }
}

function metasOf(root: XmlElement): Meta[] {
  return [...descendants(root)]
    .filter(({ name }) => name === 'meta')
    .map(({ attributes }) => ({
      name: (attributes.name ?? '').toLowerCase(),
      content: (attributes.content ?? '').trim(),
    }))
}

/** What heads a file without metadata. */
function headingsOf(root: XmlElement): string[] {
  return ['kamervraagomschrijving', 'omschr', 'item-titel', 'titel'].map((name) => {
    const element = findNamed(root, name)
    return element ? textIn(element) : ''
  })
}
