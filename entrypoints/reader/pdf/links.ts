import type { PdfjsParts } from './load.ts'

/**
 * Where links in a PDF lead: within the document, or by https to a new tab that learns nothing of where it was opened
 * from. Any other address stays text.
 */
export function safeLinks({ viewer }: PdfjsParts, eventBus: InstanceType<PdfjsParts['viewer']['EventBus']>) {
  class SafeLinks extends viewer.PDFLinkService {
    override addLinkAttributes(link: HTMLAnchorElement, url: string): void {
      if (URL.parse(url)?.protocol === 'https:') super.addLinkAttributes(link, url, true)
    }
  }
  return new SafeLinks({
    eventBus,
    externalLinkTarget: viewer.LinkTarget.BLANK,
    externalLinkRel: 'noopener noreferrer',
    // A document may not change how large the user reads it.
    ignoreDestinationZoom: true,
  })
}
