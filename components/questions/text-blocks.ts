/** A piece of a document's text that is shown in a shape of its own. */
export type TextBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  /** Lines with what marks them as printed: `- `, `a. `, `1) `. */
  | { readonly type: 'list'; readonly items: readonly { readonly mark: string; readonly text: string }[] }
  | {
      readonly type: 'table'
      readonly head: readonly string[] | null
      readonly rows: readonly (readonly string[])[]
      /** Columns of amounts, by their index: read from the right. */
      readonly amounts: ReadonlySet<number>
    }

/** What begins a line of a list. */
const itemMark = /^\s*([-–—•▪●◦○*]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t]+(?=\S)/iu

type Kind = TextBlock['type']

const kindOf = (line: string): Kind =>
  line.includes('\t') && !isIndented(line) ? 'table' : itemMark.test(line) ? 'list' : 'paragraph'

/** A tab behind the mark of a list is its indent, not a cell. */
const isIndented = (line: string): boolean => itemMark.test(line) && !line.replace(itemMark, '').includes('\t')

/**
 * Cuts a text of a document into blocks. Paragraphs are separated by one empty line; a table's rows and a list's items by
 * one line break, a row's cells by tabs (`Question.answer`). Nothing is left out or added.
 */
export function blocksOf(text: string): readonly TextBlock[] {
  return text.split(/\n{2,}/u).flatMap((paragraph) => {
    const runs: { kind: Kind; lines: string[] }[] = []
    for (const line of paragraph.split('\n')) {
      const kind = kindOf(line)
      const last = runs.at(-1)
      if (last?.kind === kind) last.lines.push(line)
      else runs.push({ kind, lines: [line] })
    }
    return merged(runs).map(blockOf)
  })
}

/** One line that looks like an item is none: «1. …» begins many a paragraph. It goes with the text around it. */
function merged(runs: readonly { kind: Kind; lines: readonly string[] }[]): { kind: Kind; lines: readonly string[] }[] {
  const joined: { kind: Kind; lines: readonly string[] }[] = []
  for (const { kind, lines } of runs) {
    const own = kind === 'list' && lines.length === 1 ? 'paragraph' : kind
    const last = joined.at(-1)
    if (last?.kind === own && own === 'paragraph')
      joined[joined.length - 1] = { kind: own, lines: [...last.lines, ...lines] }
    else joined.push({ kind: own, lines })
  }
  return joined
}

function blockOf({ kind, lines }: { kind: Kind; lines: readonly string[] }): TextBlock {
  if (kind === 'paragraph') return { type: 'paragraph', text: lines.join('\n') }
  if (kind === 'list') {
    return {
      type: 'list',
      items: lines.map((line) => ({ mark: itemMark.exec(line)?.[1] ?? '', text: line.replace(itemMark, '') })),
    }
  }
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()))
  const [first, ...rest] = rows
  const isHead =
    first !== undefined && rest.length > 0 && !first.some(isAmount) && rest.some((row) => row.some(isAmount))
  const body = isHead ? rest : rows
  const columns = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, column) => column)
  const isAmountColumn = (column: number) => {
    const cells = body.map((row) => row[column] ?? '').filter((cell) => cell !== '')
    return cells.some(isAmount) && cells.every((cell) => isAmount(cell) || !/\p{L}{3}/u.test(cell))
  }
  return { type: 'table', head: isHead ? first : null, rows: body, amounts: new Set(columns.filter(isAmountColumn)) }
}

/** Whether a cell holds an amount, which is read from the right; a year is a heading as often as a number. */
function isAmount(cell: string): boolean {
  return (
    /^[€$£±<>~≈]?\s*[-–+]?\d[\d.,\s]*(?:%|mln\.?|mld\.?|miljoen|miljard)?$/iu.test(cell) &&
    !/^(?:19|20)\d\d$/u.test(cell)
  )
}
