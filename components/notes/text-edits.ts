/** A change of a text field: replace `from`-`to` by `insert`, then select `selectionStart`-`selectionEnd`. UTF-16 offsets. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly selectionStart: number
  readonly selectionEnd: number
}

/** The smallest single replacement that turns one text into another; null where they are equal. */
export function differenceOf(before: string, after: string): { from: number; to: number; insert: string } | null {
  if (before === after) return null
  const shortest = Math.min(before.length, after.length)
  let start = 0
  while (start < shortest && before[start] === after[start]) start += 1
  let end = 0
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}

/** Where a caret belongs after the text around it has changed: beside the same characters, as far as they are left. */
export function movedCaret(caret: number, difference: { from: number; to: number; insert: string }): number {
  if (caret <= difference.from) return caret
  if (caret >= difference.to) return caret + difference.insert.length - (difference.to - difference.from)
  return Math.min(caret, difference.from + difference.insert.length)
}

/** Puts Markdown marks around the selection, or takes them away where they are. */
export function toggleMark(text: string, start: number, end: number, mark: '**' | '_'): TextEdit {
  const size = mark.length
  const selected = text.slice(start, end)
  if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark) {
    const from = start - size
    return { from, to: end + size, insert: selected, selectionStart: from, selectionEnd: from + selected.length }
  }
  if (selected.length >= 2 * size && selected.startsWith(mark) && selected.endsWith(mark)) {
    const inner = selected.slice(size, -size)
    return { from: start, to: end, insert: inner, selectionStart: start, selectionEnd: start + inner.length }
  }
  return {
    from: start,
    to: end,
    insert: `${mark}${selected}${mark}`,
    selectionStart: start + size,
    selectionEnd: start + size + selected.length,
  }
}

/** Makes a Markdown link of the selection, with the part that is still to be typed selected. */
export function makeLink(text: string, start: number, end: number, placeholder: string): TextEdit {
  const selected = text.slice(start, end)
  if (/^https?:\/\/\S+$/u.test(selected)) {
    return { from: start, to: end, insert: `[](${selected})`, selectionStart: start + 1, selectionEnd: start + 1 }
  }
  const address = start + selected.length + 3
  return {
    from: start,
    to: end,
    insert: `[${selected}](${placeholder})`,
    selectionStart: selected === '' ? start + 1 : address,
    selectionEnd: selected === '' ? start + 1 : address + placeholder.length,
  }
}

/**
 * Puts a mark (`- `, `> `, `## `) before each line that the selection touches, or takes it away where all have it.
 *
 * @param mark with the space behind it
 */
export function toggleLines(text: string, start: number, end: number, mark: string): TextEdit {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const last = text.indexOf('\n', Math.max(start, end))
  const to = last < 0 ? text.length : last
  const lines = text.slice(from, to).split('\n')
  const isMarked = lines.every((line) => line.startsWith(mark))
  const insert = lines.map((line) => (isMarked ? line.slice(mark.length) : mark + line)).join('\n')
  const isCaret = start === end
  const caret = isMarked ? Math.max(from, start - mark.length) : start + mark.length
  return isCaret && lines.length === 1
    ? { from, to, insert, selectionStart: caret, selectionEnd: caret }
    : { from, to, insert, selectionStart: from, selectionEnd: from + insert.length }
}
