import * as dom from '#utils/dom/natives.ts'

/** The page as it stands, for reading its questions; without the host (`card/host-id.ts`) of a card that is open. */
export function pageHtml() {
  return {
    url: location.href,
    title: dom.documentTitle(),
    html: dom.outerHtml(dom.documentElement()).replace(/<div id="kamerlens-card".*?<\/div>/, ''),
  }
}
