import type { CitedPaper } from './cited-paper.ts'
import type { CitationForm } from './form-names.ts'
import { cite } from './forms.ts'
import { isPaperForm, paperFile } from './paper-files.ts'
import { isInWords, richLines } from './rich-text.ts'

/** The citations of a list of papers, to copy. */
export interface PaperCitations {
  readonly text: string
  /** The same with links, as HTML; null in a form without. */
  readonly rich: string | null
  /** How many citations these are. */
  readonly count: number
  /** How many of them would have a title in this form, and have none because it is not known. */
  readonly withoutTitle: number
}

/** Papers, cited in one of the forms: one a line, in the forms of programs that keep references as one file of them. A paper that comes twice is cited once. */
export function citePapers(form: CitationForm, all: readonly CitedPaper[]): PaperCitations {
  const papers = [...new Map(all.map((paper) => [paper.code.id, paper])).values()]
  const lines = papers.map((paper) => ({ words: isPaperForm(form) ? '' : cite(form, paper), url: paper.url }))
  const hasTitles = form !== 'official' && form !== 'short' && form !== 'link'
  return {
    text:
      isPaperForm(form) && papers.length > 0
        ? paperFile(form, papers).text.trimEnd()
        : lines.map(({ words }) => words).join('\n'),
    rich: isInWords(form) ? richLines(lines) : null,
    count: papers.length,
    withoutTitle: hasTitles ? papers.filter(({ title }) => title === null).length : 0,
  }
}
