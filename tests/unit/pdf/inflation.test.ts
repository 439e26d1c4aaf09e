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
