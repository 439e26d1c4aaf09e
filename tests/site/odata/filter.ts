import { type Entity, navigationOf, ownName, type PlayedVersion } from './schema.ts'
import type { Row } from './tables.ts'

/** What the service answers with status 400. */
export class BadRequest extends Error {}

type Test = (row: Row) => boolean

interface Reading {
  readonly version: PlayedVersion
  /** The entity that names without a variable are of. */
  readonly entity: Entity
  readonly variables: ReadonlyMap<string, Entity>
}

/**
 * The part of OData's `$filter` that the look-ups use: `eq`, `and`, `or`, parentheses, paths, `any`. Anything else is a bad
 * request, as are names that the version does not know and filters of more than 100 nodes.
 */
export function filterOf(text: string, version: PlayedVersion, entity: Entity): Test {
  const tokens = text.match(/'(?:[^']|'')*'|[A-Za-z_][\w/]*|-?\d[\w.-]*|[():]|\S/g) ?? []
  if (tokens.filter((token) => /^[\w']/.test(token)).length > 150) throw new BadRequest('The node count limit of 100')
  let nodes = 0
  const count = (more: number) => {
    nodes += more
    if (nodes > 100) throw new BadRequest("The node count limit of '100' has been exceeded.")
  }
  const next = () => tokens.shift() ?? ''
  const expect = (token: string) => {
    const found = next()
    if (found !== token) throw new BadRequest(`Syntax error: ${found} where ${token} was expected.`)
  }

  const disjunction = (reading: Reading): Test => {
    const parts = [conjunction(reading)]
    while (tokens[0] === 'or') {
      next()
      count(1)
      parts.push(conjunction(reading))
    }
    return (row) => parts.some((part) => part(row))
  }
  const conjunction = (reading: Reading): Test => {
    const parts = [comparison(reading)]
    while (tokens[0] === 'and') {
      next()
      count(1)
      parts.push(comparison(reading))
    }
    return (row) => parts.every((part) => part(row))
  }
  const comparison = (reading: Reading): Test => {
    if (tokens[0] === '(') {
      next()
      const inner = disjunction(reading)
      expect(')')
      return inner
    }
    const path = next()
    if (path.endsWith('/any')) return anyOf(path.slice(0, -'/any'.length), reading)
    const read = pathOf(path, reading)
    expect('eq')
    const value = literalOf(next())
    count(4)
    return (row) => read(row) === value
  }
  const anyOf = (path: string, reading: Reading): Test => {
    const navigation = navigationOf(reading.entity, path)
    if (!navigation?.many) throw new BadRequest(`No collection: ${path}`)
    expect('(')
    const variable = next()
    expect(':')
    count(3)
    const inner = disjunction({ ...reading, variables: new Map([[variable, navigation.to]]) })
    expect(')')
    return (row) => ((row[path] ?? []) as Row[]).some(inner)
  }

  const test = disjunction({ version, entity, variables: new Map() })
  if (tokens.length > 0) throw new BadRequest(`Syntax error at ${tokens.join(' ').slice(0, 40)}.`)
  return test
}

function pathOf(path: string, { version, entity, variables }: Reading): (row: Row) => unknown {
  const [first = '', ...others] = path.split('/')
  const variable = variables.get(first)
  const names = variable ? others : [first, ...others]
  let at = variable ?? entity
  const own = names.map((name) => {
    const known = ownName(version, at, name)
    if (known === null) throw new BadRequest(`Could not find a property named '${name}' on type '${at}'.`)
    at = navigationOf(at, name)?.to ?? at
    return known
  })
  return (row) => own.reduce<unknown>((value, name) => (value as Row | null)?.[name] ?? null, row)
}

function literalOf(token: string): unknown {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
  if (/^-?\d+$/.test(token)) return Number(token)
  const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null }
  if (Object.hasOwn(words, token)) return words[token]
  throw new BadRequest(`Unrecognized value: ${token}`)
}
