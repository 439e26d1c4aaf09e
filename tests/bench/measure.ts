import Mark from 'mark.js'
import type { PageMessages } from '#utils/browser/protocol.ts'
import { leftOutOn } from '#utils/dom/left-out.ts'
import { PageReferences } from '#utils/dom/page-references.ts'
import type { PageChannel } from '../../entrypoints/page.content/channel.ts'
import { startPage } from '../../entrypoints/page.content/start.ts'

export type Figures = Readonly<Record<string, number>>
const now = () => performance.now()

function floor(): Figures {
  const start = now()
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
  let nodes = 0
  let characters = 0
  while (walker.nextNode() !== null) {
    nodes += 1
    characters += (walker.currentNode as Text).data.length
  }
  return { ms: now() - start, nodes, characters }
}

function textContent(): Figures {
  const start = now()
  const characters = document.documentElement.textContent.length
  return { ms: now() - start, characters }
}

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

/** Until the frame that the work is seen in is on its way. */
async function frame(): Promise<void> {
  await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve()
    port2.postMessage(null)
  })
}

/** The content script's own parts, over a background that knows nothing. */
function startHere(signal: AbortSignal): PageMessages {
  const pages: PageMessages[] = []
  const channel = {
    send: async (type: string) => (type === 'card/states' ? {} : undefined),
    listen: (handlers: PageMessages) => {
      pages.push(handlers)
      return () => undefined
    },
  } as unknown as PageChannel
  startPage({ channel, signal })
  const [page] = pages
  if (page === undefined) throw new Error('the page does not listen')
  return page
}

const painted = () => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)

async function paint(): Promise<Figures> {
  const start = now()
  const page = startHere(new AbortController().signal)
  const found = page['page/list']().codes.reduce((sum, { count }) => sum + count, 0)
  const detected = now() - start
  while (found > 0 && painted() === 0 && now() - start < 5000) await frame()
  await frame()
  return { ms: now() - start, detected, found, painted: painted() }
}

/** One expression for the same job: the forms of DOMAIN §1 as mark.js can search for them, in one text node each. */
const everything =
  /\b20\d\d[DZA]\d{5}\b|\b(?:kst|ah-tk|kv-tk|h-tk|stb|stcrt|trb|blg)-[\w-]+|\bKamerstuk(?:ken)?(?: I{1,2})?[^.;()]{0,30}?\d\d[ .]?\d{3}[^.;()]{0,12}?(?:,? nrs?\.? ?\d+(?:(?:, | en )\d+)*|-\d+|, [A-Z]{1,2}\b)|\b\d\d[ .]?\d{3}(?: [IVX]+)?, nr\. \d+|\bAanhangsel(?: van de)? Handelingen[^.;()]{0,40}?nr\. \d+|\bHandelingen II? \d{4}\/\d\d, nr\. \d+(?:, item \d+)?|\b(?:Stb|Stcrt|Trb)\. \d{4}, \d+|\bECLI:NL:[A-Z]+:\d{4}:\w+|\bBWBR\d{7}|\(EU\) \d{4}\/\d+|\bT0\d{4}\b/g

async function markJs(): Promise<Figures> {
  const start = now()
  let found = 0
  new Mark(document.body).markRegExp(everything, { each: () => (found += 1) })
  const marked = now() - start
  await frame()
  return { ms: now() - start, marked, found }
}

async function without(): Promise<Figures> {
  const start = now()
  await frame()
  return { ms: now() - start }
}

export const measure = {
  floor: async () => floor(),
  textContent: async () => textContent(),
  detect: async () => detect(),
  paint,
  markJs,
  without,
}
export type Mode = keyof typeof measure
export const isMode = (mode: string): mode is Mode => Object.hasOwn(measure, mode)
