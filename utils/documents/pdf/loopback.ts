/** As much of a `MessagePort` as pdf.js uses. */
interface Port {
  addEventListener(name: 'message', listener: Listener, options?: { readonly signal?: AbortSignal }): void
  postMessage(message: unknown, transfer?: Transferable[]): void
}

type Listener = (event: { readonly data: unknown }) => void

/** What of a page's text pdf.js hands over at a time: ten pieces or so, between two changes of the font. */
interface Chunk {
  readonly items: unknown[]
  readonly styles: object
}

interface ChunkMessage extends Readonly<Record<string, unknown>> {
  readonly streamId: unknown
  readonly chunk: Chunk
}

/**
 * A port on which both halves of pdf.js speak to each other in one thread, in turns of their own. pdf.js has one for itself, which
 * copies every message as if it went to another thread: a tenth of what reading a page's text costs. Here the texts of a page are
 * handed over as they are, since nothing changes one that was sent (but for the lists that they came in, which are filled anew), and so
 * are the words by which the halves keep in step, which hold nothing but numbers and names. All else is copied.
 *
 * The chunks of a stream go over as one, just before whatever comes behind them, and who sends is told to send on without being asked:
 * nothing is read here before all of it is there, and each chunk would cost a turn of either half and of the stream between them.
 */
export function loopback(): Port {
  const listeners = new Set<Listener>()
  const turn = Promise.resolve()
  const waiting = new Map<unknown, ChunkMessage>()
  const hear = (data: unknown) => {
    const event = { data }
    turn.then(() => {
      for (const listener of listeners) listener(event)
    })
  }
  return {
    addEventListener(_, listener, { signal } = {}) {
      listeners.add(listener)
      signal?.addEventListener('abort', () => listeners.delete(listener))
    },
    postMessage(message, transfer = []) {
      if (isOfText(message)) {
        const before = waiting.get(message.streamId)
        if (before) add(before.chunk, message.chunk)
        else waiting.set(message.streamId, { ...message, chunk: { ...message.chunk } })
        return
      }
      for (const chunks of waiting.values()) hear(chunks)
      waiting.clear()
      hear(withoutLimit(isInStep(message) ? message : structuredClone(message, { transfer })))
    },
  }
}

/** Texts of a page. */
function isOfText(message: unknown): message is ChunkMessage {
  return isOfStream(message) && isRecord(message.chunk) && Array.isArray(message.chunk.items)
}

function add({ items, styles }: Chunk, more: Chunk): void {
  for (const item of more.items) items.push(item)
  Object.assign(styles, more.styles)
}

/** A word by which the halves keep in step. */
function isInStep(message: unknown): boolean {
  return isOfStream(message) && message.chunk === undefined
}

function isOfStream(message: unknown): message is Readonly<Record<string, unknown>> {
  return isRecord(message) && typeof message.stream === 'number' && message.reason === undefined
}

/** How much may be sent before more is asked for. */
function withoutLimit(message: unknown): unknown {
  return isRecord(message) && 'desiredSize' in message ? { ...message, desiredSize: Number.POSITIVE_INFINITY } : message
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
