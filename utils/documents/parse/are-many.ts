import type { Start } from './structure.ts'

/** Whether this share of the starts, and more than one, are of a kind; too few are told before all are looked at. */
export function areMany(
  starts: readonly Start[],
  share: number,
  isOne: (start: Start, index: number) => boolean,
): boolean {
  const needed = Math.max(2, starts.length * share)
  let found = 0
  for (let index = 0; found < needed && found + starts.length - index >= needed; index += 1) {
    const start = starts[index]
    if (start && isOne(start, index)) found += 1
  }
  return found >= needed
}
