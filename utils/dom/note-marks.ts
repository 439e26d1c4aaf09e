import * as dom from './natives.ts'
import { notInline } from './roles.ts'

/** Where marks of notes stand that no selector tells: in raised text, and in links to a place on the page itself; and what is struck out. */
export const mayBeNoteMark = 'sup,del,s,a[href^="#"]'

/** What a note's mark is made of: `1`, `[2]`, `3, 4`, `5 6`, `*`, `a`. */
const noteMark = /^\s*[[(]?(?:\d{1,4}|[a-z]|[*†‡]{1,3})(?:[\s,;–-]{1,3}\d{1,4}){0,4}[.,;\])]{0,2}\s*$/
/** More characters, or more nodes, than a mark and the way to the word before it have. */
const most = 32

/** What a mark is never written close to: a blank, a sign that goes on, «nr.» or «p.», which begin a number. */
const goesOn = /(?:[\s:([/–-]|[^a-z](?:nrs?|nos?|pp?|blz)\.?)$/i

/**
 * Whether an element is the mark of a note, or a number that another has replaced (`nr. <del>304</del><ins>305</ins>`). Its digits
 * would become those of the code before it (`nr. 3<sup>4</sup>`). A link that is not raised is one only where it is written
 * close to the word before it: «nr. <a href="#n5">5</a>» is a number.
 */
export function isNoteMark(element: Element): boolean {
  if (!dom.matches(element, mayBeNoteMark) || !noteMark.test(shortText(element))) return false
  return dom.localName(element) !== 'a' || !goesOn.test(endBefore(element))
}

/** The text of an element; empty where it is longer than a mark's: an element that was never closed may hold the whole page. */
function shortText(element: Element): string {
  const walker = dom.contentWalker(element)
  let text = ''
  for (let nodes = 0; nodes < most; nodes += 1) {
    const node = walker.nextNode()
    if (node === null) return text
    if (!(node instanceof Text)) continue
    if (node.length > most) break
    text += node.data
  }
  return ''
}

/** The end of the text before an element in its line, through whatever inline elements; a blank where its line begins there. */
function endBefore(element: Element): string {
  let node: Node = element
  let inside: Node | null = null
  for (let nodes = 0; nodes < most; nodes += 1) {
    const before: Node | null = inside ?? dom.previousSibling(node)
    node = before ?? dom.parentNode(node) ?? element
    if (node instanceof Element && dom.matches(node, notInline)) break
    if (node instanceof Text && node.length > 0) return ` ${node.data.slice(-9)}`
    inside = before && dom.lastChild(node)
  }
  return ' '
}
