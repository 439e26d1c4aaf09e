import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../../../scripts/programs.ts'

/** Makes one file of a program and all that it loads, minified, as users have it; gives its address on the disk. */
export async function bundle(name: 'once' | 'worker'): Promise<string> {
  const entry = join(root, 'tests', 'bench', 'pdf', `${name}.ts`)
  const outDir = join(root, '.output', 'bench-pdf', name)
  // Node's own modules stay outside of what runs in Node.
  const isForNode = name === 'once'
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: isForNode,
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      minify: true,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: entry,
        output: { entryFileNames: `${name}.js`, codeSplitting: false },
      },
    },
  })
  return join(outDir, `${name}.js`)
}
