import type { Look } from '../line-builder.ts'
import { isNoteMark } from './notes.ts'
import { attribute, type HtmlElement } from './tree.ts'

/** The look of an element's text: by its tag, its own style, or the class names of official sites. */
export function lookOf(element: HtmlElement, outer: Look): Look {
  const tag = element.tagName
  const style = attribute(element, 'style') ?? ''
  const classes = attribute(element, 'class') ?? ''
  return {
    bold:
      styled(style, /font-weight:\s*(?:bold|[6-9]00)/i, /font-weight:\s*(?:normal|[1-5]00)/i) ??
      (outer.bold || tag === 'b' || tag === 'strong' || tag === 'th' || /\b(?:half)?vet(?:cur)?\b/.test(classes)),
    italic:
      styled(style, /font-style:\s*(?:italic|oblique)/i, /font-style:\s*normal/i) ??
      (outer.italic || tag === 'i' || tag === 'em' || tag === 'cite' || /\b(?:vet)?cur(?:sief)?\b/.test(classes)),
    superscript:
      styled(style, /vertical-align:\s*super/i, /vertical-align:\s*baseline/i) ??
      (outer.superscript || tag === 'sup' || isNoteMark(element)),
  }
}

/** What an element's own style says, or undefined where it says nothing. */
function styled(style: string, on: RegExp, off: RegExp): boolean | undefined {
  if (style === '') return undefined
  return on.test(style) ? true : off.test(style) ? false : undefined
}
