import { startsLowerCase } from './sentences.ts'

/** What a reader sees of a record. */
export interface Texts {
  readonly question: string
  readonly answer: string
}

/** A question of so many characters or words has taken up its answer, most likely. */
const longestQuestion = 1500
const mostWords = 150
/** Answers that are so long and so much longer than the others of their document have taken up what follows them. */
const longAnswer = 4000
const timesLonger = 8
/** A text with so many words of which so many are figures is a table that has lost its rows. */
const wordsOfTable = 40
const figuresOfTable = 0.3

/** Words that are figures. Digits first, and what stands before them looked at behind: texts have few. */
const figures = /\d(?<=(?<!\S)[€(-]*\d)[\d.,%)]*(?!\S)/g

/** The texts of a record as the signs look at them: each alone, both in two lines, both in one. */
interface Views extends Texts {
  readonly both: string
  readonly joined: string
}

/** Characters of a ministry’s name and a code. */
const longestBox = 100

const lastOf = (text: string) => text.charAt(text.length - 1)
const isLetter = (sign: string) => (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z')

/**
 * What no well-parted record looks like, whatever its layout: each a sign that words of a note, a heading or a neighbour are in
 * it, that its border stands elsewhere, or that the scan misread it. `of` names the texts that are looked at. `may` rules out most
 * texts before the expression is asked: to make a large expression ready costs as much as to ask it a thousand times.
 */
const signs: readonly {
  readonly of: keyof Views
  readonly may: (text: string) => boolean
  readonly pattern: RegExp
}[] = [
  // A note’s mark whose note was not found: «… (RPE).3», «FM/ICT2 en …».
  {
    of: 'both',
    may: (text) => /[^\s\d][^\s\d]\d/.test(text),
    // Figures first, and what stands before them looked at behind: texts have few, and letters everywhere.
    pattern:
      /(?<=(?:\p{L}{3}|[)»”’'])[.,;?!])\d{1,2}(?=\s|$|\p{Lu})|(?<=\p{Ll}{4})\d{1,2}(?=[\s.,;)]|$)|(?<=\p{Lu}{3})\d(?=\s\p{Ll})/u,
  },
  // A figure and a new sentence: a note among sentences, its mark before it.
  {
    of: 'joined',
    may: (text) => /(?:^|\n|[.?!]\s)\d{1,2}\s/.test(text),
    pattern: /(?:^|\n|(?<!\b(?:[Aa]rt|[Nn]rs?|blz|pag|par|hfst|bijl))[.?!]\s)\d{1,2}\s+\p{Lu}\p{Ll}/u,
  },
  // Two figures before a sentence: a page and a note’s mark, from a page’s foot.
  {
    of: 'answer',
    may: (text) => /\d \d/.test(text),
    pattern: /(?:^|[.?!»”)]\s)(?!(?:19|20)\d\d )\d{1,4} \d{1,2} (?:\p{Lu}\p{Ll}|https?:|www\.)/u,
  },
  // Rows of a table before the question: those of the answer above it.
  {
    of: 'question',
    may: (text) => /\d\s\d/.test(text.slice(0, longestBox)),
    pattern:
      /^(?:(?:19|20)\d\d\s(?:19|20)\d\d\s|\p{Lu}[\p{L} ]{2,40}\s\d[\d.,]*\s\d[\d.,]*\s)(?:[^?.]|\.\d){0,400}[.\d]\s+\p{Lu}/u,
  },
  // Two figures within a sentence, before a source.
  {
    of: 'both',
    may: (text) => /\d (?:Kamerst|https?:|St[bc]|Aanhangsel|Handelingen)/.test(text),
    pattern: /\s\d{1,4} \d{1,2} (?:Kamerstuk(?:ken)?\s|https?:|Stb\.|Stcrt\.|Aanhangsel Handelingen|Handelingen I)/,
  },
  // A reference from the box beside a letter’s text, before the answer.
  {
    of: 'answer',
    may: (text) => /20\d\dZ\d{5} \p{Lu}/u.test(text.slice(0, longestBox)),
    pattern: /^[^.?!]{0,80}\b20\d\dZ\d{5} \p{Lu}/u,
  },
  // A head of a table’s column alone.
  {
    of: 'answer',
    may: (text) => text.includes('\n\n'),
    pattern: /\n\n(?:Nr\.?|Vraag|Antwoord|Blz\.?)(?=\n|$)/,
  },
  // An answer within the question: what asks, what tells, and what asks again.
  {
    of: 'question',
    may: (text) => (text.indexOf('?') !== text.lastIndexOf('?') || /^G[ra]a/.test(text)) && /[.!]\s/.test(text),
    pattern:
      /(?:\?[»”"’')]*\s+(?!Graag|Gaarne|Zo mogelijk|Indien|In (?:de|het|uw)\b|Op (?:blz|pagina|bladzijde))[\p{Lu}\d]|^(?:Graag|Gaarne) [^.?!]{3,300}\.\s+\p{Lu})[^?]{0,600}?(?<!\b(?:nrs?|blz|art|jl|bijv|c\.s|Kamerst|dhr|mw|drs?|mr|o\.a))[.!]\s+\p{Lu}[^?]*\?/u,
  },
  // A sentence begun in the middle of another: a row that a page parts, its question and its answer on both. «Het rapport Een oude sluis» is none.
  {
    of: 'question',
    may: (text) => / [A-Z][a-z]{1,6}[ ,]/.test(text),
    pattern:
      /(?<=\p{Ll}{2} )(?<!(?:rapport|bericht|artikel|boek|advies|brief|film|programma|project|onderzoek|plan|nota|notitie|motie|campagne|stichting|vereniging|partij|krant|blad|tijdschrift|uitzending) )(?:Dat|Dit|Deze|De|Het|Een|Nee|Neen|Ja|Wij|We|Ik|Er|Zie|Voor|Naast|Als|Op|Uit|Bij|Om|Met|Hier|Zoals|Volgens|Sinds)(?:,| \p{Ll})/u,
  },
  // A paragraph that asks the reader: no answer does, and its heading is gone.
  {
    of: 'answer',
    may: (text) => text.includes('?\n\n'),
    pattern:
      /(?:^|\n\n)(?:(?:Kunt|Kan|Deelt|Heeft|Hebt|Ziet|Vindt|Acht|Erkent) u|(?:Bent|Kent|Wilt|Gaat) u|(?:Hoe|Wat|Waarom|Welke?|In hoeverre|Wanneer|Op welke) [^.?!\n]{0,60}\bu\b)[^\n]{0,600}\?(?=\n\n)/u,
  },
  // A figure behind the last sentence.
  {
    of: 'answer',
    may: (text) => /\s\d{1,4}$/.test(text.slice(-5)),
    pattern: /[\p{L}\d)»”’][.?!](?:\s\d{1,4}){1,3}$/u,
  },
  // What sources are cited with: a place and publisher, a year behind a name.
  {
    of: 'answer',
    may: (text) => /: Sdu|\d\)\. |Publish|ISBN|Bijlage bij: |Staatscourant, nr/.test(text),
    pattern:
      /\bDen [Hh]aag: Sdu\b|(?<=\p{Lu}\p{L}+) \((?:19|20)\d{2}\)\. \p{Lu}|\bPublish(?:ing|ers)\b|\bISBN\b|(?<=(?:^|[.\n] ?)[^.\n]{0,80})\bBijlage bij: |\bStaatscourant, nr\b/u,
  },
  // A title of a letter or a session in full: a running head, or a note.
  {
    of: 'both',
    may: (text) => /vergaderjaar \d|Antwoorden|Beantwoording/.test(text),
    pattern:
      /\bTweede Kamer, vergaderjaar \d|(?<=\s)(?:Antwoorden|Beantwoording)\b[^.?!\n]{0,30}\bvragen (?:over|van|bij|Tweede)\b/,
  },
  // An answer that begins with a sign, or in the middle of a sentence.
  {
    of: 'answer',
    may: (text) => !isLetter(text.charAt(0)),
    pattern: /^(?:[«"“‘'(]\s|[^\p{L}\p{N}\s«"“‘'’„(€<>≈±+[•·▪–—*-])/u,
  },
  // An answer that ends where a sentence goes on.
  {
    of: 'answer',
    may: (text) => !isLetter(lastOf(text)),
    pattern: /[,;:]$/,
  },
  // Two stops in a row: words are gone between them, or from elsewhere.
  {
    of: 'both',
    may: (text) => /[.,;] ?[.,;]/.test(text),
    pattern: /(?<=\p{L})(?:, ?[.,;]|; ?[.,;]|\. [.,;]) |\s[.,;] [.,;](?=\s)|\s(?!\.{3})[.,;]{2,}(?=\s|$)/u,
  },
  // A letter that stands alone in a word that a scan parted.
  {
    of: 'both',
    may: (text) => / [bdfhjkmnpqrstvwxz] /.test(text),
    pattern: /(?<=\p{Ll}{2} )[bdfhjkmnpqrstvwxz](?= \p{Ll}{2})(?<!\b(?:sub|type|letter|onderdeel|lid|variant) .)/u,
  },
  // An address that a blank parted.
  {
    of: 'both',
    may: (text) => text.includes('http'),
    pattern: /https?:\/\/\S{1,300}\s{1,3}(?:[a-z%\d]{1,60}[-/%]\S{0,200}[-/%]|%\S)/,
  },
  // Figures that no word stands between: the cells of a table out of their order.
  {
    of: 'answer',
    may: (text) => !text.includes('\t') && /\d\s[–-]?\d/.test(text),
    pattern:
      /(?:^|\n)(?!(?:19|20)\d\d\s)(?:[–-]?\d(?:[\d.,]{0,12}\d)?%?\s){2,40}[–-]?\d(?:[\d.,]{0,12}\d)?%?(?=\n|$)|(?:\s(?!(?:19|20)\d\d\s)[–-]?\d(?:[\d.,]{0,12}\d)?%?){4}(?=\s|$)/,
  },
  // A letter’s reference, from the box beside its text.
  {
    of: 'both',
    may: (text) => /kenmerk|referentie|20\d\dZ/.test(text),
    pattern:
      /\b(?:Ons kenmerk|Uw kenmerk|Onze referentie|Uw referentie) \S*\d|[.?!]\s+20\d\dZ\d{5}(?:\s\d{1,2})?(?=\n|$)/,
  },
  // An office from the box beside a letter’s text, before the words of a sentence.
  {
    of: 'both',
    // One that is the whole answer is what was asked for, and one with its seat may be what a sentence begins with.
    may: (text) => text.includes('Direct'),
    pattern:
      /(?:^|\n|[.?!]\s)(?!Directie(?: (?:en )?\p{Lu}[\p{L}-]+){1,4}? (?:Den Haag|Utrecht|Amsterdam|Rotterdam|Groningen|Maastricht|Arnhem|Zwolle|Apeldoorn|Heerlen|Leeuwarden|(?:Caribisch |(?:Noord|Oost|Zuid|West)-?)?Nederland) \p{Ll})(?:Directoraat-[Gg]eneraal|Directie) \p{Lu}[\p{L}-]+(?: (?:en )?\p{Lu}[\p{L}-]+){0,3}(?=\s(?:\p{Lu}|\d)|\n|(?<!\n[^\n.?!]{0,120})$)/u,
  },
  // A note, with its mark before it.
  {
    of: 'answer',
    may: (text) => /\d(?:[)\]]|https?:|www\.|\p{Lu}|\s(?:https?:|www\.|Kamerst|St|Aanhangsel))/u.test(text),
    pattern:
      /(?:[.?!»”)] |^|\n)\d{1,2} (?:https?:|www\.|Kamerstuk(?:ken)?\s|Stb\. |Stcrt\. |Aanhangsel Handelingen)|(?:^|\n|[.?!»] )(?:\d{1,2}\)|\[\d{1,2}\]:?) (?:Kamerstuk|https?:|www\.|\p{Lu}[^.?!\n]{1,60}, \d{1,2} \p{Ll}{3,9} (?:19|20)\d\d)|\s\d{1,2}(?:Kamerstuk|https?:|www\.|\p{Lu}[^.?!\n]{1,60}, \d{1,2} \p{Ll}{3,9} (?:19|20)\d\d)/u,
  },
  // The heading of another question.
  {
    of: 'both',
    may: (text) => /\sV(?:[rn]a|RAAG)/.test(text),
    pattern: /[.?!»”’]\s+(?:V[rn]a{1,2}[gq9]|VRAAG)\s?[\dlIO|]{1,3}[.:]?\s+\p{Lu}/u,
  },
]

/** Whether a record shows one of the signs; `usual` is how long its document's answers are as a rule. */
export function showsError(texts: Texts, usual: number): boolean {
  const { question, answer } = texts
  if (question === '' || question.length > longestQuestion) return true
  // So many words take twice as many characters.
  if (question.length >= 2 * mostWords - 1 && question.split(/\s+/).length > mostWords) return true
  if (answer.length > longAnswer && answer.length > usual * timesLonger) return true
  const views: Views = { question, answer, both: `${question}\n${answer}`, joined: `${question} ${answer}` }
  return (
    signs.some(({ of, may, pattern }) => may(views[of]) && pattern.test(views[of])) ||
    isLostTable(answer) ||
    holdsCells(answer)
  )
}

/** What begins sentences in small letters: «mbo-instellingen», «lhbti-personen», «zzp’ers», «iPads», «’s-Hertogenbosch», «'t Gooi». */
const beginsSmall = /^(?:[‘’'][a-z][\s-]|\p{Ll}{1,8}(?:-\p{Ll}{2}|[’'](?:ers?|s)\b|\p{Lu}))/u

/** The answer goes on in the middle of a sentence: the border stands inside one. «a. Ja.» answers the first of several questions. */
export function beginsWithin(answer: string): boolean {
  return answer !== '' && startsLowerCase(answer) && !/^[a-z][.)]\s/.test(answer) && !beginsSmall.test(answer)
}

/** A paragraph that ends in the middle of a sentence, before another sentence's beginning: titles are shorter, and what a page parts goes on in small letters. */
const tornParagraph = /(?:^|\n\n)(?!\d{1,2}[.)] |[-–•] )[^\n\t]{80,}(?<=\p{Ll}{2})\n\n\p{Lu}/u

export function isTorn(text: string): boolean {
  return text.includes('\n\n') && tornParagraph.test(text)
}

/** Fewer figures in paragraphs of their own are no row of a table. */
const fewestCells = 3
const figureAlone = /^[\d.,%€ -]{1,12}$/
/** A page asked about, or the number of a question; a year heads what follows. */
const pageOrNumber = /^(?!(?:19|20)\d\d$)\d{1,4}$/

/** A figure alone between paragraphs of words, or several in a row: cells of a table, this answer’s or the one that it stands in. */
function holdsCells(answer: string): boolean {
  if (!/\n\n\d/.test(answer)) return false
  let inRow: string[] = []
  for (const paragraph of answer.split('\n\n')) {
    if (figureAlone.test(paragraph)) inRow.push(paragraph)
    else {
      if (inRow.length === 1 && pageOrNumber.test(inRow[0] ?? '')) return true
      inRow = []
    }
    if (inRow.length >= fewestCells) return true
  }
  // «Dat klopt.» and a figure: the page that is printed below the last answer of its table.
  return inRow.length === 1 && pageOrNumber.test(inRow[0] ?? '') && /[.?!]\n\n\d+$/.test(answer)
}

function isLostTable(answer: string): boolean {
  if (answer.includes('\t')) return false
  const count = answer.match(figures)?.length ?? 0
  if (count <= wordsOfTable * figuresOfTable) return false
  const words = answer.split(/\s+/).length
  return words > wordsOfTable && count > words * figuresOfTable
}
