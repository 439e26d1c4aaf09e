import type { Doubt } from '#utils/documents/types.ts'

/** What a reader should check, in words; its name, as `--json` gives it, behind them. */
export const doubtWords: Readonly<Record<Doubt, string>> = {
  'cut-off': 'it goes on beyond the end of this file (cut-off)',
  'number-gap': 'a question before this one may be missing (number-gap)',
  'doubtful-split': 'question and answer may be split elsewhere, or lack a part (doubtful-split)',
  'repeated-number': 'the number occurs more than once (repeated-number)',
}

/** `1 question`, `2 questions`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A text in one line of at most so many signs. */
export function shorten(text: string, width: number): string {
  const line = text.replace(/\s+/g, ' ')
  const room = Math.max(20, width)
  return line.length <= room ? line : `${line.slice(0, room - 1).trimEnd()}…`
}
