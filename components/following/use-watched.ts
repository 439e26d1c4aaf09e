import { useEffect, useState } from 'preact/hooks'

/** Something outside the database that is read, and tells when it changed. */
export interface Watched<Value> {
  read(): Promise<Value>
  /** Calls back after each change, until it is stopped. */
  onChange(listener: () => void): () => void
}

/** How it stands, kept up to date; null until that is known. */
export function useWatched<Value>(watched: Watched<Value>): Value | null {
  const [value, setValue] = useState<Value | null>(null)
  useEffect(() => {
    let isShown = true
    const read = async () => {
      const now = await watched.read()
      if (isShown) setValue(now)
    }
    void read()
    const stop = watched.onChange(() => void read())
    return () => {
      isShown = false
      stop()
    }
  }, [watched])
  return value
}
