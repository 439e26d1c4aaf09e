import type { PageMark } from './page-marks.ts'
import { printsOf, widestGap } from './title-prints.ts'
import { type Stretch, type Token, tokensOf } from './tokens.ts'
import { besideUnread, endOfFirstPage } from './unread-marks.ts'

/** Words of a title that are compared at once: fewer recur by chance. */
const shingle = 4
const shortestTitle = 5
const longestTitle = 60
/** Characters between two prints of a running title: less than any page holds. */
const pageAtLeast = 600
const charactersOfPage = 2600
const mostTitles = 3
/** Share of a title's words that the head of the document must hold. */
const enoughInHead = 0.6
/** Characters between a running title and its page's mark, where the head does not hold the title. */
const besideMark = 120

/**
 * Where a document's running title stands in its text when the lines are lost: the same words at distances of a page, that
 * the head of the document holds too or that stand beside the marks of pages. Scans misread them a little each time.
 * Linear in the text's length.
 */
export function runningTitles(
  text: string,
  marks: readonly PageMark[],
  headings: readonly { readonly at: number; readonly asks: boolean }[],
): Stretch[] {
  // Before the first heading of an answer numbers alone may head questions, of which not each has a question mark.
  const asked = headings.find(({ asks }) => asks)?.at
  const headEnds = asked ?? Math.min(headings[0]?.at ?? text.length, text.search(/\?|\bAntwoord(?: [^.?!:]{1,60})?:/))
  const tokens = tokensOf(text, marks)
  const pages = marks.length > 0 ? (marks.at(-1)?.page ?? 2) : Math.max(3, Math.round(text.length / charactersOfPage))
  const needed = Math.max(2, Math.ceil(pages * 0.4))
  const apart = Math.min(pageAtLeast, text.length / (pages * 3))
  const taken = atHeadings(tokens, headings)
  const found: [number, number][] = []
  /** Words that were found to be no title's. */
  const authors: boolean[] = new Array(tokens.length).fill(false)
  const firstEdge = endOfFirstPage(marks) - besideMark
  for (let turn = 0; turn < mostTitles; turn += 1) {
    const title = titleOf(tokens, taken, needed, { apart, text, marks, headEnds })
    if (!title) break
    const alike = printsOf(title, tokens, taken).filter(([from]) => opens(text, tokens[from]) && !authors[from])
    const prints = atPageEdges(alike, title, tokens, { text, marks })
    const own = new Set(prints)
    for (const print of alike) if (!own.has(print)) authors.fill(true, print[0], print[1])
    if (alike.length < needed) break
    for (const [from, to] of prints) {
      taken.fill(true, from, to)
      // The letter's own head says what it is about.
      if ((tokens[to - 1]?.end ?? 0) > firstEdge) found.push([from, to])
    }
  }
  const stretches: { start: number; end: number; to: number }[] = []
  for (const [from, to] of found.sort((a, b) => a[0] - b[0])) {
    const last = stretches.at(-1)
    const end = tokens[to - 1]?.end ?? 0
    const start = tokens[from]?.start ?? 0
    // A word or two that the scan misread parts a title.
    const parted = last && from - last.to <= widestGap && !headings.some(({ at }) => at >= last.end && at < start)
    if (parted) {
      last.end = end
      last.to = to
    } else stretches.push({ start, end, to })
  }
  return stretches
}

/** A title of so many words stands nowhere by chance, where so much of it is printed. */
const wordsOfLongTitle = 9
const enoughOfLongTitle = 0.7
/** Characters between a mark and what stands at the same edge of its page. */
const rightBeside = 24

/** «over de», «bij het», «op uw»: what a sentence says of a title that follows. */
const naming = /\s(?:over|bij|van|op|door|voor|aan|uit)\s+(?:de|het|ons|onze|uw)\s+$/

/**
 * The prints without those that are an author's own words: where the title stands beside the marks of pages, «het Ministerie van Economische
 * Zaken» within a sentence of the text is none, unless it is most of a long title.
 */
function atPageEdges(
  prints: readonly [number, number][],
  title: readonly string[],
  tokens: readonly Token[],
  { text, marks }: { readonly text: string; readonly marks: readonly PageMark[] },
): readonly [number, number][] {
  const distance = ([from, to]: readonly [number, number], mark: PageMark) =>
    Math.max((tokens[from]?.start ?? 0) - mark.end, mark.start - (tokens[to - 1]?.end ?? 0))
  // «… van het bericht «X»?»: what begins with a quote is named there.
  const isQuoted = ([from]: readonly [number, number]) => /[«“„‘'"]/.test(text.charAt(tokens[from]?.start ?? 0))
  // «de Regeling bijdrage Jeugd en Gezin is …»: what stands within sentences alone, and between none, is what they are about.
  const isBetween = ([from]: readonly [number, number]) =>
    /[.?!:»”)]\s+$/.test(text.slice(0, tokens[from]?.start).slice(-2))
  const beside = new Set<readonly [number, number]>()
  let next = 0
  for (const mark of marks) {
    for (let print = prints[next + 1]; print; print = prints[next + 1]) {
      const before = prints[next]
      if (before && distance(before, mark) <= distance(print, mark)) break
      next += 1
    }
    const nearest = prints[next]
    if (nearest && distance(nearest, mark) <= besideMark) beside.add(nearest)
  }
  if (marks.length === 0) return prints.some(isBetween) ? prints.filter((print) => !isQuoted(print)) : []
  // Of a long title most may be left where a scan misread it; what an author quotes or cites begins with its bracket.
  const isTitle = ([from, to]: readonly [number, number]) =>
    title.length >= wordsOfLongTitle &&
    to - from >= title.length * enoughOfLongTitle &&
    !/[(‘“«"']/.test(text.charAt(tokens[from]?.start ?? 0))
  const isNamed = ([from]: readonly [number, number]) => {
    const start = tokens[from]?.start ?? 0
    // Nobody speaks of the letter itself by its title.
    const isLetter = /^(?:Antwoord|Beantwoording)/.test(text.slice(start, start + longestBeginning))
    return !isLetter && naming.test(text.slice(Math.max(0, start - longestBeginning), start))
  }
  let near = 0
  const isClose = (print: readonly [number, number]) => {
    const start = tokens[print[0]]?.start ?? 0
    while (near < marks.length && (marks[near]?.end ?? 0) + rightBeside < start) near += 1
    const mark = marks[near]
    return mark !== undefined && distance(print, mark) <= rightBeside
  }
  const told = new Set(
    prints.filter((print) => isClose(print) || (!isNamed(print) && (beside.has(print) || isTitle(print)))),
  )
  const stretchOf = ([from, to]: readonly [number, number]) => ({
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
  })
  const others = prints.filter((print) => !told.has(print))
  for (const print of besideUnread(others, marks, stretchOf)) told.add(print)
  return prints.filter((print) => told.has(print))
}

/** Headings are no part of a title, though the same words stand behind it on several pages. */
function atHeadings(tokens: readonly Token[], headings: readonly { readonly at: number }[]): boolean[] {
  let next = 0
  return tokens.map(({ end }) => {
    const heading = headings[next]
    if (!heading || heading.at >= end) return false
    next += 1
    return true
  })
}

/** Questions of one list begin alike. */
const beginsAsking =
  /^(?:Wat|Hoe|Hoeveel|Welke?|Waarom|Wanneer|Klopt|Graag|Zijn er|Is (?:er|het)|(?:Kunt|Bent|Heeft|Deelt|Kan|Kent) (?:u|de))\s/

/** What heads the questions of each faction alike, or begins them, and the titles of a consultation's parts, which its contents name too. */
const headsFaction =
  /\bleden van de$|-fractie De leden\b|^De leden van\b|\b(?:[Oo]pmerkingen|[Vv]ragen|[Ii]nbreng) van de (?:leden|fracties?)\b|\bI{1,3}\.? (?:Vragen|Reactie|Antwoord)/

/** «Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 3011»: what papers cite alike is no title. */
const citation = /^(?:Aanhangsel(?: van de)? Handelingen,|Kamerstuk(?:ken)?(?: I{1,2})?,? \d)/

const longestCited = 32

/** «De cijfers worden per kwartaal bijgewerkt.», «… in de tabel. 2020 2021»: what holds the end of a sentence recurs in answers. */
const endsWithin = /\p{Ll}{4}\.(?:\s|$)/u

/** Several answers begin alike. */
const tells = /^(?:Antwoord:? )?(?:Ja|Nee|Neen|Dat klopt|Ik)\b/

/** A title begins with a capital. */
function opens(text: string, token: Token | undefined): boolean {
  if (token === undefined || !/^[^\p{L}\d]*\p{Lu}/u.test(text.slice(token.start, token.end))) return false
  return !citation.test(text.slice(token.start, token.start + longestCited))
}

/** The words of the title that recurs most, or null where nothing does. */
function titleOf(
  tokens: readonly Token[],
  taken: readonly boolean[],
  needed: number,
  { apart, text, marks, headEnds }: { apart: number; text: string; marks: readonly PageMark[]; headEnds: number },
): readonly string[] | null {
  const seen = new Map<string, { count: number; first: number; last: number }>()
  const shingles: (string | null)[] = []
  for (let index = 0; index + shingle <= tokens.length; index += 1) {
    const key = shingleAt(tokens, taken, index)
    shingles.push(key)
    if (key === null) continue
    const start = tokens[index]?.start ?? 0
    const entry = seen.get(key)
    if (!entry) seen.set(key, { count: 1, first: start, last: start })
    else if (start - entry.last >= apart) {
      entry.count += 1
      entry.last = start
    }
  }
  const runs = runsOf(shingles, (key) => (seen.get(key)?.count ?? 0) >= needed)
  const groups = new Map<
    string,
    { readonly keys: readonly string[]; readonly from: number; readonly starts: number[]; readonly isSentence: boolean }
  >()
  for (const [from, to] of runs.map((run) => beforeNumber(run, tokens, text))) {
    const words = tokens.slice(from, to)
    if (words.length < shortestTitle || words.length > longestTitle) continue
    const first = words[0]?.start ?? 0
    const print = text.slice(first, words.at(-1)?.end)
    // A title begins with a capital, asks nothing and is no sentence.
    if (/[?]/.test(print) || beginsAsking.test(print) || headsFaction.test(print) || !opens(text, words[0])) continue
    if (tells.test(print)) continue
    const keys = words.map(({ key }) => key)
    const isSentence = endsWithin.test(print)
    const group = groups.get(keys.join(' '))
    if (group) group.starts.push(first)
    else groups.set(keys.join(' '), { keys, from, starts: [first], isSentence })
  }
  let best: readonly string[] | null = null
  let score = 0
  for (const { keys, starts, from, isSentence } of groups.values()) {
    const total = starts.length * keys.length
    if (total <= score) continue
    // The head of the document holds its title: what merely recurs in answers is none.
    let inHead = 0
    for (let index = from; index + shingle <= from + keys.length; index += 1) {
      const first = seen.get(shingles[index] ?? '')?.first
      if (first !== undefined && first < headEnds) inHead += 1
    }
    const beside = starts.filter((start) => marks.some((mark) => Math.abs(mark.start - start) < besideMark)).length
    const isInHead = inHead >= (keys.length - shingle + 1) * enoughInHead
    const isBeside = beside >= needed && beside >= starts.length * 0.8
    if (isSentence ? isInHead && isBeside : isInHead || isBeside) {
      best = keys
      score = total
    }
  }
  return best
}

/** «Antwoord», where a title stands between a question and its answer on each page. */
const headingAlone = /^(?:Antwoord|ANTWOORD|Vraag|VRAAG):?$/

/** The run up to the heading or the number of the first question on a page, which follows its title: behind a wide gap, or before words that ask. */
function beforeNumber([from, to]: [number, number], tokens: readonly Token[], text: string): [number, number] {
  for (let index = from + 1; index < to; index += 1) {
    const token = tokens[index]
    if (!token) continue
    const word = text.slice(token.start, token.end)
    if (headingAlone.test(word)) return [from, index]
    if (!/^\d{1,4}[.)]?$/.test(word)) continue
    const behind = text.slice(token.end, token.end + longestBeginning).trimStart()
    if (token.isApart || beginsAsking.test(behind)) return [from, index]
  }
  return [from, to]
}

const longestBeginning = 24

function shingleAt(tokens: readonly Token[], taken: readonly boolean[], index: number): string | null {
  let key = ''
  let letters = 0
  for (let offset = 0; offset < shingle; offset += 1) {
    if (taken[index + offset]) return null
    const word = tokens[index + offset]?.key ?? ''
    letters += word.replaceAll('#', '').length
    key += `${word} `
  }
  return letters >= 8 || /# #|nr #/.test(key) ? key : null
}

/** Runs of tokens that recurring shingles cover, as `[from, to)`. */
function runsOf(shingles: readonly (string | null)[], recurs: (key: string) => boolean): [number, number][] {
  const runs: [number, number][] = []
  let open: [number, number] | null = null
  shingles.forEach((key, index) => {
    if (key === null || !recurs(key)) return
    if (open && index <= open[1]) open[1] = index + shingle
    else {
      open = [index, index + shingle]
      runs.push(open)
    }
  })
  return runs
}
