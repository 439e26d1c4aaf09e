import { mergeTexts } from './merge.ts'

/**
 * Takes a change of a note's text (`before` → `after`) back out of what stands there now: what was written since stays.
 * Null where there is nothing to take back any more, as `before` has come back another way (the browser's own undo).
 */
export function takeBack(before: string, after: string, now: string): string | null {
  if (now === before) return null
  if (now === after) return before
  if (after.trim() !== '') return mergeTexts(after, now, before)
  if (now.includes(before.trim())) return null
  // Nothing was left to write between: what was written since stands behind.
  return now.trim() === '' ? before : `${before.trimEnd()}\n${now.trimStart()}`
}

/**
 * Follows what is typed in a note, and tells when it was emptied: what stood there before the run of deletions that ended
 * in nothing, so that a held Backspace gives back all that it took.
 */
export function watchClearing(opened: string): {
  /** Another text came, typed (by `adopt` from elsewhere); the text that was cleared by it, else null. */
  readonly type: (text: string) => string | null
  readonly adopt: (text: string) => void
} {
  let full = opened
  let last = opened
  return {
    type(text) {
      const cleared = text.trim() === '' && last.trim() !== '' ? full : null
      if (text.length >= last.length || cleared !== null) full = text
      last = text
      return cleared !== null && cleared.trim().length >= fewest ? cleared : null
    },
    adopt(text) {
      full = text
      last = text
    },
  }
}

/** UTF-16 code units of a text that is worth an offer to have it back: less is typed again sooner. */
const fewest = 8
