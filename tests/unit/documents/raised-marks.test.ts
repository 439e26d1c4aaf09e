import { describe, expect, it } from 'vitest'
import { parseQuestions } from '#utils/documents/parse/questions.ts'
import type { Line } from '#utils/documents/types.ts'

/** Lines whose text marks what is raised: `dringend.{92}`. */
function linesOf(...texts: string[]): Line[] {
  return texts.map((marked) => {
    const mark = /\{([^}]*)\}/.exec(marked)
    const text = marked.replace(/[{}]/g, '')
    const styles = mark ? [{ start: mark.index, end: mark.index + (mark[1]?.length ?? 0), superscript: true }] : []
    return { text, page: 1, startsBlock: true, styles }
  })
}

const read = (answer: string) =>
  parseQuestions(
    linesOf('Vraag 1', 'Is het onderhoud dringend?', 'Antwoord', answer, 'Vraag 2', 'Waarom?', 'Antwoord', 'Ja.'),
  )[0]

describe('a raised number whose note is not in the file', () => {
  it.each([
    ['Bij 17 daarvan is het onderhoud dringend.{92}', 'Bij 17 daarvan is het onderhoud dringend.'],
    ['Uit onderzoek{3} blijkt dat het meevalt.', 'Uit onderzoek blijkt dat het meevalt.'],
    ['Het instituut (KNMI){4} meet dit.', 'Het instituut (KNMI) meet dit.'],
  ])('is a mark behind a word or a stop: %s', (printed, text) => {
    expect(read(printed)).toMatchObject({ answer: text, footnotes: [] })
  })

  it.each(['Het gaat om 12 m{2} per woning.', 'De uitstoot van CO{2} daalt.', 'Dat is 10{6} keer zo veel.'])(
    'stays where it is a power or part of a formula: %s',
    (printed) => {
      expect(read(printed)?.answer).toBe(printed.replace(/[{}]/g, ''))
    },
  )

  it('stays in plain text, where nothing says that it is raised', () => {
    expect(read('Bij 17 daarvan is het onderhoud dringend.92')?.answer).toBe(
      'Bij 17 daarvan is het onderhoud dringend.92',
    )
  })
})

describe('small roman numbers before notes behind the text, as LibreOffice prints them', () => {
  const document = (...notes: readonly string[]) =>
    parseQuestions(linesOf('Vraag 1', 'Is dat zo?{i}', 'Antwoord', 'Ja, al lang.{ii}', ...notes))[0]

  it('are the marks that are raised above', () => {
    expect(document('i Stb. 2020, 12.', 'ii Zie ook de brief.')).toMatchObject({
      question: 'Is dat zo?',
      answer: 'Ja, al lang.',
      footnotes: [
        { mark: 'i', text: 'Stb. 2020, 12.' },
        { mark: 'ii', text: 'Zie ook de brief.' },
      ],
    })
  })

  it('are words of the answer where none are raised', () => {
    const [question] = parseQuestions(linesOf('Vraag 1', 'Is dat zo?', 'Antwoord', 'Ja.', 'i De eerste stap.'))
    expect(question?.answer).toContain('i De eerste stap.')
  })
})
