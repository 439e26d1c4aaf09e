/**
 * The DOM as the browser made it, whatever the page calls its elements. A form or the document hides a built-in
 * property behind an element of that name (`<form name=body>`, `<input name=textContent>`), and it does so in the
 * extension's isolated world too; prototypes there are out of the page's reach (SAFETY §3, «clobbered DOM»).
 * Text nodes and events cannot be clobbered and are read directly.
 */
// For the bundler: a script has those of these that it uses.
/* @__NO_SIDE_EFFECTS__ */
function getter<Host extends object, Name extends keyof Host>(of: { readonly prototype: Host }, name: Name) {
  const get = Object.getOwnPropertyDescriptor(of.prototype, name)?.get
  return (host: Host): Host[Name] => (get === undefined ? host[name] : get.call(host))
}

export const parentNode = getter(Node, 'parentNode')
export const parentElement = getter(Node, 'parentElement')
export const nextSibling = getter(Node, 'nextSibling')
export const previousSibling = getter(Node, 'previousSibling')
export const firstChild = getter(Node, 'firstChild')
export const lastChild = getter(Node, 'lastChild')
export const childNodes = getter(Node, 'childNodes')
export const textContent = getter(Node, 'textContent')
export const isConnected = getter(Node, 'isConnected')
export const firstElementChild = getter(Element, 'firstElementChild')
export const localName = getter(Element, 'localName')
export const shadowRoot = getter(Element, 'shadowRoot')
export const assignedSlot = getter(Element, 'assignedSlot')
export const outerHtml = getter(Element, 'outerHTML')
export const isContentEditable = getter(HTMLElement, 'isContentEditable')
const documentElementOf = getter(Document, 'documentElement')
const contentTypeOf = getter(Document, 'contentType')
const titleOf = getter(Document, 'title')
const activeElementOf = getter(Document, 'activeElement')
const hiddenOf = getter(Document, 'hidden')
const scrollingElementOf = getter(Document, 'scrollingElement')

export const documentElement = (): HTMLElement => documentElementOf(document)
export const documentTitle = (): string => titleOf(document)
/** MIME type of the document. */
export const contentType = (): string => contentTypeOf(document)
/** Whether the tab is out of sight. */
export const isHidden = (): boolean => hiddenOf(document)
export const activeElement = (): Element | null => activeElementOf(document)
export const scrollingElement = (): Element | null => scrollingElementOf(document)

export const createRange = (): Range => Document.prototype.createRange.call(document)

const create = (namespace: '1999/xhtml' | '2000/svg', name: string): Element =>
  Document.prototype.createElementNS.call(document, `http://www.w3.org/${namespace}`, name)

/** By its namespace: official publications are shown as XML too, and such a document makes no HTML by a name alone. */
export const createElement = <Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] =>
  create('1999/xhtml', name) as HTMLElementTagNameMap[Name]

export const createSvg = (name: 'svg' | 'path'): SVGElement => create('2000/svg', name) as SVGElement

/** Visits the text nodes below a root in document order: each that counts in `textContent`, all of class `Text`. */
export const textWalker = (root: Node): TreeWalker => walker(root, 0)

/** The same with the elements among them. */
export const contentWalker = (root: Node): TreeWalker => walker(root, NodeFilter.SHOW_ELEMENT)

const walker = (root: Node, more: number): TreeWalker =>
  Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION | more)

/** @param shadowRoots those that are looked into */
export const caretFromPoint = (x: number, y: number, shadowRoots: Iterable<ShadowRoot>): CaretPosition | null =>
  Document.prototype.caretPositionFromPoint.call(document, x, y, { shadowRoots: [...shadowRoots] })

/** The uppermost element at a point, in whatever open shadow tree it stands. */
export function elementFromPoint(x: number, y: number): Element | null {
  let element: Element | null = null
  let inner: Element | null | undefined = Document.prototype.elementFromPoint.call(document, x, y)
  while (inner && inner !== element) {
    element = inner
    inner = shadowRoot(element)?.elementFromPoint(x, y)
  }
  return element
}

/** All elements at a point in the tree that a node stands in, the uppermost first. */
export function elementsFromPoint(node: Node, x: number, y: number): readonly Element[] {
  const root = rootOf(node)
  return (root instanceof ShadowRoot ? ShadowRoot : Document).prototype.elementsFromPoint.call(root, x, y)
}

/** The element around a node; around a shadow tree that is its host. */
export function elementAround(node: Node): Element | null {
  const parent = parentNode(node)
  return parent instanceof Element ? parent : parent instanceof ShadowRoot ? parent.host : null
}

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
export const elementsWithin = (root: Node, selector: string): NodeListOf<Element> =>
  (root instanceof Element ? Element : DocumentFragment).prototype.querySelectorAll.call(root, selector)

/** The links below a root, itself included, that a selector chooses. */
export function linksIn(root: Node, selector: string): HTMLAnchorElement[] {
  return [root, ...elementsWithin(root, selector)].filter(
    (node): node is HTMLAnchorElement =>
      node instanceof HTMLAnchorElement && (node !== root || matches(node, selector)),
  )
}

/** Whether an element is, or may be, a link or holds one. */
export const hasLinks = (element: Element): boolean =>
  localName(element) === 'a' || (firstElementChild(element) !== null && first(element, 'a[href]') !== null)

/** Whether what an element holds is rendered: not `display: none`, hidden or inside a closed `<details>`. */
export function isRendered(element: Element): boolean {
  if (!Element.prototype.checkVisibility.call(element, { visibilityProperty: true })) return false
  if (localName(element) === 'details' && attribute(element, 'open') === null) return false
  return getComputedStyle(element).contentVisibility !== 'hidden'
}
