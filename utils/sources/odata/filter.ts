/**
 * The filters of the look-ups: exact comparisons alone, since the service takes seconds to a minute for any other (DOMAIN §3).
 * Built from parts, so that no text can become a part of the language.
 */
export interface Filter {
  readonly text: string
  /** Nodes as the service counts them; with `mostNodes` it refuses. */
  readonly nodes: number
}

export const mostNodes = 100
/** Numbers in one request. */
const mostNumbers = 25

export type Value = string | number | boolean | null

/** `field eq value`. Counted at its most: the comparison, the property, what it is a property of, and the value. */
export function equal(field: string, value: Value): Filter {
  if (!/^[A-Za-z_]+(?:\/[A-Za-z_]+)*$/.test(field)) throw new RangeError(`no name of a field: ${field}`)
  return { text: `${field} eq ${literal(value)}`, nodes: 3 + field.split('/').length }
}

export function all(...filters: readonly Filter[]): Filter {
  return joined(filters, 'and')
}

export function any(...filters: readonly Filter[]): Filter {
  return joined(filters, 'or')
}

/** Some row at the other end of a navigation fulfils the filter, whose fields begin with `d/`. */
export function some(navigation: string, filter: Filter): Filter {
  return { text: `${navigation}/any(d:${filter.text})`, nodes: filter.nodes + 3 }
}

function joined(filters: readonly Filter[], word: 'and' | 'or'): Filter {
  const [only] = filters
  if (only === undefined) throw new RangeError('a filter of nothing')
  if (filters.length === 1) return only
  return {
    text: `(${filters.map(({ text }) => text).join(` ${word} `)})`,
    nodes: filters.reduce((sum, { nodes }) => sum + nodes, 0) + filters.length - 1,
  }
}

/** A text between quotes, quotes in it doubled (OData 4.01, ABNF `string`). GUIDs would stand bare; none is asked for here. */
function literal(value: Value): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`no whole number: ${value}`)
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

/** Lists of numbers that fit in one request each, beside a filter that goes with all of them. */
export function batches(field: string, numbers: readonly string[], beside: Filter): readonly (readonly string[])[] {
  const one = equal(field, '').nodes + 1
  const size = Math.min(mostNumbers, Math.floor((mostNodes - beside.nodes) / one))
  const unique = [...new Set(numbers)]
  return Array.from({ length: Math.ceil(unique.length / size) }, (_, index) =>
    unique.slice(index * size, (index + 1) * size),
  )
}
