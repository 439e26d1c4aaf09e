import { monthSource } from '../facts/dates.ts'
import { oneOf } from '../signs.ts'
import { isAnnex } from './annex.ts'
import { readHeading } from './headings.ts'
import type { Row } from './rows.ts'
import { endsSentence } from './sentences.ts'
import { isSignature } from './signature.ts'
import type { Layout } from './structure.ts'

/** Where the answers are over: the closing remark of written questions, a postponement, the end of a letter. */
const closings = [
  /^(?:Mededeling|MEDEDELING):?$/,
  /^Toelichting:?$/,
  /^Toelichting:\s+Deze vragen dienen\b/,
  /^Hoogachtend,?$/,
  /^Met (?:vriendelijke|hartelijke|de meeste) (?:groet(?:en)?|hoogachting),?$/i,
]

/** What a message ends with, when names alone follow: an answer may tell of one. */
const greeting = /^(?:(?:Vriendelijke|Hartelijke) groet(?:en)?,?|(?:Groet(?:en)?|M\.?v\.?g\.?),)$/i

/** What stands below a paper on a ministry's page, each a heading. */
const belowPaper = /^(?:(?:Ministerie v|V)erantwoordelijk|Deel deze pagina|Zie ook|Hoort bij|Heeft u een vraag\?)$/

const headOfNotes = /^(?:Voet|Eind)?noten:?$/i

const mayBeBelow = oneOf('MVDZH')

/** Such a heading, or what a copy of the page has of it behind a sentence's end; «Zie ook» and «Verantwoordelijk» may be the answer's own there. */
function isBelowPaper(rows: readonly Row[], index: number): boolean {
  const row = rows[index]
  if (!row || !belowPaper.test(row.text) || !areLinks(rows, index + 1)) return false
  if (row.role === 'heading') return true
  const isOwn =
    row.text === 'Zie ook' || (row.text.endsWith('erantwoordelijk') && !rows[index + 1]?.text.startsWith('Ministerie'))
  return !isOwn && endsSentence(rows[index - 1]?.text ?? '')
}

const mostLinks = 12
const longestLink = 160

/** Whether what is left from a row on are a few titles and names, and no sentences. */
function areLinks(rows: readonly Row[], from: number): boolean {
  const left = rows.slice(from, from + mostLinks + 1)
  return left.length <= mostLinks && left.every(({ text }) => text.length <= longestLink && !/[.!]$/.test(text))
}

/** `1) NOS, 3 mei 2022, …`, `[1] https://…`: sources below questions whose marks an extraction has lost. */
const source = /^(?:(\d{1,2})\)|\[(\d{1,2})\]:?)\s?\S/
const isSource = /https?:|www\.|\b(?:19|20)\d{2}\b|\bZ\d{5}\b/
/** What a source has, and a point of an answer hardly: an answer may count its steps and their years. */
const isCited = new RegExp(
  String.raw`https?:|www\.|\bKamerstuk|\b(?:Aanhangsel )?Handelingen\b|\b(?:Stb|Stcrt)\.|\p{L}[^.]{0,60}, \d{1,2} ${monthSource} (?:19|20)\d{2}\b`,
  'u',
)
/** «… golf? Graag een toelichting.» */
const asked = /\?[»”"’')\]]*(?:\s(?:Graag|Gaarne|Zo)\s[^.?!]{3,80}\.)?$/
const firstSource = /^(?:1\)|\[1\])/
const longestSource = 4

/** Whether nothing but such sources stands between the last question, or its answer, and what closes the document. */
function areSources(rows: readonly Row[], from: number): boolean {
  const before = rows[from - 1]?.text ?? ''
  const isAsked = rows[from]?.startsBlock === true && asked.test(`${rows[from - 2]?.text} ${before}`)
  if (!isAsked && !endsSentence(before)) return false
  const mayBe = isAsked ? isSource : isCited
  let last = 0
  let open = ''
  let lines = 0
  for (let index = from; index < rows.length; index += 1) {
    const text = rows[index]?.text ?? ''
    if (closings.some((closing) => closing.test(text))) break
    const match = source.exec(text)
    if (match && Number(match[1] ?? match[2]) === last + 1) {
      if (last > 0 && !mayBe.test(open)) return false
      last += 1
      lines = 0
      open = ''
    }
    lines += 1
    if (lines > longestSource || readHeading(text)) return false
    open += ` ${text}`
  }
  return mayBe.test(open)
}

/** Whether the last question's number begins a row below an annex's heading in text without empty lines: there the answers that stand apart go on. */
function areAnsweredBelow(rows: readonly Row[], annex: number, layout: Layout): boolean {
  const number = layout.starts.at(-1)?.numbers.at(-1)
  if (rows[annex]?.startsBlock || number === undefined) return false
  return rows
    .slice(annex + 1)
    .some(({ text }) => text.startsWith(number) && /^(?:[.)]?$|[.)]?\s)/.test(text.slice(number.length)))
}

/** The row behind the last question or answer. */
export function closingRow(rows: readonly Row[], layout: Layout): number {
  const last = layout.starts.at(-1)?.row ?? 0
  // Without numbers the run ends with the paragraph that the last start stands for.
  if (layout.family === 'paragraph') {
    const next = rows.findIndex((row, index) => index > last && row.startsBlock)
    return next < 0 ? rows.length : next
  }
  for (let index = last + 1; index < rows.length; index += 1) {
    const text = rows[index]?.text ?? ''
    if (isSignature(rows, index) || (isAnnex(rows, index) && !areAnsweredBelow(rows, index, layout))) return index
    // What headed the notes, which have been taken out.
    if (index === rows.length - 1 && headOfNotes.test(text)) return index
    if (mayBeBelow(text) && isBelowPaper(rows, index)) return index
    if (greeting.test(text) && areLinks(rows, index + 1)) return index
    if (firstSource.test(text) && areSources(rows, index)) return index
    if (!closings.some((closing) => closing.test(text))) continue
    if (
      !/^Toelichting:?$/.test(text) ||
      /^(?:Deze vragen dienen|Deze vragen zijn)\b/.test(rows[index + 1]?.text ?? '')
    ) {
      return index
    }
  }
  return rows.length
}
