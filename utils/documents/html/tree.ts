import type { DefaultTreeAdapterMap } from 'parse5'

export type HtmlNode = DefaultTreeAdapterMap['node']
export type HtmlElement = DefaultTreeAdapterMap['element']

/** Describes elements in site tables: all that is named must hold; `classes` are whole class names. */
export interface Selector {
  readonly tag?: string
  readonly id?: string
  readonly classes?: readonly string[]
  readonly role?: string
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

function classesOf(element: HtmlElement): readonly string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/)
}

export function matches(element: HtmlElement, selector: Selector): boolean {
  if (selector.tag !== undefined && element.tagName !== selector.tag) return false
  if (selector.id !== undefined && attribute(element, 'id') !== selector.id) return false
  if (selector.role !== undefined && attribute(element, 'role') !== selector.role) return false
  if (selector.classes === undefined) return true
  const classes = classesOf(element)
  return selector.classes.every((name) => classes.includes(name))
}

/** Children onto a stack so that the first comes off first. */
export function pushChildren(stack: HtmlNode[], node: HtmlNode): void {
  if (!('childNodes' in node)) return
  for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
    const child = node.childNodes[index]
    if (child) stack.push(child)
  }
}

/** All elements below a node, in document order; without recursion, since hostile pages nest without end. */
export function* elementsOf(root: HtmlNode): Generator<HtmlElement> {
  const stack: HtmlNode[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isElement(node)) yield node
    pushChildren(stack, node)
  }
}

export function findElement(root: HtmlNode, selector: Selector): HtmlElement | null {
  for (const element of elementsOf(root)) if (matches(element, selector)) return element
  return null
}

/** The text below a node, blanks folded, without scripts and styles. */
export function textOf(root: HtmlNode): string {
  const parts: string[] = []
  const stack: HtmlNode[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('value' in node) parts.push(node.value)
    if (isElement(node) && (node.tagName === 'script' || node.tagName === 'style')) continue
    pushChildren(stack, node)
  }
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}
