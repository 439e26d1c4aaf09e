import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { PlacedText } from '#components/reader/pdf-view.ts'

/**
 * The pieces of text of a page, each with its place, in the order in which the file draws them; with its spaces and
 * ends of lines.
 */
export async function textOfPage(document: PDFDocumentProxy, number: number): Promise<readonly PlacedText[]> {
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item)) return []
    const [x = 0, baseline = 0] = item.transform.slice(4) as number[]
    const [, y = 0] = viewport.convertToViewportPoint(x, baseline) as number[]
    return [{ text: item.hasEOL ? `${item.str}\n` : item.str, top: Math.max(0, y) }]
  })
}
