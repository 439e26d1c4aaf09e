import { escaped, linkTo, titled } from '../../citations/markdown.ts'
import { answerOf, dayOf, type ExportedQuestion, type QuestionWords, titleOf } from './exported-question.ts'
import { plainLine, quoted } from './markdown-text.ts'

/** Questions as one Markdown text: under their document, each with its answer and the user's notes. */
export function questionsAsMarkdown(questions: readonly ExportedQuestion[], words: QuestionWords): string {
  const byDocument = [...Map.groupBy(questions, ({ document }) => document.id).values()]
  return `${byDocument.map((group) => chapter(group, words)).join('\n\n')}\n`
}

function chapter(group: readonly ExportedQuestion[], words: QuestionWords): string {
  const [first] = group
  if (first === undefined) return ''
  const day = dayOf(first)
  const facts = [
    first.paper === null ? null : linkTo(first.paper.url, titled({ ...first.paper, title: null })),
    day === null ? null : words.day(day),
    words.answeredBy(first),
  ].filter(Boolean)
  return [
    `# ${escaped(titleOf(first, words))}`,
    ...(facts.length === 0 ? [] : [facts.join(' · ')]),
    ...group.map((one) => section(one, words)),
  ].join('\n\n')
}

function section(one: ExportedQuestion, words: QuestionWords): string {
  const { question, notes } = one
  const number = plainLine(words.question(question.number))
  const askers = words.askedBy(one)
  const answer = answerOf(one, words)
  return [
    `## ${question.code === null ? number : `${number} (${question.code})`}`,
    ...(askers === '' ? [] : [`_${escaped(askers)}_`]),
    quoted(question.question),
    `**${words.answer}**`,
    quoted(answer === '' ? words.status(question) : answer),
    ...(notes.length === 0 ? [] : [`### ${words.notes}`, ...notes.map((note) => note.trim())]),
  ].join('\n\n')
}
