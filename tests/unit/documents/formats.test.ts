import { describe, expect, it } from 'vitest'
import { readDocument } from '#utils/documents/read.ts'
import type { QuestionDocument } from '#utils/documents/types.ts'
import { codedInWord, wordPrints } from './word-prints.ts'
import { written } from './written.ts'
import { xmlPrints } from './xml-prints.ts'

const records = (document: QuestionDocument) =>
  document.questions.map(({ number, code, page, question, answer, footnotes, doubts }) => ({
    number,
    code,
    page,
    question,
    answer,
    footnotes,
    doubts,
  }))

const expected = (coded: boolean) =>
  written.map((item) => ({
    number: item.number,
    code: coded ? item.code : null,
    page: coded ? item.page : null,
    question: item.question,
    answer: item.paragraphs.join('\n\n'),
    footnotes: item.note ? [item.note] : [],
    doubts: [],
  }))

describe('the same records in every format', () => {
  it.each(Object.keys(wordPrints))('a Word file with %s', async (name) => {
    const document = await readDocument(wordPrints[name]?.(written) ?? new Uint8Array())
    expect(records(document)).toEqual(expected(codedInWord.has(name)))
    expect([document.format, document.title]).toEqual(['docx', 'Antwoorden over sluizen'])
  })

  it.each(Object.keys(xmlPrints))('official XML with %s', async (name) => {
    const document = await readDocument(new TextEncoder().encode(xmlPrints[name]?.(written)))
    expect(records(document)).toEqual(expected(false))
    expect([document.format, document.title]).toEqual(['xml', 'Lijst van vragen en antwoorden over sluizen'])
    expect(document.ownIds).toEqual(['kst-36560-XII-7'])
  })
})
