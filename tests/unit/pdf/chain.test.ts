import { describe, expect, it } from 'vitest'
import { expectedQuestion, manyRecords, records, saidBy } from '#tests/fixtures/pdf/records.ts'
import { type SeedLayout, seedLayoutPdf } from '#tests/fixtures/pdf/seed-layout.ts'
import { readDocument } from '#utils/documents/read.ts'
import type { Question } from '#utils/documents/types.ts'

const read = async (layout: SeedLayout = {}, of: typeof records = records) =>
  readDocument(await seedLayoutPdf(of, layout))

let plain: ReturnType<typeof read> | undefined
/** The document as it is, read once for all that ask. */
const readPlain = () => {
  plain ??= read()
  return plain
}

describe('a PDF in the seed’s layout, from bytes to records (DOMAIN §0)', () => {
  it('gives every record exactly', async () => {
    const { questions, pages } = await readPlain()
    expect(pages).toBeGreaterThanOrEqual(6)
    expect(questions.map(saidBy)).toEqual(records.map(expectedQuestion))
    expect(questions.every(({ complete, doubts }) => complete && doubts.length === 0)).toBe(true)
  })

  it('has an answer and a table row that run on over a page, or this file would prove little', async () => {
    const { questions } = await readPlain()
    const later = questions.filter(({ ownPage }, index) => (questions[index + 1]?.ownPage ?? ownPage) > ownPage)
    expect(later.length).toBeGreaterThan(3)
  })

  it.each([6.5, 9])('keeps the reference out of it, set in %d points on the baselines of the text', async (size) => {
    const { questions } = await read({ marginSize: size, marginOnBaselines: true })
    expect(questions.map(saidBy)).toEqual(records.map(expectedQuestion))
  })

  it('reads a page torn out of its document, up to where it ends', async () => {
    const torn = { letter: false, pages: 1, firstPage: 56, lastPage: 68 }
    const rows = records.slice(10, 14)
    const { questions, pages } = await read(torn, rows)
    expect(pages).toBe(1)
    expect(questions.map(saidBy).slice(0, 2)).toEqual(rows.slice(0, 2).map(expectedQuestion))
    expect(questions.slice(0, 2).map(({ number, code, page }) => [number, code, page])).toEqual([
      ['155', '2023D19158', '216'],
      ['156', '2023D19159', '216'],
    ])
    const text = JSON.stringify(questions)
    for (const stray of ['38922138', 'Onze referentie', 'Pagina 56']) expect(text).not.toContain(stray)
  })

  it('gives every record of a document of more than sixty pages', async () => {
    const many = manyRecords(296)
    const { questions, pages } = await read({}, many)
    expect(pages).toBeGreaterThan(60)
    expect(questions.map(saidBy)).toEqual(many.map(expectedQuestion))
  }, 30_000)

  it('tells its first questions long before the last page', async () => {
    const many = manyRecords(100)
    const told: { questions: readonly Question[]; after: number }[] = []
    const counts: number[] = []
    let read = 0
    await readDocument(await seedLayoutPdf(many), {
      onQuestions: (questions) => told.push({ questions, after: read + 1 }),
      onProgress: ({ done, questions }) => {
        read = done
        counts.push(questions)
      },
    })
    expect(told.map(({ after }) => after)).toEqual([1, 3])
    for (const { questions } of told) {
      // The last one may go on overleaf.
      const whole = questions.map(saidBy).slice(0, -1)
      expect(whole).toEqual(many.slice(0, whole.length).map(expectedQuestion))
    }
    expect(counts).toEqual([...counts].sort((one, other) => one - other))
    expect(counts.at(-1)).toBe(100)
  })
})
