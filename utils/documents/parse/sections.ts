import type { Asker } from '../types.ts'
import { answerHeading, introduction, isNumberOf, numberBelowLabel } from './answer-sections.ts'
import { answerNumber, beginsApart, endOfIntroduction, startsAgain } from './answers-apart.ts'
import { headingBetween, isLabelled, nearestAskers, rowsBelowParty, withoutLabel } from './between-items.ts'
import { chapterTitles } from './chapter-titles.ts'
import { closingRow } from './closing-row.ts'
import { pageBeside } from './columns.ts'
import { readHeading } from './headings.ts'
import type { Layout } from './layouts.ts'
import { expandNumbers } from './numbers.ts'
import { partyBefore, withPartiesApart } from './party-column.ts'
import { type Row, withText } from './rows.ts'
import { endsSentence } from './sentences.ts'
import type { Start } from './starts.ts'
import { labelAskers } from './unnumbered.ts'

/** The rows under one number or heading, until the next one. */
export interface Section {
  readonly type: 'question' | 'answer'
  /** As printed; for an answer the numbers that its heading names, maybe none. */
  readonly numbers: readonly string[]
  readonly page: number
  readonly segment: number
  /** Without number and heading. */
  readonly rows: Row[]
  /** Left edge of the number, where it stands in a place of its own. */
  readonly numberX: number | null
  /** Marks of notes that stood at the heading itself. */
  readonly marks: readonly string[]
  /** As `Start.guessed`. */
  readonly guessed?: boolean
  /** The page asked about, where it stands beside the heading of the answer. */
  readonly pageAsked?: string
  /** Whose heading stands above, in lists that are ordered by who asks. */
  readonly askedBy: readonly Asker[] | null
  /** Distance of the number or heading from the top of its page, in points. */
  readonly top: number | null
  /** Index of the line that holds the number or heading. */
  readonly line: number
}

/** The run of questions, parted. */
export interface Sections {
  readonly sections: readonly Section[]
  /** Row behind the last one of the run. */
  readonly end: number
  /** Lines of which nothing is left but who asks, or but a question behind the word «Vraag:». */
  readonly parties: ReadonlySet<number>
}

/**
 * Parts the rows from the first question on into questions and answers, as the layout's starts and the headings say. `pageEdges`: left
 * edges of columns of pages.
 */
export function sectionsOf(rows: readonly Row[], layout: Layout, pageEdges: readonly number[]): Sections {
  const starts = new Map(layout.starts.map((start) => [start.row, start]))
  const sections: Section[] = []
  const end = closingRow(rows, layout)
  const first = layout.starts[0]?.row ?? 0
  const last = layout.starts.at(-1)?.row ?? 0
  const order = layout.starts.flatMap(({ numbers }) => numbers)
  const known = new Set(order)
  /** The number that is answered next, where the answers follow together. */
  const followers = new Map(order.map((number, index) => [number, order[index + 1]]))
  let askedBy = nearestAskers(rows, first)
  /** The answers follow together, each under its question's number. */
  let apart = false
  const parties = new Set<number>()
  const titles = chapterTitles(rows, layout)
  const places = layout.starts.map(({ row }) => row).sort((one, other) => one - other)
  let next = 0
  for (let index = first; index < end; index += 1) {
    const row = rows[index]
    if (!row) continue
    while ((places[next] ?? end) <= index) next += 1
    if (titles.has(index)) continue
    const start = starts.get(index)
    const begins: boolean = (apart || index > last) && (row.startsBlock || endsSentence(rows[index - 1]?.text ?? ''))
    const introduced =
      !apart && index > last && begins && sections.every(({ type }) => type === 'question')
        ? endOfIntroduction(rows, index, layout)
        : null
    if (introduced !== null) {
      sections.push(introduction(row, rows.slice(index, introduced), askedBy))
      apart = true
      index = introduced - 1
      continue
    }
    apart ||= index > last && beginsApart(row, layout) && sections.every(({ type }) => type === 'question')
    const ownAskers =
      start?.family === 'heading' ? (readHeading(row.text)?.askedBy ?? labelAskers(row.text)) : undefined
    if (ownAskers) parties.add(row.line)
    const open = sections.at(-1)
    // Right below the heading of all answers, or a row of figures: neither ends as a sentence does.
    const mayBegin: boolean =
      apart && (begins || open?.rows.length === 0 || /\d\S* .*\d/.test(rows[index - 1]?.text ?? ''))
    const follower: string | undefined = mayBegin ? (followers.get(open?.numbers.at(-1) ?? '') ?? order[0]) : undefined
    const section: Section | null = start
      ? questionSection(row, start, ownAskers ?? askedBy)
      : ((apart ? answerNumber(row, known, follower, askedBy) : answerToOpen(rows, index, open)) ??
        answerHeading(row, rows[index + 1], askedBy))
    if (section) {
      const page = section.type === 'answer' ? pageBeside(row, rows[index + 1], pageEdges) : null
      if (page !== null && open?.type === 'question') {
        sections[sections.length - 1] = { ...open, pageAsked: page }
        section.rows.length = 0
      }
      if (section.rows.length + section.numbers.length === 0 && ofMinister.test(row.text)) parties.add(row.line)
      const head = section.type === 'question' ? section.rows[0] : undefined
      if (head && isLabelled(head)) {
        parties.add(row.line)
        section.rows.splice(0, 1, ...withoutLabel(head))
      }
      const party = head ? partyBefore(head) : null
      if (head && party) {
        parties.add(row.line)
        section.rows.splice(0, 1, ...party.rest)
        sections.push({ ...section, askedBy: party.askedBy })
        continue
      }
      apart ||=
        section.type === 'answer' &&
        section.numbers.length === 0 &&
        index > last &&
        sections.every(({ type }) => type === 'question') &&
        startsAgain(rows, index, layout)
      sections.push(head ? askedAsLabelled(section, head) : section)
      continue
    }
    // A heading stands between an item's end and the next one's beginning.
    const below = places[next]
    const isNamedAnswer = layout.family === 'heading' && open?.type === 'answer' && open.numbers.length > 0
    const between =
      below !== undefined && below <= index + rowsBelowParty
        ? headingBetween(rows, index, below, starts.get(below)?.numbers[0], isNamedAnswer)
        : null
    if (between) {
      askedBy = between.askedBy ?? askedBy
      if (between.isParty) parties.add(row.line)
      index = between.end - 1
      continue
    }
    // The number on a line of its own, below the heading of its answer.
    if (open?.type === 'answer' && open.rows.length + open.numbers.length === 0 && isNumberOf(row, sections)) {
      sections[sections.length - 1] = { ...open, numbers: expandNumbers(row.text) }
      parties.add(row.line)
      continue
    }
    const labelled = open?.type === 'answer' && open.numberX !== null ? numberBelowLabel(row, sections) : null
    if (open && labelled) {
      open.rows.push(...labelled.rest)
      sections[sections.length - 1] = { ...open, numbers: labelled.numbers }
      if (labelled.rest.length === 0) parties.add(row.line)
      continue
    }
    const named = open?.type === 'question' && open.rows.length === 0 ? partyBefore(row) : null
    if (open && named) {
      parties.add(row.line)
      open.rows.push(...named.rest)
      sections[sections.length - 1] = { ...open, askedBy: named.askedBy }
      continue
    }
    if (open?.type === 'question' && open.rows.length === 0 && isLabelled(row)) {
      parties.add(row.line)
      open.rows.push(...withoutLabel(row))
      sections[sections.length - 1] = askedAsLabelled(open, row)
    } else open?.rows.push(row)
  }
  for (const [index, { numbers }] of sections.entries()) {
    if (index > 0 && numbers[0] === order[0]) withoutNextLetter(sections[index - 1]?.rows ?? [])
  }
  return { sections: withPartiesApart(sections, (line) => parties.add(line)), end, parties }
}

/** «Antwoord van de minister van X:» tells who answers, as the head of the document does. */
const ofMinister = /^(?:Antwoord|Beantwoording|Reactie) \(?[a-z]/i

/** What a letter ends with, or the next one begins with. */
const letter =
  /^(?:>? ?Retouradres|(?:Aan )?[Dd]e [Vv]oorzitter van de (?:Tweede|Eerste) Kamer|Geachte (?:heer|mevrouw|[Vv]oorzitter)|Hoogachtend|Met vriendelijke groet)/

/** Takes from the last answer of a letter the head of the next one, whose questions begin again. */
function withoutNextLetter(rows: Row[]): void {
  const head = rows.findIndex(({ startsBlock, text }) => startsBlock && letter.test(text))
  if (head > 0 && rows.slice(head).some(({ text }) => text.startsWith('Geachte '))) rows.splice(head)
}

/** «Ad 3. De Kamer …» right behind question 3; behind another one it may be a point of an answer. */
function answerToOpen(rows: readonly Row[], index: number, open: Section | undefined): Section | null {
  const row = rows[index]
  if (!row?.text.startsWith('Ad ') || open?.type !== 'question') return null
  const begins = row.startsBlock || endsSentence(rows[index - 1]?.text ?? '')
  return begins ? answerNumber(row, new Set(open.numbers), undefined, open.askedBy) : null
}

/** «3. Vraag van de heer A (P)»: who asks that question. */
function askedAsLabelled(section: Section, { text }: Row): Section {
  const askedBy = text.startsWith('V') ? labelAskers(text) : undefined
  return askedBy ? { ...section, askedBy } : section
}

function questionSection(row: Row, start: Start, askedBy: readonly Asker[] | null): Section {
  const rest = restOf(row, start)
  const first = row.pieces[0]
  return {
    type: 'question',
    numbers: start.numbers.length > 0 ? start.numbers : ['?'],
    page: row.page,
    segment: row.segment,
    rows: rest ? [rest] : [],
    numberX: row.x ?? (row.pieces.length > 1 ? (first?.x ?? null) : null),
    marks: rest ? [] : row.marks,
    askedBy,
    top: row.y,
    line: row.line,
    ...(start.guessed ? { guessed: true } : {}),
  }
}

/** The row without its number, or null where nothing else stands in it. */
function restOf(row: Row, start: Start): Row | null {
  const text = row.text.slice(start.textStart).trim()
  const lead = row.text.slice(0, start.textStart)
  // A printed code before the number stays in the text: the row's reader takes it.
  const number = /(\d{1,4}[a-z]?)\s?[.):]?\s*$/.exec(lead)
  const code = start.family === 'row' && start.numbers.length === 1 && number ? lead.slice(0, number.index).trim() : ''
  if (text === '' && code === '') return null
  const lookEnds = Math.max(0, row.lookEnds - start.textStart)
  const rest = withText(row, code === '' ? text : `${code} ${text}`, { startsBlock: true, lookEnds, look: row.look })
  if (row.pieces.length < 2) {
    const x = row.pieces[0]?.x ?? 0
    return {
      ...rest,
      pieces: [{ text: rest.text, x: row.x === null ? x : x + lead.length, right: row.pieces[0]?.right ?? x }],
    }
  }
  const [first, ...others] = row.pieces
  if (!first) return rest
  const trimmed = first.text.slice(Math.min(start.textStart, first.text.length)).trim()
  const kept =
    code !== ''
      ? row.pieces.filter((piece) => piece.text !== start.numbers[0])
      : trimmed === ''
        ? others
        : [{ ...first, text: trimmed }, ...others]
  return { ...rest, pieces: kept }
}
