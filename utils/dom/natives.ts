/**
 * The DOM as the browser made it, whatever the page calls its elements. A form or the document hides a built-in
 * property behind an element of that name (`<form name=body>`, `<input name=textContent>`), and it does so in the
 * extension's isolated world too; prototypes there are out of the page's reach (SAFETY §3, «clobbered DOM»).
 * Text nodes and events cannot be clobbered and are read directly.
 */
function getter<Host extends object, Name extends keyof Host>(prototype: Host, name: Name) {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get
  return (host: Host): Host[Name] => (get === undefined ? host[name] : get.call(host))
}

export const parentNode = getter(Node.prototype, 'parentNode')
export const parentElement = getter(Node.prototype, 'parentElement')
export const nextSibling = getter(Node.prototype, 'nextSibling')
export const previousSibling = getter(Node.prototype, 'previousSibling')
export const firstChild = getter(Node.prototype, 'firstChild')
export const lastChild = getter(Node.prototype, 'lastChild')
export const childNodes = getter(Node.prototype, 'childNodes')
export const textContent = getter(Node.prototype, 'textContent')
export const isConnected = getter(Node.prototype, 'isConnected')
export const firstElementChild = getter(Element.prototype, 'firstElementChild')
export const localName = getter(Element.prototype, 'localName')
export const outerHtml = getter(Element.prototype, 'outerHTML')
export const isContentEditable = getter(HTMLElement.prototype, 'isContentEditable')
const documentElementOf = getter(Document.prototype, 'documentElement')
const contentTypeOf = getter(Document.prototype, 'contentType')
const titleOf = getter(Document.prototype, 'title')
const activeElementOf = getter(Document.prototype, 'activeElement')
const hiddenOf = getter(Document.prototype, 'hidden')
const scrollingElementOf = getter(Document.prototype, 'scrollingElement')

export const documentElement = (): HTMLElement => documentElementOf(document)
export const documentTitle = (): string => titleOf(document)
/** MIME type of the document. */
export const contentType = (): string => contentTypeOf(document)
/** Whether the tab is out of sight. */
export const isHidden = (): boolean => hiddenOf(document)
export const activeElement = (): Element | null => activeElementOf(document)
export const scrollingElement = (): Element | null => scrollingElementOf(document)

export const createRange = (): Range => Document.prototype.createRange.call(document)

export const createElement = <Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] =>
  Document.prototype.createElement.call(document, name) as HTMLElementTagNameMap[Name]

/** Visits the text nodes below a root in document order: each that counts in `textContent`, all of class `Text`. */
export const textWalker = (root: Node): TreeWalker =>
  Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION)

export const caretFromPoint = (x: number, y: number): CaretPosition | null =>
  Document.prototype.caretPositionFromPoint.call(document, x, y)

export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector)

export const first = (root: Element, selector: string): Element | null =>
  Element.prototype.querySelector.call(root, selector)

export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector)

export const attribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name)

export const comparePosition = (node: Node, other: Node): number =>
  Node.prototype.compareDocumentPosition.call(node, other)

export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node)

export const contains = (node: Node, other: Node): boolean => Node.prototype.contains.call(node, other)

/** @param root an element or a shadow root */
export const elementsWithin = (root: Node, selector: string): readonly Element[] =>
  Array.from((root instanceof Element ? Element : DocumentFragment).prototype.querySelectorAll.call(root, selector))

/** The links with an address below a root, itself included. */
export function linksIn(root: Node): HTMLAnchorElement[] {
  const found = [...elementsWithin(root, 'a[href]')]
  if (root instanceof Element && matches(root, 'a[href]')) found.unshift(root)
  return found.filter((element) => element instanceof HTMLAnchorElement)
}

/** Whether the element is rendered: not `display: none`, hidden or inside a closed `<details>`. */
export const isRendered = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, { visibilityProperty: true })
