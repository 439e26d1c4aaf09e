import { symbolOf } from '../symbols.ts'
import type { XmlElement } from '../xml/tree.ts'

/** The sign or text that an element of a run prints, or null for one that is read for what is in it. */
export function signOf(element: XmlElement): string | null {
  switch (element.name) {
    case 't':
      return element.children.filter((child) => typeof child === 'string').join('')
    case 'tab':
    case 'ptab':
      return ' '
    case 'noBreakHyphen':
      return '-'
    case 'softHyphen':
      return ''
    case 'sym':
      return symbolOf(element.attributes.font, element.attributes.char)
    default:
      return null
  }
}
