import type { DocumentRow, QuestionRow } from '#utils/database/schema.ts'
import type { Code } from '#utils/references/types.ts'

/** The words of a citation, in the language of the interface. */
export interface CitationWords {
  /** «Vraag 155». */
  readonly question: string
  /** «Antwoord». */
  readonly answer: string
  /** The document's date in words; null where it is not known. */
  readonly date: string | null
}

/**
 * A question as one cites it, in plain text: its words, then «Vraag 155, <title>, <official label>, <date>».
 *
 * @param withAnswer with the answer between the two, where there is one
 */
export function citationOf(
  row: QuestionRow,
  document: DocumentRow,
  label: string | null,
  words: CitationWords,
  withAnswer: boolean,
): string {
  const where = [words.question, document.title.trim(), label, words.date].filter((part) => part)
  return [
    row.question,
    ...(withAnswer && row.answer !== '' ? [`${words.answer}: ${row.answer}`] : []),
    where.join(', '),
  ].join('\n\n')
}

/** The label that a document is cited by: of its publication where it has one, else of its registration. */
export function citedLabel(document: DocumentRow, codeOf: (id: string) => Code | null): string | null {
  const codes = document.aliases.flatMap((alias) => codeOf(alias) ?? [])
  const registered: readonly Code['kind'][] = ['document', 'zaak', 'activiteit']
  return (codes.find(({ kind }) => !registered.includes(kind)) ?? codes[0])?.label ?? null
}
