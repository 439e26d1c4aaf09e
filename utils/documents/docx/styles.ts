import type { Look } from '../line-builder.ts'
import { childOf, childrenNamed, type XmlElement } from '../xml/tree.ts'
import { type ParagraphProperties, paragraphProperties, type RunProperties, runProperties } from './properties.ts'

interface Style {
  readonly name: string
  readonly run: RunProperties
  readonly paragraph: ParagraphProperties
}

/** Longer chains of styles are a ring. */
const longestChain = 50
/** Word's own size where a file names none, in points. */
const defaultSize = 10

/** The look of characters and paragraphs, with what styles inherit from each other (ECMA-376, 17.7.2). */
export class StyleSheet {
  private readonly styles = new Map<string, Style>()
  private readonly defaultStyle: string | undefined
  private readonly defaults: RunProperties

  constructor(root: XmlElement | null) {
    const elements = new Map(childrenNamed(root, 'style').map((style) => [style.attributes.styleId ?? '', style]))
    for (const [id, element] of elements) this.styles.set(id, resolved(element, elements))
    const usual = [...elements].find(
      ([, { attributes }]) => attributes.type === 'paragraph' && /^(?:1|true|on)$/.test(attributes.default ?? ''),
    )
    this.defaultStyle = usual?.[0]
    this.defaults = runProperties(childOf(root, 'docDefaults', 'rPrDefault', 'rPr'))
  }

  /** What holds for a paragraph: its own word first, then its style's. */
  paragraph(own: ParagraphProperties): ParagraphProperties & { readonly name: string } {
    const style = this.styles.get(own.style ?? this.defaultStyle ?? '')
    return { ...style?.paragraph, ...own, name: style?.name ?? '' }
  }

  /** The look of a run, or null for hidden text. */
  look(paragraphStyle: string | undefined, own: RunProperties): Look | null {
    const paragraph = this.styles.get(paragraphStyle ?? this.defaultStyle ?? '')?.run ?? {}
    const character = this.styles.get(own.style ?? '')?.run ?? {}
    const { defaults } = this
    const toggled = (name: 'bold' | 'italic' | 'hidden') => {
      // What paragraph and character style both switch on is off again (17.7.3); a run's own word is the last.
      const styled = defaults[name] || (paragraph[name] ?? false) !== (character[name] ?? false)
      return own[name] ?? styled
    }
    if (toggled('hidden')) return null
    return {
      bold: toggled('bold'),
      italic: toggled('italic'),
      superscript: own.superscript ?? character.superscript ?? paragraph.superscript ?? defaults.superscript ?? false,
      size: own.size ?? character.size ?? paragraph.size ?? defaults.size ?? defaultSize,
    }
  }

  /** The list that a style is bound to, for numbering that refers to a style. */
  numberIdOf(style: string | undefined): string | undefined {
    return this.styles.get(style ?? '')?.paragraph.numberId
  }
}

/** A style with all that it is based on; the nearest word holds. */
function resolved(element: XmlElement, elements: ReadonlyMap<string, XmlElement>): Style {
  let run: RunProperties = {}
  let paragraph: ParagraphProperties = {}
  let at: XmlElement | undefined = element
  for (let step = 0; at && step < longestChain; step += 1) {
    run = { ...runProperties(childOf(at, 'rPr')), ...run }
    paragraph = { ...paragraphProperties(childOf(at, 'pPr')), ...paragraph }
    at = elements.get(childOf(at, 'basedOn')?.attributes.val ?? '')
  }
  const { style: _, ...ofRun } = run
  return { name: (childOf(element, 'name')?.attributes.val ?? '').toLowerCase(), run: ofRun, paragraph }
}
