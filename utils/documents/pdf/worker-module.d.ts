/** pdf.js ships no types for its worker half; only how it is put at a port matters to us. */
declare module 'pdfjs-dist/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: { initializeFromPort(port: object): void }
}
