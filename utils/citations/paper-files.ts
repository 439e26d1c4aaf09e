import type { CitedPaper } from './cited-paper.ts'
import { cslItem } from './csl-json.ts'
import { risRecord } from './ris.ts'

/** The forms in which papers go out to programs that keep references (Zotero, EndNote, pandoc). */
export const paperForms = ['ris', 'csl-json'] as const

export type PaperForm = (typeof paperForms)[number]

export const isPaperForm = (form: string): form is PaperForm => paperForms.some((each) => each === form)

/** A file of papers. */
export interface PaperFile {
  /** Ending of its name. */
  readonly ending: string
  readonly type: string
  readonly text: string
}

interface Maker extends Omit<PaperFile, 'text'> {
  readonly textOf: (papers: readonly CitedPaper[]) => string
}

const makers: Readonly<Record<PaperForm, Maker>> = {
  ris: {
    ending: 'ris',
    type: 'application/x-research-info-systems',
    textOf: (papers) => papers.map(risRecord).join('\r\n'),
  },
  'csl-json': {
    ending: 'json',
    type: 'application/vnd.citationstyles.csl+json',
    textOf: (papers) => `${JSON.stringify(papers.map(cslItem), null, 2)}\n`,
  },
}

/** Papers as one file of this form. */
export function paperFile(form: PaperForm, papers: readonly CitedPaper[]): PaperFile {
  const { ending, type, textOf } = makers[form]
  return { ending, type, text: textOf(papers) }
}
