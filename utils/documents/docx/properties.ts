import { childOf, type XmlElement } from '../xml/tree.ts'

/** What a run, a style or the document's defaults say of characters; absent where they leave it to another. */
export interface RunProperties {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly hidden?: boolean
  readonly superscript?: boolean
  /** In points. */
  readonly size?: number
  readonly style?: string
}

/** What a paragraph or a style says of paragraphs. */
export interface ParagraphProperties {
  readonly style?: string
  readonly numberId?: string
  /** Level of the list, from 0. */
  readonly level?: number
  /** Level in the outline, from 0; 9 is body text. */
  readonly outline?: number
  readonly pageBreakBefore?: boolean
  /** Stands in a frame beside the text, as reference boxes of old letters do. */
  readonly framed?: boolean
  /** Its end was deleted, so that the next paragraph goes on in it. */
  readonly joined?: boolean
}

export function runProperties(element: XmlElement | null): RunProperties {
  if (!element) return {}
  const bold = switchOf(element, 'b')
  const italic = switchOf(element, 'i')
  const hidden = switchOf(element, 'vanish')
  const superscript = raised(element)
  const size = numberOf(childOf(element, 'sz')?.attributes.val)
  const style = childOf(element, 'rStyle')?.attributes.val
  return {
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(superscript === undefined ? {} : { superscript }),
    ...(size === undefined ? {} : { size: size / 2 }),
    ...(style === undefined ? {} : { style }),
  }
}

export function paragraphProperties(element: XmlElement | null): ParagraphProperties {
  if (!element) return {}
  const style = childOf(element, 'pStyle')?.attributes.val
  const numberId = childOf(element, 'numPr', 'numId')?.attributes.val
  const level = numberOf(childOf(element, 'numPr', 'ilvl')?.attributes.val)
  const outline = numberOf(childOf(element, 'outlineLvl')?.attributes.val)
  const frame = childOf(element, 'framePr')
  const mark = childOf(element, 'rPr')
  return {
    ...(style === undefined ? {} : { style }),
    ...(numberId === undefined ? {} : { numberId }),
    ...(level === undefined ? {} : { level }),
    ...(outline === undefined ? {} : { outline }),
    ...(switchOf(element, 'pageBreakBefore') ? { pageBreakBefore: true } : {}),
    // A drop cap is a frame too, and belongs to its word.
    ...(frame && (frame.attributes.dropCap ?? 'none') === 'none' ? { framed: true } : {}),
    ...(childOf(mark, 'del') || childOf(mark, 'moveFrom') ? { joined: true } : {}),
  }
}

/** A property that is on when it is named, unless it says that it is off (ECMA-376, ST_OnOff). */
export function switchOf(element: XmlElement, name: string): boolean | undefined {
  const found = childOf(element, name)
  if (!found) return undefined
  return !['0', 'false', 'off'].includes(found.attributes.val ?? 'on')
}

/** Raised as superscript, or by a position of its own. */
function raised(element: XmlElement): boolean | undefined {
  const aligned = childOf(element, 'vertAlign')?.attributes.val
  if (aligned !== undefined) return aligned === 'superscript'
  const position = numberOf(childOf(element, 'position')?.attributes.val)
  return position === undefined ? undefined : position > 0
}

export function numberOf(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isNaN(number) ? undefined : number
}
