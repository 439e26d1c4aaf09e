import type { PageChannel } from './channel.ts'
import { isFrame } from './place.ts'

/**
 * A card that was opened by pointing may stand in another document of the page than the one with the focus, which alone
 * hears keys: Escape closes it from there as well. Who has a use of its own for the key says so by `preventDefault`.
 */
export function passOnEscape({ send }: Pick<PageChannel, 'send'>, signal: AbortSignal): void {
  const pressed = (event: KeyboardEvent): void => {
    const isOnly = !isFrame && window.length === 0
    if (event.key !== 'Escape' || !event.isTrusted || event.isComposing || isOnly) return
    setTimeout(() => event.defaultPrevented || send('card/dismiss').catch(() => undefined))
  }
  addEventListener('keydown', pressed, { capture: true, signal })
}

const focusIsHere = (): boolean => document.hasFocus() && !/^i?frame$/i.test(document.activeElement?.tagName ?? '')

/**
 * What a page of several documents needs besides. Whoever is led into another document by keyboard must have the focus
 * there, or its card would not hear Escape. And a frame in which no code is chosen speaks up only when it has the focus:
 * what is in view in it may be out of sight in the page.
 */
export const listenInFrames =
  (listen: PageChannel['listen']): PageChannel['listen'] =>
  (handlers) =>
    listen({
      ...handlers,
      'page/step': async (request) => {
        const stepped = await handlers['page/step'](request)
        if (stepped && !focusIsHere()) focus()
        return stepped
      },
      'page/chosen': async () => {
        const chosen = await handlers['page/chosen']()
        if (chosen?.weight !== 2 || focusIsHere()) return chosen
        return isFrame ? null : { ...chosen, weight: 1 }
      },
    })
