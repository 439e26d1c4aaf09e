import { numberListSource } from './numbers.ts'

/** Headings that are no words at the beginning of a sentence: `vraag 1` and `antwoord 1`, `V1: …` and `A1: …`, `V: …` and `A: …`, `Question 1` and `Answer`, `Vr. 1` and `Antw.`, `1 Vraag: …`, `1e vraag`, `1/ …`, `1.1 …`, `Nr. 1`, `#1`, `PvdV-fractie, vraag 1`. */
export interface Spelling {
  /** The characters that its headings of questions and answers begin with. */
  readonly initials: string
  /** What they begin with, and hardly any other row: large expressions are asked only behind it. */
  readonly beginning: RegExp
  /** Group 1 holds the numbers; the match ends where the words behind the heading begin. */
  readonly question: RegExp
  /** Null where answers have a heading in words, or none. */
  readonly answer: RegExp | null
  /**
   * What else must be true of next to each question, since lists of other things are numbered so too: that it is answered under its own
   * number before the next one (`paired`), maybe with others before it (`closed`), that both stand by turns without numbers (`turns`),
   * under any heading of an answer (`answered`), that it asks before a paragraph ends (`asks`), or that it is answered or asks in a
   * paragraph of its own, with another behind it (`answered or alone`).
   */
  readonly proof: 'paired' | 'closed' | 'turns' | 'answered' | 'asks' | 'answered or alone' | null
}

const jointSource = String.raw`\s?(?:[-–,&]|en|t\/m)\s?`
const begins = String.raw`(?=[\p{Lu}\d«"'“‘„(€•-])`
export const spellings: readonly Spelling[] = [
  {
    initials: 'va',
    beginning: /^(?:vra|antw)/,
    question: new RegExp(`^(?:vraag|vragen)\\s{0,3}(${numberListSource})(?:\\s?:\\s+${begins}|\\s?[:)]?$)`, 'u'),
    answer: new RegExp(
      `^(?:antwoord|antwoorden)(?:\\s(?:op|bij))?(?:\\sde)?(?:\\s(?:vraag|vragen))?(?:\\s{1,3}(${numberListSource}))?(?:\\s?:\\s+${begins}|\\s?:?$)`,
      'u',
    ),
    proof: null,
  },
  {
    initials: 'V',
    beginning: /^Vraag[sp]/,
    question: new RegExp(`^Vraag(?:stelling|punt)\\s(${numberListSource})(?:\\s?[.:]\\s+${begins}|[.:]?$)`, 'u'),
    answer: null,
    proof: 'asks',
  },
  {
    initials: 'VQA',
    beginning: /^(?:[VQA]\s?\.?\d|A\s?:)/,
    question: new RegExp(
      `^[VQ]\\s?\\.?(\\d{1,3}[a-z]?)(?!\\s(?:19|20)\\d\\d)(?:\\s?[.:)]\\s*|\\s+)(?:${begins}|$)|^[VQ](\\d{1,3})$`,
      'u',
    ),
    answer: new RegExp(
      `^A\\s?\\.?(\\d{1,3}[a-z]?)(?:\\s?[.:)]\\s*|\\s+)(?:${begins}|$)|^A(\\d{1,3}(?:${jointSource}A?\\d{1,3})*)[.:)]?$|^A\\s?:\\s+${begins}`,
      'u',
    ),
    proof: 'paired',
  },
  {
    initials: 'QAR',
    beginning: /^(?:Q(?:uest|UEST)|A(?:nsw|NSW)|R(?:es|ES|ep))/,
    question: new RegExp(
      `^(?:Questions?|QUESTIONS?)\\s{1,3}(${numberListSource})(?:\\s?[.:]\\s+${begins}|\\s?[.:]?$)`,
      'u',
    ),
    answer: new RegExp(
      `^(?:Answer|ANSWER|Response|RESPONSE|Reply)(?:(?:\\s+to\\s+(?:question|QUESTION)s?)?\\s{1,3}(${numberListSource}))?(?:\\s?[.:]\\s+${begins}|\\s?[.:]?$)`,
      'u',
    ),
    proof: 'closed',
  },
  {
    initials: 'VQA',
    beginning: /^[VQA]\s?:/,
    question: new RegExp(`^[VQ]()\\s?:\\s+${begins}`, 'u'),
    answer: new RegExp(`^A()\\s?:\\s+${begins}`, 'u'),
    proof: 'turns',
  },
  {
    initials: 'VvAa',
    beginning: /^(?:[Vv]r[.\s\d]|[Aa]ntw(?!oo))/,
    question: new RegExp(`^[Vv]r\\.?\\s?(${numberListSource})(?:\\s?[:)]?\\s+${begins}|\\s?[:)]?$)`, 'u'),
    answer: new RegExp(
      `^[Aa]ntw\\.?(?:\\s?(?:op )?(?:vr\\.? ?)?(${numberListSource}))?(?:\\s?[:)]?\\s+${begins}|\\s?[:)]?$)`,
      'u',
    ),
    proof: null,
  },
  {
    initials: '123456789',
    beginning: /^\d{1,3}[a-z]?[.)]?\s+(?:V(?:raag|RAAG)|A(?:ntwoord|NTWOORD))/,
    question: new RegExp(`^(\\d{1,3}[a-z]?)[.)]?\\s+(?:Vraag|VRAAG)(?:\\s?:(?:\\s+${begins}|$)|$)`, 'u'),
    answer: new RegExp(`^(\\d{1,3}[a-z]?)[.)]?\\s+(?:Antwoord|ANTWOORD)(?:\\s?:(?:\\s+${begins}|$)|$)`, 'u'),
    proof: null,
  },
  {
    initials: '123456789BA',
    beginning: /^(?:\d{1,3}[ds]?t?e [Vv]|Antwoord|Beantw)/,
    question: /^(\d{1,3})(?:e|de|ste) [Vv]raag[.:]?$/u,
    answer: /^(?:Antwoord|Beantwoording)(?: op)?(?: de)? (\d{1,3})(?:e|de|ste) vraag[.:]?$/u,
    proof: 'closed',
  },
  {
    initials: '123456789',
    beginning: /^\d{1,3}[a-z]?\//,
    question: /^(\d{1,3}[a-z]?)\/\s+(?=[\p{Lu}«"'“‘„(])/u,
    answer: null,
    proof: 'asks',
  },
  {
    initials: '123456789',
    beginning: /^\d{1,2}\.\d/,
    question: new RegExp(`^(\\d{1,2}\\.\\d{1,2}[a-z]?)[.):]?(?:\\s+${begins}|$)`, 'u'),
    answer: null,
    proof: 'answered or alone',
  },
  {
    initials: 'NO',
    beginning: /^(?:N(?:[Rr]\.?|[Oo]\.|ummer:?)|Onderdeel)\s?\d/,
    question: new RegExp(
      `^(?:N(?:[Rr]\\.?|[Oo]\\.|ummer:?)|Onderdeel)\\s?(\\d{1,3}[a-z]?)(?:\\s?[.:]\\s+${begins}|\\s?:?$)`,
      'u',
    ),
    answer: null,
    proof: 'answered',
  },
  {
    initials: '[(',
    beginning: /^[[(]\d/,
    question: new RegExp(`^(?:\\[|\\((?!\\d{1,3}\\]))(\\d{1,3}[a-z]?)[\\])](?:\\s+${begins}|$)`, 'u'),
    answer: null,
    proof: 'answered or alone',
  },
  {
    initials: '#',
    beginning: /^#/,
    question: new RegExp(`^#\\s?(\\d{1,3}[a-z]?)(?:\\s?[.:)])?(?:\\s+${begins}|$)`, 'u'),
    answer: null,
    proof: 'asks',
  },
  {
    // Of factions.
    initials: 'BCDFGJNOPSV5',
    beginning: /^\S{2,51}\s?[,–—-]\s?[Vv]raag/,
    question: new RegExp(
      `^[\\p{Lu}\\d][\\p{L}\\d/-]{1,24}\\s?[,–—-]\\s?[Vv]raag\\s(${numberListSource})(?:\\s?:\\s+${begins}|[.:]?$)`,
      'u',
    ),
    answer: null,
    proof: 'asks',
  },
]
