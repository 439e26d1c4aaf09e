import type { Shape } from './shapes.ts'
import { nameIn, type Service } from './versions.ts'

type Raw = { readonly [name: string]: unknown }

/**
 * What was asked for out of a row, under our names and nothing else: unknown fields are left where they are, missing ones
 * are missing, rows that were deleted (they come back with nulls) are dropped. It goes no deeper than the shape does.
 */
function picked(service: Service, shape: Shape, raw: unknown): unknown {
  if (!isObject(raw)) return raw
  const row: Record<string, unknown> = Object.create(null)
  for (const field of shape.fields) row[field] = fieldOf(raw, nameIn(service, shape.entity, field))
  for (const [navigation, { shape: inner, many }] of Object.entries(shape.expand ?? {})) {
    const value = fieldOf(raw, nameIn(service, shape.entity, navigation))
    if (many) row[navigation] = Array.isArray(value) ? pickedRows(service, inner, value) : []
    else row[navigation] = isObject(value) && value.Verwijderd !== true ? picked(service, inner, value) : null
  }
  return row
}

export function pickedRows(service: Service, shape: Shape, rows: readonly unknown[]): unknown[] {
  return rows.filter((row) => !isObject(row) || row.Verwijderd !== true).map((row) => picked(service, shape, row))
}

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldOf(row: Raw, name: string | null): unknown {
  return name !== null && Object.hasOwn(row, name) ? row[name] : undefined
}
