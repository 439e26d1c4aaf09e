import type { Plugin } from 'vite'

type Node = { readonly type: string; readonly start: number; readonly end: number }

/**
 * Leaves the examples of the reference tables out of the packages: they are the tables' tests (STYLE, «Rules are
 * data») and nothing that runs in the browser, where they would be a tenth of the content script.
 */
export function leaveOutExamples(): Plugin {
  return {
    name: 'kamerlens:leave-out-examples',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\/utils\/references\/[\w-]+\.ts$/ },
      handler(code) {
        const found = [...examplesIn(this.parse(code))].sort((one, other) => other.start - one.start)
        if (found.length === 0) return null
        let without = code
        for (const { start, end } of found) without = `${without.slice(0, start)}[]${without.slice(end)}`
        return { code: without, map: null }
      },
    },
  }
}

/** The array of every property `examples: […]` in a syntax tree. */
function* examplesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* examplesIn(item)
  } else if (isNode(value)) {
    const { type, key, value: held } = value as Node & { key?: unknown; value?: unknown }
    if (type === 'Property' && isNode(key) && Reflect.get(key, 'name') === 'examples' && isNode(held)) {
      if (held.type === 'ArrayExpression') yield held
    } else {
      for (const child of Object.values(value)) yield* examplesIn(child)
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
