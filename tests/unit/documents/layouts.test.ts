import { describe, expect, it } from 'vitest'
import { linesOfHtml } from '#utils/documents/html/lines.ts'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'
import type { Question } from '#utils/documents/types.ts'
import { coded, htmlPrints, textPrints, unmarked } from './prints.ts'
import { written } from './written.ts'

const plain = (questions: readonly Question[]) =>
  questions.map(({ number, code, page, question, answer, footnotes, doubts }) => ({
    number,
    code,
    page,
    question,
    answer,
    footnotes,
    doubts,
  }))

const records = (options: { coded: boolean; marked: boolean }) =>
  written.map((item) => ({
    number: item.number,
    code: options.coded ? item.code : null,
    page: options.coded ? item.page : null,
    question: item.question,
    answer: item.paragraphs.join('\n\n'),
    footnotes: options.marked && item.note ? [item.note] : [],
    doubts: [],
  }))

describe('one parser for all layouts', () => {
  it.each(Object.keys(htmlPrints))('reads HTML with %s', (name) => {
    const { lines, title, ownIds } = linesOfHtml(htmlPrints[name]?.(written) ?? '')
    expect(plain(parseQuestions(lines))).toEqual(records({ coded: coded.has(name), marked: !unmarked.has(name) }))
    expect(title).toBe('Lijst van vragen en antwoorden over sluizen')
    expect(ownIds).toEqual(['kst-36560-XII-7'])
  })

  it.each(Object.keys(textPrints))('reads text with %s', (name) => {
    const text = textPrints[name]?.(written) ?? ''
    expect(plain(parseQuestions(linesOfText(text)))).toEqual(records({ coded: false, marked: false }))
  })
})
