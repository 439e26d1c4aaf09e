/** Places of the items with the longest run of numbers that rise by one. `numberOf`: the number of an item, or null. */
export function longestRun<Item>(items: readonly Item[], numberOf: (item: Item) => number | null): number[] {
  const best = new Map<number, { readonly length: number; readonly at: number }>()
  const before: (number | undefined)[] = []
  let top: { length: number; at: number } = { length: 0, at: -1 }
  items.forEach((item, at) => {
    const number = numberOf(item)
    if (number === null) return
    const last = best.get(number - 1)
    const length = (last?.length ?? 0) + 1
    before[at] = last?.at
    if ((best.get(number)?.length ?? 0) <= length) best.set(number, { length, at })
    if (length > top.length) top = { length, at }
  })
  const run: number[] = []
  for (let at: number | undefined = top.at; at !== undefined && at >= 0; at = before[at]) run.push(at)
  return run.reverse()
}
