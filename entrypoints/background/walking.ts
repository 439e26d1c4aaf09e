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

/** @param send test seam */
export function createWalking(pages: Pick<Pages, 'frames' | 'check'>, send: typeof sendToPage = sendToPage): Walking {
  /** The frame of a tab that the last step led into. */
  const current = new Map<number, number>()
  /** The code that was last gone to in a tab, and how often in a row. */
  const gone = new Map<number, { readonly id: string; readonly times: number }>()

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

  return {
    async step(tabId, direction) {
      const frames = (await pages.frames(tabId)).filter((frame) => referencesIn(frame) > 0)
      const [only] = frames
      if (frames.length < 2) {
        await stepIn(only?.frame ?? { tabId, frameId: 0 }, { direction })
        return
      }
      const from = current.get(tabId) ?? (await choices(tabId))[0]?.frame.frameId
      const start = Math.max(
        frames.findIndex(({ frame }) => frame.frameId === from),
        0,
      )
      const total = frames.reduce((sum, frame) => sum + referencesIn(frame), 0)
      // Once around, and back into the first frame from its other end.
      for (let tried = 0; tried <= frames.length; tried += 1) {
        const index = (start + tried * direction + tried * frames.length) % frames.length
        const { frame } = frames[index] ?? { frame: { tabId, frameId: 0 } }
        const before = frames.slice(0, index).reduce((sum, each) => sum + referencesIn(each), 0)
        if (await stepIn(frame, { direction, among: { before, total, enter: tried > 0 } })) return
      }
    },
    async goTo(tabId, id) {
      const places = (await pages.frames(tabId)).flatMap(({ frame, report }) =>
        Array.from({ length: report.codes.find((code) => code.id === id)?.count ?? 0 }, () => frame),
      )
      const last = gone.get(tabId)
      const times = last?.id === id ? last.times + 1 : 0
      gone.set(tabId, { id, times })
      for (let tried = 0; tried < places.length; tried += 1) {
        const frame = places[(times + tried) % places.length]
        if (frame !== undefined && (await send(frame, 'page/go-to', { id }).catch(() => false))) {
          current.set(tabId, frame.frameId)
          return true
        }
      }
      return false
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
