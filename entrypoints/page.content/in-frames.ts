import type { PageChannel } from './channel.ts'
import { isFrame } from './place.ts'

/**
 * What a page of several documents needs besides. Whoever is led into another document by keyboard must have the focus
 * there, or its card would not hear Escape; and where no code is chosen, the document with the focus has the first say.
 */
export const listenInFrames =
  (listen: PageChannel['listen']): PageChannel['listen'] =>
  (handlers) =>
    listen({
      ...handlers,
      'page/step': async (request) => {
        const stepped = await handlers['page/step'](request)
        if (stepped && (isFrame || focusIsInFrame())) focus()
        return stepped
      },
      'page/chosen': async () => {
        const chosen = await handlers['page/chosen']()
        const isHere = document.hasFocus() && !focusIsInFrame()
        return chosen?.weight === 0 && isHere ? { ...chosen, weight: 1 } : chosen
      },
    })

function focusIsInFrame(): boolean {
  return document.activeElement !== null && /^i?frame$/i.test(document.activeElement.tagName)
}
