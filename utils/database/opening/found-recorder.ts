import type { DBCore, Middleware } from 'dexie'
import type { DocumentId, LookupRow } from '../schema.ts'

/**
 * Tells of every record of the official services that is stored, by all names of what it is of. Look-ups are in no journal, and so in no
 * `Change`; what is derived from them follows them by this. The transaction may not have ended yet.
 */
export function foundRecorder(tell: (names: readonly DocumentId[]) => void): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'found',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name)
        if (name !== 'lookups') return table
        return {
          ...table,
          async mutate(request) {
            const answer = await table.mutate(request)
            if (request.type === 'put' || request.type === 'add') {
              // A wish alone changes nothing of what is known.
              const found = (request.values as LookupRow[]).filter((row) => row.document !== null && !row.wanted)
              const names = found.flatMap(({ aliases }) => aliases)
              if (names.length > 0) tell(names)
            }
            return answer
          },
        }
      },
    }),
  }
}
