import './stand-ins.ts'

/**
 * pdf.js' worker half, with what it takes for granted. It is a script of its own (`pdf-worker.js`), because two things start from it: the
 * reading worker imports it (`pdfjs.ts`), and for the reader it is the worker, which listens as soon as it is loaded.
 */
export { WorkerMessageHandler } from 'pdfjs-dist/build/pdf.worker.mjs'
