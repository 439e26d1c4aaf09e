import { sendToPage } from '#utils/browser/messages.ts'
import type { Frame } from '#utils/browser/senders.ts'
import type { KnownFrame, Pages } from './pages.ts'

/** Leads the user from code to code over a page and its frames: the page's own codes first, then frame by frame. */
export interface Walking {
  /** To the next or previous reference; out of the last frame back to the page's first. */
  step(tabId: number, direction: 1 | -1): Promise<void>
  /** To a code; called again, to where it stands next, in whichever frame. False where it stands nowhere any more. */
  goTo(tabId: number, id: string): Promise<boolean>
  /** What a note would be on, of all frames; null where no code is in view. */
  chosen(tabId: number): Promise<string | null>
  forget(tabId: number): void
}

/** What can be stepped to in a document: not what stands in closed sections alone. */
const referencesIn = ({ report }: KnownFrame): number =>
  report.codes.reduce((sum, { count, collapsed }) => sum + (collapsed ? 0 : count), 0)

const total = (frames: readonly KnownFrame[]): number => frames.reduce((sum, frame) => sum + referencesIn(frame), 0)

/** @param send test seam */
export function createWalking(
  pages: Pick<Pages, 'frames' | 'ask' | 'check'>,
  send: typeof sendToPage = sendToPage,
): Walking {
  /** The frame of a tab that the last step led into. */
  const current = new Map<number, number>()
  /** The code that was last gone to in a tab, and how often in a row. */
  const gone = new Map<number, { readonly id: string; readonly times: number }>()

  /** The documents of a tab in which something can be stepped to. */
  const stops = async (tabId: number) => (await pages.frames(tabId)).filter((frame) => referencesIn(frame) > 0)

  /** Steps within a frame; false where the step leads out of it, or nobody is there. */
  async function stepIn(frame: Frame, request: Parameters<typeof send<'page/step'>>[2]): Promise<boolean> {
    try {
      const stepped = await send(frame, 'page/step', request)
      if (stepped) current.set(frame.tabId, frame.frameId)
      return stepped
    } catch {
      await pages.check(frame)
      return false
    }
  }

  async function choices(tabId: number) {
    const asked = (await pages.frames(tabId)).map(async ({ frame }) => {
      const chosen = await send(frame, 'page/chosen').catch(() => null)
      return chosen === null ? [] : [{ frame, ...chosen }]
    })
    return (await Promise.all(asked)).flat().sort((one, other) => other.weight - one.weight)
  }

  /** The frames in which a code stands, each as often as it does there. */
  const placesOf = async (tabId: number, id: string): Promise<readonly Frame[]> =>
    (await pages.frames(tabId)).flatMap(({ frame, report }) =>
      Array.from({ length: report.codes.find((code) => code.id === id)?.count ?? 0 }, () => frame),
    )

  async function goToOneOf(places: readonly Frame[], id: string, times: number): Promise<boolean> {
    for (let tried = 0; tried < places.length; tried += 1) {
      const frame = places[(times + tried) % places.length]
      if (frame !== undefined && (await send(frame, 'page/go-to', { id }).catch(() => false))) {
        current.set(frame.tabId, frame.frameId)
        return true
      }
    }
    return false
  }

  return {
    async step(tabId, direction) {
      const known = await stops(tabId)
      const [first] = known
      if (first === undefined || known.length === 1) {
        await stepIn(first?.frame ?? { tabId, frameId: 0 }, { direction })
        return
      }
      const stepAmong = (frames: readonly KnownFrame[], index: number, enter: boolean) => {
        const { frame } = frames[index] ?? first
        const among = { before: total(frames.slice(0, index)), total: total(frames), enter }
        return stepIn(frame, { direction, among })
      }
      const last = current.get(tabId) ?? (await choices(tabId))[0]?.frame.frameId
      const start = Math.max(
        known.findIndex(({ frame }) => frame.frameId === last),
        0,
      )
      const { frameId: from } = (known[start] ?? first).frame
      if (await stepAmong(known, start, false)) return
      // Out of a frame: what comes next may have been late to tell what it names, or be gone.
      await pages.ask(tabId)
      const frames = await stops(tabId)
      const before = frames.filter(({ frame }) => frame.frameId < from).length
      const isThere = frames[before]?.frame.frameId === from
      const left = isThere || direction === -1 ? before : before - 1
      // Once around, and back into the frame from its other end.
      for (let tried = 1; tried <= frames.length; tried += 1) {
        if (await stepAmong(frames, (left + tried * direction + tried * frames.length) % frames.length, true)) return
      }
    },
    async goTo(tabId, id) {
      const last = gone.get(tabId)
      const times = last?.id === id ? last.times + 1 : 0
      gone.set(tabId, { id, times })
      if (await goToOneOf(await placesOf(tabId, id), id, times)) return true
      // The document that names it may have been late to tell so, since the background was started.
      await pages.ask(tabId)
      return goToOneOf(await placesOf(tabId, id), id, times)
    },
    async chosen(tabId) {
      return (await choices(tabId))[0]?.id ?? null
    },
    forget(tabId) {
      current.delete(tabId)
      gone.delete(tabId)
    },
  }
}
