/**
 * The two filters that write bytes as letters (ISO 32000-1, 7.4.2 and 7.4.3). Files of before 2000 wrap what they compress
 * in them, and so can a file that was made to burst.
 */
export type AsciiFilter = 'hex' | 'base85'

/** The bytes behind the letters, as far as they make sense. */
export function decodedAscii(data: Uint8Array, filter: AsciiFilter): Uint8Array {
  return filter === 'hex' ? decodedHex(data) : decodedBase85(data)
}

const greaterThan = 0x3e
const tilde = 0x7e
const letterZ = 0x7a

function decodedHex(data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array((data.length + 1) >> 1)
  let digits = 0
  for (const sign of data) {
    if (sign === greaterThan) break
    const digit = sign <= 0x39 ? sign - 0x30 : (sign | 0x20) - 0x61 + 10
    if (digit < 0 || digit > 15 || (sign > 0x39 && digit < 10)) continue
    const at = digits >> 1
    bytes[at] = (bytes[at] ?? 0) | (digits % 2 === 0 ? digit << 4 : digit)
    digits += 1
  }
  return bytes.subarray(0, (digits + 1) >> 1)
}

function decodedBase85(data: Uint8Array): Uint8Array {
  // A «z» stands for four bytes by itself, any five other letters do together.
  const alone = data.reduce((sum, sign) => (sign === letterZ ? sum + 1 : sum), 0)
  const bytes = new Uint8Array(4 * alone + 4 * Math.ceil((data.length - alone) / 5))
  let length = 0
  let count = 0
  let value = 0
  const put = (many: number) => {
    for (let at = 0; at < many; at += 1) bytes[length + at] = (value >>> (24 - 8 * at)) & 0xff
    length += many
    count = 0
    value = 0
  }
  for (const sign of data) {
    if (sign === tilde) break
    if (sign === letterZ && count === 0) put(4)
    if (sign < 0x21 || sign > 0x75) continue
    value = (value * 85 + (sign - 0x21)) >>> 0
    count += 1
    if (count === 5) put(4)
  }
  if (count > 1) {
    const many = count - 1
    for (let missing = count; missing < 5; missing += 1) value = (value * 85 + 84) >>> 0
    put(many)
  }
  return bytes.subarray(0, length)
}
