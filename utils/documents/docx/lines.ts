import { statedTitle } from '../stated-title.ts'
import { type Line, type LineRole, ReadingFailure } from '../types.ts'
import { childOf, descendants, findNamed, textIn, type XmlElement } from '../xml/tree.ts'
import { blockLines, type Story } from './body.ts'
import { Fields } from './fields.ts'
import { Notes } from './notes.ts'
import { Numbering } from './numbering.ts'
import { WordPackage } from './package.ts'
import { Pages } from './pages.ts'
import { StyleSheet } from './styles.ts'

export interface WordText {
  readonly lines: Line[]
  /** As Word last laid the file out; 1 where it never did. */
  readonly pages: number
  /** The title that the file states of itself, or null. */
  readonly title: string | null
}

/**
 * Reads a Word file (DOCX: ECMA-376, WordprocessingML) as lines: headers, the text, footers, and at the end the notes with
 * `role: 'footnote'`, as the reader of HTML gives them. What marks a note in the text is a raised run.
 *
 * @throws ReadingFailure `broken-docx`, `too-large`, `too-complex`, `image-only` or `empty-file`
 */
export function linesOfWord(bytes: Uint8Array): WordText {
  const file = new WordPackage(bytes)
  const main = file.main
  const document = file.read(main)
  const part = (type: string) => file.read(file.related(main, type)[0])
  const styles = new StyleSheet(part('styles'))
  const numbering = new Numbering(part('numbering'), styles)
  const notes = new Notes(part('footnotes'), part('endnotes'), endnoteFormat(document, part('settings')))
  const story = (element: XmlElement): Story => ({ styles, numbering, notes, fields: new Fields(element), aside: [] })
  const read = (element: XmlElement, role?: LineRole) => blockLines(element, story(element), role)

  const body = childOf(document, 'body')
  const running = body ? runningParts(body, file.relatedById(main)) : { headers: [], footers: [] }
  const runningLines = (names: readonly string[], role: LineRole) =>
    names.flatMap((name) => {
      const root = file.read(name)
      return root ? read(root, role) : []
    })

  const headers = runningLines(running.headers, 'header')
  const pages = body ? new Pages(body) : null
  const text = body && pages ? blockLines(body, { ...story(body), pages }) : []
  const last = pages?.current ?? 1
  if (text.length === 0 && (headers.length === 0 || (body && hasPicture(body))))
    throw new ReadingFailure(body && hasPicture(body) ? 'image-only' : 'empty-file')
  const footers = runningLines(running.footers, 'footer')
  const noted = notes.referred.flatMap(({ mark, element, sign }): Line[] => {
    const text = read(element)
      .map((line) => line.text)
      .join(' ')
    const words = text.slice(text.startsWith(sign) ? sign.length : 0).trimStart()
    return words === ''
      ? []
      : [
          {
            text: `${mark} ${words}`,
            page: last,
            startsBlock: true,
            role: 'footnote',
            styles: [{ start: 0, end: mark.length, superscript: true }],
          },
        ]
  })
  return {
    lines: [...headers, ...text, ...footers.map((line) => ({ ...line, page: last })), ...noted],
    pages: last,
    title: titleOf(file),
  }
}

/** How endnotes are numbered: as a section of the text says, or the file's settings. */
function endnoteFormat(document: XmlElement | null, settings: XmlElement | null): string | undefined {
  const formats = [document, settings].map((root) => root && childOf(findNamed(root, 'endnotePr'), 'numFmt'))
  return formats.find((format) => format)?.attributes.val
}

function hasPicture(body: XmlElement): boolean {
  return findNamed(body, 'pic') !== null || findNamed(body, 'imagedata') !== null
}

/** The headers and footers that the sections of the text name, each once. */
function runningParts(body: XmlElement, parts: ReadonlyMap<string, string>): { headers: string[]; footers: string[] } {
  const headers = new Set<string>()
  const footers = new Set<string>()
  for (const section of descendants(body)) {
    if (section.name !== 'sectPr') continue
    for (const { name, attributes } of descendants(section)) {
      const part = parts.get(attributes.id ?? '')
      if (part === undefined) continue
      if (name === 'headerReference') headers.add(part)
      if (name === 'footerReference') footers.add(part)
    }
  }
  return { headers: [...headers], footers: [...footers] }
}

function titleOf(file: WordPackage): string | null {
  const core = file.read(file.related('', 'core-properties')[0] ?? 'docprops/core.xml')
  const title = core ? findNamed(core, 'title') : null
  return title ? statedTitle(textIn(title)) : null
}
