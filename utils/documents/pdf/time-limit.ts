import { ReadingFailure } from '../types.ts'

/** One piece of pdf.js' work that may not last: until when, and whether it did. */
interface Limited {
  readonly end: number
  isOver: boolean
}

const running = new Set<Limited>()
const tellTime = Date.now

/** Milliseconds by which a timer may be late in a thread that has turns to give. */
const grace = 250

/**
 * Ends a piece of pdf.js' work that lasts too long, such as a page whose forms hold forms that hold forms. pdf.js works in
 * this very thread and lets nothing else run until it waits for something, so no timer and no message can stop it. But it
 * asks for the time, at least at every form and every hundred instructions, to part its work: past the limit that question
 * throws. (It takes errors in a form or a page for faults of the file and goes on, with what is still to do failing at
 * once; so that it was over the limit is told apart from what it returns.)
 *
 * Where it waits without end, since that error was lost with what should have ended it, a timer ends it.
 *
 * Whom else can that hit? Only who asks for the time in the thread while it is over. A thread that gives turns ends by the timer, which
 * puts the clock back in its own turn, before any question throws (`grace`): other work there is never hit. In one that gives none
 * nobody runs but what holds it, and what is begun from there. In a browser the thread is a worker that reads one document and then
 * ends; its own code measures by `performance.now`. What never asks for the time either is ended from outside, with the worker
 * (`createReadingHost`).
 *
 * All that runs side by side in one thread ends together, since an error in the one is none that the other would show.
 *
 * @throws ReadingFailure `too-complex`
 */
export async function within<Result>(milliseconds: number, work: () => Promise<Result>): Promise<Result> {
  const own: Limited = { end: performance.now() + milliseconds, isOver: false }
  if (running.size === 0) Date.now = limitedTime
  running.add(own)
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    own.isOver = true
    leave(own)
    late.reject(tooLong())
  }, milliseconds)
  try {
    const result = await Promise.race([work(), late.promise])
    if (own.isOver) throw tooLong()
    return result
  } catch (error) {
    throw own.isOver ? tooLong() : error
  } finally {
    clearTimeout(timer)
    leave(own)
  }
}

function leave(own: Limited): void {
  running.delete(own)
  if (running.size === 0) Date.now = tellTime
}

function limitedTime(): number {
  const now = performance.now()
  let isOver = false
  for (const { end } of running) isOver ||= now > end + grace
  if (isOver) {
    for (const limited of running) limited.isOver = true
    throw tooLong()
  }
  return tellTime.call(Date)
}

function tooLong(): ReadingFailure {
  return new ReadingFailure('too-complex', 'a page took too long')
}
