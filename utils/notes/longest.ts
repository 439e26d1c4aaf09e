/** Characters that a note may grow to by typing: about 700 printed pages. What is longer is refused, not cut. */
export const longestNote = 2_000_000

/** Characters that a label may have. */
const longestTag = 2_000

/** Whether a label is no longer than that as it is kept: composed, which makes some signs two or three. */
export const isTagLength = (written: string): boolean => written.normalize('NFC').length <= longestTag

/** Characters that a text may have which is kept, a note's too: two that were merged are longer than either, and no file may lose them. */
export const longestKept = 10_000_000

/**
 * Whether a text may be saved in the place of another one. A note that is longer already, out of a file or of two that were merged, can
 * be worked on like any other: shortened, split, labelled.
 */
export const isNoteLength = (body: string, opened: string): boolean =>
  body.length <= (opened.length > longestNote ? longestKept : longestNote)
