import { LineBuilder, type Look, plain } from '../line-builder.ts'
import type { Line, LineRole } from '../types.ts'
import { childOf, elementsIn, textIn, type XmlElement } from '../xml/tree.ts'
import type { Fields } from './fields.ts'
import type { Notes } from './notes.ts'
import type { Numbering } from './numbering.ts'
import type { Pages } from './pages.ts'
import { paragraphProperties, runProperties } from './properties.ts'
import { signOf } from './signs.ts'
import type { StyleSheet } from './styles.ts'
import { isBeside, tableLines } from './tables.ts'
import { chosenOf, textBoxes } from './text-boxes.ts'

/** What reading one story of the file (its body, a header, a note) leans on. */
export interface Story {
  readonly styles: StyleSheet
  readonly numbering: Numbering
  readonly notes: Notes
  readonly fields: Fields
  /** Absent in what stands on no page of its own. */
  readonly pages?: Pages
  /** Lines of text boxes, until the line that they hang on has ended. */
  readonly aside: Line[]
}

/** Not part of the text as it stands: deleted, moved away, or said of it rather than in it. */
const left: ReadonlySet<string> = new Set(
  'del moveFrom delText delInstrText instrText pPr rPr tblPr tblGrid sectPr sdtPr sdtEndPr footnoteRef endnoteRef annotationRef rt proofErr customXmlPr smartTagPr'.split(
    ' ',
  ),
)

/** The blocks below an element as lines: one a paragraph, one or more a row of a table. */
export function blockLines(root: XmlElement, story: Story, role?: LineRole, inCell = false): Line[] {
  const reader = new BodyReader(story, role, inCell)
  reader.readIn(root)
  return reader.finish()
}

/** Walks through a story and fills a builder with lines. */
class BodyReader {
  private readonly builder = new LineBuilder()
  private readonly story: Story
  private readonly role: LineRole | undefined
  private readonly inCell: boolean
  /** Style of the paragraph that is being read. */
  private style: string | undefined
  /** The paragraph's automatic number, until text takes its look. */
  private number: string | null = null
  /** The end of the paragraph before was deleted. */
  private joined = false
  private breaks = 0
  /** A note's own sign (`*`) comes next: the note is numbered as all others are. */
  private isOwnMark = false

  constructor(story: Story, role: LineRole | undefined, inCell: boolean) {
    this.story = story
    this.role = role
    this.inCell = inCell
  }

  finish(): Line[] {
    this.end(true)
    return this.builder.lines
  }

  readIn(element: XmlElement): void {
    for (const child of elementsIn(element)) this.read(child)
  }

  /** What has no meaning of its own (links, tags, content controls, insertions) is read for what is in it. */
  private read(element: XmlElement): void {
    const { name } = element
    if (left.has(name)) return
    if (name === 'p') this.paragraph(element)
    else if (name === 'tbl') this.table(element)
    else if (name === 'r') this.run(element)
    else if (name === 'sdt') this.contentControl(element)
    else if (name === 'AlternateContent') this.alternative(element)
    else if (name === 'drawing' || name === 'pict' || name === 'object') this.drawing(element)
    else this.readIn(element)
  }

  private paragraph(element: XmlElement): void {
    const { story, builder } = this
    const properties = story.styles.paragraph(paragraphProperties(childOf(element, 'pPr')))
    if (/^toc \d/.test(properties.name)) return
    if (!this.joined) this.end(true)
    if (properties.pageBreakBefore) story.pages?.set()
    this.style = properties.style
    const isHeading = (properties.outline ?? 9) < 9 || /^(?:heading \d|title)$/.test(properties.name)
    this.number = properties.joined ? null : story.numbering.next(properties)
    builder.role =
      this.role ??
      (properties.framed ? 'margin' : isHeading ? 'heading' : this.number === null ? undefined : 'list-item')
    this.readIn(element)
    // Word numbers an empty paragraph too: a table's column of numbers holds nothing else.
    if (this.number !== null) this.add('', this.lookOf(childOf(element, 'pPr', 'rPr')) ?? plain)
    this.joined = properties.joined ?? false
    if (!this.joined) this.end(true)
    if (childOf(element, 'pPr', 'sectPr')) this.sectionEnd(childOf(element, 'pPr', 'sectPr'))
  }

  private table(element: XmlElement): void {
    this.end(true)
    const role = this.role ?? (isBeside(element) ? 'margin' : undefined)
    const cells = (cell: XmlElement) => blockLines(cell, this.story, role, true)
    for (const line of tableLines(element, cells)) {
      this.builder.push(role === undefined ? line : { ...line, role })
    }
    if (!this.inCell) this.flush()
  }

  private run(element: XmlElement): void {
    const look = this.lookOf(childOf(element, 'rPr'))
    this.isOwnMark = false
    for (const child of elementsIn(element)) this.inRun(child, look)
  }

  private inRun(element: XmlElement, look: Look | null): void {
    const { name } = element
    const sign = signOf(element)
    if (sign !== null) {
      if (this.isOwnMark) this.story.notes.sign(sign)
      else if (look !== null) this.add(sign, look)
    } else if (name === 'fldChar') this.field(element.attributes.fldCharType, look)
    else if (name === 'instrText') this.story.fields.code(textIn(element))
    else if (name === 'lastRenderedPageBreak') this.story.pages?.rendered()
    else if (name === 'br' || name === 'cr') this.lineBreak(element.attributes.type, look)
    else if (name === 'footnoteReference' || name === 'endnoteReference') this.noteMark(element, look)
    else if (name === 'ruby') this.readIn(childOf(element, 'rubyBase') ?? element)
    else this.read(element)
  }

  private field(type: string | undefined, look: Look | null): void {
    const number = this.story.fields.mark(type)
    if (number !== null && look !== null) this.add(number, look)
  }

  private noteMark(element: XmlElement, look: Look | null): void {
    if (look === null || !this.story.fields.isText) return
    const kind = element.name === 'footnoteReference' ? 'footnote' : 'endnote'
    const mark = this.story.notes.refer(kind, element.attributes.id)
    if (mark !== null) this.add(mark, { ...look, superscript: true })
    this.isOwnMark = /^(?:1|true|on)$/.test(element.attributes.customMarkFollows ?? '')
  }

  private lineBreak(type: string | undefined, look: Look | null): void {
    if (look === null || !this.story.fields.isText) return
    if (type === 'page') this.story.pages?.set()
    this.breaks += 1
    // Within a narrow cell a line break is only a wrap; two of them part paragraphs everywhere.
    if (this.inCell && this.breaks < 2 && type !== 'page') this.builder.add(' ', plain)
    else this.builder.end(this.breaks > 1)
  }

  private contentControl(element: XmlElement): void {
    // What stands in an unfilled one only asks to be filled.
    if (childOf(element, 'sdtPr', 'showingPlcHdr')) return
    const content = childOf(element, 'sdtContent')
    if (content) this.readIn(content)
  }

  private alternative(element: XmlElement): void {
    const chosen = chosenOf(element)
    if (chosen) this.readIn(chosen)
  }

  private drawing(element: XmlElement): void {
    const { pages, ...story } = this.story
    for (const box of textBoxes(element)) {
      const lines = blockLines(box, story, this.role ?? 'margin')
      for (const line of lines) this.story.aside.push({ ...line, page: pages?.current ?? 1 })
    }
  }

  private sectionEnd(section: XmlElement | null): void {
    if (childOf(section, 'type')?.attributes.val !== 'continuous') this.story.pages?.set()
  }

  private lookOf(element: XmlElement | null): Look | null {
    return this.story.styles.look(this.style, runProperties(element))
  }

  private add(text: string, look: Look): void {
    if (!this.story.fields.isText) return
    this.builder.page = this.story.pages?.current ?? 1
    if (text.trim() !== '') this.breaks = 0
    if (this.number !== null && (text.trim() !== '' || text === '')) {
      this.builder.add(this.number, { ...look, superscript: false })
      this.number = null
    }
    this.builder.add(text, look)
  }

  private end(block: boolean): void {
    this.builder.end(block)
    this.breaks = 0
    if (!this.inCell && block) this.flush()
  }

  private flush(): void {
    for (const line of this.story.aside.splice(0)) this.builder.push(line)
  }
}
