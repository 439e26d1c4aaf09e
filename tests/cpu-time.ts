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

/** What is shorter is run until it has taken so many milliseconds: three ticks, and more than a start of the collector. */
const enough = Math.max(10, 3 * tick())

/** Processor time of one run, in milliseconds, as the mean of as many runs as can be told from none. */
export function timeOfRun(run: () => unknown): number {
  const start = cpuTime()
  for (let runs = 1; ; runs += 1) {
    run()
    const taken = cpuTime() - start
    if (taken >= enough) return taken / runs
  }
}

/**
 * How many times as long the large run takes as the small one, both given by their milliseconds, of three tries each the
 * shortest: what else the thread had to do, such as collecting garbage, is not the run's. The large one is tried again only
 * where it seems too long.
 *
 * @param bound from which on it is too long
 */
export function growth(small: () => number, large: () => number, bound: number): number {
  const least = Math.min(small(), small(), small())
  let found = Infinity
  for (let tries = 0; tries < 3 && !(found < bound); tries += 1) found = Math.min(found, large() / least)
  return found
}
