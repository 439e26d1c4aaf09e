import { useContext } from 'preact/hooks'
import type { QuestionRow } from '#utils/database/schema.ts'
import { Found, FoundWords } from './found-mark.tsx'
import { excerptAround, spansOf } from './found-words.ts'

/**
 * Where a word was found that a row of a list does not show: a line of its surroundings, or two in a list so narrow that one
 * would often end before the word.
 *
 * @param seen letters of the question that the row shows in any case
 */
export function FoundInside({ row, seen, lines = 1 }: { row: QuestionRow; seen: number; lines?: 1 | 2 }) {
  const words = useContext(FoundWords)
  if (words.length === 0 || spansOf(row.question.slice(0, seen), words).length > 0) return null
  const texts = [row.answer, row.question.slice(seen), ...row.footnotes.map(({ text }) => text)]
  const excerpt = texts.map((text) => excerptAround(text, words)).find((found) => found !== null)
  if (!excerpt) return null
  return (
    <span class={`kl-question__excerpt kl-small ${lines === 1 ? 'kl-question__excerpt--line' : 'kl-clamp'}`}>
      <Found text={excerpt} />
    </span>
  )
}
