/**
 * The text that bytes spell: UTF-8, UTF-16 with its mark or without, else Windows-1252 as old exports are; null for what
 * is no text. A mark of order is no part of the text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const wide = unmarkedUtf16(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (isBinary(bytes)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const sample = 64 * 1024
const controlsAllowed = 0.01
/** Share of letters of our own alphabet among the units of a text; the rest are typographic signs. */
const plainShare = 0.9

/** In UTF-16 every second byte of a Dutch text is zero, and the others are what text is made of. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null
  const part = bytes.subarray(0, sample)
  for (const [encoding, high] of [
    ['utf-16le', 1],
    ['utf-16be', 0],
  ] as const) {
    let plain = 0
    for (let at = 0; at < part.length; at += 2) {
      const low = part[at + 1 - high] ?? 0
      if (part[at + high] === 0 && !isControl(low) && low !== 0) plain += 1
    }
    if (plain >= (part.length / 2) * plainShare) return encoding
  }
  return null
}

/** Text holds no NUL and hardly any control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const part = bytes.subarray(0, sample)
  let controls = 0
  for (const byte of part) {
    if (byte === 0) return true
    if (isControl(byte)) controls += 1
  }
  return controls > part.length * controlsAllowed
}

/** Tabs, line ends of every kind, form feeds and the escape of old printers stand in texts. */
function isControl(byte: number): boolean {
  return byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27
}
