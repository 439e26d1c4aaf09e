import type { PageText, Run } from './run.ts'

/** Fewer numbers may be anything. */
const fewestNumbers = 20
/** So many of them lie one step behind the one before. */
const mostSteps = 0.9
/** So many numbered lines begin within a sentence: the rows of a table do not. */
const fewestWithin = 0.15

/**
 * The numbers with which a draft counts its lines, left of its text: each line or each fifth one. Numbers of questions rise there too,
 * but by one, and what stands beside them begins as a sentence does.
 *
 * @param left the left edge of the text
 */
export function lineNumbersOf(pages: readonly PageText[], left: number): ReadonlySet<Run> {
  const found = pages.flatMap(({ runs }) =>
    runs
      .filter(({ right, text }) => right < left && /^\d{1,4}$/.test(text))
      .sort((one, other) => one.y - other.y)
      .map((run) => ({ run, runs })),
  )
  const stepAt = (index: number) => Number(found[index + 1]?.run.text) - Number(found[index]?.run.text)
  const step = stepAt(1)
  const steps = found.filter((_, index) => stepAt(index) === step).length
  if (found.length < fewestNumbers || !(step > 0) || steps < found.length * mostSteps) return new Set()
  const within = found.filter(({ run: { y, size }, runs }) =>
    runs.some((run) => Math.abs(run.y - y) < 0.3 * size && Math.abs(run.x - left) < size && /^\p{Ll}/u.test(run.text)),
  ).length
  return new Set(step > 1 || within >= found.length * fewestWithin ? found.map(({ run }) => run) : [])
}
