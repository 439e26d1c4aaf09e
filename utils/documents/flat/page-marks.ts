import type { Stretch } from './tokens.ts'

/** A page's mark inside a text that has lost its lines: `2/9`, `Pagina 56 van 68`. Offsets are UTF-16. */
export interface PageMark extends Stretch {
  readonly page: number
}

const form =
  /(?:(?:Pagina|Blad|Page)\s{1,3}(\d{1,4})\s{1,3}(?:van|of)\s{1,3}(\d{1,4})|(?<![\d/.,:=?&%\p{L}-])(\d{1,3})\s?[/|]\s?(\d{1,3}))(?![\d/%])/gu

/**
 * The marks of a text's pages: of all that look like one, those that name the same last page and rise. Fractions and
 * short dates do neither for half of a document's pages.
 */
export function pageMarksOf(text: string): PageMark[] {
  const byTotal = new Map<number, PageMark[]>()
  for (const match of text.matchAll(form)) {
    const page = Number(match[1] ?? match[3])
    const total = Number(match[2] ?? match[4])
    if (page < 1 || page > total || total < 2) continue
    const mark = { start: match.index, end: match.index + match[0].length, page }
    const same = byTotal.get(total)
    if (same) same.push(mark)
    else byTotal.set(total, [mark])
  }
  let best: PageMark[] = []
  for (const [total, marks] of byTotal) {
    const rising = longestRising(marks)
    const last = rising.at(-1)?.page ?? 0
    if (last >= 2 && rising.length >= (total - 1) / 2 && rising.length > best.length) best = rising
  }
  return withParted(best, text)
}

/** Marks whose last digits an extraction set apart, among others that name the same last page: `11/1 1` behind `9/11`. */
function withParted(marks: readonly PageMark[], text: string): PageMark[] {
  const [first] = marks
  const total = first ? (/\d+$/.exec(text.slice(first.start, first.end))?.[0] ?? '') : ''
  if (total.length < 2) return [...marks]
  const parted = new RegExp(`(?<![\\d/.,])(\\d{1,3})\\s?/\\s?${[...total].join(' ')}(?!\\d)`, 'g')
  const marked = new Set(marks.map(({ page }) => page))
  const more = [...text.matchAll(parted)]
    .map(({ 0: words, 1: page, index }) => ({ start: index, end: index + words.length, page: Number(page) }))
    .filter(({ page }) => page <= Number(total) && !marked.has(page))
  return more.length === 0 ? [...marks] : longestRising([...marks, ...more].sort((a, b) => a.start - b.start))
}

/**
 * What the publisher prints at the edges of official papers, its page number last («Aanhangsel 17» is page 17), and the audit office at the foot
 * of the first page of its answers: that the questions stand there as they were put. Before a second note it is one itself.
 */
const printed =
  /(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}\s?[-–/]\s?\d{2,4}, (?:Vragen|Aanhangsel)(?: \d{1,4}(?![\d.,]))?|(?<![\w-])(?:ah|kv|nds)-(?:tk|ek)-[\dA-Z]+(?:-\d+)?(?![\w-])|(?<![\w-])kst-[\dA-Z]+(?:-[\dA-Z]+){1,3}(?= ISSN)|ISSN \d{4}\s?-\s?\d{3}[\dX]|(?:(?<=[\d.?!:;)»”] )(?:Directie|Directoraat-[Gg]eneraal|Ministerie van) \p{Lu}[\p{L}-]+(?:(?:,| en)? \p{Lu}[\p{L}-]+){0,3} )?(?:Ons kenmerk|Onze referentie) (?:[A-Z]{1,8}[/.-][A-Z\d/.-]{4,24}|[A-Z]{2,8}(?:-[A-Z]{1,8})? \/ \d{7,9}|\d{4}-\d{6,10}|\d{6,9})(?=\s)(?: (?:Uw kenmerk|Uw referentie) (?:20\d\d ?Z\d{5}|[A-Z\d][A-Z\d/.-]{5,24})(?=\s))?|[’']s-Gravenhage \d{4}(?: (?:Tweede|Eerste) Kamer, vergaderjaar \d{4}\s?[-–/]\s?\d{2,4}, \d\d \d{3}(?:[ -][\dA-Z()]{1,7})?(?: [A-Z])?,? (?:nr\. \d{1,4}|[A-Z]{1,2}) 1(?=\s))?|(?:(?<= )\d )?De vra(?:ag|gen)(?: van de Tweede Kamer)? (?:is|zijn) hier exact weergegeven zoals [^.;]{3,80}; aan de formuleringen is n[iï]ets veranderd[.,](?!\s\d{1,2}\s[\p{Lu}‘“'])/gu

/** `pages`: the marks of the text's pages. */
export function publisherMarksOf(text: string, pages: readonly PageMark[]): Stretch[] {
  const marks = [...text.matchAll(printed)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
  const mayBeSingle = text.includes('Pagina ') || text.includes('Blad ')
  const single = (mayBeSingle ? [...text.matchAll(pageBehindSentence)] : [])
    .map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
    .filter(({ start, end }) => !pages.some((page) => page.start < end && start < page.end))
  return [...marks, ...single, ...pagesAlone(text, pages), ...feetOf(text), ...anniversariesOf(text, pages.length)]
}

/** «… besproken. Pagina 56 van 68»: between sentences no words of a text, though it is the only one. */
const pageBehindSentence = /(?<=[.?!;:»”"’')\]]\s{1,4})(?:Pagina|Blad) \d{1,4} van \d{1,4}(?=\s+[\p{Lu}\d]|\s*$)/gu

/** «… besproken. Pagina 2»: the same without the last page, where they rise by one; so many may stand within sentences too. */
const pageAlone = /(?<=\s)(?:Pagina|Blad) (\d{1,4})(?=\s|$)/gu
const betweenSentences = /[.?!;:»”"’')\]\d]\s{1,4}$/
const fewestAlone = 3

function pagesAlone(text: string, pages: readonly PageMark[]): Stretch[] {
  if (pages.length > 0 || !/Pagina \d|Blad \d/.test(text)) return []
  const found = [...text.matchAll(pageAlone)].map(({ 0: words, 1: page, index }) => ({
    start: index,
    end: index + words.length,
    page: Number(page),
  }))
  const areMany = found.length >= fewestAlone && isByOne(found)
  const marks = areMany
    ? found
    : found.filter(
        ({ start, end }) =>
          betweenSentences.test(text.slice(Math.max(0, start - 5), start)) &&
          /^\s*(?:$|[\p{Lu}\d«“‘–•])/u.test(text.slice(end, end + 5)),
      )
  return areMany || isByOne(marks) ? marks.map(({ start, end }) => ({ start, end })) : []
}

/** The foot of each page of a Kamerstuk: the words of a citation, and the page behind or before them. */
const citation = String.raw`(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}\s?[-–/]\s?\d{2,4}, \d\d \d{3}(?:[ -][\dA-Z()]{1,7})?(?: [A-Z])?,? (?:nr\. \d{1,4}|[A-Z]{1,2})`
const foot = new RegExp(String.raw`(${citation}) (\d{1,3})(?![\d.,])`, 'g')
const footBehindPage = new RegExp(String.raw`(?<![\d.,])(\d{1,3}) (${citation})(?=\s+[\p{Lu}\d«“‘]|\s*$)`, 'gu')
const fewestFeet = 2

/** Those that are printed alike on several pages, whose numbers rise: what is cited once or twice has none. */
function feetOf(text: string): Stretch[] {
  const found = (pattern: RegExp, wordsAt: 1 | 2) =>
    [...text.matchAll(pattern)].map((match) => ({
      words: match[wordsAt] ?? '',
      page: Number(match[3 - wordsAt]),
      start: match.index,
      end: match.index + match[0].length,
    }))
  const risingOf = (marks: ReturnType<typeof found>) =>
    [...Map.groupBy(marks, ({ words }) => words).values()].map(longestRising)
  const behind = risingOf(found(foot, 1)).filter(
    (rising) => rising.length >= fewestFeet || rising.some((mark) => endsText(text, mark)),
  )
  // Where the pages stand before the words, a number behind them is the next question's.
  const before = risingOf(found(footBehindPage, 2)).filter(isByOne)
  const own = before.length > 0 && !behind.some(isByOne) ? before : behind
  return own.flat().map(({ start, end }) => ({ start, end }))
}

/** The pages of a whole document, one by one: what is cited behind a number is no foot. */
const isByOne = (rising: readonly { readonly page: number }[]) =>
  rising.length >= fewestFeet && rising.every(({ page }, index) => page === (rising[0]?.page ?? 0) + index)

/** The foot of the last page, or of the only one: behind a sentence's end, and nothing behind it. */
const endsText = (text: string, { start, end }: Stretch) =>
  !/\S/.test(text.slice(end)) && /[.?!»”"’')\]]\s*$/.test(text.slice(Math.max(0, start - 8), start))

/** An office's two centuries beside the emblem at the edge of each page, the page maybe before them: «2 1814-2014». */
const anniversary = /(?<=\s)(?:(\d{1,2}) )?(1[78](\d\d) ?- ?20\3)(?=\s)/g
/** Share of the marked pages that bear them. */
const enoughAnniversaries = 0.5

/** The same years on half of the pages; the numbers before them, where most of these rise as pages do or are the same. */
function anniversariesOf(text: string, pages: number): Stretch[] {
  const printed = [...text.matchAll(anniversary)].map(({ 0: whole, 1: page, 2: years = '', index }) => ({
    page: page === undefined ? null : Number(page),
    end: index + whole.length,
    years,
  }))
  if (printed.length < Math.max(fewestFeet, pages * enoughAnniversaries)) return []
  if (new Set(printed.map(({ years }) => years.replaceAll(' ', ''))).size > 1) return []
  const numbers = printed.flatMap(({ page }) => (page === null ? [] : { page }))
  // Where not all rise, one beyond the pages that bear the years is a figure of the text.
  const allRise = numbers.length >= fewestFeet && longestRising(numbers).length === numbers.length
  const likely = allRise ? numbers : numbers.filter(({ page }) => page <= printed.length + 1)
  const alike = [...Map.groupBy(likely, ({ page }) => page).values()]
  const most = alike.reduce((longest, { length }) => Math.max(longest, length), longestRising(likely).length)
  const pagesBefore = new Set(most * 2 >= likely.length ? likely.map(({ page }) => page) : [])
  return printed.map(({ page, years, end }) => {
    const start = end - years.length
    return { start: page !== null && pagesBefore.has(page) ? start - `${page} `.length : start, end }
  })
}

/** The longest run of marks whose pages rise (patience sorting, n log n). */
function longestRising<Mark extends { readonly page: number }>(marks: readonly Mark[]): Mark[] {
  const piles: number[] = []
  const before: number[] = []
  marks.forEach(({ page }, index) => {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((marks[piles[middle] ?? 0]?.page ?? 0) < page) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? (piles[low - 1] ?? -1) : -1)
    piles[low] = index
  })
  const run: Mark[] = []
  for (let index = piles.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const mark = marks[index]
    if (mark) run.push(mark)
  }
  return run.reverse()
}
