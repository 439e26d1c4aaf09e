import { askersBehind } from '../facts/people.ts'
import type { Asker } from '../types.ts'
import { isWish } from './asking.ts'
import { edgesOfPairs } from './column-heads.ts'
import { readHeading } from './headings.ts'
import type { Row } from './rows.ts'
import { endsAsking } from './sentences.ts'
import type { Layout, Start } from './structure.ts'

/** The head of written questions: «Vragen van het lid X (P) aan de minister van Y over Z». */
const head = /^(?:Schriftelijke v|V)ragen van (?:het|de) (?:lid|leden)\b/
/** Rows that a head takes, at most, where its lines are broken. */
const rowsOfHead = 12
/** Characters of a line of print, at most. */
const longestLine = 160
/** One paragraph that asks may stand in any letter. */
const fewest = 2

/**
 * Written questions whose numbers an extraction has lost, for Word counts them itself: behind the head each paragraph that
 * asks is a question, numbered as it was printed. Empty where another paragraph stands between them.
 */
export function unnumberedStarts(rows: readonly Row[]): Start[] {
  const top = rows.findIndex((row) => head.test(row.text))
  if (top < 0) return []
  const paragraphs: { readonly row: number; text: string }[] = []
  const body = rows.slice(top + 1)
  // Without empty lines each line is a paragraph where all are as wide as paragraphs.
  const areLines = !body.some((row) => row.startsBlock) && body.some(({ text }) => text.length > longestLine)
  for (let row = top + 1; row < rows.length; row += 1) {
    const text = rows[row]?.text ?? ''
    const last = paragraphs.at(-1)
    if (rows[row]?.startsBlock || areLines) paragraphs.push({ row, text })
    else if (last) last.text += ` ${text}`
  }
  const first = paragraphs.findIndex(asks)
  if (first < 0 || (paragraphs[first]?.row ?? 0) > top + rowsOfHead) return []
  const behind = paragraphs.findIndex((paragraph, index) => index > first && !asks(paragraph))
  const run = paragraphs.slice(first, behind < 0 ? paragraphs.length : behind)
  if (run.length < fewest) return []
  // Where more is asked behind what does not ask, the run may end too soon.
  const goesOn = behind >= 0 && paragraphs.slice(behind).some(endsAsked)
  return run.map((paragraph, index) => ({
    row: paragraph.row,
    numbers: [String(index + 1)],
    textStart: 0,
    family: 'paragraph',
    score: 2,
    guessed: !endsAsked(paragraph) || (goesOn && index === run.length - 1),
  }))
}

interface Paragraph {
  readonly text: string
}

/** Behind the question mark may stand the mark of a note. */
const endsAsked = ({ text }: Paragraph) => endsAsking(text.replace(/(?:\s*[([]?\d{1,2}[\])]?)+$/, ''))

const asks = (paragraph: Paragraph) =>
  endsAsked(paragraph) || /\?.{0,20}$|\?[^?]{0,200}\.$/.test(paragraph.text.slice(-240))

/** Questions and answers in a table of two columns, without numbers: they are numbered as they stand. Null where hardly any of them asks. */
export function pairedLayout(printed: readonly Row[], rows: readonly Row[]): Layout | null {
  const edges = edgesOfPairs(printed)
  if (!edges) return null
  const pairs = rows.flatMap(({ pieces, role }, row) => {
    const [question, answer] = pieces
    const isPair = role === 'table-row' && question?.x === edges.question && answer?.x === edges.answer
    return isPair && question.startsBlock !== false ? [{ row, text: question.text }] : []
  })
  // A row that neither asks nor wishes goes on with the cells above it.
  const asked = pairs.filter(({ text }) => asks({ text }) || isWish(text))
  if (asked.length < fewest || asked.length * 2 < pairs.length) return null
  const starts = asked.map(({ row }, index) => ({
    row,
    numbers: [String(index + 1)],
    textStart: 0,
    family: 'row' as const,
    score: 4,
  }))
  return { family: 'row', starts, answerEdge: edges.answer }
}

/** `Vraag`, `Vraag:`, `Vraag: Klopt het …`, `Vraag van het lid A (P):`, `Het lid A (P) vraagt:`; a group is who asks. */
const labelled =
  /^(?:(?:Vraag|VRAAG)(?:\s+(van\s[^:?]{3,90}))?(?::\s*(?=\S)|:?$)|((?:Het lid|De leden|De heer|Mevrouw)\s[^:?]{3,90}) (?:vraagt|vragen):(?:\s+(?=\S)|$))/

/** Who asks, by a label: «van het lid A (P)». */
const whomOf = (label: RegExpExecArray) =>
  label[2] === undefined ? label[1] : `van ${(label[2][0] ?? '').toLowerCase()}${label[2].slice(1)}`

/** Who asks, in a heading without a number. */
export function labelAskers(text: string): readonly Asker[] | undefined {
  const label = labelled.exec(text)
  const whom = label ? whomOf(label) : undefined
  return (whom === undefined ? null : askersBehind(whom)) ?? undefined
}

/**
 * Answers to what was asked in a debate: «Vraag» and «Antwoord» by turns, without numbers. They are numbered as they stand.
 * Empty where one of them is missing.
 */
export function labelledStarts(rows: readonly Row[]): Start[] {
  const starts: Start[] = []
  let open = false
  for (const [row, { text }] of rows.entries()) {
    const label = labelled.exec(text)
    const whom = label ? whomOf(label) : undefined
    if (label && (whom === undefined || askersBehind(whom))) {
      if (open) return []
      open = true
      const numbers = [String(starts.length + 1)]
      starts.push({ row, numbers, textStart: label[0].length, family: 'heading', score: 4 })
    } else if (open && readHeading(text)?.type === 'answer') open = false
  }
  return open ? [] : starts
}
