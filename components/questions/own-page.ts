import type { Question } from '#utils/documents/types.ts'

/** Whether the page that a question was read from is one to be named: what has no pages, as a web page has none, is all on page 1. */
export const isOnPage = ({ ownPage, top }: Pick<Question, 'ownPage' | 'top'>): boolean =>
  ownPage > 1 || top !== undefined
