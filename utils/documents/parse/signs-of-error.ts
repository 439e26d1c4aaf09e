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

const figure = /^[€(-]*\d[\d.,%)]*$/

/**
 * What no well-parted record looks like, whatever its layout: each a sign that words of a note, a heading or a neighbour are in
 * it, that its border stands elsewhere, or that the scan misread it. `of` gives the texts that are looked at.
 */
const signs: readonly {
  readonly sign: string
  readonly of: (texts: Texts) => string
  readonly pattern: RegExp
}[] = [
  {
    sign: 'a note’s mark whose note was not found: «… (RPE).3», «FM/ICT2 en …»',
    of: ({ question, answer }) => `${question}\n${answer}`,
    // Figures first, and what stands before them looked at behind: texts have few, and letters everywhere.
    pattern:
      /(?<=(?:\p{L}{3}|[)»”’])[.,;?!])\d{1,2}(?=\s|$|\p{Lu})|(?<=\p{Ll}{4})\d{1,2}(?=[\s.,;)]|$)|(?<=\p{Lu}{3})\d(?=\s\p{Ll})/u,
  },
  {
    sign: 'a figure and a new sentence: a note among sentences, its mark before it',
    of: ({ question, answer }) => `${question} ${answer}`,
    pattern: /(?:^|\n|(?<!\b(?:[Aa]rt|[Nn]rs?|blz|pag|par|hfst|bijl))[.?!]\s)\d{1,2}\s+\p{Lu}\p{Ll}/u,
  },
  {
    sign: 'an answer within the question: what asks, what tells, and what asks again',
    of: ({ question }) => question,
    pattern:
      /(?:\?[»”"’')]*\s+(?!Graag|Gaarne|Zo mogelijk|Indien|In (?:de|het|uw)\b|Op (?:blz|pagina|bladzijde))[\p{Lu}\d]|^(?:Graag|Gaarne) [^.?!]{3,300}\.\s+\p{Lu})[^?]{0,600}?(?<!\b(?:nrs?|blz|art|jl|bijv|c\.s|Kamerst|dhr|mw|drs?|mr|o\.a))[.!]\s+\p{Lu}[^?]*\?/u,
  },
  {
    sign: 'a figure behind the last sentence',
    of: ({ answer }) => answer,
    pattern: /[\p{L})»”’][.?!]\s\d{1,4}$/u,
  },
  {
    sign: 'what sources are cited with: a place and publisher, a year behind a name',
    of: ({ answer }) => answer,
    pattern:
      /\bDen [Hh]aag: Sdu\b|(?<=\p{Lu}\p{L}+) \((?:19|20)\d{2}\)\. \p{Lu}|\bPublish(?:ing|ers)\b|\bISBN\b|(?<=(?:^|[.\n] ?)[^.\n]{0,80})\bBijlage bij: |\bStaatscourant, nr\b/u,
  },
  {
    sign: 'a title of a letter or a session in full: a running head, or a note',
    of: ({ question, answer }) => `${question}\n${answer}`,
    pattern:
      /\bTweede Kamer, vergaderjaar \d|(?<=\s)(?:Antwoorden|Beantwoording)\b[^.?!\n]{0,30}\bvragen (?:over|van|bij|Tweede)\b/,
  },
  {
    sign: 'an answer that begins with a sign, or in the middle of a sentence',
    of: ({ answer }) => answer,
    pattern: /^(?:[«"“‘'(]\s|[^\p{L}\p{N}\s«"“‘'’„(€<>≈±+[•·▪–—*-])/u,
  },
  {
    sign: 'an answer that ends where a sentence goes on',
    of: ({ answer }) => answer,
    pattern: /[,;:]$/,
  },
  {
    sign: 'two stops in a row: words are gone between them, or from elsewhere',
    of: ({ question, answer }) => `${question}\n${answer}`,
    pattern: /(?<=\p{L})(?:, ?[.,;]|; ?[.,;]|\. [.,;]) |\s[.,;] [.,;](?=\s)|\s(?!\.{3})[.,;]{2,}(?=\s|$)/u,
  },
  {
    sign: 'a letter that stands alone in a word that a scan parted',
    of: ({ question, answer }) => `${question}\n${answer}`,
    pattern: /(?<=\p{Ll}{2} )[bdfhjkmnpqrstvwxz](?= \p{Ll}{2})(?<!\b(?:sub|type|letter|onderdeel|lid|variant) .)/u,
  },
  {
    sign: 'an address that a blank parted',
    of: ({ question, answer }) => `${question}\n${answer}`,
    pattern: /https?:\/\/\S{1,300}\s{1,3}(?:[a-z%\d]{1,60}[-/%]\S{0,200}[-/%]|%\S)/,
  },
  {
    sign: 'the heading of another question',
    of: ({ question, answer }) => `${question}\n${answer}`,
    pattern: /[.?!»”’]\s+(?:V[rn]a{1,2}[gq9]|VRAAG)\s?[\dlIO|]{1,3}[.:]?\s+\p{Lu}/u,
  },
]

/** Whether a record shows one of the signs; `usual` is how long its document's answers are as a rule. */
export function showsError(texts: Texts, usual: number): boolean {
  const { question, answer } = texts
  if (question === '' || question.length > longestQuestion || question.split(/\s+/).length > mostWords) return true
  if (answer.length > longAnswer && answer.length > usual * timesLonger) return true
  return signs.some(({ of, pattern }) => pattern.test(of(texts))) || isLostTable(answer)
}

/** The answer goes on in the middle of a sentence: the border stands inside one. «a. Ja.» answers the first of several questions. */
export function beginsWithin(answer: string): boolean {
  return answer !== '' && startsLowerCase(answer) && !/^[a-z][.)]\s/.test(answer)
}

function isLostTable(answer: string): boolean {
  if (answer.includes('\t')) return false
  const words = answer.split(/\s+/)
  return words.length > wordsOfTable && words.filter((word) => figure.test(word)).length > words.length * figuresOfTable
}
