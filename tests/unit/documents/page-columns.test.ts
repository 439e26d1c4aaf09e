import { describe, expect, it } from 'vitest'
import { readDocument } from '#utils/documents/read.ts'

const read = async (text: string) => {
  const { questions } = await readDocument(new TextEncoder().encode(text))
  return questions.map(({ number, code, page, question, answer }) => ({ number, code, page, question, answer }))
}

/** Lists whose table has a column for the first and one for the last page asked about («Blz. van», «t/m»). */
describe('two columns of pages', () => {
  const expected = [
    {
      number: '23',
      code: '2023D19201',
      page: '12-14',
      question: 'Waarom is de regeling uitgesteld?',
      answer: 'Dat vroeg de uitvoerder.',
    },
    {
      number: '24',
      code: '2023D19202',
      page: '15',
      question: 'Wat kost dat uitstel per jaar?',
      answer: 'Er zijn geen kosten.',
    },
  ]

  it('are one range in plain text, and one page where both are the same', async () => {
    expect(
      await read(
        [
          '23 Waarom is de regeling uitgesteld? 2023D19201 12 14\n\nDat vroeg de uitvoerder.\n',
          '24 Wat kost dat uitstel per jaar? 2023D19 202 15 15\n\nEr zijn geen kosten.\n',
        ].join('\n'),
      ),
    ).toEqual(expected)
  })

  it('are one range in an HTML table', async () => {
    const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    expect(
      await read(
        `<html><body><main><table>${row(['Nr', 'Vraag', 'Bijlage', 'Blz. van', 't/m'])}
        ${row(['23', 'Waarom is de regeling uitgesteld?', '2023D19<br>201', '12', '14'])}
        <tr><td colspan="5">Dat vroeg de uitvoerder.</td></tr>
        ${row(['24', 'Wat kost dat uitstel per jaar?', '2023D19202', '15', '15'])}
        <tr><td colspan="5">Er zijn geen kosten.</td></tr></table></main></body></html>`,
      ),
    ).toEqual(expected)
  })

  it('a footnote mark behind the page is no last page', async () => {
    const [question] = await read(
      '155 Wat is de stand van zaken? 2023D19 158   \n  216 \n90\nDe stand is goed.\n\n90\n Verslag (2021)\n',
    )
    expect(question).toMatchObject({ page: '216', answer: 'De stand is goed.' })
  })
})
