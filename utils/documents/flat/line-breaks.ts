import { headsQuestions } from '../parse/between-items.ts'
import { expandNumbers } from '../parse/numbers.ts'
import { pagedNumbersIn } from '../parse/page-column.ts'
import { factionSource } from '../parse/party-column.ts'
import { abbreviated, endsAsking } from '../parse/sentences.ts'
import { abbreviatedHeadings } from './abbreviated-headings.ts'
import { type Break, closingBreaks } from './closing-breaks.ts'
import { missingNumbers } from './missing-numbers.ts'
import { titleBefore, titlesBeforeNumbers } from './titles.ts'
import type { Stretch } from './tokens.ts'

/** As many characters as lines hold on the average, at most, where the text has kept a trace of its line ends. */
const widestLine = 320

/** Whether two blanks stand where lines ended: extractions that put a blank for the line's end behind the line's own last one. */
export function keepsTraces(text: string): boolean {
  const gaps = text.match(/\S {2,}(?=\S)/g)?.length ?? 0
  return gaps * widestLine >= text.length
}

/** Who answers, where it stands in the heading of an answer. */
const office =
  '(?:van\\s+)?(?:(?:de|het|ons)\\s+)?(?:[Mm]inister|[Ss]taatssecretaris|[Rr]egering|[Kk]abinet|[Cc]ollege|GS|B&W|Algemene Rekenkamer)'
/** Who of them has no name behind it: «Reactie Minister A van 3 mei» is no heading. */
const board =
  '(?:van\\s+)?(?:(?:de|het|ons)\\s+)?(?:minister|staatssecretaris|regering|[Kk]abinet|[Cc]ollege|GS|B&W|Algemene Rekenkamer)'
/** `Vraag 12`, maybe glued to a page mark before it or a note's mark behind it, before a sentence. */
const questionHeading = new RegExp(
  String.raw`(?<![\p{L}«“‘„"']|\b(?:op|bij|van|VAN|zie|in|de|en|of|aan|uw|naar|met|antwoord|deze|die|bijbehorende|onder|Nr\.?|nr\.?)\s)(?:Vraag|VRAAG|Vragen|VRAGEN|Questions?)\s{0,3}(?:nr\.\s)?\(?(?:\d{1,2}\.)?\d{1,3}[a-z]?(?:\s{0,2}(?:,(?:\s(?:en|and))?|en|and|&|t\/m|tot en met|[-–])\s{0,2}(?:\d{1,2}\.)?\d{1,3}[a-z]?)*\)?(?:,?\s(?:p|pp|blz|pag)\.\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?(?![\d.,]\d))?(?:\s(?:\((?:\p{Lu}[\p{L}\d-]{1,20}|50PLUS|(?:lid|leden|fracties?) [^()]{2,60})\)|van (?:de )?leden van (?:de (?:[\p{L}\d-]{1,24}(?:,| en)? ){0,6}?[\p{L}\d-]{1,24}-fracties?|de fracties? van (?:de |het )?${factionSource})))?(?:\s?[.:](?=\s)|\)(?=\s)|\s[–—-](?=\s\p{Lu}))?(?=\s+(?:[\p{Lu}\d«"'“‘„(€]|${abbreviated}))`,
  'gu',
)
const answerHeading = new RegExp(
  `(?<![\\p{L}«“‘„"']|\\bVraag )(?:Antwoord|ANTWOORD|Antwoorden|Answer|Beantwoording|Reactie)\\s+(?:${office}\\s+(?:(?=op\\s|bij\\s|[Vv]ra|(?<!Rekenkamer\\s{1,4})\\(?\\d)|(?:[\\p{L}’'-]+,?\\s+){1,8}(?=op\\s+(?:de\\s+)?vra(?:ag|gen)\\s+\\d)))?(?:(?:op|bij|to)\\s+)?(?:(?:de\\s+)?(?:vraag|vragen|Vraag|Vragen|questions?)\\s+)?(?:nrs?\\.\\s)?\\(?(?:\\d{1,2}\\.)?\\d{1,3}[a-z]?(?:\\s{0,2}(?:,(?:\\s(?:en|and))?|en|and|&|t\\/m|tot en met|[-–])\\s{0,2}(?:\\d{1,2}\\.)?\\d{1,3}[a-z]?)*\\)?(?:\\s?[.:](?=\\s)|(?=\\s+(?:[\\p{Lu}\\d«"'“‘„(€]|[-–•]\\s|[a-h][.)]\\s|(?:ah|kst|nds)-\\S)))`,
  'gu',
)
const bareAnswer = new RegExp(
  `(?:(?<=[.?!»”"’')\\]\\d:,]\\s{1,4})(?:Antwoord(?:en(?=\\sAntwoord van ))?|ANTWOORD|Answer|Reactie)(?:(?:\\s+${office})?\\s?:|(?:\\s+${board})?(?=\\s+(?:[\\p{Lu}«"'“‘„(€\\d]|[a-h][.)]\\s)))|(?<=[\\p{L}\\d]\\s{1,4})(?:Antwoord|ANTWOORD)\\s?:(?=\\s+[\\p{Lu}«"'“‘„(€\\d]))(?!\\s+(?:van|geven)\\b)`,
  'gu',
)
/** A number that may be a question's or a note's, after a sentence's end, maybe with a note's mark, and before another's beginning; «nr.» ends none. */
const number =
  /(?<=(?:[.?!:;»”"’')\]]|\p{L}[.?!»”"’')]\d{1,2})\s{1,4})(?<!\b(?:nrs?|blz|pp?)\.\s{1,4})\d{1,3}[a-z]?[.)]?(?=\s{1,4}(?:[\p{Lu}«"“‘„(€]|https?:|www\.))/gu
/** The number of a question that begins with small letters; under headings in words no number does, and «4 mbo-instellingen» counts them. */
const beforeSmall = new RegExp(
  String.raw`(?<=[.?!»”"’')\]]\d{0,2}\s{1,4})(?<!\b(?:nrs?|blz|pp?)\.\s{1,4})\d{1,3}[a-z]?[.)]?(?=\s{1,4}${abbreviated})`,
  'gu',
)
/** A number behind the signs of a list that an extraction set apart from its items: «… overeenkomst. • • 4 Hoe lang …». */
const behindSigns = /(?<=[•▪●] [•▪●] )\d{1,3}[.)]?(?= [\p{Lu}«“])/gu
/** The next number behind the code and the page of a question that is answered with it. */
const behindCode = /(?<=\b20\d\d[DZA](?:\d{5}|\d{0,4} \d{1,5}) \d{1,4} )\d{1,3}(?= [\p{Lu}«“])/gu
/** A number with a stop, behind any word: «zie vraag 7 9. Waarom …»; under headings in words it only ends a sentence. */
const dotted = new RegExp(
  String.raw`(?<=\s)(?<!\b(?:[Tt]abel|[Ff]iguur|[Aa]rtikel|[Hh]oofdstuk|(?:op|bij|zie) vraag)\s|\b(?:blz|pag|pp?)\.?\s|\b[Pp]agina\s)\d{1,3}[a-z]?[.)](?=\s{1,4}(?:[\p{Lu}«"“‘„(€]|\d{1,4} \p{Ll}|${abbreviated}))`,
  'gu',
)
/** A number behind a word or a figure that ends no sentence (a name, a table), before a word that asks. */
const asking =
  /(?<=[\p{L}\d%] {1,4})\d{1,3}(?= {1,4}(?:Kunt u|Kan (?:de|het|u|een|er|worden)|Kunnen|Klopt|Bent u|Deelt u|Hoe|Hoeveel|Heeft u|Herkent u|Kent u|Erkent u|Acht u|Wilt u|Ziet u|In hoeverre|(?:Op|Aan|Bij|Voor|Uit|Tot|In|Met|Over) welke?|Is (?:de|het|er|dit|dat)|Zijn (?:er|deze)|Wat|Waarom|Wanneer|Welke?|Wie|Wordt|Worden)\s)/gu
/** A page asked about at the end of its row, before the number of the next: «… van de vervoerder. 18 4 Hoeveel». */
const pageBefore = new RegExp(
  String.raw`[.?!:;»”)\]]\s{1,2}\d{1,4}\s{1,2}(?=(\d{1,3})[.)]?\s{1,2}(?:[\p{Lu}«“‘„]|${abbreviated}))`,
  'gu',
)
/** So many are no chance. */
const fewestRows = 3

/** Where the numbers behind such pages stand, where they count on; a few may stand behind something else. */
function numbersBehindPages(text: string): readonly number[] {
  let last = 0
  const found = [...text.matchAll(pageBefore)].flatMap(({ 0: before, 1: number, index }) => {
    const step = Number(number) - last
    if (last > 0 && (step < 1 || step > fewestRows)) return []
    last = Number(number)
    return index + before.length
  })
  return found.length < fewestRows ? [] : found
}

/** The first number of all, behind the title of the list or the head of its table. */
const first =
  /(?<=(?<![\p{L}\d])(?:VRAGEN|ANTWOORDEN|(?:[Ll]ijst van|[Ff]eitelijke) vragen(?: en antwoorden)?|Vastgesteld \d{1,2} \p{Ll}{3,9} \d{4}|(?:(?:Volg|Vraag)?[Nn]r\.?|Nummer|#) (?:\p{Lu}[\p{Ll}.]{1,12} ){0,2}Vraag(?: \p{Lu}[\p{Ll}.]{1,12}){0,2}) {1,4})1[.)]?(?= {1,4}[\p{Lu}«“‘„(€])/gu
/** A note's number within a sentence that a page's end broke, before what notes begin with. */
const source =
  /(?<=[\p{L}\d,] {1,4})\d{1,2}(?= {1,4}(?:(?:Zie (?:ook |bijvoorbeeld )?)?(?:Kamerstuk(?:ken)?\s|Tweede Kamer, (?:vergaderjaar\s|\d{4})|https?:|www\.)|Algemene Rekenkamer[ ,(]{1,3}\d{4}|\p{Lu}[\p{L}.&’' -]{1,40}, \d{1,2} (?:jan|feb|ma|apr|ju|aug|sep|okt|nov|dec)\p{Ll}{1,7} \d{4}[,.;]))/gu
/** The first number of all, behind the name of the clerk who signs the head of the list. */
const behindClerk =
  /\b1[.)]?(?= {1,4}[\p{Lu}«“‘„(€])(?<=[Gg]riffier(?: van de commissie)?,? (?:(?:[Vv]an|[Dd]en?|[Dd]er|[Tt]en?|[Tt]er) ){0,3}\p{Lu}[\p{L}’'.-]{1,30} {1,4}1[.)]?)/gu
const bullet = /(?<=\s)[•▪▫■□●○](?=\s)/gu

/** «Vraag» and «Antwoord» without a number, by turns, in a letter about one question as a rule. */
const unnumbered =
  /(?<=\s)Vraag:?(?=\s+\p{Lu}\p{Ll})|(?<=[.?!»”"’')\]]\s{1,4})Antwoord:?(?=\s+[\p{Lu}€\d])(?!\s+(?:van|Algemene Rekenkamer)\b)/gu

function unnumberedHeadings(text: string): { readonly at: number; readonly end: number }[] {
  const found = [...text.matchAll(unnumbered)].map(({ 0: word, index }) => ({ at: index, end: index + word.length }))
  const byTurns = found.every(({ at }, index) => text.startsWith(index % 2 === 0 ? 'Vraag' : 'Antwoord', at))
  return byTurns && found.length % 2 === 0 ? found : []
}

/** «Vragen en opmerkingen van de leden van de X-fractie», «Vragen van de leden van de fractie van X», before what these members say of the paper. */
const factionHead = new RegExp(
  `(?<=(?:[.?!»”"’')\\]]|\\p{L}[.?!»”"’')]\\d{1,2})\\s{1,4})(?:(?:(?:Vragen(?: en opmerkingen)?|Inbreng|Opmerkingen en vragen) van de (?:leden van de )?)?(?:${factionSource}|[\\p{L}\\d-]{2,30})-fractie(?=\\s(?:De leden|\\d{1,3}[.)]?|Tweede Kamer, vergaderjaar|Pagina)\\s)|(?:Vragen(?: en opmerkingen)?|Inbreng) van (?:de leden van )?de fracties? van (?:de |het )?${factionSource}(?=\\s(?:De leden|\\d{1,3}[.)]?|Tweede Kamer, vergaderjaar|Pagina)\\s))`,
  'gu',
)

const longestHead = 160
/** «Artikel 3. Voortgezet onderwijs»: that stop ends no sentence. */
const behindSentence =
  /^[\s\S]*[.?!](?<!\b(?:(?:Beleidsa|A)rtikel|Hoofdstuk|Paragraaf|Onderdeel|Thema)\s[\dIVX]{1,5}\.)[»”"’')\]]*\s+(?=\S)/

/** The subject of the questions that follow in a list over a budget, before a bare number; «Artikel 10 Grondwet en artikel 8 EVRM» is a sentence. */
const chapter =
  /(?<=(?:[.?!»”"’')\]]|\p{L}[.?!»”"’')]\d{1,2})\s{1,4})(?:(?:Beleids)?[Aa]rtikel|Hoofdstuk)\s\d{1,2}[.:]?\s\p{Lu}[^.?!;:]{2,80}?(?<!\s(?:en|of|van|in|op|bij|met|tot|aan|de|het|door|over|uit|voor|na|om|per|dan|als|is|zijn|was|ruim|circa|nrs?|li?d|leden|art|artikel(?:en)?|hoofdstuk(?:ken)?|paragraaf|onderdeel|bijlage|tabel|figuur|vra(?:ag|gen)|richtlijn|protocol))(?=\s{1,4}\d{1,3}[.)]?\s{1,4}[\p{Lu}«"“‘„(€])/gu

/**
 * A faction's name alone before the number of the first question that it puts: «… gereed. VVD 3 De leden van …», and above the first of
 * all behind any words but «van de». «VVD 34 D66 24» is a table's.
 */
const factionAlone = new RegExp(
  `(?:(?<=(?:[.?!»”"’')\\]]|\\p{L}[.?!»”"’')]\\d{1,2})\\s{1,4})|(?<=\\s)(?<!\\b(?:van|de|het|en|door|met|aan|bij|voor|of)\\s)(?=${factionSource}\\s{1,4}1[.)]?\\s))${factionSource}(?=\\s{1,4}\\d{1,3}[.)]?\\s{1,4}(?!${factionSource}(?![\\p{L}\\d]))[\\p{Lu}«"“‘„(€])`,
  'gu',
)

/** `2 en 3`, `2, 3 en 4.` before the answer to both, where all answers stand apart under bare numbers. */
const joint =
  /(?<=[.?!»”"’')\]\d]\s{1,4})\d{1,3}(?:, \d{1,3}){0,8} (?:en|t\/m|tot en met) \d{1,3}[.)]?(?=\s{1,4}[\p{Lu}«"“‘„(€])/gu
const answersApart = /\bAntwoord(?:en)? Antwoord van (?:de )?(?:[Mm]inister|[Ss]taatssecretaris)/

/** Where words begin that head the questions from `at` on («Artikel 14 Spoorwegen», «VVD-fractie»), behind the answer before them; -1 where none do. */
function headBefore(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - longestHead), at)
  const answer = behindSentence.exec(before)?.[0].length
  if (answer === undefined) return -1
  const isHead = (from: number) => headsQuestions(before.slice(from).trimEnd())
  const from = isHead(answer) ? answer : (behindFigure.exec(before.slice(answer))?.index ?? -1 - answer) + answer
  return from >= 0 && isHead(from) ? at - before.length + from : -1
}

/** The same behind the last figure of a table. */
const behindFigure =
  /(?<=\d%?\s{1,4})(?:Antwoord(?:en)? op|Beantwoording|Reactie op|Vragen|Inbreng)\s(?:[^.?!\d]|\d(?!\s))*$/

/** Above an answer nothing else heads one faction's. */
const headOfAnswers = /^(?:Antwoord|Beantwoord|Reactie)/
/** «II. Antwoord / Reactie van de minister», the title of the second part of a consultation, and what it begins with. */
const secondPart =
  /(?<=[.?!»”"’')\]]\s{1,4})II\.?\s(?:Antwoord|Reactie)(?:\s?\/\s?(?:[Aa]ntwoord|[Rr]eactie))? van de (?:minister|staatssecretaris)(?=\s\p{Lu}|\svan\s)/gu

/** Where headings in words stand. */
export function headingsOf(text: string): { readonly at: number; readonly end: number; readonly asks: boolean }[] {
  const found = (pattern: RegExp, asks: boolean) =>
    [...text.matchAll(pattern)].map(({ 0: heading, index }) => ({ at: index, end: index + heading.length, asks }))
  const all = [...found(questionHeading, true), ...found(answerHeading, false)].sort((a, b) => a.at - b.at)
  return withoutFigures(text, all)
}

/** «Antwoord 123 scholen …»: the number of a question that was not asked is a figure, and the answer's first word. */
function withoutFigures<Heading extends { readonly at: number; readonly end: number; readonly asks: boolean }>(
  text: string,
  headings: readonly Heading[],
): Heading[] {
  const asked = new Set<string>()
  return headings.filter(({ at, end, asks }) => {
    const numbers = expandNumbers(text.slice(at, end))
    if (asks) for (const number of numbers) asked.add(number)
    return asks || asked.size === 0 || numbers.some((number) => asked.has(number))
  })
}

/** The number of the question behind a bare heading, before a small letter or a sign: «Antwoord 4 zie vraag 2». */
const numberBehind = /^\s+(\d{1,3})(?=\s)/
const longestNumber = 8

/**
 * Those of the bare headings that answer a question which no other heading does: behind what it asks, before the next question. The
 * question's own number behind one is in it.
 */
function onlyAnswers(
  text: string,
  answers: readonly RegExpExecArray[],
  headings: ReturnType<typeof headingsOf>,
): readonly Stretch[] {
  let next = 0
  return answers.flatMap(({ 0: heading, index }, place) => {
    while ((headings[next]?.at ?? index) < index) next += 1
    const asked = headings[next - 1]
    const behind = headings[next]
    if (asked?.asks !== true || behind?.asks === false) return []
    // Within an answer without a heading stands no other.
    const isFirst = (answers[place - 1]?.index ?? -1) < asked.at
    if (!isFirst || !endsAsking(text.slice(asked.end, index).slice(-longestHead))) return []
    const end = index + heading.length
    const number = numberBehind.exec(text.slice(end, end + longestNumber))
    const isOwn = expandNumbers(text.slice(asked.at, asked.end)).includes(number?.[1] ?? '')
    return { start: index, end: isOwn ? end + (number?.[0].length ?? 0) : end }
  })
}

/** «… t/m 6: hier hebben wij»; «mbo-instellingen» begins a sentence. */
const goesOnSmall = new RegExp(String.raw`^\s*(?!${abbreviated})\p{Ll}`, 'u')
const longestBeginning = 16

const brokenWord = /(?<=\p{Ll}-) (?=\p{Ll})/gu
/** «familie- en jeugdrecht» may stand within a line, and hardly anything tells where one ended. */
const brokenWordInFlow = /(?<=\p{Ll}-) (?!(?:en|of|tot|dan|als) )(?=\p{Ll})/gu

/** Where the lines of a flat text ended, from the traces that it has kept or from its headings and numbers. */
export function breaksOf(text: string, headings: ReturnType<typeof headingsOf>): Break[] {
  const breaks = new Map<number, boolean>()
  const add = (at: number, block: boolean) => breaks.set(at, block || (breaks.get(at) ?? false))
  /** A heading's own number begins no line. */
  const inHeading = new Set(
    headings.flatMap(({ at, end }) => Array.from({ length: end - at - 1 }, (_, step) => at + step + 1)),
  )
  const addNumbers = (pattern: RegExp) => {
    for (const { index } of text.matchAll(pattern)) if (!inHeading.has(index)) add(index, false)
  }
  // What line ends are left. Blanks before them are tried from their first on alone, for there may be very many.
  for (const { 0: ends, index } of text.matchAll(/(?<![^\S\n\r])[^\S\n\r]*(?:\r\n|[\n\r\u2028\u2029\u0085\v])\s*/g)) {
    add(index + ends.length, /[\n\r]\s*[\n\r]/.test(ends.replace('\r\n', '\n')))
  }
  const traced = keepsTraces(text)
  if (traced) {
    for (const { 0: gap, index } of text.matchAll(/ {2,}/g)) add(index + gap.length, gap.length > 2)
  } else {
    const asks = headings.some((heading) => heading.asks)
    if (!asks) {
      for (const { at, length } of pagedNumbersIn(text)) {
        add(at, true)
        for (let step = 1; step < length; step += 1) inHeading.add(at + step)
      }
    }
    const apart = answersApart.exec(text)
    if (apart) {
      add(apart.index, true)
      add(apart.index + apart[0].indexOf('Antwoord van'), true)
    }
    if (!asks && apart) {
      for (const { 0: numbers, index } of text.matchAll(joint)) {
        add(index, true)
        for (let step = 1; step < numbers.length; step += 1) inHeading.add(index + step)
      }
    }
    addNumbers(number)
    addNumbers(source)
    addNumbers(behindSigns)
    if (/20\d\d[DZA]\d/.test(text)) addNumbers(behindCode)
    if (!asks) addNumbers(beforeSmall)
    if (!asks) addNumbers(dotted)
    if (!asks) addNumbers(asking)
    if (!asks) addNumbers(first)
    if (!asks && text.includes('riffier')) addNumbers(behindClerk)
    if (!asks) for (const at of numbersBehindPages(text)) add(at, false)
    if (!asks) {
      const places = [...breaks.keys()].sort((a, b) => a - b)
      for (const at of missingNumbers(text, places)) add(at, false)
    }
    if (!asks && (text.includes('rtikel ') || text.includes('Hoofdstuk '))) {
      for (const { 0: title, index } of text.matchAll(chapter)) {
        add(index, true)
        add(index + title.length, true)
      }
    }
    if (!asks) {
      for (const { 0: name, index } of text.matchAll(factionAlone)) {
        add(index, true)
        add(index + name.length, true)
      }
    }
    if (!asks) {
      for (const { at, number } of titlesBeforeNumbers(text)) {
        if (breaks.has(at) || inHeading.has(number)) continue
        add(at, false)
        add(number, false)
      }
    }
    for (const { index } of text.matchAll(bullet)) add(index, false)
  }
  // A hyphen before a blank inside a word broke the word at a line's end.
  for (const { index } of text.matchAll(traced ? brokenWord : brokenWordInFlow)) add(index + 1, false)
  for (const { at, end } of headings) {
    add(at, true)
    // «Antwoord op vragen 2 t/m 6: hier hebben wij …» goes on as a sentence.
    if (!goesOnSmall.test(text.slice(end, end + longestBeginning))) add(end, true)
  }
  for (const { at, asks } of headings) {
    const head = headBefore(text, at)
    if (head >= 0 && (asks || headOfAnswers.test(text.slice(head, head + 12)))) add(head, true)
    else if (asks) {
      const title = titleBefore(text, at)
      if (title >= 0) add(title, false)
    }
  }
  for (const { 0: title, index } of text.matchAll(secondPart)) {
    add(index, true)
    if (/^\s\p{Lu}/u.test(text.slice(index + title.length, index + title.length + 2))) add(index + title.length, true)
  }
  if (/-fractie (?:De leden|\d|Tweede Kamer|Pagina)|\bde fracties? van \p{Lu}/u.test(text)) {
    for (const { 0: head, index } of text.matchAll(factionHead)) {
      add(index, true)
      add(index + head.length, true)
    }
  }
  for (const { at, block } of closingBreaks(text)) add(at, block)
  if (headings.length === 0) {
    for (const at of abbreviatedHeadings(text)) add(at, true)
    for (const { at, end } of unnumberedHeadings(text)) {
      const head = headBefore(text, at)
      if (head >= 0) add(head, true)
      add(at, true)
      add(end, true)
    }
  }
  const headed = new Set(headings.map(({ at }) => at))
  // «II. Reactie van de minister» is the title of a part.
  const isOfPart = (index: number) => /\b[IVX]{1,3}\.\s+$/.test(text.slice(Math.max(0, index - 6), index))
  const answers = [...text.matchAll(bareAnswer)].filter(({ index }) => !headed.has(index) && !isOfPart(index))
  const areUsual = answers.length * 2 >= headings.filter(({ asks }) => asks).length
  const bare = areUsual
    ? answers.map(({ 0: heading, index }) => ({ start: index, end: index + heading.length }))
    : onlyAnswers(text, answers, headings)
  for (const { start, end } of bare) {
    add(start, true)
    add(end, true)
  }
  return [...breaks].map(([at, block]) => ({ at, block })).sort((a, b) => a.at - b.at)
}
