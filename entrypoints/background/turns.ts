/** Runs steps one after the other, in the order in which they were asked for. One that fails stops none behind it. */
export function createTurns(): <Value>(step: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (step) => {
    const turn = last.then(step)
    last = turn.catch(() => undefined)
    return turn
  }
}
