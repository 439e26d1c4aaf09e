import { type Filter, mostNodes } from './filter.ts'
import { optionsOf, type Shape } from './shapes.ts'
import type { Service } from './versions.ts'

/** Signs with a meaning of their own in OData that may stand as they are in an address; the service wants `$` that way. */
const plain: Readonly<Record<string, string>> = {
  '%24': '$',
  '%2C': ',',
  '%2F': '/',
  '%3A': ':',
  '%3B': ';',
  '%3D': '=',
}

/** A part of what a filter finds: rows in this order, so many of them left out. */
export interface Page {
  readonly order: string
  readonly skip: number
}

/**
 * The address of a look-up.
 *
 * @throws RangeError where the filter has more nodes than the service takes: a fault of ours
 */
export function queryUrl(service: Service, shape: Shape, filter: Filter, page?: Page): string {
  if (filter.nodes > mostNodes) throw new RangeError(`a filter of ${filter.nodes} nodes`)
  const part = page === undefined ? [] : [`$orderby=${page.order}`, `$skip=${page.skip}`]
  const options = [`$filter=${filter.text}`, ...optionsOf(shape, service), ...part, `$top=${service.mostRows}`]
  return `${service.base}/${shape.entity}?${options.map(encoded).join('&')}`
}

/** An option whose name stays as it is. Lone surrogates can't be encoded and stand for no text at all. */
function encoded(option: string): string {
  return encodeURIComponent(option.toWellFormed()).replace(/%(?:24|2C|2F|3A|3B|3D)/g, (code) => plain[code] ?? code)
}
