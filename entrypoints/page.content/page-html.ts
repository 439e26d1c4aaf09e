import * as dom from '#utils/dom/natives.ts'

/** The page as it stands, for reading its questions. @param withoutHost takes the card's host out of it */
export function pageHtml(withoutHost: (html: string) => string = (html) => html) {
  return {
    url: location.href,
    title: dom.documentTitle(),
    html: withoutHost(dom.outerHtml(dom.documentElement())),
  }
}
