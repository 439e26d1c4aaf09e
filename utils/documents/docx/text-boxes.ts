import { childOf, elementsIn, type XmlElement } from '../xml/tree.ts'

/** One thing in several ways, the newest first: it is read once. */
export function chosenOf(alternatives: XmlElement): XmlElement | null {
  return childOf(alternatives, 'Choice') ?? childOf(alternatives, 'Fallback')
}

/** The outermost text boxes of a drawing, which may group several. */
export function* textBoxes(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsIn(element)) {
    const { name } = child
    if (name === 'txbxContent') yield child
    else if (name !== 'AlternateContent') yield* textBoxes(child)
    else yield* textBoxes(chosenOf(child) ?? { name, attributes: {}, children: [] })
  }
}
