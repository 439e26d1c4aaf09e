import { browser } from 'wxt/browser'
import { createTurns } from './turns.ts'

/** Chromium's one offscreen document hosts all workers, which the service worker itself may not start. */
const page = '/offscreen.html'

/** What the document is needed for. */
export type OffscreenUse = 'reading' | 'journal'

const uses = new Set<OffscreenUse>()

// Opening and closing follow each other: a document that is about to be closed is not taken for an open one.
const inTurn = createTurns()

export async function isOffscreenOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })
  return contexts.some(({ documentUrl }) => documentUrl === new URL(page, globalThis.location.href).href)
}

/** Opens the document where it is not open, and keeps it for this use. */
export function openOffscreen(use: OffscreenUse): Promise<void> {
  uses.add(use)
  return inTurn(async () => {
    if (await isOffscreenOpen()) return
    await browser.offscreen.createDocument({
      url: page,
      reasons: ['WORKERS'],
      justification:
        'Reads documents of questions and answers, and writes the journal of what is kept, in workers, which a service worker may not start.',
    })
  })
}

/** It is not needed for this any more: closed when it is needed for nothing. */
export function releaseOffscreen(use: OffscreenUse): Promise<void> {
  uses.delete(use)
  return inTurn(async () => {
    if (uses.size === 0 && (await isOffscreenOpen())) await browser.offscreen.closeDocument()
  })
}
