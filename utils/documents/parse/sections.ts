import { partyHeadingOf } from '../facts/people.ts'
import type { Asker } from '../types.ts'
import { answerHeading, introduction, isNumberOf, numberBelowLabel } from './answer-sections.ts'
import { answerNumber, beginsApart, endOfIntroduction, startsAgain } from './answers-apart.ts'
import {
  headingBetween,
  headsAnswers,
  isLabelled,
  nearestAskers,
  rowsBelowParty,
  withoutLabel,
} from './between-items.ts'
import { chapterTitles } from './chapter-titles.ts'
import { closingRow } from './closing-row.ts'
import { pageBeside } from './column-heads.ts'
import { readHeading } from './headings.ts'
import { expandNumbers, numeralOf } from './numbers.ts'
import { partyBefore, withPartiesApart } from './party-column.ts'
import { askedAsLabelled, questionSection } from './question-sections.ts'
import type { Row } from './rows.ts'
import { endsSentence } from './sentences.ts'
import type { Layout, Section, Start } from './structure.ts'
import { labelAskers } from './unnumbered.ts'

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
  const reader = new SectionReader(rows, layout, pageEdges)
  rows.forEach((row, index) => {
    reader.read(row, index)
  })
  return reader.finished()
}

/** Parts the rows, one at a time in their order. */
class SectionReader {
  readonly #rows: readonly Row[]
  readonly #layout: Layout
  readonly #pageEdges: readonly number[]
  readonly #starts: ReadonlyMap<number, Start>
  readonly #titles: ReadonlySet<number>
  /** Rows of the starts, and which of them comes next. */
  readonly #places: readonly number[]
  #nextPlace = 0
  readonly #last: number
  readonly #end: number
  readonly #order: readonly string[]
  readonly #known: ReadonlySet<string>
  /** The number that is answered next, where the answers follow together. */
  readonly #followers: ReadonlyMap<string, string | undefined>
  readonly #sections: Section[] = []
  readonly #parties = new Set<number>()
  /** The numbers of the answers that have ended. */
  readonly #answered = new Set<string>()
  #askedBy: readonly Asker[] | null
  /** The answers follow together, each under its question's number. */
  #apart = false
  /** The first row that no heading has taken yet. */
  #from: number

  constructor(rows: readonly Row[], layout: Layout, pageEdges: readonly number[]) {
    const { starts } = layout
    this.#rows = rows
    this.#layout = layout
    this.#pageEdges = pageEdges
    this.#starts = new Map(starts.map((start) => [start.row, start]))
    this.#titles = chapterTitles(rows, layout)
    this.#places = starts.map(({ row }) => row).sort((one, other) => one - other)
    this.#from = starts[0]?.row ?? 0
    this.#last = starts.at(-1)?.row ?? 0
    this.#end = closingRow(rows, layout)
    const order = starts.flatMap(({ numbers }) => numbers)
    this.#order = order
    this.#known = new Set(order)
    this.#followers = new Map(order.map((number, index) => [number, order[index + 1]]))
    this.#askedBy = nearestAskers(rows, this.#from)
  }

  finished(): Sections {
    this.#sections.forEach(({ numbers }, index) => {
      if (index > 0 && numbers[0] === this.#order[0]) withoutNextLetter(this.#sections[index - 1]?.rows ?? [])
    })
    const sections = withPartiesApart(this.#sections, (line) => this.#parties.add(line))
    return { sections, end: this.#end, parties: this.#parties }
  }

  read(row: Row, index: number): void {
    if (index < this.#from || index >= this.#end) return
    if (this.#titles.has(index)) {
      this.#readTitle(row)
      return
    }
    const open = this.#sections.at(-1)
    if (this.#isPage(row, index, open)) return
    if (this.#mayBegin(row, index) && this.#begins(row, index, open)) return
    if (this.#isBetween(row, index, open) || !open) return
    // What stands right below a number or heading, or below its cell, may be a part of it; nearly all rows are an item's own words.
    const isBelowHead = open.rows.length === 0 || (open.type === 'answer' && open.numberX !== null)
    if (!isBelowHead || !this.#belongsToHead(row, open)) open.rows.push(row)
  }

  /** The number alone of an answer that has been given is its page's; between sentences it may be a note's, and right below a number all of an answer. */
  #isPage(row: Row, index: number, open: Section | undefined): boolean {
    const next = this.#rows[index + 1]
    if (open?.numbers.length === 0 && open.rows.length === 0) return this.#isAboveFirst(row, next)
    if (!this.#apart || !this.#answered.has(row.text) || open?.rows.length === 0) return false
    if (next?.page !== row.page || !endsSentence(this.#rows[index - 1]?.text ?? '')) return true
    return !/^(?:[\p{Lu}«“‘"]|https?:)/u.test(next.text)
  }

  /** Between the heading of all answers and the first one's number. */
  #isAboveFirst(row: Row, next: Row | undefined): boolean {
    const [first] = this.#order
    const mayBePage = row.text !== first || this.#layout.family === 'dotted'
    if (!this.#apart || !mayBePage || !/^\d{1,4}$/.test(row.text) || !next) return false
    return answerNumber(next, this.#known, first, null)?.numbers[0] === first
  }

  /** A chapter's title may name who asks what follows. */
  #readTitle(row: Row): void {
    const party = partyHeadingOf(row.text)
    if (!party) return
    this.#askedBy = party
    this.#parties.add(row.line)
  }

  /** Cheap and complete: behind the last start, and where the answers follow together, any row may begin one. */
  #mayBegin(row: Row, index: number): boolean {
    if (this.#apart || index > this.#last || this.#starts.has(index)) return true
    const isCell = row.pieces.length > 1
    return isCell || row.marker !== undefined || row.text.startsWith('Ad ') || readHeading(row.text) !== null
  }

  /** Whether a question or an answer, or the introduction of all answers, begins with the row. */
  #begins(row: Row, index: number, open: Section | undefined): boolean {
    const rows = this.#rows
    const start = this.#starts.get(index)
    const isBehind = index > this.#last
    const begins = (this.#apart || isBehind) && (row.startsBlock || endsSentence(rows[index - 1]?.text ?? ''))
    const introduced =
      !this.#apart && isBehind && begins && this.#asksOnly ? endOfIntroduction(rows, index, this.#layout) : null
    if (introduced !== null) {
      this.#sections.push(introduction(row, rows.slice(index, introduced), this.#askedBy))
      this.#apart = true
      this.#from = introduced
      return true
    }
    this.#apart ||= isBehind && beginsApart(row, this.#layout) && this.#asksOnly
    const ownAskers =
      start?.family === 'heading' ? (readHeading(row.text)?.askedBy ?? labelAskers(row.text)) : undefined
    if (ownAskers) this.#parties.add(row.line)
    const section = start
      ? questionSection(row, start, ownAskers ?? this.#askedBy)
      : (this.#answer(row, index, begins, open) ?? answerHeading(row, rows[index + 1], this.#askedBy))
    if (!section) return false
    if (section.type === 'question') this.#addQuestion(section)
    else this.#addAnswer(section, row, index, open)
    return true
  }

  /** No answer has begun yet. */
  get #asksOnly(): boolean {
    return this.#sections.every(({ type }) => type === 'question')
  }

  /** An answer that no heading begins but its number. */
  #answer(row: Row, index: number, begins: boolean, open: Section | undefined): Section | null {
    if (!this.#apart) return answerToOpen(this.#rows, index, open)
    // «Ad 1. …» behind a list in the answer to question 4 is a point of that list.
    const ad = open?.type === 'answer' && row.text.startsWith('Ad ') ? /^Ad (\d{1,3})\b/.exec(row.text)?.[1] : undefined
    if (ad !== undefined && Number(ad) < numeralOf(open?.numbers.at(-1) ?? '0')) return null
    // Right below the heading of all answers and who gave them («(Ontvangen 19 maart 2007)»), or a row of figures: neither ends as a sentence does.
    const isBelowAll = open?.type === 'answer' && open.numbers.length === 0
    const before = this.#rows[index - 1]?.text ?? ''
    const isBelowPage = this.#answered.has(before)
    const mayBegin = begins || isBelowAll || isBelowPage || open?.rows.length === 0 || /\d\S* .*\d/.test(before)
    // Right below «Antwoord 3» the number of another question is the page's.
    const isBelowHeading = open?.type === 'answer' && open.numbers.length > 0 && open.rows.length === 0
    if (isBelowHeading && readHeading(this.#rows[index - 1]?.text ?? '')?.type === 'answer') return null
    const following = this.#followers.get(open?.numbers.at(-1) ?? '')
    const follower = mayBegin ? (following ?? this.#order[0]) : undefined
    // Behind the last answer a 1 without a stop is a note's.
    const mayBeBare = following !== undefined || open?.numbers.length === 0
    const own = answerNumber(row, this.#known, follower, this.#askedBy, mayBeBare)
    if (own || follower === undefined || following === undefined) return own
    // The number of the next one may have been lost among the figures of a table.
    return answerNumber(row, this.#known, this.#followers.get(follower), this.#askedBy, mayBeBare)
  }

  #addQuestion(section: Section): void {
    const head = section.rows[0]
    if (!head) {
      this.#sections.push(section)
      return
    }
    if (isLabelled(head)) {
      this.#parties.add(head.line)
      section.rows.splice(0, 1, ...withoutLabel(head))
    }
    const party = partyBefore(head)
    if (party) {
      this.#parties.add(head.line)
      section.rows.splice(0, 1, ...party.rest)
    }
    this.#sections.push(party ? { ...section, askedBy: party.askedBy } : askedAsLabelled(section, head))
  }

  #addAnswer(section: Section, row: Row, index: number, open: Section | undefined): void {
    if (open?.type === 'answer' && open.rows.length > 0) for (const number of open.numbers) this.#answered.add(number)
    const page = pageBeside(row, this.#rows[index + 1], this.#pageEdges)
    if (page !== null && open?.type === 'question') {
      this.#sections[this.#sections.length - 1] = { ...open, pageAsked: page }
      section.rows.length = 0
    }
    const isBare = section.numbers.length === 0
    if (isBare && section.rows.length === 0 && ofMinister.test(row.text)) this.#parties.add(row.line)
    this.#apart ||= isBare && index > this.#last && this.#asksOnly && startsAgain(this.#rows, index, this.#layout)
    this.#sections.push(section)
  }

  /** Whether the row heads what follows: it stands between an item's end and the next one's beginning. */
  #isBetween(row: Row, index: number, open: Section | undefined): boolean {
    // «De leden van de fractie van A lezen dat …» right below its number is a question's first sentence.
    if (open?.type === 'question' && open.rows.length === 0 && endsSentence(row.text)) return false
    while ((this.#places[this.#nextPlace] ?? this.#end) <= index) this.#nextPlace += 1
    const below = this.#places[this.#nextPlace]
    const areTogether = below === undefined && open?.type === 'answer' && (this.#apart || open.numbers.length > 0)
    if (areTogether && headsAnswers(this.#rows, index)) return true
    if (below === undefined || below > index + rowsBelowParty) return false
    const isNamedAnswer = this.#layout.family === 'heading' && open?.type === 'answer' && open.numbers.length > 0
    const number = this.#starts.get(below)?.numbers[0]
    const between = headingBetween(this.#rows, index, below, number, isNamedAnswer)
    if (!between) return false
    this.#askedBy = between.askedBy ?? this.#askedBy
    // A sentence says more than who asks.
    if (between.isParty && !endsSentence(row.text)) this.#parties.add(row.line)
    this.#from = between.end
    return true
  }

  /** Takes what a row right below a number or heading tells: the number of the answer, who asks, the word «Vraag». */
  #belongsToHead(row: Row, open: Section): boolean {
    const sections = this.#sections
    const place = sections.length - 1
    if (open.type === 'answer') {
      if (open.rows.length + open.numbers.length === 0 && isNumberOf(row, sections)) {
        sections[place] = { ...open, numbers: expandNumbers(row.text) }
        this.#parties.add(row.line)
        return true
      }
      const labelled = open.numberX === null ? null : numberBelowLabel(row, sections)
      if (!labelled) return false
      open.rows.push(...labelled.rest)
      sections[place] = { ...open, numbers: labelled.numbers }
      if (labelled.rest.length === 0) this.#parties.add(row.line)
      return true
    }
    const named = partyBefore(row)
    if (!named && !isLabelled(row)) return false
    this.#parties.add(row.line)
    open.rows.push(...(named ? named.rest : withoutLabel(row)))
    sections[place] = named ? { ...open, askedBy: named.askedBy } : askedAsLabelled(open, row)
    return true
  }
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
