/** As much of a `MessagePort` as pdf.js uses. */
interface Port {
  addEventListener(name: 'message', listener: Listener, options?: { readonly signal?: AbortSignal }): void
  postMessage(message: unknown, transfer?: Transferable[]): void
}

type Listener = (event: { readonly data: unknown }) => void

/**
 * A port on which both halves of pdf.js speak to each other in one thread, in turns of their own. pdf.js has one for itself, which
 * copies every message as if it went to another thread: a tenth of what reading a page's text costs. Here the texts of a page are
 * handed over as they are, since nothing changes one that was sent (but for the lists that they came in, which are filled anew), and so
 * are the words by which the halves keep in step, which hold nothing but numbers and names. All else is copied.
 */
export function loopback(): Port {
  const listeners = new Set<Listener>()
  const turn = Promise.resolve()
  return {
    addEventListener(_, listener, { signal } = {}) {
      listeners.add(listener)
      signal?.addEventListener('abort', () => listeners.delete(listener))
    },
    postMessage(message, transfer = []) {
      const event = { data: handedOver(message) ?? structuredClone(message, { transfer }) }
      turn.then(() => {
        for (const listener of listeners) listener(event)
      })
    },
  }
}

/** The message itself, where nothing of it need be copied; else null. */
function handedOver(message: unknown): object | null {
  if (!isRecord(message) || typeof message.stream !== 'number' || message.reason !== undefined) return null
  const { chunk } = message
  if (chunk === undefined) return message
  return isRecord(chunk) && Array.isArray(chunk.items) ? { ...message, chunk: { ...chunk } } : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
