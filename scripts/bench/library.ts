import { openLibraryBench, type Scrolled } from '../../tests/bench/library/scrolled.ts'
import { builtPackage } from '../packages.ts'
import { goalLines, type MeasuredGoal, median } from './goal-lines.ts'

const kept = { questions: 100_000, notes: 10_000 }
const frames = 180
/** Milliseconds: what remains of a frame is the browser's. */
const halfFrame = 8

/** Pixels in each frame: as one reads, as one looks for something, and with the scroll bar in the hand. */
const speeds = [
  ['reading', 10],
  ['fast', 100],
  ['flying', 20_000],
] as const

/** Scrolling a full library in the built extension in Chromium, beside an empty page of the same height. */
export async function benchLibrary(rounds: number): Promise<void> {
  await builtPackage('chromium')
  const bench = await openLibraryBench(kept.questions, kept.notes)
  const goals: MeasuredGoal[] = []
  try {
    await bench.rest()
    for (const view of ['Vragen', 'Notities']) {
      const shown = await bench.show(view)
      const early = await bench.scrollLibrary(speeds[1][1], frames)
      console.log(`\n${view}: first rows ${shown.toFixed(0)} ms; fast as soon as they are there: ${told(early)}`)
      await bench.rest()
      for (const [name, pixels] of speeds) {
        const [own, empty]: [Scrolled[], Scrolled[]] = [[], []]
        for (let round = 0; round < rounds; round += 1) {
          own.push(await bench.scrollLibrary(pixels, frames))
          empty.push(await bench.scrollEmpty(pixels, frames))
        }
        console.log(`${view}, ${name}: ${told(middle(own))}; empty page: ${told(middle(empty))}`)
        const value = middle(own).dropped - middle(empty).dropped
        goals.push({ name: `${view}, ${name}: frames dropped more than by an empty page`, value, most: 0 })
        // Beside other work on the machine frames are dropped by either; this says what is the list's own.
        goals.push({ name: `${view}, ${name}: processor time a frame, ms`, value: middle(own).work, most: halfFrame })
      }
    }
    console.log(goalLines(goals).join('\n'))
  } finally {
    await bench.stop()
  }
}

const middle = (all: readonly Scrolled[]): Scrolled => ({
  dropped: median(all.map(({ dropped }) => dropped)),
  longest: median(all.map(({ longest }) => longest)),
  work: median(all.map(({ work }) => work)),
  blank: median(all.map(({ blank }) => blank)),
})

const told = ({ dropped, longest, work, blank }: Scrolled): string =>
  `${dropped} of ${frames} frames dropped, longest ${longest.toFixed(0)} ms, main thread ${work.toFixed(1)} ms of the processor a frame, ${(blank * 100).toFixed(0)} % of rows not read yet`
