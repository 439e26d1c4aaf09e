type Pdfjs = typeof import('pdfjs-dist')

/** A file on its way, of which pieces are needed before the whole is there. */
export interface Arrival {
  /** Bytes of the whole file. */
  readonly length: number
  /** Calls back with each piece, in order, those that came before included; then once with null. */
  readonly follow: (take: (piece: Uint8Array | null) => void) => void
  /** A piece by itself: the site is asked for it where it gives pieces, else it is there when the whole is. */
  readonly piece: (begin: number, end: number) => Promise<Uint8Array>
}

/** Feeds pdf.js with a file while it comes in: a long document opens at its first page. */
export function transportOf(pdfjs: Pdfjs, arrival: Arrival) {
  class Transport extends pdfjs.PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      arrival.piece(begin, end).then(
        (piece) => this.onDataRange(begin, piece.slice()),
        // The whole file fails with it, which is told where it is awaited.
        () => undefined,
      )
    }
  }
  const transport = new Transport(arrival.length, null)
  arrival.follow((piece) => {
    // pdf.js gives the buffer to its worker, and with it takes it from us.
    if (piece === null) transport.onDataProgressiveDone()
    else transport.onDataProgressiveRead(piece.slice())
  })
  return transport
}
