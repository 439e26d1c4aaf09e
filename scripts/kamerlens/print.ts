import { factLines } from './print-document.ts'
import { doubtWords, plural, shorten } from './print-words.ts'
import type { DocumentRecord, QuestionRecord, ReferenceRecord } from './records.ts'

/** Each code once, in order of appearance, with how often and on which pages it stands. */
export function printReferences(file: string, records: readonly ReferenceRecord[]): string {
  const groups = new Map<string, ReferenceRecord[]>()
  for (const record of records) {
    const group = groups.get(record.id)
    if (group) group.push(record)
    else groups.set(record.id, [record])
  }
  const lines = [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const pages = [...new Set(group.map((record) => record.page).filter((page) => page !== null))]
    const where = pages.length === 0 ? '' : `p. ${pages.slice(0, 6).join(', ')}${pages.length > 6 ? ', …' : ''}`
    return [[`${group.length}×`, first.id, first.kind, where, first.url]]
  })
  const summary = `${file}: ${plural(groups.size, 'code')}, ${plural(records.length, 'time')} named`
  return [summary, ...aligned(lines)].join('\n')
}

/** What the document says of itself, then a question a paragraph: number, code and page before it, its answer below. */
export function printQuestions(document: DocumentRecord, records: readonly QuestionRecord[], width: number): string {
  const answered = records.filter((record) => record.answer !== '').length
  const digits = Math.max(0, ...records.map((record) => record.number.length))
  const codes = Math.max(0, ...records.map((record) => (record.code ?? '').length))
  const pages = Math.max(0, ...records.map((record) => pageOf(record).length))
  const lines = records.flatMap((record) => {
    const columns = [
      record.number.padStart(digits),
      ...(codes > 0 ? [(record.code ?? '').padEnd(codes)] : []),
      ...(pages > 0 ? [pageOf(record).padEnd(pages)] : []),
    ]
    const lead = `  ${columns.join('  ')}  `
    const indent = ' '.repeat(lead.length)
    const answer = record.answer === '' ? '(no answer)' : record.answer
    const joint = record.answeredWith.length > 1 ? `[with ${record.answeredWith.join(', ')}] ` : ''
    const cut = record.complete ? '' : ' [cut off]'
    return [
      `${lead}${shorten(record.question, width - lead.length)}`,
      `${indent}${shorten(joint + answer, width - indent.length - cut.length)}${cut}`,
      ...(record.doubts.length > 0
        ? [`${indent}! check: ${record.doubts.map((doubt) => doubtWords[doubt]).join('; ')}`]
        : []),
    ]
  })
  const named = document.list.startsWith('file:') ? '' : ` of ${document.list}`
  const doubtful = records.filter(({ doubts }) => doubts.length > 0).length
  const check = doubtful > 0 ? `, ${doubtful} to check` : ''
  const summary = `${document.file}: ${plural(records.length, 'question')}${named}, ${answered} answered${check}`
  return [summary, ...factLines(document, width), ...lines].join('\n')
}

function pageOf(record: QuestionRecord): string {
  return record.page === null ? '' : `p. ${record.page}`
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
}
