import type { Handlers } from '#utils/browser/messages.ts'
import type { PassageMessages } from '#utils/browser/protocol/passages.ts'
import { contentType, isHidden } from '#utils/dom/natives.ts'
import { mayBeSelected } from '#utils/dom/selected.ts'
import type { PageChannel } from '../channel.ts'
import { watchNavigation } from '../navigation.ts'
import { receive } from '../script-exchange.ts'
import { whenShownAgain } from '../shown-again.ts'
import type { PassagesAtWork, startPassages } from './start.ts'

export interface PassageSlotOptions {
  readonly channel: Pick<PageChannel, 'send'>
  readonly listen: (handlers: Handlers<PassageMessages>) => () => void
  readonly signal: AbortSignal
  /** Test seam: how the script is loaded. */
  readonly load?: () => Promise<typeof startPassages>
}

/**
 * Asks once for the passages of the page's document, and has their script loaded where there are any, or where one is to be
 * made: most pages have none.
 */
export function keepPassages({
  channel,
  listen,
  signal,
  load = () => receive('passages', () => channel.send('passages/load')),
}: PassageSlotOptions): void {
  // The wrapper of Chromium's PDF viewer has no text.
  if (contentType() === 'application/pdf') return
  let loading: Promise<PassagesAtWork> | null = null

  const atWork = (): Promise<PassagesAtWork> => {
    loading ??= load().then((start) => {
      if (signal.aborted) throw new Error('too late')
      return start({ channel, signal })
    })
    // Refused or lost: the next time is the next attempt.
    loading.catch(() => {
      loading = null
    })
    return loading
  }

  let asked = 0
  async function ask(): Promise<void> {
    asked += 1
    const turn = asked
    const answer = await channel.send('passages/list')
    if (signal.aborted || turn !== asked || !answer.ok) return
    const { passages, wanted } = answer.value
    if (passages.length > 0 || loading !== null) (await atWork()).seek(passages, wanted)
  }

  let waits = false
  /** A page out of sight is asked for once it is shown. */
  function askWhenShown(): void {
    waits = isHidden()
    if (!waits) ask().catch(() => undefined)
  }

  const stop = listen({
    'page/selection': async ({ isThere }) =>
      isThere || mayBeSelected() ? (await atWork()).selection() : { state: 'nothing' },
    'page/passages': async () => (await loading)?.['page/passages']() ?? [],
    'page/show-passage': async (request) => (await loading)?.['page/show-passage'](request) ?? false,
    'page/step-passage': async () => (await loading)?.['page/step-passage']() ?? false,
    'page/dismiss': async () => (await loading)?.['page/dismiss'](),
    'page/refresh': askWhenShown,
  })
  signal.addEventListener('abort', stop)
  document.addEventListener('visibilitychange', () => waits && askWhenShown(), { signal })
  whenShownAgain(askWhenShown, signal)
  watchNavigation(askWhenShown, signal)
  askWhenShown()
}
