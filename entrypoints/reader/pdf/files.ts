/** Signs for remarks that a PDF carries. */
export const pdfImages = '/pdf/images/'

/** Where the package has what pdf.js loads while it draws (`scripts/pdf-files.ts` copies it there). */
export const pdfFiles = (root: string) => ({
  cMapUrl: `${root}pdf/cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${root}pdf/standard_fonts/`,
  wasmUrl: `${root}pdf/wasm/`,
  iccUrl: `${root}pdf/iccs/`,
  // pdf.js leaves it to its worker to load these only at addresses of the web.
  useWorkerFetch: true,
})
