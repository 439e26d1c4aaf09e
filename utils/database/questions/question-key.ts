import type { QuestionRow } from '../schema.ts'

/** A question of any list, as the key of a map. */
export const questionKey = ({ list, order }: Pick<QuestionRow, 'list' | 'order'>): string => `${list} ${order}`
