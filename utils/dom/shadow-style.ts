/** What Firefox gives to a content script beside its own view of a page's object: the page's. */
interface Unwrapped {
  readonly wrappedJSObject?: ShadowRoot & Window & { readonly CSSStyleSheet: typeof CSSStyleSheet }
}

/**
 * One constructed style sheet, adopted by open shadow roots so that highlights are seen there: Firefox applies no
 * style of the manifest inside them. On the screen alone, as in the manifest. The only thing of a page that Kamerlens changes (DESIGN «Decisions»); taken away at
 * its end.
 */
export class ShadowStyle {
  readonly #css: string
  readonly #roots = new Map<ShadowRoot, () => void>()
  #sheet: CSSStyleSheet | null = null

  constructor(css: string, signal: AbortSignal) {
    this.#css = css
    signal.addEventListener('abort', () => {
      for (const remove of this.#roots.values()) remove()
      this.#roots.clear()
    })
  }

  adopt(root: ShadowRoot): void {
    if (this.#roots.has(root)) return
    try {
      this.#roots.set(root, this.#adoptHere(root))
    } catch {
      // Without it the codes there are found and can be pointed at, only not seen.
    }
  }

  #adoptHere(root: ShadowRoot): () => void {
    const { wrappedJSObject: pageRoot } = root as Unwrapped
    const { wrappedJSObject: page } = globalThis as Unwrapped
    // Firefox refuses a list of sheets that was made outside the page.
    const target = pageRoot ?? root
    this.#sheet ??= new (page?.CSSStyleSheet ?? CSSStyleSheet)()
    const sheet = this.#sheet
    sheet.replaceSync(`@media screen{${this.#css}}`)
    target.adoptedStyleSheets.push(sheet)
    return () => {
      const at = target.adoptedStyleSheets.indexOf(sheet)
      if (at >= 0) target.adoptedStyleSheets.splice(at, 1)
    }
  }
}
