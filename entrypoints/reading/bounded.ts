import { type Question, type QuestionDocument, ReadingFailure } from '#utils/documents/types.ts'

/**
 * Characters of what is told of a document: a message of Chromium carries 64 MB of JSON, in which one may take six bytes, and
 * one that is larger never arrives. Records come first; no list of questions has a tenth of it. But a joint answer stands
 * under each of its questions, so that a small file can make many of them.
 */
const mostOfRecords = 8_000_000
/** With the text that stands in no record. */
const mostOfAll = 10_000_000

/**
 * The document, without what of its other text is too much to tell.
 *
 * @throws ReadingFailure `too-large` where its records are
 */
export function bounded(document: QuestionDocument): QuestionDocument {
  const told = document.questions.reduce((sum, question) => sum + lengthOf(question), 0)
  if (told > mostOfRecords) throw new ReadingFailure('too-large', `${told} characters of records`)
  let left = mostOfAll - told
  const rest = document.rest?.flatMap((piece) => {
    const text = piece.text.slice(0, left)
    left -= text.length
    return text === '' && piece.text !== '' ? [] : [{ ...piece, text }]
  })
  return rest === undefined ? document : { ...document, rest }
}

/** Records and characters of what is told before all is read: more than a screen lists, and little to hand over. */
const preliminary = { records: 500, characters: 400_000 }

/** As many of the first records as are told while the reading goes on. */
export function firstOf(questions: readonly Question[], most: typeof preliminary = preliminary): readonly Question[] {
  let characters = 0
  const end = questions.findIndex((question, index) => {
    characters += lengthOf(question)
    return index >= most.records || characters > most.characters
  })
  return end < 0 ? questions : questions.slice(0, end)
}

function lengthOf({ question, answer, footnotes }: Question): number {
  return footnotes.reduce((sum, { text }) => sum + text.length, question.length + answer.length)
}
