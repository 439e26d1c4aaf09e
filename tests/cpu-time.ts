/**
 * Milliseconds of processor time that this thread has used: unlike the clock it does not run while other programs are at
 * work, so a busy machine fails no test of speed.
 */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Milliseconds by which this system counts processor time: next to none, or ticks of up to sixteen. */
function tick(): number {
  const start = cpuTime()
  for (;;) {
    const taken = cpuTime() - start
    if (taken > 0) return taken
  }
}

/** What is shorter is run until it has taken so many milliseconds: three ticks at least. */
const enough = Math.max(5, 3 * tick())

/** Processor time of one run, in milliseconds, as the mean of as many runs as can be told from none. */
function timeOfRun(run: () => unknown): number {
  const start = cpuTime()
  for (let runs = 1; ; runs += 1) {
    run()
    const taken = cpuTime() - start
    if (taken >= enough) return taken / runs
  }
}

/** By how much the inputs of `growthOf` differ: what is quadratic takes 64 times as long then. */
export const eightTimes = 8

/** From which growth on work over `eightTimes` as much is no longer linear: far from either, eight and sixty-four. */
export const tooMuch = 20

/** So many pairs of runs that say the same, of at most seven, decide where one alone seemed too much. */
const enoughAgree = 4

/**
 * How many times as long work on the large input takes as on the small one. Where that seems too much, at first, the two are
 * measured by turns until most of their ratios say the same: a machine that is busy for a while, or a collector that has
 * garbage to look through, makes both of a pair longer, or one pair of many.
 *
 * @param small milliseconds of work on the small input, each time measured anew
 * @param large the same of the large one
 */
export function growth(small: () => number, large: () => number): number {
  const first = Math.min(small(), small(), small())
  const ratio = large() / first
  if (ratio < tooMuch) return ratio
  const high: number[] = []
  const low: number[] = []
  while (high.length < enoughAgree && low.length < enoughAgree) {
    const before = small()
    const found = large() / before
    if (found < tooMuch) low.push(found)
    else high.push(found)
  }
  return low.length === enoughAgree ? Math.max(...low) : Math.min(...high)
}

/** The same of work that is given its inputs, the large one `eightTimes` as much as the small one. */
export function growthOf<Input>(work: (input: Input) => unknown, small: Input, large: Input): number {
  work(small)
  return growth(
    () => timeOfRun(() => work(small)),
    () => timeOfRun(() => work(large)),
  )
}
