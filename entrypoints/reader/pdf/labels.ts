import { locale } from '#locales/i18n.ts'
import { readerMessages } from '#locales/reader.ts'

/** What pdf.js asks of a translation. */
interface PdfLabels {
  getLanguage(): string
  getDirection(): 'ltr'
  get(ids: string | readonly string[]): Promise<string | readonly string[]>
  translate(): Promise<void>
  translateOnce(): Promise<void>
  destroy(): Promise<void>
  pause(): void
  resume(): void
}

/**
 * In the place of pdf.js' own translator, which would bring hundreds of texts for tools that are not here, and writes
 * HTML. Of what is here only the pages have a name to be heard (`labelPages`).
 */
export function pdfLabels(): PdfLabels {
  const nothing = async () => undefined
  return {
    getLanguage: () => locale.get(),
    getDirection: () => 'ltr',
    get: async (ids) => (typeof ids === 'string' ? '' : ids.map(() => '')),
    translate: nothing,
    translateOnce: nothing,
    destroy: nothing,
    pause: () => undefined,
    resume: () => undefined,
  }
}

/** Names each page for screen readers, in the language of the interface. */
export function labelPages(viewer: HTMLElement, ending: AbortSignal): void {
  const label = (page: Element) => {
    if (!(page instanceof HTMLElement) || page.dataset.pageNumber === undefined) return
    page.setAttribute('aria-label', readerMessages.get().pageLabel({ page: page.dataset.pageNumber }))
  }
  const all = () => [...viewer.children].forEach(label)
  const observer = new MutationObserver(all)
  observer.observe(viewer, { childList: true })
  const stop = locale.subscribe(all)
  ending.addEventListener('abort', () => {
    observer.disconnect()
    stop()
  })
}
