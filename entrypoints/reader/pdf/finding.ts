import { type ReadonlySignal, signal } from '@preact/signals'
import type { Finding } from '#components/reader/pdf-view.ts'
import type { PdfjsParts } from './load.ts'

interface Matches {
  readonly matchesCount: { readonly current: number; readonly total: number }
}

/** Searching in the document, by pdf.js' own search over the whole file. */
export function createFinding(
  eventBus: InstanceType<PdfjsParts['viewer']['EventBus']>,
  states: PdfjsParts['viewer']['FindState'],
): { readonly state: ReadonlySignal<Finding>; find(words: string, step?: 1 | -1): void; stop(): void } {
  const idle: Finding = { state: 'idle', current: 0, total: 0 }
  const state = signal<Finding>(idle)
  let searched = ''
  const counted = ({ matchesCount: { current, total } }: Matches) => {
    if (searched !== '') state.value = { ...state.value, current, total }
  }
  eventBus.on('updatefindmatchescount', counted)
  eventBus.on('updatefindcontrolstate', ({ state: now, matchesCount }: Matches & { state: number }) => {
    if (searched === '') return
    const name = now === states.PENDING ? 'searching' : now === states.NOT_FOUND ? 'nothing' : 'found'
    state.value = { state: name, ...matchesCount }
  })
  return {
    state,
    find(words, step) {
      const isAgain = step !== undefined && words === searched
      searched = words
      if (words === '') {
        state.value = idle
        eventBus.dispatch('findbarclose', { source: globalThis })
        return
      }
      if (!isAgain) state.value = { state: 'searching', current: 0, total: 0 }
      eventBus.dispatch('find', {
        source: globalThis,
        type: isAgain ? 'again' : '',
        query: words,
        caseSensitive: false,
        entireWord: false,
        highlightAll: true,
        findPrevious: step === -1,
        matchDiacritics: false,
      })
    },
    stop() {
      searched = ''
      state.value = idle
      eventBus.dispatch('findbarclose', { source: globalThis })
    },
  }
}
