import type { CDPSession, Page } from 'puppeteer-core'
import { openPopup, press, waitForText } from '../../e2e/screens.ts'
import { startWorld, type World } from '../../e2e/world.ts'
import { addresses } from '../../site/addresses.ts'

/**
 * Megabytes of what is alive after everything else was thrown away: objects, texts, elements, and not the code that the browser has
 * compiled, of which there is more the longer a program runs, up to its own limit.
 */
export interface Heaps {
  /** The page's process: its own scripts and ours. */
  readonly page: number
  /** Side panel and popup: the pages of an extension share a heap. */
  readonly screens: number
  readonly background: number
}

/** Two pages with codes, in turn, with what the panel calls their documents. */
const places = [
  { path: new URL(addresses.questionList).pathname, label: 'Kamerstuk 36 360 VIII, nr. 5' },
  { path: new URL(addresses.longQuestionList).pathname, label: 'Kamerstuk 36 360 XVI, nr. 9' },
] as const

/** What is searched for, in turn: each is in a question of the list that is kept. */
const sought = ['wachttijd', 'stages', 'onderwijs regio', 'scholen leraren', 'regeling'] as const

/**
 * Uses the side panel beside a page, and a popup over it that stays open, round after round, and weighs page, screens
 * and background at some of them. A round: the page becomes another one, the panel follows, and in panel and popup a
 * code that it names is opened in place, the note on it is written anew, and back, and words are searched for in what
 * is kept.
 *
 * @param at after which rounds
 * @param tell hears of each weighing
 */
export async function weighRounds(
  at: readonly number[],
  tell: (round: number, heaps: Heaps) => void,
): Promise<ReadonlyMap<number, Heaps>> {
  const world = await startWorld({ family: 'chromium' })
  try {
    const { driver } = world
    const page = await driver.openPage(addresses.questionList)
    const panel = await driver.openExtensionPage('sidepanel.html', { behind: true })
    await press(panel, 'Vragen bewaren')
    await waitForText(panel, 'vragen bewaard')
    // Both name a code: the lists themselves name none.
    await page.evaluate(() => {
      const paragraph = document.createElement('p')
      paragraph.textContent = 'Zie ook 2023D19158 en Kamerstuk 29 338, nr. 258.'
      document.querySelector('main, body')?.append(paragraph)
    })
    const popup = await openPopup(world)
    const weighed = new Map<number, Heaps>()
    for (let round = 1; round <= Math.max(...at); round += 1) {
      const { path, label } = places[round % places.length] ?? places[0]
      await page.evaluate((to) => history.pushState({}, '', to), path)
      const words = sought[round % sought.length] ?? sought[0]
      const note = `Ronde ${String(round).padStart(4, '0')}`
      await panel.evaluate(useOnce, label, note, words)
      await popup.evaluate(useOnce, null, `${note}, in de popup`, words)
      if (!at.includes(round)) continue
      const heaps = await weigh(world, page, panel)
      weighed.set(round, heaps)
      tell(round, heaps)
    }
    return weighed
  } finally {
    await world.stop()
  }
}

/**
 * One round in panel or popup. Runs there, so it stands by itself.
 *
 * @param label what the panel calls the document that it is to follow; null in the popup, which follows none
 */
async function useOnce(label: string | null, text: string, words: string): Promise<void> {
  const until = async <Value>(what: string, read: () => Value | null | undefined | false): Promise<Value> => {
    for (const end = performance.now() + 20_000; performance.now() < end; ) {
      const value = read()
      if (value) return value
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    throw new Error(`${what}: ${document.body.textContent.slice(0, 300)}`)
  }
  const one = (selector: string) => document.querySelector<HTMLElement>(selector)
  if (label !== null) {
    one('[data-tab=document]')?.click()
    const isFollowed = (shown: string | null | undefined) =>
      shown?.includes(label.replace(/ /g, '\u00a0')) || shown?.includes(label)
    await until(`the panel at ${label}`, () => isFollowed(one('.kl-notes')?.getAttribute('aria-label')))
    one('[data-tab=references]')?.click()
  }
  ;(await until('a code', () => one('[data-choice]'))).click()
  const type = (field: HTMLInputElement | HTMLTextAreaElement, typed: string) => {
    field.value = typed
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  type(await until('its note', () => document.querySelector<HTMLTextAreaElement>('.kl-note textarea')), text)
  ;(await until('the way back', () => one('.kl-search-screen__back'))).click()
  await until('the codes again', () => one('[data-choice]'))
  const search = await until('the search', () => document.querySelector<HTMLInputElement>('input[type=search]'))
  type(search, words)
  await until(`what is found with ${words}`, () => one('[data-choice^="question "]'))
  type(search, '')
  await until('the codes after the search', () => !one('[data-choice^="question "]') && one('[data-choice]'))
}

async function weigh({ driver }: World, page: Page, panel: Page): Promise<Heaps> {
  // What waits a moment before it ends has ended by then: what live queries have read is let go of after three seconds.
  await new Promise((resolve) => setTimeout(resolve, 5000))
  // A worker that was stopped meanwhile is started by this, and heavier only by what it remembers.
  await panel.evaluate(
    'chrome.runtime.sendMessage({ kamerlens: "background", type: "watch/seen", payload: { target: null } })',
  )
  const worker = driver.browser.targets().findLast((each) => each.type() === 'service_worker')
  if (worker === undefined) throw new Error('The background is not running')
  return {
    page: await heapOf(await page.createCDPSession()),
    screens: await heapOf(await panel.createCDPSession()),
    background: await heapOf(await worker.createCDPSession()),
  }
}

/** What of a heap snapshot is read: its nodes are rows of numbers, one after the other. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: [readonly string[]] }
  }
  readonly nodes: readonly number[]
}

async function heapOf(session: CDPSession): Promise<number> {
  // Weak references let go of what they hold with the next round of cleaning.
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage')
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [type, size, code] = [fields.indexOf('type'), fields.indexOf('self_size'), types[0].indexOf('code')]
  let bytes = 0
  for (let row = 0; row < nodes.length; row += fields.length) {
    if (nodes[row + type] !== code) bytes += nodes[row + size] ?? 0
  }
  return bytes / 1e6
}
