import type { Certainty, Code } from './types.ts'

/** A code at a place in a text; offsets are UTF-16, `end` exclusive. */
export interface Found {
  readonly code: Code
  readonly start: number
  readonly end: number
}

/**
 * A way in which codes are written in running text. The two expressions work in two stages, so that a page without
 * codes costs one pass: `anchor` finds the one telling character, `pattern` is tried at exactly that index and nowhere
 * else, and looks left with a lookbehind. Both must be bounded (no `*`, no `+`, nothing nested): linear on any input.
 */
export interface Form {
  readonly name: string
  /** Cheap, without capture groups and without negative look-around; true wherever `pattern` can match. */
  readonly anchor: string
  readonly pattern: RegExp
  /** How many UTF-16 units `pattern` and `read` may look at before and after the anchor's index. */
  readonly before: number
  readonly after: number
  readonly certainty: Certainty
  /** The references of a match; empty where the parts contradict each other. A list form gives several. */
  readonly read: (match: RegExpExecArray) => readonly Found[]
  /** Text → ids that must come out of it, in order; its tests. */
  readonly examples: readonly (readonly [text: string, ...ids: readonly string[]])[]
}
