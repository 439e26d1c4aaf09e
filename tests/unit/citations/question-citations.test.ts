import { expect, test } from 'vitest'
import { type CitedPaper, citedPaper } from '#utils/citations/cited-paper.ts'
import { type CitedQuestion, citeQuestions, papersOf } from '#utils/citations/question-citations.ts'
import { codeOf } from '#utils/references/code.ts'
import { nothingOf } from '#utils/sources/official-document.ts'

function paper(id: string, title: string): CitedPaper {
  const code = codeOf(id)
  if (code === null) throw new Error(id)
  const official = { ...nothingOf('document', id), title, chamber: 'Tweede Kamer' as const, session: '2022-2023' }
  return citedPaper(code, official, null)
}

const list = paper('kst-36360-VIII-5', 'Jaarverslag [OCW]')
const answers = paper('ah-tk-20222023-2345', 'Wachtlijsten')
const on = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'

const question = (number: string, more: Partial<CitedQuestion> = {}): CitedQuestion => ({
  number,
  paper: list,
  title: 'Jaarverslag [OCW]',
  place: `${on}#:~:text=Kunt%20u%20${number}`,
  ...more,
})
const own = question('3', { paper: null, title: ' Eigen\n stuk_1 ', place: null })
const chosen = [question('155'), question('2a'), question('1', { paper: answers, place: null }), own]

test('questions are cited one a line, by their number in their paper; a file of the user’s own by its title', () => {
  expect(citeQuestions('official', chosen)).toMatchObject({
    text: [
      'Kamerstukken II 2022/23, 36 360 VIII, nr. 5, vraag 155',
      'Kamerstukken II 2022/23, 36 360 VIII, nr. 5, vraag 2a',
      'Aanhangsel Handelingen II 2022/23, nr. 2345, vraag 1',
      'Eigen stuk_1, vraag 3',
    ].join('\n'),
    count: 4,
    withoutCode: 0,
  })
  expect(citeQuestions('short', chosen).text.split('\n')[0]).toBe('Kamerstuk 36 360 VIII, nr. 5, vraag 155')
})

test('a link leads to the question where its place is known, else to its paper; one that leads nowhere is counted', () => {
  const { text, count, withoutCode } = citeQuestions('link', chosen)
  expect(text.split('\n')).toEqual([`${on}#:~:text=Kunt%20u%20155`, `${on}#:~:text=Kunt%20u%202a`, answers.url])
  expect([count, withoutCode]).toEqual([3, 1])
  const twice = citeQuestions('link', [question('1', { place: null }), question('2', { place: null })])
  expect(twice).toEqual({ text: list.url, rich: null, count: 1, withoutCode: 0 })
})

test('a Markdown link has title, citation and question in its words, and none of their signs means anything', () => {
  expect(citeQuestions('markdown', [question('155', { place: null }), own]).text.split('\n')).toEqual([
    `[Jaarverslag \\[OCW\\] (Kamerstukken II 2022/23, 36 360 VIII, nr. 5), vraag 155](${list.url})`,
    'Eigen stuk\\_1, vraag 3',
  ])
})

test('programs that keep references get the papers, each once', () => {
  const ris = citeQuestions('ris', chosen)
  expect(ris.text.match(/^TY {2}- /gmu)).toHaveLength(2)
  expect([ris.count, ris.withoutCode]).toEqual([2, 1])
  const items = JSON.parse(citeQuestions('csl-json', chosen).text) as readonly { id: string }[]
  expect(items.map(({ id }) => id)).toEqual(['kst-36360-VIII-5', 'ah-tk-20222023-2345'])
  expect(citeQuestions('ris', [own])).toEqual({ text: '', rich: null, count: 0, withoutCode: 1 })
  expect(papersOf(chosen)).toEqual([list, answers])
})
