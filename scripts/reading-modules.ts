import { join } from 'node:path'
import type { UserConfig } from 'vite'
import { root } from './programs.ts'

/** Whether what is built is the reading worker. */
export const isReadingWorker = (entrypoints: readonly { readonly name: string }[]): boolean =>
  entrypoints.every(({ name }) => name === 'reading')

/**
 * Has WXT, which makes one file of a script, make modules of the reading worker: what reads PDF, HTML and text is loaded with the
 * first document of its kind. pdf.js' worker half is a module of its own name, since the reader starts it as a worker.
 * Its other half comes out as the very file that the pages have.
 */
export function asModules({ build = {} }: UserConfig): void {
  const { lib, rolldownOptions: options } = build
  const output = options?.output
  if (!lib || typeof lib.entry !== 'string' || !options || !output || Array.isArray(output))
    throw new Error('scripts/reading-modules.ts: WXT makes scripts in another way')
  lib.entry = { reading: lib.entry, 'pdf-worker': join(root, 'utils/documents/pdf/worker-half.ts') }
  lib.formats = ['es']
  // What the worker shares with its modules is in its own file: none waits for one more.
  options.preserveEntrySignatures = 'allow-extension'
  Object.assign(output, {
    entryFileNames: '[name].js',
    chunkFileNames: ({ name, facadeModuleId }: { name: string; facadeModuleId?: string | null }) =>
      `chunks/${readerName(facadeModuleId) ?? name}-[hash].js`,
    // A library is made to be bundled by others, and keeps its spaces and remarks: this is none.
    minify: build.minify !== false,
    comments: { annotation: false },
  } satisfies typeof output)
}

/** «reading-html» of the module that reads HTML. */
function readerName(file: string | null | undefined): string | null {
  const format = /\/documents\/(\w+)\/lines\.ts$/.exec(file ?? '')?.[1]
  return format === undefined ? null : `reading-${format}`
}
