import { ReadingFailure } from '../types.ts'

/**
 * Bytes that pdf.js may ask for, in one piece and all together. A page of text takes some kilobytes, a font some hundreds;
 * what it inflates it doubles from piece to piece.
 */
export interface ArrayLimits {
  readonly one: number
  readonly all: number
}

const usual: ArrayLimits = { one: 64 * 1024 * 1024, all: 2 * 1024 * 1024 * 1024 }

/** One piece of work that is bounded: what it has asked for, and whether that was too much. */
interface Bounded {
  readonly limits: ArrayLimits
  taken: number
  isOver: boolean
}

const running = new Set<Bounded>()

/** All that bytes are held in. */
const names = [
  'ArrayBuffer',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int8Array',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'Float32Array',
  'Float64Array',
] as const

type Constructor = (new (...args: never[]) => object) & { readonly BYTES_PER_ELEMENT?: number }

const scope = globalThis as unknown as Record<(typeof names)[number] | 'DecompressionStream', Constructor>
const natives = names.map((name) => [name, scope[name]] as const)

/**
 * The browser's own inflating gathers what comes out where nobody counts it. pdf.js tries it for larger streams, and inflates by itself
 * where it is not to be had, which is no slower: no thread is waited for.
 */
const nativeInflating = scope.DecompressionStream
class NoInflating {
  constructor() {
    throw notHere
  }
}
/** Made once: to note where each stream was refused takes longer than to refuse it. */
const notHere = new TypeError('not while memory is counted')

/**
 * Bounds the memory of what pdf.js does in this very thread (SAFETY §3, «decompression bombs»): it would inflate without end, and
 * no message or timer can stop it. What it inflates, by whichever filter, encrypted or not, labelled as an image or used as one,
 * ends up in an array that it makes larger and larger; beyond the limit making one throws. Counting from outside what the file's
 * parts inflate to would have to know all that a reader of PDFs knows, and trust its labels.
 *
 * (pdf.js takes errors in a part for faults of the file and goes on: that it was too much is told apart from what it returns.)
 *
 * Meanwhile an array of more than `one` can't be made by anyone else in the thread either. In a browser it is a worker that does
 * nothing else; what others make in Node is below the limit, or fails with an error that says why.
 *
 * @param work gets what throws as soon as it was too much: between two parts there is no use in going on
 * @throws ReadingFailure `too-large`
 */
export async function withinMemory<Result>(
  work: (check: () => void) => Promise<Result>,
  limits: ArrayLimits = usual,
): Promise<Result> {
  const own: Bounded = { limits, taken: 0, isOver: false }
  const check = () => {
    if (own.isOver) throw tooMuch()
  }
  if (running.size === 0) {
    for (const [name, native] of natives) scope[name] = counted(native)
    scope.DecompressionStream = NoInflating
  }
  running.add(own)
  try {
    const result = await work(check)
    check()
    return result
  } catch (error) {
    throw own.isOver ? tooMuch() : error
  } finally {
    running.delete(own)
    if (running.size === 0) {
      for (const [name, native] of natives) scope[name] = native
      scope.DecompressionStream = nativeInflating
    }
  }
}

/** Makes what the native constructor makes, and counts it where it is of new bytes. */
function counted(native: Constructor): Constructor {
  const size = native.BYTES_PER_ELEMENT ?? 1
  const proxy: Constructor = new Proxy(native, {
    construct(target, args: never[], made) {
      const [length] = args
      if (typeof length === 'number') take(length * size)
      return Reflect.construct(target, args, made === proxy ? target : made)
    },
  })
  return proxy
}

function take(bytes: number): void {
  let isOver = false
  for (const each of running) {
    each.taken += bytes
    if (bytes > each.limits.one || each.taken > each.limits.all) each.isOver = true
    isOver ||= each.isOver
  }
  if (isOver) throw tooMuch()
}

function tooMuch(): ReadingFailure {
  return new ReadingFailure('too-large', 'compressed data')
}
