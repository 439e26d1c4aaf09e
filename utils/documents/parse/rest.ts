import type { Line, Rest } from '../types.ts'
import type { Row } from './rows.ts'

/** What became of a document's rows. */
export interface Fates {
  readonly lines: readonly Line[]
  /** Rows without the noise of the page. */
  readonly quiet: readonly Row[]
  /** Rows that landed in a record: question, answer, note. */
  readonly taken: readonly Row[]
  /** Lines of numbers and headings: their words tell the record's number and place. */
  readonly headings: ReadonlySet<number>
  /** Lines within the run that introduce all answers. */
  readonly introductions: ReadonlySet<number>
  /** Lines of headings that each question's askers tell. */
  readonly parties: ReadonlySet<number>
  /** Whether records tell a word, in their codes and pages. */
  readonly isTold: (word: string) => boolean
  /** Marks of the notes that records carry. */
  readonly marks: ReadonlySet<string>
  /** First and last line of the run of questions. */
  readonly first: number
  readonly last: number
}

/**
 * All of a document that stands in no record, in its order, so that nothing is lost unseen. Told line by line by the words
 * that each row still had when it was taken: what the noise's rules took is `furniture`, what is left within the run of
 * questions is `between`, before and behind it `outside`. Figures that were cut from a question's rows are its number, code,
 * page and marks.
 */
export function restOf(fates: Fates): Rest[] {
  const { lines, quiet, taken, headings, introductions, parties, marks, first, last } = fates
  const keptOf = rowsInTurn(quiet)
  const used = byLine(taken, lines.length)
  const rest: { kind: Rest['kind']; page: number; parts: string[] }[] = []
  const add = (kind: Rest['kind'], page: number, text: string) => {
    const open = rest.at(-1)
    if (open && open.kind === kind && open.page === page) open.parts.push(text)
    else rest.push({ kind, page, parts: [text] })
  }
  const tell = ({ text, page }: Line, index: number, record: readonly Row[]) => {
    const within = index >= first && index <= last && !introductions.has(index)
    const { left, cut } = leftOf(text, keptOf(index), record)
    if (cut !== '') add('furniture', page, cut)
    const tells = within && (headings.has(index) || record.length > 0)
    // The codes last: to ask them their parts are listed.
    const isTold = (word: string) =>
      (tells && isFigure(word)) || (headings.has(index) && headingWord.test(word)) || fates.isTold(word)
    const words = left.split(' ')
    if (left === '' || (within && words.every((word) => isTold(word) || marks.has(word)))) return
    // A figure behind a word that nobody took belongs to it («Bijlage 2»).
    const isOfWord = (word: string, before = '') => isFigure(word) && /^\p{L}{3,}$/u.test(before) && !isTold(before)
    add(
      within ? 'between' : 'outside',
      page,
      within ? words.filter((word, at) => !isTold(word) || isOfWord(word, words[at - 1])).join(' ') : left,
    )
  }
  lines.forEach((line, index) => {
    const own = used[index]
    // Nearly all lines stand in one record as they are.
    if (!parties.has(index) && !holdsWhole(own, line.text))
      tell(line, index, own === undefined ? none : Array.isArray(own) ? own : [own])
  })
  return rest.map(({ kind, page, parts }) => ({ kind, page, text: parts.join('\n') }))
}

function holdsWhole(own: Taken, text: string): boolean {
  return Array.isArray(own) ? own.some((row) => row.text === text) : own?.text === text
}

/** The words of a line that stand in no record (`left`) and those that the noise's rules took (`cut`). */
function leftOf(
  text: string,
  own: readonly Row[],
  record: readonly Row[],
): { readonly left: string; readonly cut: string } {
  const whole = withSingleBlanks(text).trim()
  if (record.length === 0) {
    if (own.length === 0) return { left: '', cut: whole }
    if (own.some((row) => row.text === whole)) return { left: whole, cut: '' }
  }
  // What a row kept whole lost no word to the noise.
  const isKept = own.length === 1 && own[0]?.text === whole
  const around = isKept ? wordsAround(whole, record) : null
  if (around !== null) return { left: around, cut: '' }
  const used = wordsOf(record)
  if (isKept)
    return {
      left: whole
        .split(' ')
        .filter((word) => word !== '' && !take(used, word))
        .join(' '),
      cut: '',
    }
  const kept = wordsOf(own)
  const left: string[] = []
  const cut: string[] = []
  for (const word of whole.split(' ')) {
    if (word === '' || take(used, word)) {
      take(kept, word)
      continue
    }
    if (take(kept, word)) left.push(word)
    else cut.push(word)
  }
  return { left: left.join(' '), cut: cut.join(' ') }
}

/**
 * The words before and behind the only stretch of a line that a record took, such as a question's number and its code; null where the
 * stretch is not the only one, or holds what may be one of these words.
 */
function wordsAround(whole: string, record: readonly Row[]): string | null {
  const [row] = record
  if (!row || record.length > 1 || row.marks.length > 0 || row.text === '') return null
  const start = whole.indexOf(row.text)
  const end = start + row.text.length
  const isOfWords = (start === 0 || whole[start - 1] === ' ') && (end === whole.length || whole[end] === ' ')
  if (start < 0 || !isOfWords) return null
  const around = `${whole.slice(0, start)}${whole.slice(end)}`.split(' ').filter((word) => word !== '')
  return around.some((word) => formsOf(word).some((form) => row.text.includes(form))) ? null : around.join(' ')
}

const none: readonly Row[] = []

/** Tells the rows of a line, out of rows in the order of their lines; the lines are asked about in that order too. */
function rowsInTurn(rows: readonly Row[]): (line: number) => readonly Row[] {
  let next = 0
  return (line) => {
    while ((rows[next]?.line ?? line) < line) next += 1
    let end = next
    while (rows[end]?.line === line) end += 1
    return end === next ? none : rows.slice(next, end)
  }
}

/** What records took of a line: hardly ever more than one row, and a list for each would be as many objects again. */
type Taken = Row | Row[] | undefined

function byLine(rows: readonly Row[], length: number): Taken[] {
  const lines = new Array<Taken>(length).fill(undefined)
  rows.forEach((row) => {
    const own = lines[row.line]
    if (!own) lines[row.line] = row
    // A joint answer stands under each of its questions, and its rows only once on paper.
    else if (Array.isArray(own)) {
      if (!own.includes(row)) own.push(row)
    } else if (own !== row) lines[row.line] = [own, row]
  })
  return lines
}

function wordsOf(rows: readonly Row[]): Map<string, number> {
  const words = new Map<string, number>()
  for (const { text, marks } of rows) {
    for (const word of withSingleBlanks(text).split(' ')) words.set(word, (words.get(word) ?? 0) + 1)
    for (const mark of marks) words.set(mark, (words.get(mark) ?? 0) + 1)
  }
  return words
}

/** One plain blank between words and none besides. Nearly all lines have that: to look is cheaper than to replace. */
function withSingleBlanks(text: string): string {
  return /\s{2}|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text
}

/** Takes a word out of those that are there; a mark may have been cut from its end, a number from its beginning. */
function take(words: Map<string, number>, word: string): boolean {
  return takeForm(words, word) || formsOf(word).some((form) => takeForm(words, form))
}

/** The mark of a note behind a word: `90`, `3)`, `[4]`, and `iv` that was raised. */
const markAtEnd =
  /(?<=\p{L}{2}[.,;:?!)»”’]{0,2})(?:\[(?:\d{1,3}|[ivxl]{1,7})\]|\d{1,3}\)?|[ivxl]{1,7})(?=[.,;:?!)»”’]*(?:$|\p{Lu}))/u

/** The word, and what is left of it without a mark or a number: those need letters of their own. */
function formsOf(word: string): readonly string[] {
  if (!/\d/.test(word)) return [word, word.replace(markAtEnd, '')]
  const bare = word.replace(/\(?\d{1,3}\)?$/, '')
  // Nearly all of them are figures and codes, which the cheap looks tell.
  const forms = /\p{L}/u.test(word)
    ? [
        word,
        bare,
        /^\d{1,4}[a-z]?[.)]/.test(word) ? word.replace(/^\d{1,4}[a-z]?[.)](?=\p{L})/u, '') : word,
        /\D{2}\d/.test(word) ? word.replace(markAtEnd, '') : word,
      ]
    : [word, bare]
  return forms.filter((form) => form !== '')
}

function takeForm(words: Map<string, number>, form: string): boolean {
  const count = words.get(form) ?? 0
  if (count > 0) words.set(form, count - 1)
  return count > 0
}

const headingWord =
  /^(?:(?:vraag|vragen|vr|antw|nader|antwoord(?:en)?|beantwoording|reactie)(?:\d{1,4}[a-z]?)?|ad|op|bij|van|de|en|t\/m|tot|met|nr\.?|[&,+:.–—-])[:.]{0,2}$/i

/** A number, a code or a mark, or a part of one. */
function isFigure(word: string): boolean {
  return /^[\d\W_]*[a-z]?[\d\W_]*$/i.test(word)
}

/** The words in which printed codes and pages may stand on lines of their own: a narrow column wraps a code anywhere. */
export function toldBy(
  facts: readonly { readonly code: string | null; readonly page: string | null }[],
): (word: string) => boolean {
  // The parts of all codes are many, and in most documents no word is asked about.
  let told: Set<string> | null = null
  return (word) => {
    told ??= partsOf(facts)
    return told.has(word)
  }
}

function partsOf(facts: Parameters<typeof toldBy>[0]): Set<string> {
  const told = new Set<string>()
  for (const { code, page } of facts) {
    for (const part of page?.split(/[-–,]| (?:t\/m|en) /) ?? []) told.add(part.trim())
    for (let at = 0; code !== null && at <= code.length; at += 1) told.add(code.slice(at)).add(code.slice(0, at))
  }
  told.delete('')
  return told
}
