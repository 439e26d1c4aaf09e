import { XmlElement as ParsedElement, parseXml, XmlText } from '@rgrove/parse-xml'
import { type ReadingError, ReadingFailure } from '../types.ts'
import { checkNesting, withoutDoctype } from './nesting.ts'
import type { XmlElement, XmlNode } from './tree.ts'

/** Names that the document types of old official files declare, and that their texts use. */
const entities: ReadonlyMap<string, string> = new Map([
  ['nbsp', '\u00a0'],
  ['euro', '€'],
  ['sect', '§'],
  ['eacute', 'é'],
  ['egrave', 'è'],
  ['ecirc', 'ê'],
  ['euml', 'ë'],
  ['iuml', 'ï'],
  ['ouml', 'ö'],
  ['uuml', 'ü'],
  ['auml', 'ä'],
  ['aacute', 'á'],
  ['oacute', 'ó'],
  ['ccedil', 'ç'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['bull', '•'],
])

/** What no XML may hold, and what some exports hold all the same; it prints nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that are taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * The root of an XML text. Entities that the file itself declares stay as they are written: nothing is fetched and
 * nothing unfolds.
 *
 * @throws ReadingFailure `too-complex`, or `broken` where the text is not well formed
 */
export function parseTree(text: string, broken: ReadingError): XmlElement {
  // A mark of order that was read as letters of its own is one more way that files reach us.
  const xml = withoutDoctype(text.replace(/^(?:\s|\uFEFF|ï»¿)+/, '').replace(unprintable, ''))
  if (!checkNesting(xml)) throw new ReadingFailure(broken, 'the file breaks off')
  let root: ParsedElement | null
  try {
    root = parseXml(xml, {
      ignoreUndefinedEntities: true,
      resolveUndefinedEntity: (entity) => entities.get(entity.slice(1, -1)),
    }).root
  } catch (error) {
    throw new ReadingFailure(broken, error instanceof Error ? error.message : String(error))
  }
  if (!root) throw new ReadingFailure(broken, 'no element')
  return treeOf(root)
}

/** Calls itself for each level, of which there are not many: `checkNesting`. */
function treeOf(element: ParsedElement): XmlElement {
  const attributes: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(element.attributes)) attributes[localName(name)] ??= value
  const children: XmlNode[] = []
  for (const child of element.children) {
    if (child instanceof ParsedElement) children.push(treeOf(child))
    else if (child instanceof XmlText) children.push(child.text)
  }
  return { name: localName(element.name), attributes, children }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
