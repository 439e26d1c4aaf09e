import type { Question } from '../../documents/types.ts'

/**
 * Questions that a reading has found so far, from the context that hosts the reading worker to the pages that show the
 * document. They are told and not kept: nothing of them is settled, so none is ever written to the database. A page that comes
 * late asks for what was told last. Only contexts of this extension share the channel.
 */
const name = 'kamerlens-preliminary'

type Told =
  | { readonly type: 'found'; readonly job: string; readonly questions: readonly Question[] }
  | { readonly type: 'asked'; readonly job: string }

/** The host's side. */
export interface PreliminaryTeller {
  tell(job: string, questions: readonly Question[]): void
  /** The reading is over; nobody needs what was told of it any more. */
  end(job: string): void
}

export function createPreliminaryTeller(): PreliminaryTeller {
  const last = new Map<string, readonly Question[]>()
  let channel: BroadcastChannel | null = null
  const open = (): BroadcastChannel => {
    const opened = new BroadcastChannel(name)
    opened.onmessage = ({ data }: MessageEvent<Told>) => {
      const questions = last.get(data.job)
      if (data.type === 'asked' && questions)
        opened.postMessage({ type: 'found', job: data.job, questions } satisfies Told)
    }
    return opened
  }
  return {
    tell(job, questions) {
      last.set(job, questions)
      channel ??= open()
      channel.postMessage({ type: 'found', job, questions } satisfies Told)
    },
    end(job) {
      last.delete(job)
      if (last.size > 0) return
      channel?.close()
      channel = null
    },
  }
}

/**
 * Follows what one reading has found so far, from the first pages on.
 *
 * @returns what ends it
 */
export function followPreliminary(job: string, onQuestions: (questions: readonly Question[]) => void): () => void {
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.type === 'found' && data.job === job) onQuestions(data.questions)
  }
  channel.postMessage({ type: 'asked', job } satisfies Told)
  return () => channel.close()
}
