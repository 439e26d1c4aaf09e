/** Why something was not stored. A closed set: each has a sentence for the user in the catalogue. */
export type StoreError =
  | 'database-unavailable'
  | 'quota'
  | 'newer-database'
  /** After an upgrade of its schema rows would have been missing, or too many; it was not made. */
  | 'upgrade-refused'
  /** What is there could not be kept as it was before an upgrade of its schema, which was not made. */
  | 'upgrade-unsecured'
  /** Another context holds the database of the earlier schema open, so it could not be upgraded yet. */
  | 'upgrade-blocked'
  /** The journal can't be reached, and nothing was begun. */
  | 'journal-unavailable'
  /** The database has it, the journal not yet. */
  | 'not-secured'
  | 'not-found'
  /** It can't be undone any more: another one came after it, or too much time has passed. */
  | 'undo-gone'
  /** Everything was erased since it was begun. */
  | 'erased'
  | 'invalid'
  | 'unknown'

export type Result<Value, Failure extends string = StoreError> =
  | { readonly ok: true; readonly value: Value }
  /** `unanswered`: the background gave no answer, so what was asked may have been done all the same. */
  | { readonly ok: false; readonly error: Failure; readonly unanswered?: true }
