import { paragraphBidi } from './text-direction.ts'
import { differenceOf, movedCaret, type TextEdit } from './text-edits.ts'

/**
 * Line breaks up to which a text is put in as typing does: Chromium's time for it grows with their square, 0.3 seconds for
 * four hundred and 6.6 for two thousand, in which the window stands still.
 */
const mostTypedBreaks = 400

/**
 * Changes a text field the way typing does: `insertText` keeps the browser's own undo, which setting the value would
 * throw away. Where the browser refuses (field not focused), or would take seconds, the value is set instead.
 */
export function applyEdit(field: HTMLTextAreaElement, edit: TextEdit): void {
  replace(field, edit.from, edit.to, edit.insert)
  field.setSelectionRange(edit.selectionStart, edit.selectionEnd)
}

/** Makes the field hold `text`; caret and selection stay beside the same characters. */
export function adoptText(field: HTMLTextAreaElement, text: string): void {
  const difference = differenceOf(field.value, text)
  if (difference === null) return
  const { selectionStart, selectionEnd, scrollTop } = field
  replace(field, difference.from, difference.to, difference.insert)
  field.setSelectionRange(movedCaret(selectionStart, difference), movedCaret(selectionEnd, difference))
  field.scrollTop = scrollTop
}

function replace(field: HTMLTextAreaElement, from: number, to: number, insert: string): void {
  const wanted = field.value.slice(0, from) + insert + field.value.slice(to)
  if (field.ownerDocument.activeElement === field && insert.split('\n').length - 1 <= mostTypedBreaks) {
    field.setSelectionRange(from, to)
    if (insert === '') field.ownerDocument.execCommand('delete')
    else field.ownerDocument.execCommand('insertText', false, insert)
  }
  if (field.value !== wanted) field.value = wanted
}

/**
 * Lets the field suit its text: its paragraphs run as their words do, and it is as tall where the style sheet can't say
 * so (`field-sizing` is not everywhere).
 */
export function suit(field: HTMLTextAreaElement): void {
  field.style.unicodeBidi = paragraphBidi(field.value)
  if (CSS.supports('field-sizing', 'content')) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`
}
