import { afterEach, expect, test, vi } from 'vitest'
import { records } from '#tests/fixtures/pdf/records.ts'
import { seedLayoutPdf } from '#tests/fixtures/pdf/seed-layout.ts'
import { linesOfPdf } from '#utils/documents/pdf/lines.ts'
import { openPdf } from '#utils/documents/pdf/pdfjs.ts'

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
    loadedName = 'a'
    font = { name: 'Verdana-Bold' }
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

test('a page that copies states without end is too complex', async () => {
  vi.resetModules()
  const states = await import('#utils/documents/pdf/text-states.ts')
  class State {
    loadedName = null
    font = null
    textMatrix = []
    textLineMatrix = []
    fontMatrix = []
    clone(): State {
      return Object.assign(Object.create(this), this)
    }
  }
  const end = states.listenForTextStates()
  const first = new State()
  first.clone()
  const copyAll = () => {
    for (let copy = 0; copy <= 1_000_000; copy += 1) first.clone()
  }
  expect(copyAll).toThrow('too-complex')
  expect(states.throwIfTooManyCopies).toThrow('too-complex')
  states.countCopiesAnew()
  expect(states.throwIfTooManyCopies).not.toThrow()
  end()
})

test('fonts are met in the states that a page leaves behind, as long as a document is open', async () => {
  vi.resetModules()
  const { fontMet, listenForTextStates: listen } = await import('#utils/documents/pdf/text-states.ts')
  class State {
    loadedName: string | null = null
    font: object | null = null
    textMatrix = [1]
    textLineMatrix = [2]
    fontMatrix = [3]
    clone(): State {
      return Object.assign(Object.create(this), this)
    }
    show(loadedName: string): object {
      this.loadedName = loadedName
      this.font = { name: loadedName }
      return this.font
    }
  }
  const [first, second] = [listen(), listen()]
  const page = new State()
  page.clone()
  const saved = page.clone().show('saved')
  page.clone()
  const own = page.show('own')
  expect(fontMet('saved')).toBe(saved)
  expect(fontMet('own')).toBe(own)
  expect(fontMet('unseen')).toBeUndefined()
  first()
  expect(fontMet('own')).toBe(own)
  second()
  expect(fontMet('own')).toBeUndefined()
})

test('the looks of fonts are known without the drawing instructions of their pages', async () => {
  const pdf = await seedLayoutPdf(records)
  const { document, close } = await openPdf(pdf)
  const page = await document.getPage(1)
  const instructions = vi.spyOn(Object.getPrototypeOf(page), 'getOperatorList')
  await close()
  const { lines } = await linesOfPdf(pdf)
  expect(lines.some(({ styles }) => styles?.some(({ bold }) => bold))).toBe(true)
  expect(instructions).not.toHaveBeenCalled()
})
