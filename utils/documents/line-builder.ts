import type { Line, LineRole, StyleRun } from './types.ts'

/** The look that inline elements give to the text within them. */
export interface Look {
  readonly bold: boolean
  readonly italic: boolean
  readonly superscript: boolean
  /** In points, where the format says. */
  readonly size?: number
}

export const plain: Look = { bold: false, italic: false, superscript: false }

/** `<span>Vraag 1</span><span>Kent u …</span>` in one heading, which the page's style sets apart. */
const headed = /^(?:Vraag|Antwoord(?: op vraag)?) \d{1,3}$/

/** Soft hyphens, marks of direction, blanks without width, what a converter left: nobody sees them. */
const unseen = /[\p{Cc}\p{Cf}]/gu

/** Collects text with its looks until a block ends, and makes a line of it: blanks folded, edges trimmed. */
export class LineBuilder {
  readonly lines: Line[] = []
  role: LineRole | undefined
  marker: Line['marker']
  /** Page that text is being read from; a line is on the page where it begins. */
  page = 1
  private startPage = 1
  private text = ''
  private styles: StyleRun[] = []
  private startsBlock = true

  add(text: string, look: Look): void {
    for (const part of text
      .replace(/[\s\u00a0]+/g, ' ')
      .replace(unseen, '')
      .split(/(?<=^ )/)) {
      if (part === ' ' && (this.text === '' || this.text.endsWith(' '))) continue
      if (this.text === '') this.startPage = this.page
      if (this.role === 'heading' && headed.test(this.text) && /^\p{Lu}\p{Ll}/u.test(part)) this.text += ' '
      const start = this.text.length
      this.text += part
      if (look.bold || look.italic || look.superscript || look.size !== undefined) {
        this.addRun({
          start,
          end: this.text.length,
          ...(look.bold ? { bold: true } : {}),
          ...(look.italic ? { italic: true } : {}),
          ...(look.superscript ? { superscript: true } : {}),
          ...(look.size === undefined ? {} : { size: look.size }),
        })
      }
    }
  }

  /** Ends the line. `block`: what follows starts a new paragraph. */
  end(block: boolean): void {
    const text = this.text.trimEnd()
    if (text !== '') {
      const size = mainSize(this.styles, text.length)
      const styles = this.styles
        .map((run) => withoutMainSize({ ...run, end: Math.min(run.end, text.length) }, size))
        .filter((run) => run !== null)
        .filter((run) => run.end > run.start)
      this.push({
        text,
        page: this.startPage,
        startsBlock: this.startsBlock,
        ...(this.role === undefined ? {} : { role: this.role }),
        ...(size === undefined ? {} : { size }),
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

  /** Formats cut one look into many pieces (spelling, revisions); they are one run again. */
  private addRun(run: StyleRun): void {
    const last = this.styles.at(-1)
    if (last && last.end === run.start && alike(last, run))
      this.styles[this.styles.length - 1] = { ...last, end: run.end }
    else this.styles.push(run)
  }
}

function alike(one: StyleRun, other: StyleRun): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.superscript === other.superscript &&
    one.size === other.size
  )
}

/** The size of most of the line, where most of it has one. */
function mainSize(styles: readonly StyleRun[], length: number): number | undefined {
  const lengths = new Map<number, number>()
  let sized = 0
  for (const { size, start, end } of styles) {
    if (size === undefined) continue
    lengths.set(size, (lengths.get(size) ?? 0) + end - start)
    sized += end - start
  }
  if (sized * 2 < length) return undefined
  return [...lengths].sort(([, one], [, other]) => other - one)[0]?.[0]
}

/** A run says its size only where it differs from its line's; one that says nothing else is none. */
function withoutMainSize(run: StyleRun, main: number | undefined): StyleRun | null {
  if (run.size === undefined || run.size !== main) return run
  const { size: _, ...rest } = run
  return rest.bold || rest.italic || rest.superscript ? rest : null
}
