export type Command =
  | { readonly type: 'measure'; readonly list: string | null; readonly write: boolean }
  | { readonly type: 'questions'; readonly list: string | null; readonly write: boolean }
  | { readonly type: 'diff'; readonly revision: string }
  | { readonly type: 'help' }
  | { readonly type: 'wrong'; readonly reason: string }

export const usage = `Usage:
  npm run -s accuracy                     recall and precision by kind over tests/fixtures/references
  npm run -s accuracy -- --list WHICH     the cases as well; WHICH is missed, wrong, stretch, or a kind
  npm run -s accuracy -- --diff REV       references gained (+) and lost (-) against an earlier state
  npm run -s accuracy -- --write          and writes the table into README.md
  npm run -s accuracy -- questions [--list [WHICH]] [--write]
                                          how questions and answers are read; --list prints what differs, in all
                                          documents or in those whose name holds WHICH

KAMERLENS_CORPUS names a folder of real texts: they are counted, listed and compared too. KAMERLENS_GOLD names a file
of annotations for them: a line \`@ path\` (of a file in the folder, \`file.csv#3\` for a row) and annotations below it,
as in the fixtures.`

export function parseArguments(args: readonly string[]): Command {
  if (args[0] === 'questions') return parseQuestionArguments(args.slice(1))
  let list: string | null = null
  let write = false
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    const value = args[at + 1]
    if (word === '--help' || word === '-h') return { type: 'help' }
    if (word === '--write') write = true
    else if (word === '--list' || word === '--diff') {
      if (value === undefined) return { type: 'wrong', reason: `${word} wants a word behind it` }
      if (word === '--diff') return { type: 'diff', revision: value }
      list = value
      at += 1
    } else return { type: 'wrong', reason: `unknown option ${word}` }
  }
  return { type: 'measure', list, write }
}

function parseQuestionArguments(args: readonly string[]): Command {
  let list: string | null = null
  let write = false
  for (const [at, word] of args.entries()) {
    if (word === '--help' || word === '-h') return { type: 'help' }
    if (word === '--write') write = true
    else if (word === '--list') list = ''
    else if (args[at - 1] === '--list') list = word
    else return { type: 'wrong', reason: `unknown option ${word}` }
  }
  return { type: 'questions', list, write }
}
