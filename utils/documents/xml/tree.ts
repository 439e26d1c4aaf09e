/** An element of an XML file. Names are local: official files use one vocabulary each, under whatever prefixes. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

/** The element's own child elements. */
export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string')
}

export function childrenNamed(element: XmlElement | null | undefined, name: string): XmlElement[] {
  return element ? elementsIn(element).filter((child) => child.name === name) : []
}

/** The first child of each name in turn: `childOf(paragraph, 'pPr', 'numPr', 'ilvl')`. */
export function childOf(element: XmlElement | null | undefined, ...names: readonly string[]): XmlElement | null {
  let at: XmlElement | null = element ?? null
  for (const name of names) {
    at =
      (at?.children.find((child) => typeof child !== 'string' && child.name === name) as XmlElement | undefined) ?? null
  }
  return at
}

/** All elements below one, in document order, itself not counted. */
export function* descendants(root: XmlElement): Generator<XmlElement> {
  const stack = elementsIn(root).reverse()
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element
    for (let index = element.children.length - 1; index >= 0; index -= 1) {
      const child = element.children[index]
      if (child !== undefined && typeof child !== 'string') stack.push(child)
    }
  }
}

/** The elements of a name that lie in no other of that name, in document order. */
export function* outermost(root: XmlElement, name: string): Generator<XmlElement> {
  const stack = elementsIn(root).reverse()
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element.name === name) yield element
    else for (const child of elementsIn(element).reverse()) stack.push(child)
  }
}

export function findNamed(root: XmlElement, name: string): XmlElement | null {
  for (const element of descendants(root)) if (element.name === name) return element
  return null
}

/** The text below an element, blanks folded. */
export function textIn(root: XmlElement): string {
  const parts: string[] = []
  const stack: XmlNode[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') parts.push(node)
    else for (let index = node.children.length - 1; index >= 0; index -= 1) stack.push(node.children[index] ?? '')
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}
