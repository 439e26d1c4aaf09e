import { expect, test } from 'vitest'
import type { CitedPaper } from '#utils/citations/cited-paper.ts'
import { citationForms } from '#utils/citations/form-names.ts'
import { cite } from '#utils/citations/forms.ts'
import { citeQuestions } from '#utils/citations/question-citations.ts'
import { citeRichly, richQuote } from '#utils/citations/rich-text.ts'

const paper: CitedPaper = {
  code: { kind: 'kamerstuk', id: 'kst-36360-VIII-5', label: 'Kamerstuk 36 360 VIII, nr. 5', url: 'https://x.example/' },
  url: 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html?a=1&b="2"',
  title: null,
  kind: null,
  date: null,
  session: '2022-2023',
  chamber: 'Tweede Kamer',
  authors: [],
}
const address = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html?a=1&amp;b=&quot;2&quot;'

test('a citation in words leads to its paper where it is pasted with its layout, and reads the same', () => {
  const words = cite('official', paper)
  expect(citeRichly('official', paper)).toBe(`<a href="${address}">${words}</a>`)
  expect(citationForms.filter((form) => citeRichly(form, paper) !== null)).toEqual(['official', 'titled', 'short'])
})

test('of several questions each line leads to its own place', () => {
  const question = { number: '3 <b>', paper, title: '', place: null }
  const questions = [question, { ...question, number: '4', place: 'https://x.example/#4' }]
  expect(citeQuestions('short', questions).rich).toBe(
    `<a href="${address}">Kamerstuk 36 360 VIII, nr. 5, vraag 3 &lt;b&gt;</a><br>` +
      '<a href="https://x.example/#4">Kamerstuk 36 360 VIII, nr. 5, vraag 4</a>',
  )
  expect(citeQuestions('markdown', questions).rich).toBeNull()
})

test('a quote keeps its paragraphs, and its last line alone leads to the paper', () => {
  const text = 'Is 1 < 2?\nEn dan?\n\nAntwoord: Ja.\n\nVraag 1, Lijst'
  expect(richQuote(text, 'https://x.example/')).toBe(
    '<p>Is 1 &lt; 2?<br>En dan?</p><p>Antwoord: Ja.</p><p><a href="https://x.example/">Vraag 1, Lijst</a></p>',
  )
  expect(richQuote(text, null)).toBeNull()
  expect(richQuote(text, 'javascript:alert(1)')).not.toContain('href')
})
