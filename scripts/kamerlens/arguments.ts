/** What is printed of the files. */
export type Subject = 'references' | 'questions' | 'documents'

const subjects: readonly string[] = ['references', 'questions', 'documents'] satisfies Subject[]

const isSubject = (word: string): word is Subject => subjects.includes(word)

export type Command =
  | {
      readonly type: 'run'
      readonly subject: Subject
      readonly json: boolean
      readonly files: readonly string[]
    }
  | { readonly type: 'look up'; readonly json: boolean; readonly codes: readonly string[] }
  | { readonly type: 'help' }
  | { readonly type: 'wrong'; readonly reason: string }

export const usage = `Usage:
  npm run -s kamerlens -- references [--json] FILE…   every code that the files name
  npm run -s kamerlens -- questions  [--json] FILE…   every question with its answer
  npm run -s kamerlens -- documents  [--json] FILE…   who asked and answered, and what stands with no question
  npm run -s kamerlens -- look-up    [--json] CODE…   what a code stands for, asked of the official services

FILE is a PDF, DOCX, official XML, HTML page or plain text, told apart by content; - is standard input.
--json prints one JSON object a line:
  references: file kind id label url text start end page certainty pages alternatives
  questions:  file list number code page ownPage top question answer answeredWith pointsTo footnotes askedBy
              references complete doubts
  documents:  file list format title ids pages questions facts rest
  look-up:    asked is id aliases kind type … provenance status failed (docs/command-line.md says what)
Offsets (start, end) are UTF-16 and count in the text that was searched: a text file's own text, the text of
any other line by line. page is null for files without pages.
Files that cannot be read, and codes that are not found, are named on standard error; the others are still done, and the
exit code is then 1. CODE is written in any way; quote one that has spaces.

Examples:
  npm run -s kamerlens -- questions antwoorden.pdf
  npm run -s kamerlens -- references --json *.html | jq -r .id | sort | uniq -c
  npm run -s kamerlens -- look-up 2023Z08012 'Kamerstuk 36 360 VIII, nr. 5'`

/** Reads the words of the command line; options may stand anywhere before `--`. */
export function parseArguments(args: readonly string[]): Command {
  const words: string[] = []
  let json = false
  let onlyFiles = false
  for (const word of args) {
    if (onlyFiles || word === '-' || !word.startsWith('-')) words.push(word)
    else if (word === '--') onlyFiles = true
    else if (word === '--json') json = true
    else if (word === '--help' || word === '-h') return { type: 'help' }
    else return { type: 'wrong', reason: `unknown option ${word}` }
  }
  const [subject, ...files] = words
  if (subject === undefined) {
    return { type: 'wrong', reason: 'say what to find: references, questions, documents or look-up' }
  }
  if (subject === 'help') return { type: 'help' }
  if (subject === 'look-up') {
    return files.length === 0
      ? { type: 'wrong', reason: 'name at least one code' }
      : { type: 'look up', json, codes: files }
  }
  if (!isSubject(subject)) {
    return { type: 'wrong', reason: `unknown command ${subject}; it is references, questions, documents or look-up` }
  }
  if (files.length === 0) return { type: 'wrong', reason: 'name at least one file, or - for standard input' }
  return { type: 'run', subject, json, files }
}
