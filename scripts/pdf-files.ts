import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A file that the build copies: where it lies, and where the package has it. */
interface CopiedFile {
  readonly absoluteSrc: string
  readonly relativeDest: string
}

/**
 * What pdf.js loads by itself while it draws: character maps, the standard fonts, image decoders, a colour profile,
 * signs for remarks. Not its engine for scripts in a PDF, which Kamerlens never runs, nor decoders for browsers without
 * wasm.
 */
const folders: readonly (readonly [folder: string, wanted: RegExp, target?: string])[] = [
  ['web/images', /^annotation-.*\.svg$/, 'images'],
  ['cmaps', /\.bcmap$|^LICENSE/],
  ['standard_fonts', /\.(?:pfb|ttf)$|^LICENSE/],
  ['wasm', /^(?:openjpeg|jbig2|qcms_bg)\.wasm$|^LICENSE_(?!QUICKJS|PDFJS_QUICKJS)/],
  ['iccs', /\.icc$|^LICENSE/],
]

/** The reader's files, shipped so that nothing of a page is fetched from elsewhere; see `pdfFiles` in the reader. */
export function pdfFilesToCopy(): CopiedFile[] {
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return folders.flatMap(([folder, wanted, target = folder]) =>
    readdirSync(join(home, folder))
      .filter((name) => wanted.test(name))
      .map((name) => ({ absoluteSrc: join(home, folder, name), relativeDest: `pdf/${target}/${name}` })),
  )
}
