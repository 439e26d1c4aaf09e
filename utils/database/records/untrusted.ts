/** Deep enough for every message and record; deeper is no data of ours. */
const deepest = 24

const dangerous: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Whether a value from outside has a key that would reach a prototype when objects are copied, or nests beyond
 * measure (SAFETY §3, «prototype pollution»). Schemas alone let an own `__proto__` key pass unseen.
 */
export function isDangerous(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth > deepest) return true
  if (Array.isArray(value)) return value.some((item) => isDangerous(item, depth + 1))
  return Object.keys(value).some(
    (key) => dangerous.has(key) || isDangerous((value as Readonly<Record<string, unknown>>)[key], depth + 1),
  )
}
