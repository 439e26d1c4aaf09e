import type { KamerlensDatabase } from '../open.ts'
import type { LookupRecord } from '../records/official-shapes.ts'
import { isSame } from '../rows/is-same.ts'
import type { DocumentId, LookupRow } from '../schema.ts'

/** What becomes of the look-ups kept here. */
export interface LookupsPlan {
  readonly put: readonly LookupRow[]
  /** Rows that are one with another. */
  readonly remove: readonly DocumentId[]
}

/**
 * Joins what the services said to two machines: of the same thing the later answer stays, under all names that either
 * knows. What is asked for here goes on.
 */
export async function planLookups(db: KamerlensDatabase, records: readonly LookupRecord[]): Promise<LookupsPlan> {
  const planned = new Map<DocumentId, LookupRow>()
  const byName = new Map<DocumentId, LookupRow>()
  const remove = new Set<DocumentId>()

  /** What is known of a record's paper under any of its names: as it is stored, or as it is planned by now. */
  async function knownOf(aliases: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, LookupRow>> {
    const stored = await db.lookups
      .where('aliases')
      .anyOf([...aliases])
      .distinct()
      .toArray()
    const kept = stored.filter(({ id }) => !remove.has(id)).map((row) => planned.get(row.id) ?? row)
    const joined = aliases.flatMap((alias) => byName.get(alias) ?? []).filter((row) => planned.get(row.id) === row)
    return new Map([...kept, ...joined].map((row) => [row.id, row]))
  }

  for (const record of records) {
    const known = await knownOf(record.aliases)
    // A zaak and its written questions are looked up under names alike, and are two things.
    const same = [...known.values()].filter(({ document }) => document === null || document.is === record.document.is)
    const joined = joinLookups(same, record)
    if (known.has(joined.id) && !same.some(({ id }) => id === joined.id)) continue
    const [first, ...doubles] = same
    for (const { id } of doubles) {
      remove.add(id)
      planned.delete(id)
    }
    if (first !== undefined && doubles.length === 0 && isSame(first, joined)) continue
    planned.set(joined.id, joined)
    for (const alias of joined.aliases) byName.set(alias, joined)
  }
  return { put: [...planned.values()], remove: [...remove] }
}

function joinLookups(own: readonly LookupRow[], record: LookupRecord): LookupRow {
  const later = own.reduce<LookupRow>(
    (latest, row) => ((row.askedAt ?? '') >= (latest.askedAt ?? '') ? row : latest),
    record,
  )
  // «Not found» of today says less than what was found before.
  const { document, askedAt, expiresAt, failed } = later.document === null ? record : later
  const first = own[0]
  return {
    ...(first ?? record),
    aliases: [...new Set([...own, record].flatMap(({ aliases }) => aliases))],
    document,
    askedAt,
    expiresAt,
    failed,
  }
}
