import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What a package says of itself, as far as its licence needs it. */
interface PackageFacts {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly author?: string | { readonly name?: string }
}

const rule = `\n${'-'.repeat(80)}\n\n`

/**
 * The licences of all packages whose code is in a build. Nearly every licence asks that its text goes with each copy.
 * `plugin` sees what is bundled, in as many builds as one package of the extension takes; `text` is then asked for once.
 */
export function licences(): { readonly plugin: Plugin; text(): string } {
  const folders = new Set<string>()
  return {
    plugin: {
      name: 'kamerlens:licences',
      apply: 'build',
      generateBundle(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue
          for (const [id, { renderedLength }] of Object.entries(file.modules)) {
            const folder = renderedLength > 0 ? packageFolder(id) : null
            if (folder !== null) folders.add(folder)
          }
        }
      },
    },
    text: () => textOf([...folders]),
  }
}

/** The folder of the package that a module belongs to; null of our own modules, and of those a tool made up. */
export function packageFolder(id: string): string | null {
  const found = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1]
  return found !== undefined && existsSync(join(found, 'package.json')) ? found : null
}

/** The licences of these packages by their names; throws of one that does not say under which licence it is. */
export function textOf(folders: readonly string[]): string {
  const parts = new Map(folders.map(partOf))
  const names = [...parts.keys()].sort()
  return ['Kamerlens holds code of these packages:\n', ...names.map((name) => parts.get(name))].join(rule)
}

function partOf(folder: string): [name: string, part: string] {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as PackageFacts
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  if (license === undefined && texts.length === 0) throw new Error(`${name} does not say under which licence it is`)
  const by = typeof author === 'string' ? author : author?.name
  const head = `${name} ${version}${license === undefined ? '' : `, ${license}`}`
  const body = texts.length > 0 ? texts : by === undefined ? [] : [`Copyright ${by}`]
  return [name, `${[head, ...body].join('\n\n')}\n`]
}
