import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { normalizePath, type Rolldown } from 'vite'
import { root } from './programs.ts'

/** Finds a module in the graph of a build. */
type Graph = Rolldown.GetModuleInfo

/** A module that is no more would be cut by nothing, and nobody would notice. */
function moduleOf(path: string): string {
  const file = join(root, path)
  if (!existsSync(file)) throw new Error(`scripts/page-chunks.ts: there is no ${path}`)
  return normalizePath(file)
}
const workers = moduleOf('entrypoints/offscreen/main.ts')
const popup = moduleOf('entrypoints/popup/main.tsx')
const store = moduleOf('entrypoints/popup/store.ts')
const parts = [
  'papers/destination-view.tsx',
  'search/search-results.tsx',
  'popup/kept-overview.tsx',
  'following/followed-list.tsx',
  'undo/undo-lines.tsx',
  'parts/error-text.tsx',
  'store/bring-store-parts.ts',
].map((part) => moduleOf(`components/${part}`))

/**
 * How the scripts of pages are cut. Between the click on the button and the popup's first screen the browser fetches each
 * script on its own, so they are few: what that screen needs, and apart from it what the document that hosts workers needs too,
 * which must load nothing that is made for a screen. Likewise what the popup loads next, to read what is kept. All else is cut
 * by what the pages have in common.
 */
export function pageChunks(): Rolldown.CodeSplittingOptions {
  const known = new Map<string, ReadonlySet<string>>()
  /** What runs before a module can. Of the popup also what WXT puts around it. */
  const neededBy = (end: string, graph: Graph): ReadonlySet<string> => {
    const before = known.get(end)
    if (before !== undefined) return before
    const around = end === popup ? (graph(end)?.importers ?? []) : []
    const all = reached([end, ...around], graph)
    known.set(end, all)
    return all
  }
  /** Whether one of these needs a module, and another one needs it too. */
  const needed = (ends: readonly string[], too?: string) => (id: string, graph: Graph) =>
    ends.some((end) => neededBy(end, graph).has(id)) && (too === undefined || neededBy(too, graph).has(id))
  const isOwn = (id: string) => id === popup || id === store || id.endsWith('.html')
  const chunk = (name: string, isIn: ReturnType<typeof needed>): Rolldown.CodeSplittingGroup => ({
    // What only one page may run stays out of them: who loads a script runs all of it.
    name: (id, context) => (!isOwn(id) && isIn(id, (each) => context.getModuleInfo(each)) ? name : null),
  })
  return {
    groups: [
      chunk('common', needed([popup], workers)),
      chunk('first-screen', needed([popup])),
      chunk('store', needed([store])),
      chunk('later-parts', needed(parts)),
    ],
  }
}

/** Everything that modules import before they run, themselves included. */
function reached(from: readonly string[], graph: Graph): ReadonlySet<string> {
  const all = new Set<string>()
  const look = (id: string): void => {
    if (all.has(id)) return
    all.add(id)
    for (const each of graph(id)?.importedIds ?? []) look(each)
  }
  from.forEach(look)
  return all
}
