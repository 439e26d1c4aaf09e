import '../browser/fake-browser.ts'
import { afterEach, expect, test, vi } from 'vitest'
import type { ReadingResult } from '#utils/browser/protocol/reading.ts'
import type { JobRow } from '#utils/database/schema.ts'
import { ownHost } from '../../../entrypoints/background/reading/reading-hosts.ts'
import { question, reading } from '../database/rows.ts'

afterEach(() => vi.unstubAllGlobals())

/** What Firefox' background is given of what its worker reports. */
async function given(result: ReadingResult): Promise<ReadingResult> {
  const worker = { onmessage: null as ((event: unknown) => void) | null, postMessage() {}, terminate() {} }
  vi.stubGlobal('Worker', function Worker() {
    return worker
  })
  const told = Promise.withResolvers<ReadingResult>()
  const host = ownHost({ onProgress: () => undefined, onResult: (_, got) => told.resolve(got) })
  await host.run({ id: 'job' } as JobRow)
  worker.onmessage?.({ data: { type: 'result', result } })
  await host.close()
  return told.promise
}

test('what the worker reports is cut and checked as a message would be: an export could not be read again else', async () => {
  const long = reading({ title: 'a'.repeat(30_000), rest: [{ kind: 'outside', page: 1, text: 'a'.repeat(1_500_000) }] })
  const kept = await given(long)
  expect(kept).toMatchObject({ ok: true, document: { questions: long.document.questions } })
  expect(kept.ok && [kept.document.title?.length, kept.document.rest?.[0]?.text.length]).toEqual([1000, 1_000_000])
})

test('a reading that no record can hold ends as a failure', async () => {
  const wrong = reading({ questions: [question(0, '1', { page: '1, '.repeat(1000) })] })
  expect(await given(wrong)).toEqual({ ok: false, error: 'unknown' })
})
