import type { JobRow, LookupRow } from '#utils/database/schema.ts'
import { nothingOf } from '#utils/sources/official-document.ts'
import type { World } from './kept-world.ts'
import { documentRow, jobRow, questionRow } from './rows.ts'

const answerId = 'ah-tk-20222023-2345'
const names = ['2023D21040', answerId]

/** What the services said of the written questions 2023D19158: that they were answered. */
export function keepOfficial({ db }: World): Promise<unknown> {
  return db.lookups.put({
    ...lookupRow('2023D19158', ['2023D19158', 'kv-tk-2023Z08012']),
    document: {
      ...nothingOf('document', '2023D19158'),
      kind: 'Schriftelijke vragen',
      type: 'written-questions',
      title: 'Gelijke kansen bij het zoeken van een stage',
      date: '2023-05-03',
      related: [{ aliases: names, by: 'zaak', kind: null, type: 'answers', title: null, date: '2023-05-22' }],
    },
  })
}

export function lookupRow(id: string, aliases: readonly string[] = [id]): LookupRow {
  const at = '2023-05-24T09:00:00.000Z'
  return { id, aliases, document: null, askedAt: at, expiresAt: '2033-05-24T09:00:00.000Z', failed: [] }
}

/** The answer, read by itself. */
export async function keepAnswer({ db }: World, count = 7): Promise<unknown> {
  await db.documents.put(documentRow(answerId, { aliases: names, title: 'Antwoord op vragen over stages' }))
  return db.questions.bulkPut(Array.from({ length: count }, (_, order) => questionRow(answerId, order)))
}

/** Its reading. */
export function keepReading({ db }: World, fields: Partial<JobRow> = {}): Promise<unknown> {
  const url = `https://zoek.officielebekendmakingen.nl/${answerId}.html`
  const source = { type: 'url', url, title: 'Antwoord op vragen over stages' } as const
  return db.jobs.put(jobRow({ source, byItself: { names, addresses: [url] }, ...fields }))
}
