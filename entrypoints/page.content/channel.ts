import type { onPageMessages, sendToBackground } from '#utils/browser/messages.ts'

/** The way to the background and back: `utils/browser/messages.ts` in the extension, a stand-in in tests. */
export interface PageChannel {
  readonly send: typeof sendToBackground
  readonly listen: typeof onPageMessages
}
