import type { PageText, Run } from '#utils/documents/pdf/run.ts'

/** A run of text; width by an average letter unless given. */
export function run(text: string, x: number, y: number, more: Partial<Run> & { width?: number } = {}): Run {
  const { width, ...rest } = more
  const size = more.size ?? 10
  return {
    text,
    x,
    y,
    size,
    right: x + (width ?? text.length * size * 0.5),
    bold: false,
    italic: false,
    superscript: false,
    ...rest,
  }
}

export function page(number: number, runs: readonly Run[], sideways: readonly Run[] = []): PageText {
  return { page: number, width: 595, height: 842, runs, sideways }
}

let count = 0

/** A paragraph of full lines from `y` on, 60 characters each: 80 to 380. No two lines are the same. */
export function paragraph(y: number, lines: number, x = 80): Run[] {
  return Array.from({ length: lines }, (_, index) => {
    count += 1
    const word = [...`${count}`].map((digit) => 'abcdefghij'[Number(digit)]).join('')
    return run(`regel ${word} ${'tekst '.repeat(10)}`.slice(0, 60), x, y + index * 13, { width: 300 })
  })
}
