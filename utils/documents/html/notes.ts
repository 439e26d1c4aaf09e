import type { Line } from '../types.ts'
import { dropped, droppedTags, noteMarkSelectors, noteSelectors } from './sites.ts'
import { attribute, elementsOf, type HtmlElement, type HtmlNode, isElement, matches, textOf } from './tree.ts'

export function isNote(element: HtmlElement): boolean {
  return noteSelectors.some((selector) => matches(element, selector))
}

/** What marks a note, in the text and before the note itself: `<a href="#noot3">[3]</a>`, whatever it is called. */
export function isNoteMark(element: HtmlElement): boolean {
  if (noteMarkSelectors.some((selector) => matches(element, selector))) return true
  const isLink = element.tagName === 'a' && attribute(element, 'href')?.startsWith('#')
  return isLink === true && /^\[\d{1,3}\]$/.test(textOf(element))
}

/** The notes of the page as lines: `1 NOS, 29 oktober 2024, …`. */
export function noteLines(document: HtmlNode): Line[] {
  const lines: Line[] = []
  for (const element of elementsOf(document)) {
    if (!isNote(element) || hasNoteAbove(element)) continue
    const mark = [...elementsOf(element)].find((one) => isNoteMark(one) || one.tagName === 'sup')
    const number = mark ? textOf(mark).replace(/^\[(.+)\]$/, '$1') : ''
    const text = noteText(element, mark)
    if (text === '') continue
    if (/^(?:\d{1,3}|[ivxl]{1,7})$/.test(number)) lines.push(noteLine(number, text))
    // A note of several paragraphs, each of which is marked as one.
    else if (!mark && element.tagName === 'p' && lines.length > 0)
      lines.push({ text, page: 1, startsBlock: false, role: 'footnote' })
  }
  return lines
}

function noteLine(mark: string, text: string): Line {
  const styles = [{ start: 0, end: mark.length, superscript: true }]
  return { text: `${mark} ${text}`, page: 1, startsBlock: true, role: 'footnote', styles }
}

function hasNoteAbove(element: HtmlElement): boolean {
  let above = element.parentNode
  while (above && isElement(above)) {
    if (isNote(above)) return true
    above = above.parentNode
  }
  return false
}

/** Notes are flat; deeper nesting is an attack. */
const deepestNote = 100

function noteText(element: HtmlElement, mark: HtmlElement | undefined): string {
  const parts: string[] = []
  const visit = (node: HtmlNode, depth: number) => {
    if (node === mark || depth > deepestNote) return
    if ('value' in node) parts.push(node.value)
    if (
      isElement(node) &&
      (droppedTags.has(node.tagName) || node.tagName === 'h5' || dropped.some((selector) => matches(node, selector)))
    )
      return
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, depth + 1)
  }
  visit(element, 0)
  return parts.join('').replace(/\s+/g, ' ').trim()
}
