import { leftOutOn } from '#utils/dom/left-out.ts'
import { PageReferences } from '#utils/dom/page-references.ts'
import { added, changes, hitTest, hostile } from './measure-later.ts'
import { markJs } from './measure-mark.ts'
import { pageText, passages, takePassages } from './measure-passages.ts'
import { type Figures, frame, lookedAt, now, painted, settled, startHere } from './measuring.ts'

/** The floor: every text node is visited and read. */
function floor(): Figures {
  const start = now()
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
  let nodes = 0
  let characters = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes += 1
    characters += (node as Text).data.length
  }
  return { ms: now() - start, nodes, characters }
}

function textContent(): Figures {
  const start = now()
  const characters = document.documentElement.textContent.length
  return { ms: now() - start, characters }
}

/**
 * Everything up to the list of references in the order of the document: text, joins, styles where they matter, links,
 * short forms. What is rendered and what stands in shadow roots is found later on a page; `paint` has both in it.
 */
function detect(): Figures {
  const start = now()
  const references = new PageReferences(leftOutOn(location.hostname), {
    added: () => undefined,
    removed: () => undefined,
  })
  for (const _ of references.scan(document.documentElement));
  const found = references.all().length
  return { ms: now() - start, found }
}

/** All of it in one go, and until the frame in which the codes in view are painted is on its way. */
async function paint(): Promise<Figures> {
  const start = now()
  const { page } = startHere()
  const found = page['page/list']().codes.reduce((sum, { count }) => sum + count, 0)
  const detected = now() - start
  for (let frames = 0; frames < 20 && (await frame()) === 0 && found > 0; ) frames += 1
  return { ms: now() - start, detected, found, painted: painted() }
}

/** From the lookout on, in slices, until the background hears of all that is found. */
async function looked(): Promise<Figures> {
  const start = now()
  const { codes } = await lookedAt()
  return { ms: now() - start, found: codes.reduce((sum, { count }) => sum + count, 0) }
}

async function without(): Promise<Figures> {
  const start = now()
  await frame()
  return { ms: now() - start }
}

/** As it runs on a page that is read: in slices, what keeps the page from answering counted by the browser. */
async function natural(): Promise<Figures> {
  return longTasks(async () => {
    const here = startHere()
    await settled(here)
    return here.page['page/list']().codes.reduce((sum, { count }) => sum + count, 0)
  })
}

/** The same time without Kamerlens. */
const atRest = (): Promise<Figures> =>
  longTasks(async () => {
    await new Promise((resolve) => setTimeout(resolve, 2500))
    return 0
  })

async function longTasks(run: () => Promise<number>): Promise<Figures> {
  const durations: number[] = []
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) durations.push(duration)
  })
  observer.observe({ type: 'longtask' })
  const found = await run()
  await new Promise((resolve) => setTimeout(resolve, 200))
  observer.disconnect()
  return { ms: Math.max(0, ...durations), count: durations.length, found, painted: painted() }
}

export const measure = {
  floor: async () => floor(),
  textContent: async () => textContent(),
  detect: async () => detect(),
  paint,
  looked,
  markJs,
  without,
  natural,
  atRest,
  added,
  changesWith: () => changes(true),
  changesWithout: () => changes(false),
  hitTest,
  takePassages,
  pageText,
  passages,
  hostile5: () => hostile(5_000_000),
  hostile10: () => hostile(10_000_000),
}
export type Mode = keyof typeof measure
export const isMode = (mode: string): mode is Mode => Object.hasOwn(measure, mode)
