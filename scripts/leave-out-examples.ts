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
      filter: { id: /\/utils\/references\/[\w-]+\.ts$/ },
      handler(code) {
        const found = [...spareIn(this.parse(code))].sort((one, other) => other.start - one.start)
        if (found.length === 0) return null
        let without = code
        for (const { start, end, instead } of found)
          without = `${without.slice(0, start)}${instead}${without.slice(end)}`
        return { code: without, map: null }
      },
    },
  }
}

type Spare = { readonly start: number; readonly end: number; readonly instead: string }

/** What is spare in every object with `examples: […]` in a syntax tree. */
function* spareIn(value: unknown): Generator<Spare> {
  if (Array.isArray(value)) {
    for (const item of value) yield* spareIn(item)
  } else if (isNode(value)) {
    const properties = propertiesOf(value)
    const examples = properties.get('examples')
    if (examples?.type === 'ArrayExpression') {
      yield { start: examples.start, end: examples.end, instead: '[]' }
      if (properties.has('places')) yield* measuresIn(properties)
    }
    for (const child of Object.values(value) as unknown[]) if (child !== examples) yield* spareIn(child)
  }
}

function* measuresIn(properties: ReadonlyMap<string, Node>): Generator<Spare> {
  for (const [name, instead] of [
    ['name', "''"],
    ['before', '0'],
    ['after', '0'],
  ] as const) {
    const measure = properties.get(name)
    if (measure) yield { start: measure.start, end: measure.end, instead }
  }
}

/** The values of an object's properties by their keys; empty for anything else. */
function propertiesOf(node: Node): ReadonlyMap<string, Node> {
  const { type, properties } = node as Node & { properties?: unknown }
  if (type !== 'ObjectExpression' || !Array.isArray(properties)) return new Map()
  return new Map(
    properties.flatMap((property: { key?: unknown; value?: unknown }) => {
      const key = isNode(property.key) ? Reflect.get(property.key, 'name') : undefined
      return typeof key === 'string' && isNode(property.value) ? [[key, property.value]] : []
    }),
  )
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
