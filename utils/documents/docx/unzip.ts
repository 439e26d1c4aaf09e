import { Unzip, UnzipInflate } from 'fflate'
import { joinBytes } from '../join-bytes.ts'
import { ReadingFailure } from '../types.ts'

/** What a zip may hold and grow to. Sizes are bytes, as they come out and not as the file states them. */
export interface ZipLimits {
  readonly entries: number
  /** One entry, and all that are taken together. */
  readonly one: number
  readonly all: number
  /** Times its own size that an entry of more than a megabyte may grow; XML of real papers grows up to 40 times. */
  readonly ratio: number
}

const usual: ZipLimits = { entries: 5_000, one: 48 * 1024 * 1024, all: 128 * 1024 * 1024, ratio: 400 }

/** Bytes that are handed to the inflater at once: each can grow a thousandfold before we can look at it. */
const step = 4 * 1024
/** Below this no ratio is looked at: a short file of blanks is no bomb. */
const small = 1024 * 1024

/**
 * The wanted entries of a zip, by name. They are inflated in small steps and counted while they grow, so that a file
 * made to burst is refused long before (SAFETY §3). What a zip says of its sizes is not believed.
 *
 * @throws ReadingFailure `too-large` or `broken-docx`
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits = usual,
): Map<string, Uint8Array> {
  if (!hasEnd(bytes)) throw new ReadingFailure('broken-docx', 'the zip has no end')
  const entries = new Map<string, Uint8Array>()
  let failure: ReadingFailure | null = null
  let count = 0
  let all = 0
  let read = 0
  const archive = new Unzip((file) => {
    count += 1
    if (count > limits.entries) failure ??= new ReadingFailure('too-large', 'entries')
    if (failure || !wanted(file.name) || entries.has(file.name)) return
    const begun = read
    const parts: Uint8Array[] = []
    let size = 0
    file.ondata = (error, part, final) => {
      if (error) failure ??= new ReadingFailure('broken-docx', error.message)
      if (failure || error) return
      size += part.length
      all += part.length
      const packed = read - begun + step
      if (size > limits.one || all > limits.all || (size > small && size > packed * limits.ratio)) {
        failure = new ReadingFailure('too-large', `${file.name} grows without end`)
        return
      }
      parts.push(part)
      if (final) entries.set(file.name, joinBytes(parts, size))
    }
    file.start()
  })
  archive.register(UnzipInflate)
  try {
    while (read < bytes.length && !failure) {
      const end = Math.min(bytes.length, read + step)
      archive.push(bytes.subarray(read, end), end === bytes.length)
      read = end
    }
  } catch (error) {
    throw failure ?? new ReadingFailure('broken-docx', error instanceof Error ? error.message : String(error))
  }
  if (failure) throw failure
  return entries
}

/** Every whole zip ends in its table of contents, followed by a comment of 64 kB at most (APPNOTE 4.3.16). */
function hasEnd(bytes: Uint8Array): boolean {
  const from = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.lastIndexOf(0x50); at >= from; at = at > 0 ? bytes.lastIndexOf(0x50, at - 1) : -1) {
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return true
  }
  return false
}
