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
  const found: { readonly run: Run; readonly runs: readonly Run[] }[] = []
  for (const { runs } of pages) {
    const own = runs.filter(({ right, text }) => right < left && text.length <= 4 && /^\d+$/.test(text))
    for (const run of own.sort((one, other) => one.y - other.y)) found.push({ run, runs })
  }
  if (found.length < fewestNumbers) return none
  const steps = new Map<number, number>()
  found.forEach(({ run }, index) => {
    const step = Number(run.text) - Number(found[index - 1]?.run.text ?? 0)
    steps.set(step, (steps.get(step) ?? 0) + 1)
  })
  const [step, count] = [...steps].reduce((most, one) => (one[1] > most[1] ? one : most))
  if (step < 1 || count < found.length * mostSteps) return none
  const within = found.filter(({ run, runs }) => /^\p{Ll}/u.test(besideOf(run, runs, left)?.text ?? '')).length
  if (step === 1 && within < found.length * fewestWithin) return none
  return new Set(found.map(({ run }) => run))
}

const none: ReadonlySet<Run> = new Set()

/** What stands at the text's edge on a number's line. */
function besideOf({ y, size }: Run, runs: readonly Run[], left: number): Run | undefined {
  return runs.find((run) => Math.abs(run.y - y) < 0.3 * size && Math.abs(run.x - left) < size)
}
