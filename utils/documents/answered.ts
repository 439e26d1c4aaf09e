import type { Question } from './types.ts'

/** Whether an answer is there: its own, a joint one, or one that it points to. */
export function isAnswered({ answer, answeredWith, pointsTo }: Question): boolean {
  return answer !== '' || answeredWith.length > 1 || pointsTo !== null
}
