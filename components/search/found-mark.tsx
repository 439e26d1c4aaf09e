import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { spansOf } from './found-words.ts'

/** The words that are looked for: whatever text is shown inside marks them. */
export const FoundWords = createContext<readonly string[]>([])

/** A text with the words that were looked for marked. */
export function Found({ text }: { text: string }) {
  const words = useContext(FoundWords)
  const spans = spansOf(text, words)
  if (spans.length === 0) return <>{text}</>
  const parts = spans.flatMap(({ start, end }, index) => [
    text.slice(spans[index - 1]?.end ?? 0, start),
    <mark key={start} class="kl-found">
      {text.slice(start, end)}
    </mark>,
  ])
  return (
    <>
      {parts}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  )
}
