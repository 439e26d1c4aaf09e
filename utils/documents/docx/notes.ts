import { formatNumber } from '../list-numbers.ts'
import { childrenNamed, type XmlElement } from '../xml/tree.ts'

export type NoteKind = 'footnote' | 'endnote'

/** A note that the text refers to. */
export interface ReferredNote {
  readonly mark: string
  readonly element: XmlElement
  /** What is printed instead of its number (`*`), which its text begins with too. */
  sign: string
}

/**
 * Numbers the notes of each kind in the order in which the text refers to them, as Word does: footnotes in figures, endnotes in small roman
 * numbers. Endnotes that are set otherwise count on in figures behind the footnotes, so that no mark stands for two notes.
 */
export class Notes {
  readonly referred: ReferredNote[] = []
  private readonly elements: Readonly<Record<NoteKind, ReadonlyMap<string, XmlElement>>>
  private readonly marks = new Map<string, string>()
  private readonly counts: Record<NoteKind, number> = { footnote: 0, endnote: 0 }

  private readonly areRoman: boolean

  constructor(footnotes: XmlElement | null, endnotes: XmlElement | null, endnoteFormat = 'lowerRoman') {
    this.areRoman = endnoteFormat === 'lowerRoman'
    this.elements = { footnote: notesOf(footnotes, 'footnote'), endnote: notesOf(endnotes, 'endnote') }
  }

  /** The mark of the note that a reference names, or null where there is no such note. */
  refer(kind: NoteKind, id: string | undefined): string | null {
    const element = this.elements[kind].get(id ?? '')
    if (!element) return null
    const key = `${kind} ${id}`
    const known = this.marks.get(key)
    if (known !== undefined) return known
    const isRoman = kind === 'endnote' && this.areRoman
    const counted = isRoman ? kind : 'footnote'
    this.counts[counted] += 1
    const mark = formatNumber(this.counts[counted], isRoman ? 'lowerRoman' : 'decimal')
    this.marks.set(key, mark)
    this.referred.push({ mark, element, sign: '' })
    return mark
  }

  /** The sign of the note that was referred to last. */
  sign(text: string): void {
    const note = this.referred.at(-1)
    if (note) note.sign += text
  }
}

/** The notes by id, without the lines that Word draws above them. */
function notesOf(root: XmlElement | null, kind: NoteKind): Map<string, XmlElement> {
  return new Map(
    childrenNamed(root, kind)
      .filter(({ attributes }) => attributes.type === undefined || attributes.type === 'normal')
      .map((note) => [note.attributes.id ?? '', note]),
  )
}
