import { wholeText } from '#utils/documents/corrections.ts'
import type { Question } from '#utils/documents/types.ts'

/** A sentence of a question with its answer: a place where the answer may begin. */
export interface TextPiece {
  /** UTF-16 offset in `wholeText`. */
  readonly start: number
  readonly text: string
  /** Whether it stands in the answer now. */
  readonly inAnswer: boolean
}

/** The sentences of a question and its answer; a line break ends one too. */
export function piecesOf(question: Pick<Question, 'question' | 'answer'>): readonly TextPiece[] {
  const text = wholeText(question)
  const border = text.length - question.answer.length
  const sentences = new Intl.Segmenter('nl', { granularity: 'sentence' })
  const pieces: TextPiece[] = []
  for (const { index, segment } of sentences.segment(text)) {
    for (const match of segment.matchAll(/[^\n]+/gu)) {
      const indent = match[0].length - match[0].trimStart().length
      if (indent === match[0].length) continue
      const start = index + match.index + indent
      pieces.push({ start, text: match[0].trim(), inAnswer: start >= border })
    }
  }
  return pieces
}
