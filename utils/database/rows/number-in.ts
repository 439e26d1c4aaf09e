import type { MetaRow } from '../schema.ts'

/** The number that a row of `meta` holds; another where there is no such row, or it holds something else. */
export const numberIn = (row: MetaRow | undefined, otherwise: number): number =>
  typeof row?.value === 'number' ? row.value : otherwise
