import type { Sighting } from './detect.ts'
import { excerpt } from './excerpt.ts'

interface Source {
  readonly name: string
  readonly text: string
}

/** `+` gained and `-` lost, by file, id and printed text; those that only moved inside a file are the same. */
export function differences(
  sources: readonly Source[],
  earlier: readonly (readonly Sighting[])[],
  now: readonly (readonly Sighting[])[],
): { readonly gained: string[]; readonly lost: string[] } {
  const gained: string[] = []
  const lost: string[] = []
  for (const [index, source] of sources.entries()) {
    const before = earlier[index] ?? []
    const after = now[index] ?? []
    gained.push(...without(source, after, before).map((line) => `+ ${line}`))
    lost.push(...without(source, before, after).map((line) => `- ${line}`))
  }
  return { gained, lost }
}

/** The sightings of the first list that the second has not, counting repetitions. */
function without({ name, text }: Source, list: readonly Sighting[], others: readonly Sighting[]): string[] {
  const key = ({ id, start, end }: Sighting) => `${id} ${text.slice(start, end)}`
  const counts = new Map<string, number>()
  for (const other of others) counts.set(key(other), (counts.get(key(other)) ?? 0) + 1)
  return list
    .filter((sighting) => {
      const left = counts.get(key(sighting)) ?? 0
      counts.set(key(sighting), left - 1)
      return left <= 0
    })
    .map((sighting) => `${name}: ${sighting.id} ${excerpt(text, sighting)}`)
}
