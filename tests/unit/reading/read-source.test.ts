import { describe, expect, it } from 'vitest'
import { manyRecords, records } from '#tests/fixtures/pdf/records.ts'
import { seedLayoutPdf } from '#tests/fixtures/pdf/seed-layout.ts'
import { readPayload } from '#utils/browser/payloads.ts'
import type { JobProgress, ReadingSource } from '#utils/database/schema.ts'
import { prepareToRead, readDocument } from '#utils/documents/read.ts'
import { ReadingFailure } from '#utils/documents/types.ts'
import { readSource } from '../../../entrypoints/reading/read-source.ts'

const file: ReadingSource = { type: 'file', name: 'antwoorden.pdf', size: 1 }

async function readWith(source: ReadingSource, content: BlobPart | null, read = readDocument) {
  const progress: JobProgress[] = []
  const result = await readSource({ id: 'one', source }, (each) => progress.push(each), {
    readIncoming: async () => (content === null ? null : new Blob([content])),
    fetchDocument: async (url, options) => {
      if (content === null) throw new ReadingFailure('unreachable')
      const bytes = new Uint8Array(await new Blob([content]).arrayBuffer())
      options?.onProgress?.(bytes.byteLength, bytes.byteLength)
      return { bytes, url }
    },
    readDocument: read,
  })
  return { result, progress }
}

describe('a source of a job', () => {
  it('becomes records, with fingerprint, address and progress', async () => {
    const bytes = (await seedLayoutPdf(records.slice(0, 3))) as Uint8Array<ArrayBuffer>
    const url = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
    const { result, progress } = await readWith({ type: 'url', url }, bytes)
    if (!result.ok) throw new Error(result.detail)
    expect(result).toMatchObject({ url, byteLength: bytes.byteLength })
    expect(result.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(result.document.ownIds).toContain('2023D20951')
    expect(result.document.questions).toHaveLength(3)
    expect(new Set(progress.map(({ phase }) => phase))).toEqual(new Set(['fetching', 'reading']))
    expect(progress.at(-1)).toMatchObject({ questions: 3 })
  })

  it('is prepared for by its first bytes, once, while the others are still to come', async () => {
    const bytes = (await seedLayoutPdf(records.slice(0, 1))) as Uint8Array<ArrayBuffer>
    const url = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
    const told: string[] = []
    const result = await readSource({ id: 'one', source: { type: 'url', url } }, () => undefined, {
      readIncoming: async () => null,
      fetchDocument: async (url, options) => {
        for (const [begin, end] of [
          [0, 20],
          [20, 40],
        ] as const)
          options?.onPiece?.(bytes.subarray(begin, end))
        told.push('fetched')
        return { bytes, url }
      },
      prepareToRead: (first) => {
        told.push(new TextDecoder().decode(first.subarray(0, 5)))
        return prepareToRead(first)
      },
      readDocument,
    })
    expect(told).toEqual(['%PDF-', 'fetched'])
    expect(result).toMatchObject({ ok: true })
  })

  it('may be a page that lies in the file system, under its own address', async () => {
    const url = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'
    const html = '<html><body><h2>Vraag 1</h2><p>Waarom?</p><h2>Antwoord 1</h2><p>Daarom.</p></body></html>'
    const { result } = await readWith({ type: 'page', url, title: 'Lijst' }, html)
    expect(result).toMatchObject({ ok: true, url })
  })

  it.each([
    ['is empty', '', 'empty-file'],
    ['is gone', null, 'unreachable'],
    ['has no questions', 'Een gewone brief zonder vragen.', 'no-questions'],
  ] as const)('that %s becomes one reason', async (_, content, error) => {
    expect((await readWith(file, content)).result).toMatchObject({ ok: false, error })
  })

  it('whose joint answer stands under very many questions is refused: what no message carries would be read without end', async () => {
    const questions = Array.from({ length: 400 }, (_, index) => `Vraag ${index + 1}\nKunt u dit toelichten?\n\n`)
    const answer = 'Ja, dat is zo en niet anders. '.repeat(2_000)
    const { result } = await readWith(file, `${questions.join('')}Antwoord vragen 1 t/m 400\n${answer}\n`)
    expect(result).toMatchObject({ ok: false, error: 'too-large' })
  })

  it('with more text around its questions than a message carries keeps its questions, and of the text a part', async () => {
    const around = 'Een inleiding zonder einde. '
    const text = `${around}\n\nVraag 1\nWaarom?\n\nAntwoord 1\nDaarom.\n`
    // As if there were so much of it in the file: reading it takes seconds.
    const { result } = await readWith(file, text, async (...given) => {
      const document = await readDocument(...given)
      const rest = document.rest?.map((piece) => ({
        ...piece,
        text: piece.text.replace(around.trim(), around.repeat(360_000)),
      }))
      return rest === undefined ? document : { ...document, rest }
    })
    if (!result.ok) throw new Error(result.detail)
    expect(result.document.questions).toHaveLength(1)
    const rest = result.document.rest?.reduce((sum, { text }) => sum + text.length, 0) ?? 0
    expect(rest).toBeGreaterThan(9_900_000)
    expect(rest).toBeLessThanOrEqual(10_000_000)
  })

  it('tells the first questions while later pages are still to be read', async () => {
    const bytes = await seedLayoutPdf(manyRecords(120), { pages: 24 })
    const told: string[] = []
    const result = await readSource({ id: 'one', source: file }, ({ done }) => told.push(`page ${done}`), {
      readIncoming: async () => new Blob([bytes as Uint8Array<ArrayBuffer>]),
      fetchDocument: () => Promise.reject(new Error('was fetched')),
      readDocument,
      onQuestions: (questions) => told.push(`question ${questions[0]?.number}`),
    })
    expect(result).toMatchObject({ ok: true })
    expect(told.indexOf('question 1')).toBeGreaterThan(-1)
    expect(told.indexOf('question 1')).toBeLessThan(told.indexOf('page 2'))
  })

  it('with an answer that names more papers than any does keeps the answer, and of what it names a part, with a doubt', async () => {
    const codes = Array.from({ length: 10_050 }, (_, index) => `2023D${10_000 + index}`)
    const text = `Vraag 1\nWelke stukken?\n\nAntwoord 1\nDeze: ${codes.join(', ')}.\n\nVraag 2\nWaarom?\n\nAntwoord 2\nDaarom.\n`
    const { result } = await readWith(file, text)
    if (!result.ok) throw new Error(result.detail)
    const sent = readPayload('job/result', { id: 'one', result })?.value.result
    if (!sent?.ok) throw new Error('what was read is refused')
    const [first, second] = sent.document.questions
    expect(first?.answer).toContain('2023D20049')
    expect(first?.references).toEqual(codes.slice(0, 10_000))
    expect(first?.doubts).toEqual(['doubtful-split'])
    expect(second?.doubts).toEqual([])
  })

  it('that is larger than any document is not even read', async () => {
    const huge = { size: 300 * 1024 * 1024, arrayBuffer: () => Promise.reject(new Error('was read')) }
    const result = await readSource({ id: 'one', source: file }, () => undefined, {
      readIncoming: async () => huge as unknown as Blob,
      fetchDocument: () => Promise.reject(new Error('was fetched')),
      readDocument,
    })
    expect(result).toMatchObject({ ok: false, error: 'too-large' })
  })
})
