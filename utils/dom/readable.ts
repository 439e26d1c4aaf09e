import * as dom from './natives.ts'

/** Elements whose text is not read by anyone, or is being written. What the browser's own search may open is a closed section. */
const unreadable =
  'script,style,template,noscript,textarea,select,datalist,iframe,object,svg,canvas,audio,video,head,' +
  '[hidden]:not([hidden="until-found" i]),[contenteditable]:not([contenteditable="false" i])'

/**
 * Tells what is read of a page. Each element is looked at once, so that the many texts of one section share what is
 * known about it; the answers are good until the page changes (`forget`).
 */
export class Readable {
  /** Every element whose text is not joined with what is around it. */
  readonly selector: string
  readonly #known = new Map<Element, boolean>()
  readonly #isLeftOut: (element: Element) => boolean

  /**
   * @param leftOut selector of what is no part of the text (`leftOutOn`)
   * @param isLeftOut tells the same of what no selector can
   */
  constructor(leftOut: string, isLeftOut: (element: Element) => boolean = () => false) {
    this.selector = leftOut === '' ? unreadable : `${unreadable},${leftOut}`
    this.#isLeftOut = isLeftOut
  }

  forget(): void {
    this.#known.clear()
  }

  /** Whether the text inside an element is read: its own, and whatever it stands in. */
  within(element: Element): boolean {
    const known = this.#known.get(element)
    if (known !== undefined) return known
    // A chain of elements in a loop: a page may nest them deeper than the stack reaches.
    const path: Element[] = []
    let read = true
    for (let around: Element | null = element; around !== null && read; around = dom.elementAround(around)) {
      const answer = this.#known.get(around)
      if (answer !== undefined) {
        read = answer
        break
      }
      path.push(around)
      read = this.own(around)
    }
    for (const passed of path) this.#known.set(passed, read)
    return read
  }

  /** Whether nothing about the element itself keeps its text from being read. */
  own(element: Element): boolean {
    if (dom.matches(element, this.selector) || this.#isLeftOut(element)) return false
    // A document that is edited as a whole says so nowhere else.
    return dom.localName(element) !== 'html' || !(element instanceof HTMLElement && dom.isContentEditable(element))
  }
}
