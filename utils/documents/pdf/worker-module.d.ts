/** pdf.js ships no types for its worker half; only the handler's presence matters to us. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object
}
