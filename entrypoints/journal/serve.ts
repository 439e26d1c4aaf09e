import type { Channel, FromJournal, ToJournal } from '#utils/browser/workers/journal-channel.ts'
import type { Everything, JournalWriter } from '#utils/database/journal/writing.ts'

/** Milliseconds without writing after which all counts as having ended in peace; more than the background's own. */
const peaceAfter = 5_000

interface Serving {
  readonly channel: Channel
  readonly writer: Pick<JournalWriter, 'append' | 'mark' | 'snapshot' | 'snapshotAlone' | 'erasing'>
  readonly everything: () => Promise<Everything>
  readonly peace?: number
}

/** Answers the background's requests, one after the other, and notes peace when none has come for a while. */
export function serveJournal({ channel, writer, everything, peace = peaceAfter }: Serving): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const notePeace = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      writer.mark('clean').catch((error: unknown) => console.error(error))
    }, peace)
  }

  const answerOf = async (request: ToJournal): Promise<unknown> => {
    notePeace()
    switch (request.type) {
      case 'begin':
        await writer.mark('open')
        return null
      case 'append':
        await writer.mark('open')
        return writer.append(request.payload)
      case 'snapshot':
        return request.payload.alone ? writer.snapshotAlone(everything) : writer.snapshot(await everything())
      case 'erasing':
        await writer.erasing(request.payload)
        return null
    }
  }

  /** A request that is asked again while it is being answered is answered once. */
  const running = new Set<string>()
  channel.addEventListener('message', async ({ data }) => {
    const request = data as ToJournal | FromJournal
    if (request.to !== 'journal' || running.has(request.id)) return
    running.add(request.id)
    const to = 'background'
    try {
      channel.postMessage({ to, id: request.id, value: await answerOf(request) })
    } catch (error) {
      const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
      channel.postMessage({ to, id: request.id, error: said })
    } finally {
      running.delete(request.id)
    }
  })
  channel.postMessage({ to: 'background', ready: true })
}
