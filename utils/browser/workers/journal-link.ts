import type { JournalLink } from '#utils/database/journal/journal.ts'
import type { Channel, FromJournal, JournalRequests, JournalRequestType, ToJournal } from './journal-channel.ts'

/** Milliseconds after which a worker that does not answer is looked after, and after which the request has failed. */
const timeouts = { again: 1_000, all: 8_000, snapshot: 120_000 }

interface Waiting {
  readonly message: ToJournal
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * The way from the background to the journal's worker. A request that is not answered is asked again, of a new worker
 * where the old one has gone: the worker writes nothing twice.
 *
 * @param ensureWorker resolves when there is a worker, which may still be starting
 */
export function journalLink(channel: Channel, ensureWorker: () => Promise<void>): JournalLink {
  const waiting = new Map<string, Waiting>()

  channel.addEventListener('message', ({ data }) => {
    const message = data as FromJournal | ToJournal
    if (message.to !== 'background') return
    if ('ready' in message) {
      for (const { message: request } of waiting.values()) channel.postMessage(request)
      return
    }
    const request = waiting.get(message.id)
    if (request === undefined) return
    waiting.delete(message.id)
    if ('error' in message) request.reject(new Error(message.error))
    else request.resolve(message.value)
  })

  async function request<Type extends JournalRequestType>(
    type: Type,
    payload: JournalRequests[Type]['payload'],
    time: number = timeouts.all,
  ): Promise<JournalRequests[Type]['answer']> {
    const message = { to: 'journal', id: crypto.randomUUID(), type, payload } as ToJournal
    let again: ReturnType<typeof setInterval> | undefined
    let late: ReturnType<typeof setTimeout> | undefined
    const answer = new Promise<unknown>((resolve, reject) => {
      waiting.set(message.id, { message, resolve, reject })
      late = setTimeout(() => reject(new Error('the journal does not answer')), time)
    })
    // A worker that is there has it at once; one that is still to be started asks for it when it listens.
    const ask = () => {
      channel.postMessage(message)
      ensureWorker().catch((error: unknown) =>
        waiting.get(message.id)?.reject(error instanceof Error ? error : new Error(String(error))),
      )
    }
    again = setInterval(ask, timeouts.again)
    ask()
    try {
      return (await answer) as JournalRequests[Type]['answer']
    } finally {
      clearInterval(again)
      clearTimeout(late)
      waiting.delete(message.id)
    }
  }

  return {
    begin: () => request('begin', null).then(() => undefined),
    append: (entries) => request('append', entries),
    snapshot: ({ alone } = { alone: false }) => request('snapshot', { alone }, timeouts.snapshot),
    erasing: (seq) => request('erasing', seq).then(() => undefined),
  }
}
