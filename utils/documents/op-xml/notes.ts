import type { Line } from '../types.ts'
import { childrenNamed, elementsIn, outermost, textIn, type XmlElement } from '../xml/tree.ts'

/** The notes of a document: they stand where they are referred to, or together, with references by id. */
export class Notes {
  private readonly marks = new Map<XmlElement, string>()
  private readonly byId = new Map<string, string>()

  constructor(root: XmlElement) {
    // A note within a note is part of its text: no text refers to it.
    for (const element of outermost(root, 'noot')) {
      const printed = /\d{1,3}/.exec(childrenNamed(element, 'noot.nr').map(textIn).join(' '))?.[0]
      const mark = printed ?? String(this.marks.size + 1)
      this.marks.set(element, mark)
      if (element.attributes.id !== undefined) this.byId.set(element.attributes.id, mark)
    }
  }

  markOf(note: XmlElement): string {
    return this.marks.get(note) ?? ''
  }

  /** The mark that a reference prints, or that of the note which it names. */
  markReferred(reference: XmlElement): string {
    const printed = /^\d{1,3}$/.exec(textIn(reference))?.[0]
    const named = Object.values(reference.attributes).map((value) => this.byId.get(value.replace(/^#/, '')))
    return printed ?? named.find((mark) => mark !== undefined) ?? ''
  }

  /** As the reader of HTML gives them: `1 NOS, 29 oktober 2024, …`. */
  lines(): Line[] {
    return [...this.marks].flatMap(([note, mark]): Line[] => {
      const words = elementsIn(note)
        .filter(({ name }) => name !== 'noot.nr')
        .map(textIn)
        .join(' ')
        .trim()
      return words === '' ? [] : [{ text: `${mark} ${words}`, page: 1, startsBlock: true, role: 'footnote' }]
    })
  }
}
