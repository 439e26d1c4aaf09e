/** Whether a row was not removed by the user. */
export const isLive = (row: { readonly deletedAt?: string }): boolean => row.deletedAt === undefined

/** Those of the rows that were asked for that are there, and were not removed. */
export function liveRows<Row extends { readonly deletedAt?: string }>(rows: readonly (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined).filter(isLive)
}
