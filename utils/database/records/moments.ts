/** Moments that come from outside: ISO 8601 in any way of writing, which stand side by side here as texts in one. */

/** Whether it is one that can be written in UTC with four digits of a year, as all of ours are. */
export function isMoment(written: string): boolean {
  const moment = new Date(written)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().length === ours.length
}

const ours = '2026-11-27T12:00:00.000Z'
const isOurs = (written: string): boolean =>
  written.length === ours.length && written.endsWith('Z') && written[10] === 'T'

const names: ReadonlySet<string> = new Set([
  ...['at', 'createdAt', 'updatedAt', 'deletedAt', 'changedAt', 'restoredAt'],
  ...['since', 'nextCheck', 'lastChecked'],
])

/** A row with all its moments as ours are written: as texts of different ways the later one would not come behind the earlier. */
export function inUtc<Row extends object>(row: Row): Row {
  const changed = Object.entries(row).flatMap(([name, value]: [string, unknown]) => {
    const same = typeof value === 'string' && names.has(name) ? written(value) : inside(value)
    return same === value ? [] : [[name, same] as const]
  })
  return changed.length === 0 ? row : { ...row, ...Object.fromEntries(changed) }
}

const written = (moment: string): string => (isOurs(moment) ? moment : new Date(moment).toISOString())

function inside(value: unknown): unknown {
  if (!Array.isArray(value)) return typeof value === 'object' && value !== null ? inUtc(value) : value
  const items = value.map(inside)
  return items.every((item, index) => item === value[index]) ? value : items
}
