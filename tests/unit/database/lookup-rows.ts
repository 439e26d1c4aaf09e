import type { LookupRow } from '#utils/database/schema.ts'
import { nothingOf, type OfficialDocument } from '#utils/sources/official-document.ts'

/** A row of what the services said, asked for long ago and stale for as long as a test says. */
export function lookupRow(
  id: string,
  document: Partial<OfficialDocument> | null = {},
  fields: Partial<LookupRow> = {},
): LookupRow {
  const record = document === null ? null : { ...nothingOf('document', id), ...document }
  return {
    id,
    aliases: [...new Set([id, ...(record?.aliases ?? [])])],
    document: record,
    askedAt: '2026-11-23T12:00:00.000Z',
    expiresAt: '2026-11-24T12:00:00.000Z',
    failed: [],
    ...fields,
  }
}
