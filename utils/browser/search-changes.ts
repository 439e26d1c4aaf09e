/** Tells pages that the search index may now find something else. Only contexts of this extension share the channel. */
const name = 'kamerlens-search'

/** The background's side. */
export function createSearchTeller(): () => void {
  const channel = new BroadcastChannel(name)
  return () => channel.postMessage('changed')
}

/** @returns what ends it */
export function followSearch(onChange: () => void): () => void {
  const channel = new BroadcastChannel(name)
  channel.onmessage = () => onChange()
  return () => channel.close()
}
