import { afterEach, expect, it } from 'vitest'
import { expectedQuestion, records } from '#tests/fixtures/pdf/records.ts'
import { seedLayoutPdf } from '#tests/fixtures/pdf/seed-layout.ts'
import { readIncoming, removeIncoming, writeIncoming } from '#utils/browser/incoming.ts'
import type { JobProgress } from '#utils/database/schema.ts'
import { readDocument } from '#utils/documents/read.ts'
import { fetchDocument } from '#utils/sources/fetch-document.ts'
import { readSource } from '../../../entrypoints/reading/read-source.ts'

const job = { id: 'dropped', source: { type: 'file', name: 'antwoorden.pdf', size: 1 } } as const
const parts = { fetchDocument, readIncoming, readDocument }

afterEach(() => removeIncoming(job.id))

it('reads a file that was dropped from the file system of its origin, page by page', { timeout: 60_000 }, async () => {
  await writeIncoming(job.id, (await seedLayoutPdf(records)) as Uint8Array<ArrayBuffer>)
  const progress: JobProgress[] = []
  const result = await readSource(job, (each) => progress.push(each), parts)
  if (!result.ok) throw new Error(result.detail)
  const { pages, questions } = result.document
  expect(questions.map(({ number, question, answer }) => ({ number, question, answer }))).toEqual(
    records.map(expectedQuestion).map(({ number, question, answer }) => ({ number, question, answer })),
  )
  expect(progress.filter(({ total }) => total === pages).map(({ done }) => done)).toEqual(
    expect.arrayContaining(Array.from({ length: pages }, (_, index) => index + 1)),
  )
})

it('says that the file is gone when another took it away', async () => {
  expect(await readSource(job, () => undefined, parts)).toMatchObject({ ok: false, error: 'unreachable' })
})
