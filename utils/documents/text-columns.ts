/** A heading with nothing beside it in its own column: group 1 the gap before it, or nothing at the start of the line; group 2 its word. */
const heading = /(^ {0,40}| {3,200})(Vraag(?= \d)|Antwoord)(?: \d{1,3})?(?= {3,200}\S| {0,200}\r?$)/g
/** Two columns of words are at least so far apart. */
const narrowest = 25
/** Characters by which the edge of a column differs from line to line. */
const wobble = 2
/** Lines that run over both columns, such as a title. */
const mostAcross = 0.2

/**
 * A page of text that is set in two columns beside each other, as some extractions keep them, with the left column before the
 * right one. What tells is that headings of questions stand in both of them, and nothing left of them; any other page stays as it is.
 */
export function withColumnsInOrder(page: string): string {
  const lines = page.split('\n')
  const found = lines.flatMap((line) =>
    line.includes('Vraag ') || line.includes('Antwoord')
      ? [...line.matchAll(heading)].map(({ 1: gap = '', 2: word, index }) => ({ word, edge: index + gap.length }))
      : [],
  )
  // A table has headings of questions on one side and those of answers on the other.
  const edgesOf = (heading: string) => found.flatMap(({ word, edge }) => (word === heading ? edge : []))
  const isOnBothSides = (all: readonly number[]) => all.some((edge) => Math.abs(edge - (all[0] ?? edge)) >= narrowest)
  const asked = edgesOf('Vraag')
  // Where answers tell, all headings count: a table in an answer may have a column of that name.
  const edges = isOnBothSides(asked) ? asked : isOnBothSides(edgesOf('Antwoord')) ? found.map(({ edge }) => edge) : []
  const left = edges.reduce((least, edge) => Math.min(least, edge), Number.POSITIVE_INFINITY)
  const most = edges.reduce((far, edge) => Math.max(far, edge), 0)
  const right = edges.reduce((least, edge) => (edge >= most - wobble ? Math.min(least, edge) : least), most)
  if (right - left < narrowest || edges.some((edge) => edge > left + wobble && edge < right)) return page
  const isAcross = (line: string) => line.length > right && line.slice(right - 2, right).trim() !== ''
  if (lines.filter(isAcross).length > lines.length * mostAcross) return page
  // Left of the headings of a table stands what its rows are of.
  if (lines.some((line) => !isAcross(line) && line.slice(0, left).trim() !== '')) return page
  let ordered = ''
  let beside = ''
  for (const line of lines) {
    if (isAcross(line)) {
      ordered += `${beside}${line}\n`
      beside = ''
    } else {
      ordered += `${line.slice(0, right).trimEnd()}\n`
      beside += `${line.slice(right)}\n`
    }
  }
  return ordered + beside
}
