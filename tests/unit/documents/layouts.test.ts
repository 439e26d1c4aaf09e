import { describe, expect, it } from 'vitest'
import { linesOfHtml } from '#utils/documents/html/lines.ts'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import { linesOfText } from '#utils/documents/text.ts'
import { coded, htmlPrints, textPrints, unmarked } from './prints.ts'
import { plain, plainlyWritten, written } from './written.ts'

describe('one parser for all layouts', () => {
  it.each(Object.keys(htmlPrints))('reads HTML with %s', (name) => {
    const { lines, title, ownIds } = linesOfHtml(htmlPrints[name]?.(written) ?? '')
    expect(plain(parseQuestions(lines))).toEqual(
      plainlyWritten({ coded: coded.has(name), marked: !unmarked.has(name) }),
    )
    expect(title).toBe('Lijst van vragen en antwoorden over sluizen')
    expect(ownIds).toEqual(['kst-36560-XII-7'])
  })

  it.each(Object.keys(textPrints))('reads text with %s', (name) => {
    const text = textPrints[name]?.(written) ?? ''
    expect(plain(parseQuestions(linesOfText(text)))).toEqual(plainlyWritten({ coded: false, marked: false }))
  })
})
