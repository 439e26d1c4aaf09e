import type { Handlers } from '#utils/browser/messages.ts'
import type { BackgroundMessages } from '#utils/browser/protocol/background-messages.ts'
import type { PageChannel } from '../page.content/channel.ts'

/**
 * The way to the background of an engine that works on a page of our own: what it asks elsewhere of the background is answered
 * here. What has no answer among these resolves to undefined, as where the background says nothing.
 */
export function answeredHere<Type extends keyof BackgroundMessages>(
  answers: Handlers<Pick<BackgroundMessages, Type>>,
): Pick<PageChannel, 'send'> {
  // Each answer was checked against its message; which of them a call gets is known only when it comes.
  const send = async (type: string, request: unknown): Promise<unknown> => {
    const answer: unknown = Object.hasOwn(answers, type) ? Reflect.get(answers, type) : undefined
    return typeof answer === 'function' ? answer(request) : undefined
  }
  return { send: send as PageChannel['send'] }
}
