/**
 * The files of the journal: `log-<n>.jsonl` holds the transactions from number n on, `snapshot-<n>.jsonl` everything as it
 * was after transaction n, `state` whether all ended in peace, and that there is an `erased-<n>.jsonl`, which is empty, that everything was to be
 * erased by transaction n, and an `emptied-<n>.jsonl`, that it was, by n or one before it.
 */
export const stateFile = 'state'

const digits = 12

const numbered = (kind: string, seq: number): string => `${kind}-${String(seq).padStart(digits, '0')}.jsonl`

export const logName = (first: number): string => numbered('log', first)
export const snapshotName = (seq: number): string => numbered('snapshot', seq)
export const erasedName = (seq: number): string => numbered('erased', seq)
export const emptiedName = (seq: number): string => numbered('emptied', seq)

/** The numbers of the files of one kind, lowest first. */
export function numbersOf(
  kind: 'log' | 'snapshot' | 'erased' | 'emptied',
  names: readonly string[],
): readonly number[] {
  const pattern = new RegExp(`^${kind}-(\\d{${digits}})\\.jsonl$`)
  return names
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((one, other) => one - other)
}
