import type { ReadonlySignal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { SearchOrder } from '#utils/search/ranking/ranking.ts'
import type { Found } from '../store/kept.ts'
import { type Live, useLive, useRead } from '../store/live.ts'
import { useServices } from '../store/services.ts'

/** What was found with these words. */
export interface Searched extends Found {
  readonly words: string
}

/**
 * What a search finds, first what comes first; null for no words. It is done again when what is kept, or the index of
 * it, has grown.
 */
export function useSearch(words: string, order: SearchOrder): ReadonlySignal<Live<Searched | null>> {
  const { kept } = useServices()
  const isOn = words !== ''
  const counts = useLive(async () => (isOn ? kept.counts() : null), [isOn]).value
  const size = counts.state === 'ready' ? Object.values(counts.value ?? {}).join(' ') : ''
  const [changes, setChanges] = useState(0)
  useEffect(() => kept.followSearch(() => setChanges((count) => count + 1)), [kept])
  return useRead<Searched | null>(
    async (tell, signal) => {
      if (words === '') return null
      const of = (found: Found) => ({ ...found, words })
      return of(await kept.search(words, order, (first) => tell(of(first)), signal))
    },
    [words, order, size, changes],
  )
}
