import { annotate, type Expectation, isAnnotation, type Mark, type Trap, unescaped } from './annotations.ts'

/** One passage, read as if it were a whole page, and what stands in it. */
export interface Case {
  readonly file: string
  readonly line: number
  readonly text: string
  readonly expectations: readonly Expectation[]
  readonly traps: readonly Trap[]
}

/** The passages of an annotated file. A line that begins with `# ` is a comment; format: tests/fixtures/references. */
export function readCases(file: string, content: string): Case[] {
  const cases: Case[] = []
  let passage: string[] = []
  let marks: Mark[] = []
  let first = 1

  const close = () => {
    const text = unescaped(passage.join('\n').replace(/^\n+|\n+$/g, ''))
    if (text === '' && marks.length > 0) throw new Error(`${file}:${marks[0]?.line}: annotations without a passage`)
    if (text !== '') cases.push({ file, line: first, text, ...annotate(file, text, marks) })
    passage = []
    marks = []
  }

  for (const [index, line] of content.split(/\r?\n/).entries()) {
    if (line.startsWith('# ')) continue
    if (isAnnotation(line)) marks.push({ line: index + 1, written: line })
    else {
      if (marks.length > 0) close()
      if (passage.every((before) => before === '')) first = index + 1
      passage.push(line)
    }
  }
  close()
  return cases
}

/**
 * Annotations of texts that stand elsewhere: `@ name` begins those of one text. Names that are not among the texts are
 * left out, so that one file serves several folders.
 */
export function readGold(file: string, content: string, texts: ReadonlyMap<string, string>): Case[] {
  const sections: { readonly name: string; readonly line: number; readonly marks: Mark[] }[] = []
  for (const [index, line] of content.split(/\r?\n/).entries()) {
    if (line.startsWith('@ ')) sections.push({ name: line.slice(2).trim(), line: index + 1, marks: [] })
    else if (isAnnotation(line)) sections.at(-1)?.marks.push({ line: index + 1, written: line })
  }
  return sections.flatMap(({ name, line, marks }) => {
    const text = texts.get(name)
    return text === undefined ? [] : [{ file: name, line, text, ...annotate(file, text, marks) }]
  })
}
