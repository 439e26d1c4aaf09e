import type { ChangeProgress } from '../protocol/keeping.ts'

/**
 * How far a change of many rows is, from the background to the page that asked for it. It is told and not kept, and what is
 * missed is not told again. Only contexts of this extension share the channel.
 */
const name = 'kamerlens-changes'

interface Told extends ChangeProgress {
  readonly id: string
}

/**
 * Tells of one change, as long as it goes on.
 *
 * @param id that the page gave it; without one nobody wants to be told
 */
export async function tellingProgress<Value>(
  id: string | undefined,
  change: (tell?: (progress: ChangeProgress) => void) => Promise<Value>,
): Promise<Value> {
  if (id === undefined) return change()
  const channel = new BroadcastChannel(name)
  try {
    return await change((progress) => channel.postMessage({ id, ...progress } satisfies Told))
  } finally {
    channel.close()
  }
}

/**
 * Follows one change.
 *
 * @returns what ends it
 */
export function followProgress(id: string, onProgress: (progress: ChangeProgress) => void): () => void {
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.id === id) onProgress({ done: data.done, total: data.total })
  }
  return () => channel.close()
}
