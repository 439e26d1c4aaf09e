/**
 * What is measured of a PDF: pdf.js' bare `getTextContent` over all pages; all of the reading, from bytes to records;
 * the parser alone, beside the reading of its lines.
 */
export type PdfMode = 'textContent' | 'read' | 'parse'

export interface PdfFigures {
  readonly ms: number
  /** Milliseconds of processor time, of all threads: what other programs on the machine do hardly changes it. */
  readonly cpu: number
  /** Most memory that the process held at any time; null where the system does not tell. */
  readonly megabytes: number | null
  /** Of the reading of lines, and of the parser. */
  readonly lines?: number
  readonly parse?: number
}
