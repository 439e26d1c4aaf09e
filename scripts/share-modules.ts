import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalizePath, type Plugin, parseAst } from 'vite'
import { root } from './programs.ts'

/** The scripts that are put into a page beside its content script, by their names (entrypoints/background/inject.ts). */
const besideContentScript: ReadonlySet<string> = new Set(['finder', 'card', 'passages', 'chip'])

/** Whether what is built is a script that finds the content script where it runs. */
export const findsContentScript = (entrypoints: readonly { readonly name: string }[]): boolean =>
  entrypoints.every(({ name }) => besideContentScript.has(name))

const page = join(root, 'entrypoints/page.content')

/**
 * For scripts that are put beside the content script: the modules that it shares (its `shared.ts`) are not built in once more,
 * but taken from it. Together they would be a tenth of the finder, and their expressions would be compiled again.
 */
export function shareModules(): Plugin {
  const modules = sharedIn(readFileSync(join(page, 'shared.ts'), 'utf8'))
  const exchange = JSON.stringify(normalizePath(join(page, 'script-exchange.ts')))
  return {
    name: 'kamerlens:share-modules',
    enforce: 'pre',
    load(id) {
      const names = modules.get(id)
      if (names === undefined) return null
      const taken = names.map(({ name, place }) => `export const ${name} = /* @__PURE__ */ sharedAt(${place})\n`)
      const code = [`import { sharedAt } from ${exchange}\n`, ...taken].join('')
      return { code, moduleType: 'js', moduleSideEffects: false }
    },
  }
}

interface Shared {
  readonly name: string
  /** In the list. */
  readonly place: number
}

/** What is shared of each module, by its file. Throws where the list holds what is imported from nowhere. */
export function sharedIn(list: string): ReadonlyMap<string, readonly Shared[]> {
  const files = new Map<string, string>()
  const modules = new Map<string, Shared[]>()
  for (const statement of parseAst(list, { lang: 'ts' }).body) {
    if (statement.type === 'ImportDeclaration') {
      for (const { local } of statement.specifiers) files.set(local.name, fileOf(statement.source.value))
    } else if (statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration') {
      const made = statement.declaration.declarations[0]?.init
      if (made?.type !== 'ArrayExpression') throw new Error('shared.ts: what is shared is no list')
      for (const [place, element] of made.elements.entries()) {
        const name = element?.type === 'Identifier' ? element.name : ''
        const file = files.get(name)
        if (file === undefined) throw new Error(`shared.ts: what stands at ${place} is not imported`)
        modules.set(file, [...(modules.get(file) ?? []), { name, place }])
      }
    }
  }
  return modules
}

const fileOf = (specifier: string): string =>
  normalizePath(specifier.startsWith('#') ? join(root, specifier.slice(1)) : join(page, specifier))
