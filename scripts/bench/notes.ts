import { type InAndOut, measureInAndOut, measureTyping, type Typing } from '../../tests/bench/notes/noted.ts'
import { builtPackage } from '../packages.ts'
import { goalLines, type MeasuredGoal, median } from './goal-lines.ts'

const words = 20_000
const keys = 100
const notes = 10_000

/**
 * What notes cost in the built extension in Chromium: a key in a long one, and many of them out and in.
 *
 * @param only `typing` or `files`
 */
export async function benchNotes(rounds: number, only: string | undefined): Promise<void> {
  await builtPackage('chromium')
  const goals: MeasuredGoal[] = []
  if (only !== 'files') {
    const taken: Typing[] = []
    for (let round = 0; round < rounds; round += 1) taken.push(await measureTyping(words, keys, round % 2 === 1))
    const [note, bare] = [median(taken.map(({ note }) => note)), median(taken.map(({ bare }) => bare))]
    console.log(
      `A key in ${words} words, main thread: ${note.toFixed(1)} ms in a note, ${bare.toFixed(1)} ms in a bare field; ` +
        `ratios ${taken.map(({ note, bare }) => (note / bare).toFixed(2)).join(', ')}`,
    )
    const ratio = median(taken.map(({ note, bare }) => note / bare))
    goals.push({ name: `a key in a note of ${words} words : bare field`, value: ratio, most: 1.5 })
  }
  if (only !== 'typing') {
    const taken: InAndOut[] = []
    for (let round = 0; round < rounds; round += 1) taken.push(await measureInAndOut(notes))
    const of = (figure: keyof InAndOut) => median(taken.map((one) => one[figure]))
    goals.push(
      { name: `export of ${notes} notes, ms`, value: of('exported'), most: Infinity },
      { name: `preview of their import, ms`, value: of('previewed'), most: Infinity },
      { name: `their import, ms`, value: of('imported'), most: Infinity },
    )
  }
  console.log(goalLines(goals).join('\n'))
}
