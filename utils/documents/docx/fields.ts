import { descendants, type XmlElement } from '../xml/tree.ts'

/**
 * Fields stand in the text as a code and the result that was last computed from it (`PAGE`, then `3`): only results are
 * text. They may lie in each other and run over paragraphs (ECMA-376, 17.16.18).
 */
export class Fields {
  /** For each field that is open, whether its result has begun. */
  private readonly open: boolean[] = []
  /** How many of them are still in their code. */
  private codes = 0
  private readonly trusted: boolean
  /** The code of the field that began last. */
  private lastCode = ''
  /** How far each kind of field that Word numbers anew whenever it shows the file has counted. */
  private readonly counts = new Map<string, number>()

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

  code(text: string): void {
    this.lastCode += text
  }

  /** The number that a field prints of which the file keeps no result, where it ends (`AUTONUM`; 17.16.5.5); else null. */
  mark(type: string | undefined): string | null {
    if (type === 'begin') {
      this.open.push(false)
      this.codes += 1
      this.lastCode = ''
    } else if (type === 'end') {
      const isWithoutResult = this.open.pop() === false
      if (isWithoutResult) this.codes -= 1
      const kind = isWithoutResult ? /^\s*(AUTONUM(?:LGL|OUT)?|LISTNUM)\b/i.exec(this.lastCode)?.[1] : undefined
      if (kind !== undefined) {
        const count = (this.counts.get(kind) ?? 0) + 1
        this.counts.set(kind, count)
        return `${count}.`
      }
    } else if (type === 'separate' && this.open.at(-1) === false) {
      this.open[this.open.length - 1] = true
      this.codes -= 1
    }
    return null
  }

  /** Whether what stands here is text, and no field's code. */
  get isText(): boolean {
    return !this.trusted || this.codes === 0
  }
}
