import { referenceAt } from '#utils/dom/hit-test.ts'
import { leftOutOn } from '#utils/dom/left-out.ts'
import { PageReferences } from '#utils/dom/page-references.ts'
import { type Figures, frame, now, settled, startHere } from './measuring.ts'

const referencesHere = () =>
  new PageReferences(leftOutOn(location.hostname), { added: () => undefined, removed: () => undefined })

/** Nodes that a page adds: one paragraph in five names a code. */
function makeNodes(count: number): HTMLElement[] {
  return Array.from({ length: count }, (_, index) => {
    const paragraph = document.createElement('p')
    const bold = document.createElement('b')
    bold.append('de minister')
    const code = index % 5 === 0 ? ` (Kamerstuk 36 360, nr. ${index + 1}, en 2023D${10_000 + index})` : ''
    paragraph.append('In dit bericht schrijft ', bold, ` over de voortgang van het beleid${code}.`)
    return paragraph
  })
}

/**
 * What 1,000 nodes added one by one cost: all that runs because of them, against walking each of them. Observers and idle
 * work are timed by standing between them and the browser.
 */
export async function added(): Promise<Figures> {
  let ours = 0
  const timed = <Arguments extends unknown[]>(run: (...given: Arguments) => void) => {
    return (...given: Arguments): void => {
      const start = now()
      run(...given)
      ours += now() - start
    }
  }
  const { MutationObserver: Observer, ResizeObserver: SizeObserver, requestIdleCallback: whenIdle } = globalThis
  globalThis.MutationObserver = class extends Observer {
    constructor(callback: MutationCallback) {
      super(timed(callback))
    }
  }
  globalThis.ResizeObserver = class extends SizeObserver {
    constructor(callback: ResizeObserverCallback) {
      super(timed(callback))
    }
  }
  globalThis.requestIdleCallback = (callback, options) => whenIdle(timed(callback), options)
  await settled(startHere())
  ours = 0
  let floor = 0
  const parent = document.querySelector('#broodtekst') ?? document.body
  for (const [index, node] of makeNodes(1000).entries()) {
    const start = now()
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
    let characters = 0
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) characters += (text as Text).data.length
    if (characters > 0) floor += now() - start
    parent.append(node)
    // Each is told to the observer alone; the page gets its frame now and then.
    await (index % 20 === 0 ? new Promise<void>((resolve) => setTimeout(resolve)) : Promise.resolve())
  }
  await new Promise((resolve) => setTimeout(resolve, 1500))
  return { ms: ours, floor }
}

/** A page that changes its text and asks for its layout, 60 times. @param withUs whether Kamerlens has painted it */
export async function changes(withUs: boolean): Promise<Figures> {
  if (withUs) await settled(startHere())
  else await new Promise((resolve) => setTimeout(resolve, 2500))
  const paragraphs = [...document.querySelectorAll('p')].slice(0, 1200)
  let ms = 0
  for (let round = 0; round < 60; round += 1) {
    const touched = paragraphs.slice(20 * round, 20 * round + 20)
    const start = now()
    for (const paragraph of touched) if (paragraph.lastChild instanceof Text) paragraph.lastChild.data += ' en verder.'
    void document.body.offsetHeight
    await Promise.resolve()
    ms += now() - start
    await frame()
  }
  return { ms }
}

/** One hit test against one question to the browser; on a page that is laid out. */
export async function hitTest(): Promise<Figures> {
  const references = referencesHere()
  for (const _ of references.scan(document.documentElement));
  await frame()
  // Whatever is not laid out yet is no part of either.
  document.elementFromPoint(1, 1)
  const points = Array.from(
    { length: 400 },
    (_, index) => [(index * 37) % innerWidth, (index * 53) % innerHeight] as const,
  )
  let ms = 0
  let floor = 0
  let hits = 0
  for (const [x, y] of points) {
    const start = now()
    if (document.elementFromPoint(x, y) === null) hits -= 1
    const between = now()
    // Another point: the browser remembers what it found at the last one.
    if (referenceAt(references, (x + 211) % innerWidth, (y + 101) % innerHeight) !== null) hits += 1
    ms += now() - between
    floor += between - start
  }
  return { ms, floor, hits }
}

const hostileTexts = [
  (size: number) => '1234567890'.repeat(size / 10),
  (size: number) => '2023D1 9 1 5 '.repeat(size / 13),
  (size: number) => '('.repeat(size),
  (size: number) => 'Kamerstuk '.repeat(size / 10),
]

/** All hostile texts, one text node each; the longest time of one of them. */
export async function hostile(size: number): Promise<Figures> {
  const times: number[] = []
  for (const make of hostileTexts) {
    const block = document.createElement('div')
    // Not rendered: laying 10 MB out would take the browser minutes.
    block.style.display = 'none'
    block.append(make(size))
    document.body.append(block)
    const references = referencesHere()
    const start = now()
    for (const _ of references.scan(block));
    times.push(now() - start)
    block.remove()
  }
  const [digits = 0, spaced = 0, brackets = 0, words = 0] = times
  return { ms: Math.max(...times), digits, spaced, brackets, words }
}
