import { descendants, type XmlElement } from '../xml/tree.ts'

/**
 * Counts pages. Word keeps where its pages broke when the file was last laid out; files by other programs have the
 * breaks alone that their writers set.
 */
export class Pages {
  current = 1
  private readonly laidOut: boolean

  constructor(body: XmlElement) {
    this.laidOut = [...descendants(body)].some(({ name }) => name === 'lastRenderedPageBreak')
  }

  rendered(): void {
    this.current += 1
  }

  /** A break that the writer set: where Word laid the file out, its own mark follows. */
  set(): void {
    if (!this.laidOut) this.current += 1
  }
}
