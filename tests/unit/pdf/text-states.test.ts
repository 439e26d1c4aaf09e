import { afterEach, expect, test, vi } from 'vitest'
import { records } from '#tests/fixtures/pdf/records.ts'
import { seedLayoutPdf } from '#tests/fixtures/pdf/seed-layout.ts'
import { linesOfPdf } from '#utils/documents/pdf/lines.ts'

const native = Object.create

afterEach(() => {
  vi.restoreAllMocks()
})

/** How often pdf.js makes a text state the heir of another while it reads a document. */
async function heirsIn(pdf: Uint8Array): Promise<number> {
  const make = vi.spyOn(Object, 'create')
  await linesOfPdf(pdf)
  const heirs = make.mock.calls.filter(([from]) => from !== null && Object.hasOwn(from, 'textLineMatrix'))
  make.mockRestore()
  return heirs.length
}

test('text states are copied into one shape as soon as the first was met, and the lines stay the same', async () => {
  const pdf = await seedLayoutPdf(records)
  const before = await linesOfPdf(pdf)
  expect(Object.create).toBe(native)
  expect(await heirsIn(pdf)).toBe(0)
  expect(await linesOfPdf(pdf)).toEqual(before)
})

test('what listens is put back where no text state came along, and only by the last that waits', async () => {
  vi.resetModules()
  const { listenForTextStates: listen } = await import('#utils/documents/pdf/text-states.ts')
  const [first, second] = [listen(), listen()]
  expect(Object.create).not.toBe(native)
  expect(Object.getPrototypeOf(Object.create(null))).toBeNull()
  expect(Object.create({ a: 1 }, { b: { value: 2 } })).toMatchObject({ a: 1, b: 2 })
  first()
  first()
  expect(Object.create).not.toBe(native)
  second()
  expect(Object.create).toBe(native)
})

test('a state is copied with all of its fields, its matrices as lists of their own', async () => {
  vi.resetModules()
  const { listenForTextStates: listen } = await import('#utils/documents/pdf/text-states.ts')
  class State {
    font = 'a'
    textMatrix = [1]
    textLineMatrix = [2]
    fontMatrix = [3]
    clone(): State {
      return Object.assign(Object.create(this), this)
    }
  }
  const end = listen()
  const first = new State()
  first.clone()
  expect(Object.create).toBe(native)
  const twin = first.clone()
  end()
  expect(twin).toEqual(first)
  expect(Object.getPrototypeOf(twin)).toBe(State.prototype)
  expect(twin.textMatrix).not.toBe(first.textMatrix)
  expect(twin.textLineMatrix).not.toBe(first.textLineMatrix)
  expect(twin.fontMatrix).not.toBe(first.fontMatrix)
})
