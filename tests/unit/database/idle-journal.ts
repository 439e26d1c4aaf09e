import type { Journal } from '#utils/database/journal/journal.ts'

/** A second copy that is always there, and keeps nothing. */
export const idleJournal: Journal = {
  begin: async () => undefined,
  recoverAnew: async () => undefined,
  last: async () => 0,
  append: async () => undefined,
  erasing: async () => undefined,
  forget: async () => undefined,
}
