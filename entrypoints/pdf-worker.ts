import '#utils/documents/pdf/stand-ins.ts'
import { WorkerMessageHandler } from 'pdfjs-dist/build/pdf.worker.mjs'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'

/**
 * pdf.js' own worker half, for the reader. It listens on the port that started it as soon as it is loaded; naming the
 * handler keeps the bundler from leaving it out.
 */
export default defineUnlistedScript(() => void WorkerMessageHandler)
