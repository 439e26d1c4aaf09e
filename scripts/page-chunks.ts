import { join } from 'node:path'
import { normalizePath, type Rolldown } from 'vite'
import { root } from './programs.ts'

/** Finds a module in the graph of a build. */
type Graph = Rolldown.GetModuleInfo

const moduleOf = (...path: string[]) => normalizePath(join(root, 'entrypoints', ...path))
const background = moduleOf('background', 'index.ts')
const popup = moduleOf('popup', 'main.tsx')
const store = moduleOf('popup', 'store.ts')
const parts = [
  ...['destination-view.tsx', 'search-results.tsx', 'kept-overview.tsx', 'followed-list.tsx'],
].map((file) => normalizePath(join(root, 'components', file)))
const own = [popup, store]

/**
 * How the scripts of pages and background are cut. Between the click on the button and the popup's first screen the browser
 * fetches each script on its own, so they are few: what that screen needs, and apart from it what the background needs too,
 * which must load nothing that is made for a screen. Likewise what the popup loads next, to read what is kept. All else is cut
 * by what the pages have in common.
 */
export function pageChunks(): Rolldown.CodeSplittingOptions {
  const known = new Map<string, ReadonlySet<string>>()
  /** What runs before a module can. Of what imports it that is a page, or what WXT puts around the background. */
  const neededBy = (end: string, graph: Graph): ReadonlySet<string> => {
    const all = known.get(end) ?? reached([end, ...(graph(end)?.importers ?? [])], graph)
    known.set(end, all)
    return all
  }
  const allNeed = (ends: readonly string[]) => (id: string, graph: Graph) =>
    ends.every((end) => neededBy(end, graph).has(id))
  const chunk = (
    name: string,
    priority: number,
    isIn: (id: string, graph: Graph) => boolean,
  ): Rolldown.CodeSplittingGroup => ({
    // A module that only its page runs must stay the page's: all that load a script run all of it.
    name: (id, context) =>
      !own.includes(id) && !id.endsWith('.html') && isIn(id, (each) => context.getModuleInfo(each)) ? name : null,
    priority,
  })
  return {
    groups: [
      chunk('common', 5, allNeed([popup, background])),
      chunk('first-screen', 4, allNeed([popup])),
      chunk('database', 3, allNeed([store, background])),
      chunk('store', 2, allNeed([store])),
      chunk('later-parts', 1, (id, graph) => {
        const isNeeded = parts.some((part) => neededBy(part, graph).has(id))
        return isNeeded && !neededBy(background, graph).has(id)
      }),
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
