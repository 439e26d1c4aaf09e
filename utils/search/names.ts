/** Many names as one text: to make each of them a text of its own takes longer than the first search of a page may. */
export class Names {
  readonly text: string
  /** Where each starts in the text, and at the end its length. */
  readonly starts: Uint32Array<ArrayBuffer>

  constructor(text: string, starts: Uint32Array<ArrayBuffer>) {
    this.text = text
    this.starts = starts
  }

  static of(names: readonly string[]): Names {
    const starts = new Uint32Array(names.length + 1)
    names.forEach((name, index) => {
      starts[index + 1] = (starts[index] ?? 0) + name.length
    })
    return new Names(names.join(''), starts)
  }

  get length(): number {
    return this.starts.length - 1
  }

  /** Empty where there is none. */
  at(index: number): string {
    return this.text.slice(this.starts[index] ?? 0, this.starts[index + 1] ?? 0)
  }

  /** The first UTF-16 unit of one. */
  codeAt(index: number): number {
    return this.text.charCodeAt(this.starts[index] as number)
  }

  all(): readonly string[] {
    return Array.from({ length: this.length }, (_, index) => this.at(index))
  }
}
