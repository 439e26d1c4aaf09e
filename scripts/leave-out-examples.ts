import type { Plugin } from 'vite'

type Node = { readonly type: string; readonly start: number; readonly end: number }

/**
 * Leaves out of the packages what only the tests of the reference tables read: the examples (STYLE, «Rules are data»),
 * and of the forms of running text their names and how far they look. Together they would be a tenth of the
 * content script.
 */
export function leaveOutExamples(): Plugin {
  return {
    name: 'kamerlens:leave-out-examples',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\/utils\/references\/[\w/-]+\.ts$/ },
      handler(code) {
        const found = [...spareIn(this.parse(code))].sort((one, other) => other.start - one.start)
        if (found.length === 0) return null
        let without = code
        for (const { start, end } of found) without = without.slice(0, start) + without.slice(end).replace(/^\s*,/, '')
        return { code: without, map: null }
      },
    },
  }
}

/** What is spare in every object with `examples: […]` in a syntax tree. */
function* spareIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* spareIn(item)
  } else if (isNode(value)) {
    const properties = propertiesOf(value)
    const examples = properties.get('examples')
    if (isNode(examples?.value) && examples.value.type === 'ArrayExpression') {
      const spare = ['examples', ...(properties.has('places') ? ['name', 'before', 'after'] : [])]
      for (const name of spare) yield* [properties.get(name) ?? []].flat()
      for (const [name, property] of properties) if (!spare.includes(name)) yield* spareIn(property)
    } else {
      for (const child of Object.values(value) as unknown[]) yield* spareIn(child)
    }
  }
}

type Property = Node & { readonly value?: unknown }

/** An object's properties by their keys; empty for anything else. */
function propertiesOf(node: Node): ReadonlyMap<string, Property> {
  const { type, properties } = node as Node & { properties?: unknown }
  if (type !== 'ObjectExpression' || !Array.isArray(properties)) return new Map()
  return new Map(
    properties.flatMap((property: Property & { key?: unknown }) => {
      const key = isNode(property.key) ? Reflect.get(property.key, 'name') : undefined
      return typeof key === 'string' ? [[key, property]] : []
    }),
  )
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
