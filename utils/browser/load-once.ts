/** Loads something once, whoever asks for it; where that failed, again when somebody asks again. */
export function loadOnce<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let coming: Promise<Value> | undefined
  return () => {
    coming ??= load().catch((error: unknown) => {
      coming = undefined
      throw error
    })
    return coming
  }
}
