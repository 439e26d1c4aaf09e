import type { Question } from './types.ts'

/** Whether a reader should check a question. */
export function isDoubtful({ doubts, complete }: Pick<Question, 'doubts' | 'complete'>): boolean {
  return doubts.length > 0 || !complete
}
