import { type Browser, browser } from 'wxt/browser'
import type { LookupRow } from '../database/schema.ts'
import { MessageFailure } from './errors.ts'
import type { BackgroundMessages } from './protocol/background-messages.ts'
import type { LookUpRequest } from './protocol/lookup.ts'
import type { PageMessages, PresenceMessages } from './protocol/page-messages.ts'
import type { PassageMessages } from './protocol/passages.ts'
import type { ReadingHostMessages, ReadingReports } from './protocol/reading.ts'
import type { Result } from './protocol/result.ts'
import type { Frame } from './senders.ts'
import { withTimeout } from './with-timeout.ts'

/**
 * Typed messages between Kamerlens' contexts. This module is bundled into the content script, so it stays without
 * any library; what the background checks of sender and payload is in `receive.ts`.
 *
 * @webext-core/messaging was tried: it hands over neither a refusal nor the sender apart from the data, and sends the
 * stack of every error into the page's process; the part that was left of it is the forty lines below.
 */

/** Who a message is for. Every context of an extension hears `runtime.sendMessage`; the wrong ones must stay silent. */
export type Recipient = 'background' | 'page' | 'host'

export interface Envelope {
  readonly kamerlens: Recipient
  readonly type: string
  readonly payload: unknown
}

/** What travels back. Without one of these nobody listened. */
export type Answer = { readonly value?: unknown } | { readonly failure: 'refused' | 'failed'; readonly detail?: string }

type Handler = (...request: never[]) => unknown
type Request<Message> = Message extends (...request: infer Parameters) => unknown ? Parameters : never
type Reply<Message> = Message extends (...request: never[]) => infer Value ? Value : never

/** A handler for each type of a map of messages, answering now or later. */
export type Handlers<Messages> = {
  readonly [Type in keyof Messages]: (
    ...request: Request<Messages[Type]>
  ) => Reply<Messages[Type]> | Promise<Reply<Messages[Type]>>
}

type ToBackground = BackgroundMessages & ReadingReports
type ToPage = PageMessages & PassageMessages

/** The types whose answer is a `Result`: their failures are values. */
export type AskType = {
  [Type in keyof BackgroundMessages]: ReturnType<BackgroundMessages[Type]> extends Result<unknown, string>
    ? Type
    : never
}[keyof BackgroundMessages]

/**
 * Sends to the background and waits for its answer. Rejects with `MessageFailure` alone.
 * For types that answer a `Result`, `ask` is handier.
 */
export async function sendToBackground<Type extends keyof ToBackground>(
  type: Type,
  ...request: Request<ToBackground[Type]>
): Promise<Reply<ToBackground[Type]>> {
  const answer = await deliver(() => browser.runtime.sendMessage(envelope('background', type, request[0])))
  return answer as Reply<ToBackground[Type]>
}

/**
 * Milliseconds until an answer of the background counts as lost: one that is stopped at the wrong moment neither
 * answers nor refuses, and a screen must not wait for it for good. Far above a cold start and a write.
 */
export const answerTime = 10_000

/**
 * `sendToBackground` for types that answer a `Result`: never rejects, a message that failed or was not answered in time
 * is a failed result. What was asked for may then have been done all the same.
 *
 * @param milliseconds time for the answer; more for what takes long by its nature
 */
export async function ask<Type extends AskType>(
  type: Type,
  request: Request<BackgroundMessages[Type]>[0],
  milliseconds: number = answerTime,
): Promise<ReturnType<BackgroundMessages[Type]>> {
  try {
    const answer = sendToBackground(type, ...([request] as unknown as Request<ToBackground[Type]>))
    return (await withTimeout(answer, milliseconds, unanswered)) as ReturnType<BackgroundMessages[Type]>
  } catch (error) {
    const refused = error instanceof MessageFailure && error.code === 'refused'
    const failure = refused ? { ok: false, error: 'invalid' } : { ok: false, error: 'unknown', unanswered: true }
    return failure as ReturnType<BackgroundMessages[Type]>
  }
}

function unanswered(): never {
  throw new MessageFailure('disconnected', 'no answer')
}

/**
 * Has the official services asked where nothing may be written: their answer is waited for, and each of them is asked more than
 * once and given more time than the background itself.
 */
export const askPrivately = (request: LookUpRequest): Promise<Result<LookupRow>> =>
  ask('look-up/private', { ...request, asker }, 120_000)

/** Ends what this page asked so, and no wish of an ordinary window, nor of another private one. */
export const stopPrivately = (id: string): Promise<Result<true>> => ask('look-up/stop', { id, isPrivate: true, asker })

/** This page of ours, among all that ask for private windows. */
const asker = crypto.randomUUID()

/**
 * Sends to the content script of one document. Rejects with `MessageFailure` where none answers.
 *
 * @param frame with its `documentId` the message reaches that document alone, not what came after it in the frame
 */
export async function sendToPage<Type extends keyof ToPage>(
  { tabId, frameId, documentId }: Frame,
  type: Type,
  ...request: Request<ToPage[Type]>
): Promise<Reply<ToPage[Type]>> {
  const target = documentId === undefined ? { frameId } : { documentId }
  const answer = await deliver(() => browser.tabs.sendMessage(tabId, envelope('page', type, request[0]), target))
  return answer as Reply<ToPage[Type]>
}

/** The page itself in a tab, without its frames. */
export const topOf = (tabId: number): Frame => ({ tabId, frameId: 0 })

/** Tells every document of a tab, its frames included; nobody's answer is waited for. */
export async function tellAllFrames(
  tabId: number,
  type: 'page/refresh' | 'page/check' | 'page/dismiss',
): Promise<void> {
  await browser.tabs.sendMessage(tabId, envelope('page', type, undefined))
}

/** Sends to the context that hosts the reading worker (Chromium's offscreen document). */
export async function sendToReadingHost<Type extends keyof ReadingHostMessages>(
  type: Type,
  ...request: Request<ReadingHostMessages[Type]>
): Promise<Reply<ReadingHostMessages[Type]>> {
  const answer = await deliver(() => browser.runtime.sendMessage(envelope('host', type, request[0])))
  return answer as Reply<ReadingHostMessages[Type]>
}

/** Receives in the content script. Returns what stops it. Only the extension itself can reach a content script. */
export function onPageMessages(handlers: Handlers<PageMessages>): () => void {
  return receive('page', handlers)
}

/** Receives in the content script, and in the reader, what is about passages. Returns what stops it. */
export function onPassageMessages(handlers: Handlers<PassageMessages>): () => void {
  return receive('page', handlers)
}

/** Receives in the content script as long as it is there, at work or not. Returns what stops it. */
export function onPresenceMessages(handlers: Handlers<PresenceMessages>): () => void {
  return receive('page', handlers)
}

/** Receives in the reading host. Returns what stops it. */
export function onReadingHostMessages(handlers: Handlers<ReadingHostMessages>): () => void {
  // A content script could address the host too: only the background has neither a tab nor the host's own page.
  return receive('host', handlers, (sender) => sender.tab === undefined)
}

/** What a listener of `runtime.onMessage` gives: true keeps the way back open until the answer is there. */
export type Respond = (answer: Answer) => void

/** The message in an unknown value, when it is one for this recipient. */
export function envelopeFor(recipient: Recipient, message: unknown): Envelope | null {
  if (typeof message !== 'object' || message === null) return null
  const { kamerlens, type } = message as Partial<Envelope>
  return kamerlens === recipient && typeof type === 'string' ? (message as Envelope) : null
}

function envelope(recipient: Recipient, type: string, payload: unknown): Envelope {
  return { kamerlens: recipient, type, payload }
}

async function deliver(send: () => Promise<unknown>): Promise<unknown> {
  let answer: Answer | undefined
  try {
    answer = (await send()) as Answer | undefined
  } catch (error) {
    throw new MessageFailure('disconnected', error instanceof Error ? error.message : String(error))
  }
  if (answer === undefined || answer === null) throw new MessageFailure('disconnected')
  if ('failure' in answer) throw new MessageFailure(answer.failure, answer.detail)
  return answer.value
}

function receive<Messages>(
  recipient: Recipient,
  handlers: Handlers<Messages>,
  allowed: (sender: Browser.runtime.MessageSender) => boolean = () => true,
): () => void {
  const listener = (message: unknown, sender: Browser.runtime.MessageSender, respond: Respond): true | undefined => {
    const received = envelopeFor(recipient, message)
    if (received === null || !Object.hasOwn(handlers, received.type)) return undefined
    if (sender.id !== browser.runtime.id || !allowed(sender)) {
      respond({ failure: 'refused' })
      return undefined
    }
    answerWith(respond, () => (handlers[received.type as keyof Messages] as Handler)(received.payload as never))
    return true
  }
  browser.runtime.onMessage.addListener(listener)
  return () => browser.runtime.onMessage.removeListener(listener)
}

/** Runs a handler and sends its value, or that it failed, without the stack: the other side may be a page's process. */
export function answerWith(respond: Respond, handle: () => unknown): void {
  const answer = async (): Promise<Answer> => {
    try {
      return { value: await handle() }
    } catch (error) {
      console.error(error)
      return { failure: 'failed', detail: error instanceof Error ? error.name : 'Error' }
    }
  }
  answer().then(respond)
}
