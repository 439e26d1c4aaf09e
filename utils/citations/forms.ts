import type { CitedPaper } from './cited-paper.ts'
import { cslJson } from './csl-json.ts'
import type { CitationForm } from './form-names.ts'
import { markdownLink } from './markdown.ts'
import { officialCitation } from './official.ts'
import { risRecord } from './ris.ts'

const makers: Readonly<Record<CitationForm, (paper: CitedPaper) => string>> = {
  official: officialCitation,
  // As the code is written in running text: «Kamerstuk 36 360 VIII, nr. 5».
  short: ({ code }) => code.label,
  link: ({ url }) => url,
  markdown: markdownLink,
  ris: risRecord,
  'csl-json': cslJson,
}

/** A paper, cited in one of the forms: the text to copy. */
export function cite(form: CitationForm, paper: CitedPaper): string {
  return makers[form](paper)
}
