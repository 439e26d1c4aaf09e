/** Why something was not stored. A closed set: each has a sentence for the user in the catalogue. */
export type StoreError =
  | 'database-unavailable'
  | 'quota'
  | 'newer-database'
  /** After an upgrade of its schema rows would have been missing, or too many; it was not made. */
  | 'upgrade-refused'
  /** The database has it, the journal not yet. */
  | 'not-secured'
  | 'not-found'
  | 'invalid'
  | 'unknown'

export type Result<Value, Failure extends string = StoreError> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure }
