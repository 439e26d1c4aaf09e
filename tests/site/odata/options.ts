import { BadRequest, filterOf } from './filter.ts'
import { type Entity, givenName, navigationOf, ownName, type PlayedVersion, propertiesOf } from './schema.ts'
import type { Row } from './tables.ts'

const known: ReadonlySet<string> = new Set(['$filter', '$select', '$expand', '$top', '$orderby', '$skip'])

/** Rows as the options of a request ask for them, under the names of the version. */
export function apply(
  rows: readonly Row[],
  options: ReadonlyMap<string, string>,
  version: PlayedVersion,
  entity: Entity,
): Row[] {
  for (const name of options.keys()) if (!known.has(name)) throw new BadRequest(`No such option: ${name}`)
  const top = Number(options.get('$top') ?? version.mostRows)
  if (!(top >= 0) || top > version.mostRows) {
    throw new BadRequest(`The limit of '${version.mostRows}' for Top query has been exceeded.`)
  }
  const filter = options.get('$filter')
  const test = filter === undefined ? () => true : filterOf(filter, version, entity)
  const skip = Number(options.get('$skip') ?? 0)
  if (!Number.isSafeInteger(skip) || skip < 0)
    throw new BadRequest(`Invalid value '${options.get('$skip')}' for $skip.`)
  return ordered(rows.filter(test), options.get('$orderby'), version, entity)
    .slice(skip, skip + top)
    .map((row) => shown(row, options, version, entity))
}

/** `Datum desc,Id`: by the first that differs; nothing comes before something. */
function ordered(rows: readonly Row[], by: string | undefined, version: PlayedVersion, entity: Entity): readonly Row[] {
  if (by === undefined) return rows
  const parts = by.split(',').map((part) => {
    const [, name = '', direction = 'asc'] = /^(\w+)(?: (asc|desc))?$/.exec(part.trim()) ?? []
    const own = ownName(version, entity, name)
    if (own === null) throw new BadRequest(`Could not find a property named '${name}' on type '${entity}'.`)
    return { own, sign: direction === 'desc' ? -1 : 1 }
  })
  return rows.toSorted((a, b) => {
    const differing = parts.find(({ own }) => String(a[own] ?? '') !== String(b[own] ?? ''))
    if (!differing) return 0
    return String(a[differing.own] ?? '') < String(b[differing.own] ?? '') ? -differing.sign : differing.sign
  })
}

function shown(row: Row, options: ReadonlyMap<string, string>, version: PlayedVersion, entity: Entity): Row {
  const selected =
    options.get('$select')?.split(',') ?? propertiesOf(entity).map((own) => givenName(version, entity, own))
  const result: Row = {}
  for (const name of selected) {
    const own = ownName(version, entity, name)
    if (own === null) throw new BadRequest(`Could not find a property named '${name}' on type '${entity}'.`)
    result[name] = row[own] ?? null
  }
  for (const [navigation, inner] of expansionsIn(options.get('$expand') ?? '')) {
    const to = navigationOf(entity, navigation)
    if (!to) throw new BadRequest(`Could not find a property named '${navigation}' on type '${entity}'.`)
    if (!to.many && inner.has('$filter')) throw new BadRequest(`No filter on the single ${navigation}.`)
    const ends = to.many ? ((row[navigation] ?? []) as Row[]) : row[navigation] ? [row[navigation] as Row] : []
    const given = apply(ends, inner, version, to.to)
    result[navigation] = to.many ? given : (given[0] ?? null)
  }
  return result
}

/** `Zaak($select=Nummer;$expand=ZaakActor),DocumentActor` → each navigation with its options. */
function expansionsIn(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(
    outside(text, ',').map((part) => {
      const [, navigation = '', options = ''] = /^(\w+)(?:\((.*)\))?$/s.exec(part) ?? []
      return [navigation, new Map(outside(options, ';').map(optionIn))] as const
    }),
  )
}

function optionIn(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  return [text.slice(0, at), text.slice(at + 1)]
}

/** Split at a sign that stands in no parentheses and no quotes. */
function outside(text: string, sign: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === "'") quoted = !quoted
    else if (quoted) continue
    else if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    else if (character === sign && depth === 0) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts.filter((part) => part !== '')
}
