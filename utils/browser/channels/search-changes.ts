/** Tells pages that the search index may now find something else. Only contexts of this extension share the channel. */
const name = 'kamerlens-search'

/**
 * The background's side.
 *
 * @returns tells pages; `byServices`, also because of what the official services said of what is kept
 */
export function createSearchTeller(): (byServices: boolean) => void {
  const channel = new BroadcastChannel(name)
  return (byServices) => channel.postMessage({ byServices })
}

/** @returns what ends it */
export function followSearch(onChange: (byServices: boolean) => void): () => void {
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }: MessageEvent<{ readonly byServices: boolean }>) => onChange(data.byServices)
  return () => channel.close()
}
