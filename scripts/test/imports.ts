import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { root } from '../programs.ts'
import { type Layer, layers } from './layers.ts'
import { faultsFound, type StageResult } from './stage.ts'

/** The specifiers that a module imports from, types too; it is formatted, so strings in single quotes are all there are. */
export function importsIn(text: string): readonly string[] {
  const forms = [/^(?:import|export)\b[^'"`]*?\bfrom '([^']+)'/gm, /^import '([^']+)'/gm, /\bimport\(\s*'([^']+)'/g]
  return forms.flatMap((form) => Array.from(text.matchAll(form), ([, specifier = '']) => specifier))
}

/** Whether a path is one of a folder, a file, or what a `*` in the last or an inner part stands for. */
function isIn(path: string, place: string): boolean {
  if (!place.includes('*')) return path === place || path.startsWith(`${place}/`)
  const [start = '', end = ''] = place.split('*')
  const between = path.slice(start.length, -end.length)
  return path.startsWith(start) && path.endsWith(end) && !between.includes('/')
}

const layerOf = (path: string): Layer | undefined =>
  layers
    .filter(({ of }) => isIn(path, of))
    .toSorted((a, b) => b.of.length - a.of.length)
    .at(0)

/** Where a specifier leads: a path from the repository's root, or null for a package. */
function pathOf(from: string, specifier: string): string | null {
  const [name = ''] = specifier.split('?')
  if (name.startsWith('#')) return name.slice(1)
  return name.startsWith('.') ? posix.join(posix.dirname(from), name) : null
}

/** An entrypoint is a folder or a file right below `entrypoints`; of all other layers the layer itself. */
const homeOf = (path: string, { of }: Layer): string =>
  of.startsWith('entrypoints') ? path.split('/').slice(0, 2).join('/') : of

/** The imports of one module that its layer does not allow, in a sentence each. */
export function faultsIn(path: string, text: string): readonly string[] {
  const layer = layerOf(path)
  if (layer === undefined) return []
  return importsIn(text).flatMap((specifier) => {
    const target = pathOf(path, specifier)
    const isAllowed =
      target === null
        ? layer.packages.some((name) => isIn(specifier, name))
        : [homeOf(path, layer), ...layer.on].some((place) => isIn(target, place))
    return isAllowed ? [] : [`${path}: no import of ${specifier}: ${layer.because}.`]
  })
}

/** The direction of imports (`layers.ts`), over all modules of the extension. */
export async function checkImports(): Promise<StageResult> {
  const modules = ['entrypoints', 'components', 'locales', 'utils'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => posix.join(folder, name.replaceAll('\\', '/'))),
  )
  return faultsFound(modules.flatMap((path) => faultsIn(path, readFileSync(join(root, path), 'utf8'))))
}
