import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument, readText } from '#utils/documents/read.ts'

const corpus = process.env.KAMERLENS_CORPUS

function files(folder: string, end: RegExp): { name: string; bytes: Uint8Array }[] {
  return readdirSync(join(corpus ?? '', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => end.test(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(corpus ?? '', folder, name))) }))
}

describe.skipIf(corpus === undefined)('real files (needs KAMERLENS_CORPUS)', () => {
  it('ministry answers as Word files give every question, each with its answer and nothing doubtful', async () => {
    const answers = files('docx', /ministry-answer.*\.docx$/)
    expect(answers.length).toBeGreaterThan(0)
    for (const { name, bytes } of answers) {
      const { format, questions } = await readDocument(bytes)
      expect([name, format]).toEqual([name, 'docx'])
      expect([name, questions.map(({ number }) => number)]).toEqual([
        name,
        questions.map((_, index) => String(index + 1)),
      ])
      for (const { number, question, answer, doubts } of questions) {
        // Text boxes, field codes and letterheads are where Word files differ from what is printed.
        expect([name, number, /DOCPROPERTY|MERGEFORMAT|Ons kenmerk|Pagina \d/.test(question + answer)]).toEqual([
          name,
          number,
          false,
        ])
        expect([name, number, doubts, question === '', answer === '']).toEqual([name, number, [], false, false])
      }
    }
  })

  it('other Word files and official XML are read whole, and hold no questions', async () => {
    const others = [...files('docx', /[0-9a-f]{12}\.docx$/), ...files('op-xml', /\.xml$/)]
    expect(others.length).toBeGreaterThan(0)
    for (const { name, bytes } of others) {
      const { lines } = await readText(bytes)
      expect([name, lines.length > 3]).toEqual([name, true])
    }
    for (const { name, bytes } of files('op-xml/moties', /\.xml$/)) {
      await expect([name, await readDocument(bytes).catch((error) => error.code)]).toEqual([name, 'no-questions'])
    }
  })

  it('official XML states its own code and title', async () => {
    for (const { name, bytes } of files('op-xml/moties', /\.xml$/)) {
      const { ownIds, title } = await readText(bytes)
      expect([name, ownIds.length, title === null]).toEqual([name, 1, false])
    }
  })
})
