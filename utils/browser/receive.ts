import { type Browser, browser } from 'wxt/browser'
import { answerWith, envelopeFor, type Respond } from './messages.ts'
import { isBackgroundType, readPayload } from './payloads.ts'
import { isReadable } from './permissions.ts'
import type { BackgroundMessages } from './protocol/background-messages.ts'
import type { ReadingReports } from './protocol/reading.ts'
import { allowedSenders, type BackgroundType, type CheckedSender, checkSender, type SenderChecks } from './senders.ts'

type Messages = BackgroundMessages & ReadingReports

/** What the background does with each message, once its sender and payload were found right. */
export type BackgroundHandlers<Types extends BackgroundType = BackgroundType> = {
  readonly [Type in Types]: (
    payload: Parameters<Messages[Type]>[0],
    sender: CheckedSender,
  ) => ReturnType<Messages[Type]> | Promise<ReturnType<Messages[Type]>>
}

/**
 * Receives in the background. A message is handled only when the browser vouches for its sender, that kind of sender
 * may send this type, and the payload has the type's shape; else it is answered as refused and nothing happens.
 *
 * Call it synchronously when the background starts, or the message that woke it is lost.
 *
 * @returns what stops it
 */
export function onBackgroundMessages<Types extends BackgroundType>(
  handlers: BackgroundHandlers<Types>,
  checks: SenderChecks = { id: browser.runtime.id, root: new URL('/', globalThis.location.href).href, isReadable },
): () => void {
  const handlerOf = (type: string): AnyHandler | undefined =>
    Object.hasOwn(handlers, type) ? (handlers[type as Types] as AnyHandler) : undefined
  const listener = (message: unknown, sender: Browser.runtime.MessageSender, respond: Respond): true | undefined => {
    const received = envelopeFor('background', message)
    const handler = received === null ? undefined : handlerOf(received.type)
    if (received === null || handler === undefined || !isBackgroundType(received.type)) return undefined
    answerChecked(received.type, received.payload, checkSender(sender, checks), handler, respond)
    return true
  }
  browser.runtime.onMessage.addListener(listener)
  return () => browser.runtime.onMessage.removeListener(listener)
}

type AnyHandler = (payload: unknown, sender: CheckedSender) => unknown

async function answerChecked(
  type: BackgroundType,
  payload: unknown,
  sender: ReturnType<typeof checkSender>,
  handler: AnyHandler,
  respond: Respond,
): Promise<void> {
  const checked = await sender.catch(() => null)
  if (checked === null || !allowedSenders[type].includes(checked.context)) {
    respond({ failure: 'refused', detail: 'sender' })
    return
  }
  const read = readPayload(type, payload)
  if (read === null) {
    respond({ failure: 'refused', detail: 'payload' })
    return
  }
  answerWith(respond, () => handler(read.value, checked))
}
