import { describe, expect, it } from 'vitest'
import { bombOf, packings } from '#tests/fixtures/pdf/bombs.ts'
import { type ArrayLimits, withinMemory } from '#utils/documents/pdf/array-limit.ts'
import { linesOfPdf } from '#utils/documents/pdf/lines.ts'

const megabyte = 1024 ** 2
/** A bomb is made and inflated up to the limit, which takes its time on a busy machine. */
const timeout = 60_000

describe('a PDF that was made to burst', () => {
  const outcome = (bytes: Uint8Array, memory?: ArrayLimits) =>
    linesOfPdf(bytes, memory && { memory }).then(
      ({ lines }) => lines.map(({ text }) => text).join(' '),
      ({ code }: { code: string }) => code,
    )
  /** An eighth of the usual ones, which one bomb below has to keep to: making and inflating it takes as long as all that is in it. */
  const limits = { one: 8 * megabyte, all: 256 * megabyte }
  const bytes = 10 * megabyte
  const small = 2 * megabyte

  it.each(Object.keys(packings))(
    'is refused, packed by %s; a page of a size that one may have is read',
    async (packing) => {
      expect(await outcome(bombOf({ packing, bytes }), limits)).toBe('too-large')
      expect(await outcome(bombOf({ packing, bytes: small }), limits)).toBe('Vraag')
    },
  )

  it(
    'is not inflated where nobody counts: of half a gigabyte no more is made than the limit',
    async () => {
      const bomb = bombOf({ packing: 'flate', bytes: 512 * megabyte })
      const before = process.memoryUsage.rss()
      let most = 0
      // Taken in each turn that the thread gives, natively inflated pieces among them.
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage.rss() - before)
      }, 1)
      expect(await outcome(bomb)).toBe('too-large')
      most = Math.max(most, process.memoryUsage.rss() - before)
      clearInterval(watch)
      expect(most).toBeLessThan(400 * megabyte)
    },
    timeout,
  )

  it.each([
    [80 * megabyte, 'too-large'],
    [10 * megabyte, 'Vraag'],
  ] as const)('is what comes to more than sixty-four megabytes: %d', async (size, said) => {
    expect(await outcome(bombOf({ packing: 'flate', bytes: size }))).toBe(said)
  })

  it.each(['flate', 'LZW', 'flate labelled as an image'])(
    'is refused, encrypted and packed by %s',
    async (packing) => {
      expect(await outcome(bombOf({ packing, bytes, isEncrypted: true }), limits)).toBe('too-large')
      expect(await outcome(bombOf({ packing, bytes: small, isEncrypted: true }), limits)).toBe('Vraag')
    },
    timeout,
  )

  it.each(['font', 'letters'] as const)(
    'is refused where what bursts is of its font: %s',
    async (use) => {
      expect(await outcome(bombOf({ packing: 'flate', bytes, use }), limits)).toBe('too-large')
    },
    timeout,
  )
})

describe('the memory of a piece of work', () => {
  const natives = [Uint8Array, ArrayBuffer, Int32Array, DecompressionStream]
  const limits = { one: megabyte, all: 3 * megabyte }

  it('is counted in one piece and all together; what is made are the arrays of always', async () => {
    const made = await withinMemory(
      async () => [new Uint8Array(megabyte), new Int32Array([1, 2]), new Uint8Array(9)],
      limits,
    )
    expect(made.map((each) => [each.length, each.constructor])).toEqual([
      [megabyte, Uint8Array],
      [2, Int32Array],
      [9, Uint8Array],
    ])
    expect(made[0]).toBeInstanceOf(Uint8Array)
    const works: readonly (() => Promise<unknown>)[] = [
      async () => new Uint8Array(megabyte + 1),
      async () => new Int32Array(megabyte / 2),
      async () => new ArrayBuffer(megabyte + 1),
      async () => [1, 2, 3, 4].map(() => new Uint8Array(megabyte - 1)),
    ]
    for (const work of works) {
      await expect(withinMemory(work, limits)).rejects.toMatchObject({ code: 'too-large' })
    }
    expect([Uint8Array, ArrayBuffer, Int32Array, DecompressionStream]).toEqual(natives)
  })

  it('is not counted for what lays no bytes aside', async () => {
    const bytes = new ArrayBuffer(5 * megabyte)
    await expect(withinMemory(async () => new Uint8Array(bytes).subarray(1).length, limits)).resolves.toBe(
      5 * megabyte - 1,
    )
  })

  it('is too much for good, even where the error was lost', async () => {
    const work = async (check: () => void) => {
      try {
        new Uint8Array(2 * megabyte).fill(1)
      } catch {
        // As pdf.js does with faults of a file.
      }
      check()
      return 'went on'
    }
    await expect(withinMemory(work, limits)).rejects.toMatchObject({ code: 'too-large' })
    expect(new Uint8Array(2 * megabyte)).toHaveLength(2 * megabyte)
  })

  it('is nobody else’s once the work has ended, or failed', async () => {
    await expect(withinMemory(() => Promise.reject(new Error('at once')), limits)).rejects.toThrow('at once')
    expect([Uint8Array, ArrayBuffer, Int32Array, DecompressionStream]).toEqual(natives)
  })
})
