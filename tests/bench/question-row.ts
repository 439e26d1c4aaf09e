import type { QuestionRow } from '#utils/database/schema.ts'

/** A question of a made-up list, as its reading would keep it. */
export function questionRow(
  list: string,
  order: number,
  texts: Pick<QuestionRow, 'question' | 'answer'>,
  doubts: QuestionRow['doubts'] = [],
): QuestionRow {
  return {
    list,
    order,
    number: String(order + 1),
    code: null,
    page: null,
    ownPage: 1,
    ...texts,
    answeredWith: [],
    pointsTo: null,
    footnotes: [],
    complete: true,
    doubts,
  }
}
