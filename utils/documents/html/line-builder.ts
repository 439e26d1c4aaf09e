import type { Cell, Line, LineRole, StyleRun } from '../types.ts'

/** The look that inline elements give to the text within them. */
export interface Look {
  readonly bold: boolean
  readonly italic: boolean
  readonly superscript: boolean
}

export const plain: Look = { bold: false, italic: false, superscript: false }

/** Collects text with its looks until a block ends, and makes a line of it: blanks folded, edges trimmed. */
export class LineBuilder {
  readonly lines: Line[] = []
  role: LineRole | undefined
  marker: Line['marker']
  private text = ''
  private styles: StyleRun[] = []
  private startsBlock = true

  add(text: string, look: Look): void {
    for (const part of text.replace(/[\s\u00a0]+/g, ' ').split(/(?<=^ )/)) {
      if (part === ' ' && (this.text === '' || this.text.endsWith(' '))) continue
      const start = this.text.length
      this.text += part
      if (look.bold || look.italic || look.superscript) {
        this.styles.push({
          start,
          end: this.text.length,
          ...(look.bold ? { bold: true } : {}),
          ...(look.italic ? { italic: true } : {}),
          ...(look.superscript ? { superscript: true } : {}),
        })
      }
    }
  }

  get isEmpty(): boolean {
    return this.text.trim() === ''
  }

  /** Ends the line. `block`: what follows starts a new paragraph. */
  end(block: boolean): void {
    const text = this.text.trimEnd()
    if (text !== '') {
      const styles = this.styles
        .map((run) => ({ ...run, end: Math.min(run.end, text.length) }))
        .filter((run) => run.end > run.start)
      this.push({
        text,
        page: 1,
        startsBlock: this.startsBlock,
        ...(this.role === undefined ? {} : { role: this.role }),
        ...(styles.length === 0 ? {} : { styles }),
        ...(this.marker === undefined ? {} : { marker: this.marker }),
      })
      this.marker = undefined
      this.startsBlock = false
    }
    this.text = ''
    this.styles = []
    this.startsBlock ||= block
  }

  push(line: Line): void {
    this.lines.push(line)
  }
}

/** Puts the lines of one table row's cells side by side: the first line of every cell, then the second, and so on. */
export function besideEachOther(
  cells: readonly { readonly lines: readonly Line[]; readonly x: number; readonly right: number }[],
): Line[] {
  const height = Math.max(0, ...cells.map((cell) => cell.lines.length))
  const rows: Line[] = []
  for (let level = 0; level < height; level += 1) {
    let text = ''
    const parts: Cell[] = []
    const styles: StyleRun[] = []
    let startsBlock = false
    let marker: Line['marker']
    for (const { lines, x, right } of cells) {
      const line = lines[level]
      if (!line) continue
      if (text !== '') text += '  '
      const offset = text.length
      text += line.text
      parts.push({ start: offset, end: text.length, x, right })
      for (const run of line.styles ?? []) styles.push({ ...run, start: run.start + offset, end: run.end + offset })
      startsBlock ||= line.startsBlock
      marker ??= line.marker
    }
    rows.push({
      text,
      page: 1,
      startsBlock,
      role: 'table-row',
      cells: parts,
      ...(styles.length === 0 ? {} : { styles }),
      ...(marker === undefined ? {} : { marker }),
    })
  }
  return rows
}
