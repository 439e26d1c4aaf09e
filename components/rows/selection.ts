/** Which rows of a list are chosen: pure, by their keys, so that they stay chosen where the order changes. */
export interface Selection {
  readonly chosen: ReadonlySet<string>
  /** Those that were chosen before a range was begun: it may grow and shrink without taking them along. */
  readonly base: ReadonlySet<string>
  /** Where a range begins: what was chosen last. */
  readonly anchor: string | null
  /** Where it ends now. */
  readonly tip: string | null
}

const nothing: ReadonlySet<string> = new Set()

export const nothingChosen: Selection = { chosen: nothing, base: nothing, anchor: null, tip: null }

/**
 * One row more, or one less.
 *
 * @param isMore which of both, where that was settled before
 */
export function toggled({ chosen }: Selection, key: string, isMore = !chosen.has(key)): Selection {
  const next = new Set(chosen)
  if (isMore) next.add(key)
  else next.delete(key)
  return { chosen: next, base: next, anchor: key, tip: null }
}

/**
 * All rows up to one.
 *
 * @param from where keys walk on from; left out, the range is from the row that was chosen last
 */
export function extended(selection: Selection, keys: readonly string[], to: number, from?: number): Selection {
  const walked = from === undefined ? null : (keys[from] ?? null)
  const goesOn = walked === null || walked === selection.tip
  const base = goesOn ? selection.base : selection.chosen
  const begun = goesOn ? keys.indexOf(selection.anchor ?? '') : (from ?? to)
  const start = begun < 0 ? to : begun
  const chosen = new Set(base)
  for (const key of keys.slice(Math.min(start, to), Math.max(start, to) + 1)) chosen.add(key)
  return { chosen, base, anchor: keys[start] ?? null, tip: keys[to] ?? null }
}

export function allChosen(keys: readonly string[]): Selection {
  const chosen = new Set(keys)
  return { chosen, base: chosen, anchor: null, tip: null }
}

/** The chosen rows that are in a list, in its order: what a filter hides, nothing is done with. */
export function chosenOf({ chosen }: Selection, keys: readonly string[]): readonly string[] {
  return chosen.size === 0 ? [] : keys.filter((key) => chosen.has(key))
}
