/** A cell that holds a figure: an amount, a share, a number. */
export const figureAlone = /^(?:€ ?)?[-–+]?\d[\d.,]*(?: ?%| (?:mln|mld|fte)\.?)?$/

export const year = /^(?:19|20)\d\d$/

/** What kind of figure a cell holds, by its form: the cells of a column are of one kind. */
export function kindOfFigure(cell: string): 'share' | 'year' | 'decimal' | 'amount' | 'number' | 'words' {
  if (cell.includes('%')) return 'share'
  if (year.test(cell)) return 'year'
  if (/\d,\d/.test(cell)) return 'decimal'
  if (/\d[.\d]{4}/.test(cell)) return 'amount'
  return /\d/.test(cell) ? 'number' : 'words'
}

/** Characters of a cell; what is longer is a sentence. */
export const longestCell = 60
const noFigure = /^(?:[-–]|n\.?[vb]\.?t?\.?|p\.?m\.?|0)$/i

/** A cell of figures, or one that says there are none. */
export const isFigureCell = (line: string): boolean => figureAlone.test(line) || noFigure.test(line)

/** A cell of words ends no sentence and leads to nothing. */
export const isLabelCell = (line: string): boolean =>
  line.length <= longestCell && /\p{L}/u.test(line) && !/[.?!:;,]$/.test(line)
