import { mergeReports } from '#utils/browser/merge-reports.ts'
import { readPayload } from '#utils/browser/payloads.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import type { Frame } from '#utils/browser/senders.ts'
import { withTimeout } from '#utils/browser/with-timeout.ts'

/** What one document of a tab names. */
export interface KnownFrame {
  readonly frame: Frame
  readonly report: PageReport
}

/**
 * What each tab's page and its frames name, so that a document sees notes only on codes that it names (SAFETY §3). It
 * lives in memory alone: the documents are asked again after the background was stopped, and nothing about browsing is
 * written down.
 */
export interface Pages {
  /** A document has said what it names. */
  heard(frame: Frame, report: PageReport): void
  /** A document may be gone or at rest: asked once more, and forgotten where it does not answer. */
  check(frame: Frame): Promise<void>
  /** The tab has another page, or none. */
  forget(tabId: number): void
  /** The tab loads its page anew, or something in a page that stays (Chromium): nothing is known before it is heard again. */
  loads(tabId: number): void
  /** It has loaded: what was known of documents that are still there is known again. */
  loaded(tabId: number): Promise<void>
  /** What is known of a tab, frames included; null where nothing is. */
  known(tabId: number): PageReport | null
  /** What the page in a tab names, frames included; null where nothing answers. */
  report(tabId: number): Promise<PageReport | null>
  /** The same, asked anew of every document. */
  ask(tabId: number): Promise<PageReport | null>
  /** The documents in a tab: the page first, then its frames in the order in which the browser made them. */
  frames(tabId: number): Promise<readonly KnownFrame[]>
  /** Those of these ids that a document names. */
  named(frame: Frame, ids: readonly string[]): Promise<readonly string[]>
}

interface Parts {
  /** The documents in a tab that can be asked. */
  readonly framesOf: (tabId: number) => Promise<readonly Frame[]>
  /** Asks a document for its report; rejects where none answers. */
  readonly list: (frame: Frame) => Promise<PageReport>
}

interface Known extends KnownFrame {
  readonly ids: ReadonlySet<string>
}

/** Milliseconds that those of a page's documents that answer are held up by one that does not. */
const reportTimeout = 2000

export function createPages({ framesOf, list }: Parts): Pages {
  const tabs = new Map<number, Map<number, Known>>()
  /** What was known of tabs that load. */
  const former = new Map<number, ReadonlyMap<number, Known>>()
  /** Tabs whose documents are being asked: what is known of them meanwhile is a part. */
  const asking = new Map<number, Promise<readonly Known[]>>()

  function keep(known: Known): Known {
    const { tabId, frameId } = known.frame
    tabs.set(tabId, (tabs.get(tabId) ?? new Map<number, Known>()).set(frameId, known))
    return known
  }

  const heard = (frame: Frame, report: PageReport): Known =>
    keep({ frame, report, ids: new Set(report.codes.map(({ id }) => id)) })

  function loads(tabId: number): void {
    const known = [...(former.get(tabId) ?? []), ...(tabs.get(tabId) ?? [])]
    if (known.length > 0) former.set(tabId, new Map(known))
    tabs.delete(tabId)
  }

  async function loaded(tabId: number): Promise<void> {
    const before = former.get(tabId)
    if (before === undefined) return
    const present = await framesOf(tabId)
    // It may load again by now, or be gone.
    if (former.get(tabId) !== before) return
    former.delete(tabId)
    for (const { frameId, documentId } of present) {
      const known = before.get(frameId)
      const stayed = documentId !== undefined && known?.frame.documentId === documentId
      if (stayed && !tabs.get(tabId)?.has(frameId)) keep(known)
    }
  }

  function left({ tabId, frameId, documentId }: Frame): void {
    const frames = tabs.get(tabId)
    // The frame may show its next document by now.
    if (frames?.get(frameId)?.frame.documentId !== documentId) return
    frames?.delete(frameId)
    if (frames?.size === 0) tabs.delete(tabId)
  }

  async function askFrame(frame: Frame): Promise<Known | null> {
    try {
      const answer = readPayload('page/report', await list(frame))
      if (answer !== null) return heard(frame, answer.value)
    } catch {
      // Nobody is at work there.
    }
    left(frame)
    return null
  }

  async function askEach(tabId: number): Promise<readonly Known[]> {
    const all = await framesOf(tabId)
    const present = new Set(all.map(({ frameId }) => frameId))
    for (const { frame } of tabs.get(tabId)?.values() ?? []) if (!present.has(frame.frameId)) left(frame)
    await Promise.all(all.map(askFrame))
    return inOrder(tabId)
  }

  function askAll(tabId: number): Promise<readonly Known[]> {
    const asked = askEach(tabId).finally(() => {
      if (asking.get(tabId) === asked) asking.delete(tabId)
    })
    asking.set(tabId, asked)
    return asked
  }

  const inOrder = (tabId: number): readonly Known[] =>
    [...(tabs.get(tabId)?.values() ?? [])].sort((one, other) => one.frame.frameId - other.frame.frameId)
  const merged = (frames: readonly Known[]) => mergeReports(frames.map(({ report }) => report))
  async function frames(tabId: number): Promise<readonly Known[]> {
    const asked = asking.get(tabId) ?? (tabs.has(tabId) ? null : askAll(tabId))
    if (asked === null) return inOrder(tabId)
    return withTimeout(asked, reportTimeout, () => inOrder(tabId))
  }

  return {
    heard,
    check: async (frame) => void (await askFrame(frame)),
    forget: (tabId) => {
      tabs.delete(tabId)
      former.delete(tabId)
    },
    loads,
    loaded,
    known: (tabId) => merged(inOrder(tabId)),
    report: async (tabId) => merged(await frames(tabId)),
    ask: async (tabId) => merged(await askAll(tabId)),
    frames,
    async named(frame, ids) {
      const before = tabs.get(frame.tabId)?.get(frame.frameId)
      const isSame = before?.frame.documentId === frame.documentId
      if (before !== undefined && isSame && ids.every((id) => before.ids.has(id))) return ids
      const now = await askFrame(frame)
      return ids.filter((id) => now?.ids.has(id))
    },
  }
}
