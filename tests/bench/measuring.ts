import type { PageMessages } from '#utils/browser/protocol/page-messages.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import type { PageChannel } from '../../entrypoints/page.content/channel.ts'
import { keepLookout } from '../../entrypoints/page.content/lookout.ts'
import { startPage } from '../../entrypoints/page.content/start.ts'

/** Milliseconds under `ms`, and what else tells whether the work was done. */
export type Figures = Readonly<Record<string, number>>

export const now = (): number => performance.now()

/** Until the next frame has been drawn; gives how much was painted in it: how much there was when it had been laid out. */
export async function frame(): Promise<number> {
  let inFrame = 0
  await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))
  const observer = new ResizeObserver(() => {
    inFrame = painted()
    observer.disconnect()
  })
  observer.observe(document.documentElement)
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve()
    port2.postMessage(null)
  })
  return inFrame
}

export const painted = (): number => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)

interface Here {
  readonly page: PageMessages
  /** How often it has reported. */
  readonly reports: () => number
}

/** Over a background that knows nothing. */
function channelOver(heard: { report(page: PageReport): void; listen(handlers: PageMessages): void }): PageChannel {
  return {
    send: async (type: string, payload: unknown) => {
      if (type === 'page/report') heard.report(payload as PageReport)
      return type === 'card/states' ? {} : undefined
    },
    listen: (handlers: PageMessages) => {
      heard.listen(handlers)
      return () => undefined
    },
  } as unknown as PageChannel
}

/** The content script's own parts. */
export function startHere(): Here {
  const pages: PageMessages[] = []
  let reports = 0
  const channel = channelOver({
    report: () => {
      reports += 1
    },
    listen: (handlers) => pages.push(handlers),
  })
  startPage({ channel, signal: new AbortController().signal })
  const [page] = pages
  if (page === undefined) throw new Error('the page does not listen')
  return { page, reports: () => reports }
}

/** From the first look at the page, as on any page that is opened: until the finder, which is there at once, has told what it names. */
export function lookedAt(): Promise<PageReport> {
  return new Promise((resolve) => {
    const channel = channelOver({
      report: (page) => page.codes.length > 0 && resolve(page),
      listen: () => undefined,
    })
    keepLookout({ channel, signal: new AbortController().signal, loadFinder: async () => startPage })
  })
}

/** Until all is found, told and painted, and the page is at rest again. */
export async function settled({ reports }: Here): Promise<void> {
  while (reports() === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  await new Promise((resolve) => setTimeout(resolve, 2000))
}
