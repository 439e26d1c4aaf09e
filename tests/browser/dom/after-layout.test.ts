import { afterEach, describe, expect, test } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import { afterLayout } from '#utils/dom/after-layout.ts'
import { NearViewport } from '#utils/dom/near-viewport.ts'
import type { PlacedReference } from '#utils/dom/places.ts'
import { referencesIn, show } from './page.ts'

let controller = new AbortController()
afterEach(() => {
  controller.abort()
  controller = new AbortController()
})

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))

/** What a list holds when the next frame has been laid out and is about to be painted. */
async function inNextFrame<Item>(list: ReadonlySet<Item>): Promise<readonly Item[]> {
  const held = await new Promise<readonly Item[]>((resolve) => afterLayout(() => resolve([...list]), controller.signal))
  await aWhile()
  return held
}

function watch(root: Element) {
  const near = new Set<PlacedReference>()
  const viewport = new NearViewport((one, isNear) => (isNear ? near.add(one) : near.delete(one)), controller.signal)
  for (const reference of referencesIn(root).references.all()) viewport.add(reference)
  for (const _ of viewport.flush());
  return near
}

const idsOf = (references: readonly PlacedReference[]) => references.map(({ code }) => code.id)
/** One box each, so high that two fill a window. */
const lists = (count: number) =>
  Array.from({ length: count }, (_, index) => `<ul style="height:60vh"><li>2023D${10_000 + index}</li></ul>`).join('')

describe('what is asked for after the layout', () => {
  test('comes once, in the next frame', async () => {
    let runs = 0
    afterLayout(() => {
      runs += 1
    }, controller.signal)
    expect(runs).toBe(0)
    for (let frames = 0; frames < 4; frames += 1) await nextFrame()
    expect(runs).toBe(1)
    document.documentElement.style.paddingBottom = '7px'
    for (let frames = 0; frames < 4; frames += 1) await nextFrame()
    document.documentElement.style.paddingBottom = ''
    expect(runs).toBe(1)
  })

  test('comes a frame later where it is asked for from within, and the page hears of no loop', async () => {
    const errors: Event[] = []
    addEventListener('error', (event) => errors.push(event), { signal: controller.signal })
    const runs: string[] = []
    afterLayout(() => {
      runs.push('first')
      afterLayout(() => runs.push('second'), controller.signal)
    }, controller.signal)
    for (let frames = 0; frames < 5; frames += 1) await nextFrame()
    expect(runs).toEqual(['first', 'second'])
    expect(errors).toEqual([])
  })

  test('does not come once all has ended', async () => {
    let runs = 0
    afterLayout(() => {
      runs += 1
    }, controller.signal)
    controller.abort()
    for (let frames = 0; frames < 4; frames += 1) await nextFrame()
    expect(runs).toBe(0)
  })
})

describe('the first references of a page', () => {
  test('are told to be near in the very next frame where they are in the window', async () => {
    const near = watch(show(lists(20)))
    const told = idsOf(await inNextFrame(near))
    expect(told).toContain('2023D10000')
    expect(told).not.toContain('2023D10010')
  })

  test('in a crowd too, and not the whole of it', async () => {
    const lines = Array.from({ length: 400 }, (_, index) => `<p>2023D${10_000 + index}</p>`)
    const near = watch(show(`<div>${lines.join('')}</div>`))
    const told = idsOf(await inNextFrame(near))
    expect(told).toContain('2023D10000')
    expect(told).not.toContain('2023D10399')
  })

  test('are those in the window, and not those above it', async () => {
    const root = show(lists(20))
    root.querySelectorAll('ul')[10]?.scrollIntoView()
    const told = idsOf(await inNextFrame(watch(root)))
    expect(told).toContain('2023D10010')
    expect(told).not.toContain('2023D10000')
  })
})
