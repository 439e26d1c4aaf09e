import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { searchMessages } from '#locales/search.ts'
import type { Destination } from '../papers/destination.ts'
import { useStore } from '../store/use-store.ts'
import { FoundWords } from './found-mark.tsx'
import './found-marks.css'

const noWords: readonly string[] = []
/** Milliseconds in which what is opened comes to stand there. */
const longest = 5_000

/**
 * Marks the words by which something was found in what is opened, goes to the first, and takes the marks away when that is
 * asked for.
 */
export function FoundMarks({ destination, children }: { destination: Destination; children: ComponentChildren }) {
  const t = useStore(searchMessages)
  const [cleared, setCleared] = useState<Destination | null>(null)
  const [hasMarks, setHasMarks] = useState(false)
  const bar = useRef<HTMLDivElement>(null)
  const found = 'found' in destination && cleared !== destination ? (destination.found ?? noWords) : noWords
  useEffect(() => {
    const around = bar.current?.parentElement
    if (found.length === 0 || !around) return
    setHasMarks(false)
    return whenMarked(around, (mark) => {
      setHasMarks(true)
      // A question that was found is gone to by the list that it stands in.
      if (destination.type !== 'document' || destination.question === undefined)
        mark.scrollIntoView({ block: 'nearest' })
    })
  }, [destination, found])

  function clear() {
    // The button goes, and would take the focus with it.
    bar.current?.closest<HTMLElement>('[tabindex]')?.focus()
    setCleared(destination)
    setHasMarks(false)
  }

  return (
    <FoundWords.Provider value={found}>
      {found.length > 0 && (
        <div ref={bar} class="kl-marked kl-small" hidden={!hasMarks}>
          <span>{t.marked}</span>
          <button type="button" class="kl-button kl-button--plain" onClick={clear}>
            {t.clearMarks}
          </button>
        </div>
      )}
      {children}
    </FoundWords.Provider>
  )
}

/** @returns what ends the waiting */
function whenMarked(around: Element, onMark: (mark: Element) => void): () => void {
  const look = (): boolean => {
    const mark = around.querySelector('.kl-found')
    if (mark !== null) onMark(mark)
    return mark !== null
  }
  if (look()) return () => {}
  const observer = new MutationObserver(() => look() && observer.disconnect())
  observer.observe(around, { childList: true, subtree: true })
  const timer = setTimeout(() => observer.disconnect(), longest)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}
