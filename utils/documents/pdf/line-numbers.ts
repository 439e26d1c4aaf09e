import type { PageText, Run } from './run.ts'

/** Fewer numbers, and fewer lines that they count, may be anything. */
const fewestNumbers = 8
const fewestLines = 20
/** So many of them lie one step behind the one before, on their page. */
const mostSteps = 0.9
/** So many numbered lines go on within a sentence: the rows of a table and the questions of a list do not. */
const fewestWithin = 0.15

/**
 * The numbers with which a draft counts its lines, left of its text: each line or each fifth one, from the document's or each page's
 * first. Years, amounts and the numbers of questions rise there too, but from elsewhere, or beside what begins a sentence.
 *
 * @param left the left edge of the text
 */
export function lineNumbersOf(pages: readonly PageText[], left: number): ReadonlySet<Run> {
  const counted = pages.map(({ runs }) =>
    runs.filter(({ right, text }) => right < left && /^\d{1,4}$/.test(text)).sort((one, other) => one.y - other.y),
  )
  const found = counted.flat()
  const step = Number(found[1]?.text) - Number(found[0]?.text)
  if (found.length < fewestNumbers || found.length * step < fewestLines || Number(found[0]?.text) !== step)
    return new Set()
  const isStep = (run: Run, before: Run | undefined) => !before || Number(run.text) - Number(before.text) === step
  const steps = counted.flatMap((own) => own.filter((run, at) => isStep(run, own[at - 1])))
  if (steps.length < found.length * mostSteps) return new Set()
  const within = pages.flatMap(({ runs }, index) => {
    const lines = runs.filter(({ right }) => right >= left).sort((one, other) => one.y - other.y || one.x - other.x)
    return (counted[index] ?? []).filter(({ y, size }) => {
      const at = lines.findIndex((run) => Math.abs(run.y - y) < 0.3 * size)
      return /^\p{Ll}/u.test(lines[at]?.text ?? '') && /[^.?!:;]$/.test(lines[at - 1]?.text ?? '')
    })
  })
  return new Set(within.length >= found.length * fewestWithin ? found : [])
}
