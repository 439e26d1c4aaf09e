import type { PDFPageProxy } from 'pdfjs-dist'
import { loadPdfjs } from './pdfjs.ts'

/**
 * Whether a page without text shows something all the same: a scan, or letters drawn as shapes. Images themselves are
 * left out of the instructions before they are decoded (`maxImageSize`), but each leaves the placing that stood before
 * it; an empty page has neither.
 */
export async function hasDrawing(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await loadPdfjs()
  const { fnArray } = await page.getOperatorList()
  const drawing = new Set<number>([OPS.transform, OPS.paintFormXObjectBegin, OPS.shadingFill, OPS.showText, OPS.fill])
  return fnArray.some((operator) => drawing.has(operator))
}
