import { rowsOf } from './delimited.ts'
import { delimiters, isHead, plainName } from './delimited-lines.ts'
import type { ParsedDocument } from './parse/questions.ts'
import type { DocumentFacts } from './types.ts'

/** What a column of whole documents is called, as `plainName` gives it: data sets have a paper in each row. */
const textColumn = /^(?:doc(?:ument)? ?)?(?:text|tekst|content|inhoud|body|fulltext)(?: content)?$/
const longestHead = 400
/** Characters of a cell that holds a document. */
const shortestDocument = 400
const enoughLong = 0.5

/** The documents that a spreadsheet holds, one a row, in the order of its rows; null for any other text. */
export function documentsOfDelimited(text: string): readonly string[] | null {
  const head = /^[^\n\r]*/.exec(text)?.[0] ?? ''
  if (head.length > longestHead) return null
  for (const delimiter of delimiters) {
    if (!head.includes(delimiter)) continue
    const columns = (rowsOf(head, delimiter)[0] ?? []).map(plainName)
    const column = columns.findIndex((name) => textColumn.test(name))
    // A list of questions may have a text beside each.
    if (column < 0 || isHead(columns)) continue
    const [names = [], ...rows] = rowsOf(text, delimiter)
    const documents = rows.filter((row) => row.length === names.length).map((row) => row[column] ?? '')
    const long = documents.filter(({ length }) => length >= shortestDocument)
    if (documents.length > 0 && long.length >= rows.length * enoughLong) return documents
  }
  return null
}

/** Several documents read as one list: their questions in a row, and of their facts what all of them say. */
export function together(parts: readonly ParsedDocument[]): ParsedDocument {
  const questions = parts.flatMap((part) => part.questions).map((question, order) => ({ ...question, order }))
  const asked = parts.filter((part) => part.questions.length > 0)
  return { questions, facts: sharedFacts(asked), heading: null, rest: parts.flatMap(({ rest }) => rest) }
}

function sharedFacts(parts: readonly ParsedDocument[]): DocumentFacts {
  const all = parts.map(({ facts }) => facts)
  const shared = <Value>(of: (facts: DocumentFacts) => Value, none: Value): Value => {
    const values = all.map(of)
    const [first] = values
    return first !== undefined && new Set(values.map((value) => JSON.stringify(value))).size === 1 ? first : none
  }
  return {
    type: shared(({ type }) => type, null),
    askedBy: shared(({ askedBy }) => askedBy, []),
    answeredBy: shared(({ answeredBy }) => answeredBy, []),
    askedOn: shared(({ askedOn }) => askedOn, null),
    answeredOn: shared(({ answeredOn }) => answeredOn, null),
    dossier: shared(({ dossier }) => dossier, null),
    subject: shared(({ subject }) => subject, null),
    printedIds: shared(({ printedIds }) => printedIds, []),
  }
}
