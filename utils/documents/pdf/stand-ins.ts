// What pdf.js' modern build takes for granted and the oldest engines that it runs in here don't have yet: Chrome 140 to 146, and Node 24,
// which lacks the last one too. Firefox 149 has all of them. `tests/unit/pdf/stand-ins.test.ts` tells when pdf.js wants more.

interface Keyed<Key, Value> {
  has(key: Key): boolean
  get(key: Key): Value | undefined
  set(key: Key, value: Value): unknown
}

function getOrInsert<Key, Value>(this: Keyed<Key, Value>, key: Key, value: Value): Value | undefined {
  if (!this.has(key)) this.set(key, value)
  return this.get(key)
}

function getOrInsertComputed<Key, Value>(
  this: Keyed<Key, Value>,
  key: Key,
  compute: (key: Key) => Value,
): Value | undefined {
  if (!this.has(key)) this.set(key, compute(key))
  return this.get(key)
}

/** pdf.js adds up lengths, which are whole, and widths of what a user writes into a page, where the last digit is nothing. */
function sumPrecise(numbers: Iterable<number>): number {
  let sum = 0
  for (const number of numbers) sum += number
  return sum
}

function toHex(this: Uint8Array): string {
  return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const standIns: readonly (readonly [owner: object, name: string, value: (...args: never[]) => unknown])[] = [
  [Map.prototype, 'getOrInsert', getOrInsert],
  [Map.prototype, 'getOrInsertComputed', getOrInsertComputed],
  [WeakMap.prototype, 'getOrInsert', getOrInsert],
  [WeakMap.prototype, 'getOrInsertComputed', getOrInsertComputed],
  [Math, 'sumPrecise', sumPrecise],
  [Uint8Array.prototype, 'toHex', toHex],
]

for (const [owner, name, value] of standIns) {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true })
}
