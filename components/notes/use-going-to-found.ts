import type { RefObject } from 'preact'
import { useContext, useEffect, useRef } from 'preact/hooks'
import { FoundWords } from '../search/found-mark.tsx'
import { spansOf } from '../search/found-words.ts'
import { scrollToPlace } from './field-place.ts'

/**
 * Goes to the first of the words by which a note was found, once, when it is opened: a field can't mark them, and in a
 * long text nobody would know where they stand. Who writes in it already is left in peace.
 */
export function useGoingToFound(field: RefObject<HTMLTextAreaElement | null>, isWanted: boolean): void {
  const words = useContext(FoundWords)
  const goneTo = useRef<readonly string[] | null>(null)
  useEffect(() => {
    const own = field.current
    if (!isWanted || own === null || goneTo.current === words) return
    goneTo.current = words
    const [first] = spansOf(own.value, words)
    if (first !== undefined && document.activeElement !== own) scrollToPlace(own, first.start)
  }, [isWanted, words])
}
