import { expect, test } from 'vitest'
import { factsOf } from '#tests/fixtures/facts.ts'
import { citedPaper } from '#utils/citations/cited-paper.ts'
import { answerOf, type ExportedQuestion, type QuestionWords } from '#utils/notes/export/exported-question.ts'
import { questionFile, questionForms } from '#utils/notes/export/question-files.ts'
import { codeOf } from '#utils/references/code.ts'
import { peopleOf } from '#utils/sources/people.ts'
import { documentRow, questionRow } from '../../database/rows.ts'

const words: QuestionWords = {
  question: (number) => `Vraag ${number}`,
  answer: 'Antwoord',
  notes: 'Notities',
  untitled: 'Zonder titel',
  status: ({ answer }) => (answer === '' ? 'Nog geen antwoord' : 'Beantwoord'),
  pointsTo: (number) => `Zie antwoord op vraag ${number}`,
  answeredWith: (numbers) => `Samen beantwoord met vraag ${numbers.join(', ')}`,
  askedBy: ({ question }) => (question.askedBy ?? []).map(({ party }) => party).join(', '),
  answeredBy: ({ people }) => people.answeredBy.map((one) => one.ministry).join(', '),
  day: (date) => `dag ${date}`,
  columns: {
    title: 'Titel',
    citation: 'Verwijzing',
    date: 'Datum',
    number: 'Vraagnummer',
    printedCode: 'Gedrukte code',
    question: 'Vraag',
    answer: 'Antwoord',
    status: 'Status',
    askedBy: 'Gevraagd door',
    answeredBy: 'Beantwoord door',
    note: 'Notitie',
    url: 'Adres',
  },
  separator: ';',
}

const list = documentRow('kst-36360-VIII-5', {
  title: 'Jaarverslag *OCW*',
  date: '2023-05-23',
  facts: factsOf({
    type: 'question-and-answer-list',
    answeredBy: [{ name: null, function: 'minister', ministry: 'OCW' }],
  }),
})
const own = documentRow('file:ab', { title: ' ' })
const people = peopleOf(list.facts, null)
const nobody = peopleOf(undefined, null)
const code = codeOf('kst-36360-VIII-5')
const paper = code && citedPaper(code, null, list)

const chosen: readonly ExportedQuestion[] = [
  {
    question: questionRow(list.id, 0, '155', {
      code: '2023D19158',
      question: '=Hoeveel?\nEn waarom?',
      answer: 'Twee; "drie".\n\nWant.',
      askedBy: [{ name: null, party: 'VVD' }],
    }),
    document: list,
    paper,
    people,
    notes: ['Terugvragen.', '**Nog eens**'],
  },
  {
    question: questionRow(list.id, 1, '156', { answer: '', pointsTo: '155' }),
    document: list,
    paper,
    people,
    notes: [],
  },
  { question: questionRow(own.id, 0, '1', { answer: '' }), document: own, paper: null, people: nobody, notes: [] },
]

const textOf = async (form: (typeof questionForms)[number], of = chosen) => questionFile(form, of, words)?.blob.text()

test('a table has a row for each question, with where it stands, who asked, and what was answered', async () => {
  const text = await new Blob([(await questionFile('csv', chosen, words)?.blob.arrayBuffer()) ?? '']).arrayBuffer()
  const table = new TextDecoder('utf-8', { ignoreBOM: true }).decode(text)
  expect(table.split('\r\n')).toEqual([
    '\ufeffTitel;Verwijzing;Datum;Vraagnummer;Gedrukte code;Vraag;Antwoord;Status;Gevraagd door;Beantwoord door;Notitie;Adres',
    `Jaarverslag *OCW*;Kamerstukken II, 36 360 VIII, nr. 5;2023-05-23;155;2023D19158;"'=Hoeveel?\nEn waarom?";"Twee; ""drie"".\n\nWant.";Beantwoord;VVD;OCW;"Terugvragen.\n\n**Nog eens**";${paper?.url}`,
    `Jaarverslag *OCW*;Kamerstukken II, 36 360 VIII, nr. 5;2023-05-23;156;;Vraag 156?;Zie antwoord op vraag 155;Nog geen antwoord;;OCW;;${paper?.url}`,
    'Zonder titel;;;1;;Vraag 1?;;Nog geen antwoord;;;;',
    '',
  ])
})

test.each([
  ['Zie het antwoord op vraag 155.', 'Zie het antwoord op vraag 155.'],
  ['Zie de vorige vraag.', 'Zie de vorige vraag.\n\nZie antwoord op vraag 155'],
])('the answer that another only refers to is named once: %s', (answer, expected) => {
  const question = questionRow(list.id, 2, '157', { answer, pointsTo: '155' })
  expect(answerOf({ question, document: list, paper, people, notes: [] }, words)).toBe(expected)
})

test('a text has the questions under their document, with answers and notes', async () => {
  expect(await textOf('markdown')).toBe(`# Jaarverslag \\*OCW\\*

[Kamerstukken II, 36 360 VIII, nr. 5](${paper?.url}) · dag 2023-05-23 · OCW

## Vraag 155 (2023D19158)

_VVD_

> =Hoeveel?
> En waarom?

**Antwoord**

> Twee; "drie".
> 
> Want.

### Notities

Terugvragen.

**Nog eens**

## Vraag 156

> Vraag 156?

**Antwoord**

> Zie antwoord op vraag 155

# Zonder titel

## Vraag 1

> Vraag 1?

**Antwoord**

> Nog geen antwoord
`)
})

test('programs that keep references get the papers, each once; where none has a code there is no file', async () => {
  expect((await textOf('ris'))?.match(/^TY {2}- /gmu)).toHaveLength(1)
  expect(questionFile('ris', chosen.slice(2), words)).toBeNull()
  expect(questionForms.map((form) => questionFile(form, [], words))).toEqual([null, null, null, null])
  expect(questionForms.map((form) => questionFile(form, chosen, words)?.ending)).toEqual(['csv', 'md', 'ris', 'json'])
})
