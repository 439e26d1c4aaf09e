import type { CitedPaper } from './cited-paper.ts'
import type { CitationForm } from './form-names.ts'
import { cite } from './forms.ts'
import { escaped, linkTo, titled } from './markdown.ts'
import { isPaperForm, type PaperForm, paperFile } from './paper-files.ts'
import { isInWords, richLines } from './rich-text.ts'

/** A question as it is cited: by its number in its paper. */
export interface CitedQuestion {
  readonly number: string
  /** Null where its paper has no code to cite it by: a file of the user's own. */
  readonly paper: CitedPaper | null
  /** What its paper is called where it has no code. */
  readonly title: string
  /** The address of its place in its paper; null where that is not known. */
  readonly place: string | null
}

/** Citations to copy. */
export interface QuestionCitations {
  readonly text: string
  /** The same with links, as HTML; null in a form without. */
  readonly rich: string | null
  /** How many citations these are. */
  readonly count: number
  /** How many questions have no code or address to be cited by in this form, and are not in it. */
  readonly withoutCode: number
}

/**
 * Questions, cited in one of the forms: one a line, «Kamerstukken II 2022/23, 36 360 VIII, nr. 5, vraag 155», in Dutch
 * as the official way of citing is; the same address once. The forms of programs that keep references have papers, each
 * once.
 */
export function citeQuestions(form: CitationForm, questions: readonly CitedQuestion[]): QuestionCitations {
  if (isPaperForm(form)) return paperCitations(form, questions)
  const lines = questions.flatMap((question) => {
    const words = lineOf(form, question)
    return words === null ? [] : [{ words, url: addressOf(question) }]
  })
  const words = lines.map((line) => line.words)
  // Two questions may have one number.
  const each = form === 'link' ? [...new Set(words)] : words
  const rich = isInWords(form) ? richLines(lines) : null
  return { text: each.join('\n'), rich, count: each.length, withoutCode: questions.length - lines.length }
}

function lineOf(form: Exclude<CitationForm, PaperForm>, question: CitedQuestion): string | null {
  const { number, paper, title } = question
  const url = addressOf(question)
  if (form === 'link') return url
  const name = paper === null ? title : form === 'markdown' ? titled(paper) : cite(form, paper)
  const words = `${oneLine(name)}, vraag ${number}`
  if (form !== 'markdown') return words
  return url === null ? escaped(words) : linkTo(url, words)
}

const addressOf = ({ place, paper }: CitedQuestion): string | null => place ?? paper?.url ?? null

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

function paperCitations(form: PaperForm, questions: readonly CitedQuestion[]): QuestionCitations {
  const papers = papersOf(questions)
  return {
    text: papers.length === 0 ? '' : paperFile(form, papers).text.trimEnd(),
    rich: null,
    count: papers.length,
    withoutCode: questions.filter(({ paper }) => paper === null).length,
  }
}

/** The papers of questions, each once, in the order in which they come. */
export function papersOf(questions: readonly Pick<CitedQuestion, 'paper'>[]): readonly CitedPaper[] {
  return [...new Map(questions.flatMap(({ paper }) => (paper === null ? [] : [[paper.code.id, paper]]))).values()]
}
