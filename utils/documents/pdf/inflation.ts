import { ReadingFailure } from '../types.ts'
import { type AsciiFilter, decodedAscii } from './ascii-filters.ts'
import { inflatedSize, mostInflation } from './inflated-size.ts'

/**
 * Bytes that the compressed parts of a file may grow to, one by one and all together. A page of text takes some
 * kilobytes, a font some hundreds; pdf.js itself would inflate without end, until its thread has no memory left.
 */
export interface InflationLimits {
  readonly one: number
  readonly all: number
}

const usual: InflationLimits = { one: 64 * 1024 * 1024, all: 512 * 1024 * 1024 }

/** How far before its data a stream's dictionary is looked for, in bytes: most are short. */
const shortDictionary = 200
const longestDictionary = 2_000

/**
 * Counts what pdf.js is going to inflate, and refuses a file that was made to burst (SAFETY §3, «decompression bombs»). What
 * could not become too large at the most that its size allows is not looked into. Images are passed over: they
 * are never decoded.
 *
 * @throws ReadingFailure `too-large`
 */
export async function checkInflation(bytes: Uint8Array, limits: InflationLimits = usual): Promise<void> {
  // The largest first: what may be left uncounted is then the most.
  const streams = [...compressedStreams(bytes)]
    .map((stream) => ({ ...stream, most: stream.data.length * mostInflation ** stream.layers }))
    .sort((one, other) => other.most - one.most)
  let rest = streams.reduce((sum, { most }) => sum + most, 0)
  let left = limits.all
  for (const { data, layers, most } of streams) {
    if (most <= limits.one && rest <= left) return
    const cap = Math.min(limits.one, left)
    const size = layers === 1 ? inflatedSize(data, cap) : await sizeOfLayers(data, layers, cap)
    if (size > cap) throw new ReadingFailure('too-large', 'compressed data')
    left -= size
    rest -= most
  }
}

function* compressedStreams(bytes: Uint8Array): Generator<{ data: Uint8Array; layers: number }> {
  for (let at = find(bytes, 'stream', 0); at >= 0; at = find(bytes, 'stream', at)) {
    const keyword = at
    at += 6
    // `endstream` holds the word too.
    if (bytes[keyword - 1] === 0x64) continue
    const dictionary = dictionaryBefore(bytes, keyword, shortDictionary)
    const { layers, letters } = filtersOf(dictionary)
    if (layers === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue
    const start = bytes[at] === 0x0d ? at + 2 : at + 1
    const stated = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN)
    const isStated = find(bytes.subarray(start + stated, start + stated + 20), 'endstream', 0) >= 0
    const found = isStated ? start + stated : find(bytes, 'endstream', start)
    const end = found < 0 ? bytes.length : found
    const data = bytes.subarray(start, end)
    yield { data: letters.reduce(decodedAscii, data), layers }
    at = end
  }
}

const flate = /\/Fl(?:ateDecode)?\b/g
const ascii = /\/A(?:SCIIHexDecode|SCII85Decode|Hx|85)\b/g
/** A dictionary that has its filters in another object, or spells them with codes, does not say that it compresses. */
const hidden = /\/Filter\s*\[?\s*\d|#[0-9A-Fa-f]{2}/

/** How often a stream is compressed, and in which letters that is written, the outermost first. */
function filtersOf(dictionary: string): { readonly layers: number; readonly letters: readonly AsciiFilter[] } {
  const packed = [...dictionary.matchAll(flate)]
  const first = packed[0]?.index ?? 0
  const letters = [...dictionary.matchAll(ascii)].filter(({ index }) => index < first)
  return {
    layers: packed.length === 0 && hidden.test(dictionary) ? 1 : packed.length,
    letters: letters.map(([name]) => (/85/.test(name) ? 'base85' : 'hex')),
  }
}

function dictionaryBefore(bytes: Uint8Array, keyword: number, reach: number): string {
  const before = latin(bytes.subarray(Math.max(0, keyword - reach), keyword))
  const start = before.lastIndexOf(' obj')
  if (start >= 0) return before.slice(start)
  return reach < longestDictionary ? dictionaryBefore(bytes, keyword, longestDictionary) : before.slice(-1)
}

/** Of data that was compressed several times over. */
async function sizeOfLayers(data: Uint8Array, layers: number, cap: number): Promise<number> {
  let stream: ReadableStream<Uint8Array> = new Blob([data.slice()]).stream()
  for (let layer = 0; layer < layers; layer += 1) {
    stream = stream.pipeThrough<Uint8Array>(new DecompressionStream('deflate') as ReadableWritablePair<Uint8Array>)
  }
  const reader = stream.getReader()
  let size = 0
  try {
    while (size <= cap) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
    }
  } catch {
    // Damaged or encrypted data, or a stray byte behind the end: what came out until there is what counts.
  } finally {
    await reader.cancel().catch(() => undefined)
  }
  return size
}

function find(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1
    while (length < word.length && bytes[at + length] === word.charCodeAt(length)) length += 1
    if (length === word.length) return at
  }
  return -1
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
