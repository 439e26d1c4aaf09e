import * as dom from './natives.ts'
import type { Readable } from './readable.ts'

/**
 * How an element takes part in the line of text that it stands in. `placed`: put somewhere by coordinates, as the spans
 * of a PDF's text layer are; the browser calls each a block, yet they are pieces of lines.
 */
export type Role = 'inline' | 'placed' | 'block' | 'line-break' | 'gap' | 'nothing'

/** Blocks by what they mean, whatever the page's style makes of them: items of a menu laid in a row stay items. */
const blocks =
  'address,article,aside,blockquote,body,caption,center,col,colgroup,dd,details,dialog,dir,div,dl,dt,fieldset,' +
  'figcaption,figure,footer,form,frameset,h1,h2,h3,h4,h5,h6,header,hgroup,hr,html,legend,li,main,menu,nav,ol,' +
  'optgroup,option,p,pre,search,section,summary,table,tbody,td,tfoot,th,thead,tr,ul'
const gaps = 'button,embed,img,input,meter,progress'
const blockNames = new Set(blocks.split(','))
const gapNames = new Set(gaps.split(','))

/**
 * Selector of what may be no inline element by its name. It names the inline ones that text is made of: most elements
 * are told by one of its first names, where a list of all others would be gone through to its end.
 */
export const notInline = ':not(a,span,b,em,i,strong,sup,sub,u,small,abbr,cite,q,mark,font,wbr)'

/** Whether an element is a block by its name. Blocks by style alone are known only to `Roles`. */
export const startsBlock = (element: Element): boolean => blockNames.has(dom.localName(element))

/**
 * The roles of elements, as far as they are needed. To ask for a style costs more than to read a text, so an element
 * that is no block by its name is taken for inline until it matters whether it is (`ask`). Good until the page gets its
 * turn.
 */
export class Roles {
  readonly #readable: Readable
  #asked: Map<Element, Role> | null = null

  constructor(readable: Readable) {
    this.#readable = readable
  }

  of(element: Element): Role {
    const name = dom.localName(element)
    if (blockNames.has(name)) return 'block'
    if (name === 'br') return 'line-break'
    if (name === 'wbr') return 'nothing'
    if (gapNames.has(name)) return 'gap'
    if (!this.#readable.own(element)) return 'nothing'
    return this.#asked?.get(element) ?? 'inline'
  }

  /** Asks for the style of an element that was taken for inline; true where it is something else. */
  ask(element: Element): boolean {
    this.#asked ??= new Map()
    if (this.#asked.has(element)) return false
    const role = byStyle(element)
    this.#asked.set(element, role)
    return role !== 'inline'
  }

  /** Whether an element that is taken for inline is so by its style. */
  isInline(element: Element): boolean {
    this.ask(element)
    return this.#asked?.get(element) === 'inline'
  }
}

function byStyle(element: Element): Role {
  const { display, visibility, position } = getComputedStyle(element)
  if (display === 'none' || (visibility !== 'visible' && !inheritsVisibility(element, visibility))) return 'nothing'
  if (display === 'contents' || display.startsWith('inline') || display.startsWith('ruby')) return 'inline'
  return position === 'absolute' ? 'placed' : 'block'
}

/** Text inside a hidden block is joined as if it were shown: it may be shown later without any change in it. */
function inheritsVisibility(element: Element, visibility: string): boolean {
  const parent = dom.parentElement(element)
  return parent !== null && getComputedStyle(parent).visibility === visibility
}
