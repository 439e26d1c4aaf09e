import { LineBuilder, type Look, plain } from '../line-builder.ts'
import { markedNumbers } from '../marked-numbers.ts'
import { linesOfText } from '../text.ts'
import type { Line } from '../types.ts'
import { isNumberedItself, ListNumbers } from './list-items.ts'
import { lookOf } from './looks.ts'
import { isNote } from './notes.ts'
import { closing, dropped, droppedTags, marked } from './sites.ts'
import { tableLines } from './tables.ts'
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  matches,
  pushChildren,
  textOf,
} from './tree.ts'

/** The blocks below a node as lines, one a block or table row; `inCell` for the content of a table's cell. */
export function blockLines(root: HtmlNode, look: Look = plain, depth = 0, inCell = false): Line[] {
  const reader = new BlockReader(inCell)
  reader.read(root, look, depth)
  reader.builder.end(true)
  return reader.builder.lines
}

const blockTags: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

/** Deeper than any page is built: what lies below is read as plain text, so that hostile nesting ends somewhere. */
const deepest = 300

/** Walks a page's blocks and fills a builder with lines. */
class BlockReader {
  readonly builder = new LineBuilder()
  private question = 0
  private breaks = 0
  private readonly lists = new ListNumbers()
  private readonly inCell: boolean

  constructor(inCell = false) {
    this.inCell = inCell
  }

  read(node: HtmlNode, look: Look, depth: number): void {
    if ('value' in node) {
      if (node.value.trim() !== '') this.breaks = 0
      this.builder.add(node.value, look)
      return
    }
    if (!isElement(node)) {
      if ('childNodes' in node) for (const child of node.childNodes) this.read(child, look, depth + 1)
      return
    }
    if (isDropped(node)) return
    if (depth > deepest) {
      this.builder.add(textOf(node), look)
      return
    }
    this.element(node, look, depth)
  }

  private element(element: HtmlElement, look: Look, depth: number): void {
    const { builder } = this
    const tag = element.tagName
    if (tag === 'br') {
      this.lineBreak()
      return
    }
    if (tag === 'table') {
      builder.end(true)
      const read = (cell: HtmlElement, isAlone: boolean) => blockLines(cell, look, depth + 1, !isAlone)
      for (const line of tableLines(element, read)) builder.push(line)
      return
    }
    if (tag === 'pre') {
      builder.end(true)
      for (const line of linesOfText(rawText(element))) builder.push({ ...line, page: 1 })
      return
    }
    if (!blockTags.has(tag)) {
      for (const child of element.childNodes) this.read(child, lookOf(element, look), depth + 1)
      return
    }
    builder.end(true)
    const role = builder.role
    if (isHeading(element)) builder.role = 'heading'
    if (tag === 'li') this.startItem(element, look)
    // Whatever a closing remark is made of, it stays one.
    if (role === 'footer' || isClosing(element)) builder.role = 'footer'
    this.mark(element)
    for (const child of element.childNodes) this.read(child, lookOf(element, look), depth + 1)
    builder.end(true)
    builder.role = role
  }

  private lineBreak(): void {
    this.breaks += 1
    // Within a narrow cell a line break is only a wrap; two of them part paragraphs everywhere.
    if (this.inCell && this.breaks < 2) this.builder.add(' ', plain)
    else this.builder.end(this.breaks > 1)
  }

  private startItem(element: HtmlElement, look: Look): void {
    this.builder.role = 'list-item'
    const parent = element.parentNode
    if (!parent || !isElement(parent)) return
    const number = this.lists.numberOf(parent, element)
    if (!isNumberedItself(element)) this.builder.add(number, look)
  }

  private mark(element: HtmlElement): void {
    const kind = marked.find((one) => matches(element, one.selector))
    if (!kind) return
    const numbers = headingNumbers(element)
    if (kind.type === 'question') {
      // A question without a number of its own counts on from the one before.
      if (numbers.length === 0) numbers.push(String(this.question + 1))
      this.question = Number.parseInt(numbers.at(-1) ?? '0', 10)
    }
    this.builder.marker = { type: kind.type, numbers }
  }
}

/** The numbers in the heading of a marked element: «Vraag 2, 3», «Antwoord 1», or bare in `p.nummer`. */
function headingNumbers(element: HtmlElement): string[] {
  for (const inner of elementsOf(element)) {
    if (!/^h[1-6]$/.test(inner.tagName) && !matches(inner, { classes: ['nummer'] })) continue
    const numbers = markedNumbers(textOf(inner))
    if (numbers.length > 0) return numbers
  }
  return []
}

const isHeading = (element: HtmlElement) => /^h[1-6]$/.test(element.tagName) || matches(element, { role: 'heading' })

/** `h3 > button`: all of the heading of a part that opens and closes (ARIA, «Accordion»); other buttons, as «Kopieer link» beside a heading, are no text. */
function isHeadingButton(element: HtmlElement): boolean {
  const { tagName, parentNode: parent } = element
  if (tagName !== 'button' || parent === null || !isElement(parent) || !isHeading(parent)) return false
  return textOf(parent).trim() === textOf(element).trim()
}

function isDropped(element: HtmlElement): boolean {
  if ((droppedTags.has(element.tagName) && !isHeadingButton(element)) || attribute(element, 'hidden') !== undefined)
    return true
  return (
    dropped.some((selector) => matches(element, selector)) || isNote(element) || isComment(element) || isSign(element)
  )
}

/** A drawn sign, or a link within the page that is only one: `¶` behind a heading, `↩` behind a note. */
function isSign(element: HtmlElement): boolean {
  const { tagName } = element
  if (tagName === 'i' || tagName === 'span') return attribute(element, 'aria-hidden') === 'true'
  return (
    tagName === 'a' && attribute(element, 'href')?.startsWith('#') === true && /^[¶#^↑↩]\ufe0e?$/.test(textOf(element))
  )
}

/** What Google Docs prints of a remark beside the text: its mark `<sup><a href="#cmnt1">[a]</a></sup>`, and itself at the end of the page. */
function isComment({ tagName, childNodes: [inner] }: HtmlElement): boolean {
  if (inner === undefined || !isElement(inner)) return false
  if (tagName === 'div' && inner.tagName === 'p') return isComment(inner)
  return (tagName === 'sup' || tagName === 'p') && attribute(inner, 'href')?.startsWith('#cmnt') === true
}

/** Remarks behind the last answer, and the foot of a site. */
function isClosing(element: HtmlElement): boolean {
  const parent = element.parentNode
  const isFoot = element.tagName === 'footer' && parent !== null && isElement(parent) && parent.tagName === 'body'
  return isFoot || closing.some((selector) => matches(element, selector))
}

function rawText(element: HtmlElement): string {
  let text = ''
  const stack: HtmlNode[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('value' in node) text += node.value
    else if (isElement(node) && node.tagName === 'br') text += '\n'
    else pushChildren(stack, node)
  }
  return text
}
