import type { Page } from 'puppeteer-core'
import { aWhile } from '#tests/a-while.ts'
import type { JobRow, LookupRow } from '#utils/database/schema.ts'
import { openPopup, readTable, waitForText } from '../../e2e/screens.ts'
import { until } from '../../e2e/until.ts'
import { startWorld, type World } from '../../e2e/world.ts'

const address = 'https://zoek.officielebekendmakingen.nl/kst-36360-200.html'
/** Codes that the stand-in's services know, of which four have a counterpart: the rest of the page they do not. */
const known =
  '2023D19158 2023D22500 2023D24876 2023D24990 2023D18002 2023D20951 2023D20960 2023D21040 2023D18100 2023Z09100'.split(
    ' ',
  )

/** A page that names so many codes, those that are opened among them. */
function pageWith(count: number): string {
  const others = Array.from({ length: count - known.length }, (_, index) => `2019D${String(index).padStart(5, '0')}`)
  const paragraphs = [...known, ...others].map((code) => `<p>Zie ook het stuk met nummer ${code} van de commissie.</p>`)
  return `<!doctype html><html lang="nl"><title>Lijst</title><main><h1>Lijst van stukken</h1>${paragraphs.join('\n')}</main></html>`
}

async function startLookUp(page: Page, id: string): Promise<void> {
  const message = JSON.stringify({ kamerlens: 'background', type: 'look-up/start', payload: { id } })
  await page.evaluate(`void chrome.runtime.sendMessage(${message})`)
}

/** Until nothing is asked for any more, and nothing read. */
async function settled(world: World): Promise<void> {
  const open = async () => {
    const asked = (await readTable<LookupRow>(world, 'lookups')).filter(({ wanted }) => wanted !== undefined)
    const read = (await readTable<JobRow>(world, 'jobs')).filter(
      ({ state }) => state === 'waiting' || state === 'running',
    )
    return asked.length + read.length
  }
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await until('all looked up and read', open, (count) => count === 0, 60_000)
    await aWhile(300)
  }
}

export interface Requests {
  /** Made by the page's being there, before anything was opened. */
  readonly before: number
  /** Codes that were looked up: those that were opened, and those that follow from them. */
  readonly opened: number
  readonly following: number
  /** Requests to the open data (their schema apart), to the publications' metadata, and for documents. */
  readonly openData: number
  readonly metadata: number
  readonly documents: number
}

/** What a page with 200 codes costs the official services when ten of them are opened, by the stand-in's log. */
export async function countRequests(manner: 'one by one' | 'all at once'): Promise<Requests> {
  const world = await startWorld({ family: 'chromium', site: { pages: new Map([[address, pageWith(200)]]) } })
  try {
    const { driver, site } = world
    const page = await driver.openPage(address)
    await until(
      '200 codes',
      () => driver.badge(page),
      (text) => text === '200',
    )
    const popup = await openPopup(world)
    await waitForText(popup, known[0] ?? '')
    const isOwn = (url: string) => url === address || url.endsWith('/favicon.ico')
    const before = site.requests.filter((url) => !isOwn(url)).length
    for (const id of known) {
      await startLookUp(popup, id)
      if (manner === 'one by one') await settled(world)
    }
    await settled(world)
    const urls = site.requests.filter((url) => !isOwn(url)).map((url) => decodeURIComponent(url))
    const queries = urls.filter((url) => url.includes('$filter='))
    const named = new Set(queries.flatMap((url) => url.match(/\d{4}[DZ]\d{5}/g) ?? []))
    const isMetadata = (url: string) => /\/metadata\.xml$|\/sru\?/.test(url)
    return {
      before,
      opened: [...named].filter((id) => known.includes(id)).length,
      following: [...named].filter((id) => !known.includes(id)).length,
      openData: queries.length,
      metadata: urls.filter(isMetadata).length,
      documents: urls.filter((url) => !url.includes('/OData/') && !isMetadata(url)).length,
    }
  } finally {
    await world.stop()
  }
}

/**
 * Milliseconds from the opening of written questions to the text of their answer on the screen, and of the same requests made
 * bare, one after the other, by a browser that has not made them before either.
 *
 * @param latency milliseconds before each answer of the stand-in
 */
export async function measureOpening(latency: number): Promise<{ chain: number; bare: number; requests: number }> {
  const first = await startWorld({ family: 'chromium', site: { latency } })
  let urls: readonly string[]
  let chain: number
  try {
    const page = await first.driver.openExtensionPage('popup.html?code=2023D19158')
    await waitForText(page, '2023D19158')
    const before = first.site.requests.length
    chain = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const start = performance.now()
          const look = () => document.body.textContent.includes('214 gevallen') && resolve(performance.now() - start)
          new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
          const message = { kamerlens: 'background', type: 'look-up/start', payload: { id: '2023D19158' } }
          ;(globalThis as unknown as typeof globalThis & { chrome: Sender }).chrome.runtime.sendMessage(message)
        }),
    )
    urls = first.site.requests.slice(before)
  } finally {
    await first.stop()
  }
  const second = await startWorld({ family: 'chromium', site: { latency } })
  try {
    const page = await second.driver.openExtensionPage('popup.html?code=2023D19158')
    await waitForText(page, '2023D19158')
    const bare = await page.evaluate(async (addresses) => {
      const start = performance.now()
      for (const url of addresses) await (await fetch(url, { credentials: 'omit' })).text()
      return performance.now() - start
    }, urls)
    return { chain, bare, requests: urls.length }
  } finally {
    await second.stop()
  }
}

interface Sender {
  readonly runtime: { readonly sendMessage: (message: unknown) => Promise<unknown> }
}
