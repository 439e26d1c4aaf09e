import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { checkInflation } from '#utils/documents/pdf/inflation.ts'

/** Streams as a PDF holds them, each of so many bytes of blanks. */
function file(sizes: readonly number[], damage: (data: Buffer) => Buffer = (data) => data): Uint8Array {
  const objects = sizes.flatMap((size, index) => {
    const data = damage(deflateSync(Buffer.alloc(size, 0x20)))
    const head = `${index + 1} 0 obj\n<</Length ${data.length} /Filter /FlateDecode>>\nstream\n`
    return [Buffer.from(head), data, Buffer.from('\nendstream\nendobj\n')]
  })
  return new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), ...objects]))
}

const limits = { one: 1_000_000, all: 3_000_000 }

it('small streams count one by one and all together', async () => {
  await expect(checkInflation(file([900_000, 900_000, 900_000]), limits)).resolves.toBeUndefined()
  await expect(checkInflation(file([1_100_000]), limits)).rejects.toMatchObject({ code: 'too-large' })
  await expect(checkInflation(file([900_000, 900_000, 900_000, 900_000]), limits)).rejects.toMatchObject({
    code: 'too-large',
  })
})

it('of a damaged stream what comes out until the damage counts', async () => {
  const cutOff = (data: Buffer) => data.subarray(0, data.length - 40)
  const spoilt = (data: Buffer) => Buffer.concat([cutOff(data), Buffer.alloc(40, 0xff)])
  for (const damage of [cutOff, spoilt]) {
    await expect(checkInflation(file([30_000_000], damage), limits)).rejects.toMatchObject({ code: 'too-large' })
    await expect(checkInflation(file([6_000_000], damage), limits)).rejects.toMatchObject({ code: 'too-large' })
    await expect(checkInflation(file([900_000], damage), limits)).resolves.toBeUndefined()
  }
})

it('a dictionary far longer than most is found', async () => {
  const bytes = file([1_100_000])
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace('<<', `<</Note (${'x'.repeat(900)}) `)
  await expect(checkInflation(new Uint8Array(Buffer.from(text, 'latin1')), limits)).rejects.toMatchObject({
    code: 'too-large',
  })
})

it('what is compressed is counted behind letters too, and where the dictionary does not say so', async () => {
  const data = deflateSync(Buffer.alloc(1_100_000, 0x20))
  const stream = (filter: string, content: Buffer | string) =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from(`%PDF-1.7\n1 0 obj\n<</Length ${content.length} ${filter}>>\nstream\n`),
        Buffer.from(content),
        Buffer.from('\nendstream\nendobj\n'),
      ]),
    )
  const hex = `${data.toString('hex')}>`
  for (const bomb of [
    stream('/Filter [/ASCIIHexDecode /FlateDecode]', hex),
    stream('/Filter [/AHx /AHx /Fl]', `${Buffer.from(hex).toString('hex').toUpperCase()}>`),
    stream('/Filter [/ASCII85Decode /FlateDecode]', base85(data)),
    stream('/Filter 5 0 R', data),
    stream('/Filter [/#46lateDecode]', data),
  ]) {
    await expect(checkInflation(bomb, limits)).rejects.toMatchObject({ code: 'too-large' })
  }
  await expect(checkInflation(stream('/Filter 5 0 R', '8 0 0 8 0 0 cm '.repeat(9)), limits)).resolves.toBeUndefined()
})

/** Bytes in the letters of ASCII85Decode. */
function base85(data: Buffer): string {
  const whole = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
  const groups = Array.from({ length: whole.length / 4 }, (_, index) => {
    const value = whole.readUInt32BE(4 * index)
    if (value === 0) return 'z'
    const powers = [85 ** 4, 85 ** 3, 85 ** 2, 85, 1]
    return String.fromCharCode(...powers.map((power) => 0x21 + (Math.floor(value / power) % 85)))
  })
  return `${groups.join('')}~>`
}
