import type { onPageMessages, sendToBackground } from '#utils/browser/messages.ts'
import type { BackgroundMessages } from '#utils/browser/protocol/background-messages.ts'

/** The way to the background and back: `utils/browser/messages.ts` in the extension, a stand-in in tests. */
export interface PageChannel {
  readonly send: typeof sendToBackground
  readonly listen: typeof onPageMessages
}

/** What the engine over a page's codes, and the card, ask: a page of our own that they work on answers all of it itself. */
export type AskedByPage = Pick<
  BackgroundMessages,
  | 'page/report'
  | 'card/states'
  | 'card/lookup'
  | 'card/look-up'
  | 'card/look-up-stop'
  | 'card/follow'
  | 'card/note'
  | 'card/read'
  | 'card/stop'
  | 'reader/open'
>
