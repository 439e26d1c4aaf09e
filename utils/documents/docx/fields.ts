import { descendants, type XmlElement } from '../xml/tree.ts'

/**
 * Fields stand in the text as a code and the result that was last computed from it (`PAGE`, then `3`): only results are
 * text. They may lie in each other and run over paragraphs (ECMA-376, 17.16.18).
 */
export class Fields {
  /** For each field that is open, whether its result has begun. */
  private readonly open: boolean[] = []
  private readonly trusted: boolean

  /** A file that opens fields and never ends them would lose all that follows: there, only codes are left out. */
  constructor(story: XmlElement) {
    let depth = 0
    for (const element of descendants(story)) {
      if (element.name !== 'fldChar') continue
      if (element.attributes.fldCharType === 'begin') depth += 1
      if (element.attributes.fldCharType === 'end') depth -= 1
    }
    this.trusted = depth === 0
  }

  mark(type: string | undefined): void {
    if (type === 'begin') this.open.push(false)
    else if (type === 'end') this.open.pop()
    else if (type === 'separate' && this.open.length > 0) this.open[this.open.length - 1] = true
  }

  /** Whether what stands here is text, and no field's code. */
  get isText(): boolean {
    return !this.trusted || this.open.every((result) => result)
  }
}
