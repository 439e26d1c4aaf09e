/**
 * How many bytes a zlib stream inflates to, told from its codes alone: nothing is written or kept, so that it takes a
 * fraction of the time of inflating. What a damaged stream would give up to the damage counts (RFC 1950, 1951).
 *
 * @param cap counting ends above it
 */
export function inflatedSize(data: Uint8Array, cap: number): number {
  // Other headers, and those with a dictionary of their own, are inflated by nobody.
  const [method = 0, flags = 0] = data
  if ((method & 0x0f) !== 8 || (flags & 0x20) !== 0 || ((method << 8) | flags) % 31 !== 0) return 0
  const bits = new Bits(data, 2)
  let size = 0
  let isLast = false
  while (!isLast && size <= cap && !bits.isOver) {
    isLast = bits.take(1) === 1
    const type = bits.take(2)
    if (type === 0) size += bits.skipStored()
    else if (type === 3) break
    else {
      const codes = type === 1 ? fixedCodes() : dynamicCodes(bits)
      if (!codes) break
      size += sizeOfBlock(bits, codes, cap - size)
    }
  }
  return size
}

/** No byte of a zlib stream inflates to more than this many: a run of 258 takes two bits at least. */
export const mostInflation = 1032

interface Codes {
  readonly literals: Code
  readonly distances: Code
}

const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]

function sizeOfBlock(bits: Bits, { literals, distances }: Codes, cap: number): number {
  let size = 0
  while (size <= cap && !bits.isOver) {
    const symbol = literals.read(bits)
    if (symbol < 0 || symbol === 256) break
    if (symbol < 256) {
      size += 1
      continue
    }
    const length = lengthBase[symbol - 257]
    if (length === undefined) break
    size += length + bits.take(lengthBits[symbol - 257] ?? 0)
    const distance = distances.read(bits)
    if (distance < 0) break
    bits.take(distance < 4 ? 0 : (distance >> 1) - 1)
  }
  return size
}

let fixed: Codes | null = null

function fixedCodes(): Codes {
  fixed ??= {
    literals: new Code([...fill(144, 8), ...fill(112, 9), ...fill(24, 7), ...fill(8, 8)]),
    distances: new Code(fill(30, 5)),
  }
  return fixed
}

function fill(count: number, length: number): number[] {
  return new Array<number>(count).fill(length)
}

const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

function dynamicCodes(bits: Bits): Codes | null {
  const literals = bits.take(5) + 257
  const distances = bits.take(5) + 1
  const count = bits.take(4) + 4
  const own = new Array<number>(19).fill(0)
  for (const symbol of lengthOrder.slice(0, count)) own[symbol] = bits.take(3)
  const code = new Code(own)
  const lengths: number[] = []
  while (lengths.length < literals + distances) {
    const symbol = code.read(bits)
    if (symbol < 0 || bits.isOver) return null
    const repeated = symbol === 16 ? (lengths.at(-1) ?? 0) : symbol < 16 ? symbol : 0
    const times =
      symbol < 16 ? 1 : symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7)
    for (let time = 0; time < times; time += 1) lengths.push(repeated)
  }
  return {
    literals: new Code(lengths.slice(0, literals)),
    distances: new Code(lengths.slice(literals, literals + distances)),
  }
}

/** Codes up to so long are looked up at once; the few longer ones are read bit by bit. */
const quickBits = 9
const longestCode = 15

class Code {
  /** By the next bits of the stream: symbol × 16 + length, or 0 where the code is longer. */
  readonly #quick = new Uint16Array(1 << quickBits)
  readonly #counts = new Uint16Array(longestCode + 1)
  readonly #symbols: Uint16Array

  constructor(lengths: readonly number[]) {
    const counts = this.#counts
    for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1
    const offsets = new Uint16Array(longestCode + 2)
    const next = new Uint16Array(longestCode + 2)
    for (let length = 1; length <= longestCode; length += 1) {
      offsets[length + 1] = (offsets[length] ?? 0) + (counts[length] ?? 0)
      next[length + 1] = ((next[length] ?? 0) + (counts[length] ?? 0)) << 1
    }
    this.#symbols = new Uint16Array(lengths.length)
    for (const [symbol, length] of lengths.entries()) {
      if (length === 0) continue
      const place = offsets[length] ?? 0
      this.#symbols[place] = symbol
      offsets[length] = place + 1
      const code = next[length] ?? 0
      next[length] = code + 1
      if (length > quickBits) continue
      for (let at = reversed(code, length); at < 1 << quickBits; at += 1 << length)
        this.#quick[at] = symbol * 16 + length
    }
  }

  /** The next symbol, or -1 where no code begins so. */
  read(bits: Bits): number {
    const quick = this.#quick[bits.peek(quickBits)] ?? 0
    if (quick > 0) {
      bits.take(quick & 15)
      return quick >> 4
    }
    let code = 0
    let first = 0
    let index = 0
    for (let length = 1; length <= longestCode; length += 1) {
      code |= bits.take(1)
      const count = this.#counts[length] ?? 0
      if (code - first < count) return this.#symbols[index + code - first] ?? -1
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return -1
  }
}

function reversed(code: number, length: number): number {
  let result = 0
  for (let bit = 0; bit < length; bit += 1) result |= ((code >> bit) & 1) << (length - 1 - bit)
  return result
}

/** The bits of a stream, lowest first; behind its end there are zeros. */
class Bits {
  readonly #data: Uint8Array
  #at: number
  #held = 0
  #count = 0

  constructor(data: Uint8Array, start: number) {
    this.#data = data
    this.#at = start
  }

  /** More was taken than there is. */
  get isOver(): boolean {
    return this.#at - (this.#count >> 3) > this.#data.length
  }

  /** The next bits, up to 16. */
  peek(count: number): number {
    while (this.#count < count) {
      this.#held |= (this.#data[this.#at] ?? 0) << this.#count
      this.#at += 1
      this.#count += 8
    }
    return this.#held & ((1 << count) - 1)
  }

  take(count: number): number {
    const value = this.peek(count)
    this.#held >>>= count
    this.#count -= count
    return value
  }

  /** Passes over a block that is not compressed; its length, as far as it is there. */
  skipStored(): number {
    this.take(this.#count & 7)
    const length = this.take(16)
    this.take(16)
    const start = this.#at - (this.#count >> 3)
    const there = Math.max(0, Math.min(length, this.#data.length - start))
    this.#held = 0
    this.#count = 0
    this.#at = start + length
    return there
  }
}
