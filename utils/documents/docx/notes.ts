import { childrenNamed, type XmlElement } from '../xml/tree.ts'

export type NoteKind = 'footnote' | 'endnote'

/** A note that the text refers to. */
export interface ReferredNote {
  readonly mark: string
  readonly element: XmlElement
}

/**
 * Numbers the notes in the order in which the text refers to them. Endnotes count on after the footnotes and in figures,
 * though Word prints them in small roman numbers: `voortgangii` could not be told from a word.
 */
export class Notes {
  readonly referred: ReferredNote[] = []
  private readonly elements: Readonly<Record<NoteKind, ReadonlyMap<string, XmlElement>>>
  private readonly marks = new Map<string, string>()

  constructor(footnotes: XmlElement | null, endnotes: XmlElement | null) {
    this.elements = { footnote: notesOf(footnotes, 'footnote'), endnote: notesOf(endnotes, 'endnote') }
  }

  /** The mark of the note that a reference names, or null where there is no such note. */
  refer(kind: NoteKind, id: string | undefined): string | null {
    const element = this.elements[kind].get(id ?? '')
    if (!element) return null
    const key = `${kind} ${id}`
    const known = this.marks.get(key)
    if (known !== undefined) return known
    const mark = String(this.referred.length + 1)
    this.marks.set(key, mark)
    this.referred.push({ mark, element })
    return mark
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
