import type { CitedPaper } from './cited-paper.ts'
import { cslJson } from './csl-json.ts'
import type { CitationForm } from './form-names.ts'
import { markdownLink, titled } from './markdown.ts'
import { officialCitation } from './official.ts'
import { risRecord } from './ris.ts'

const makers: Readonly<Record<CitationForm, (paper: CitedPaper) => string>> = {
  official: officialCitation,
  // For a list that is read by who does not know the numbers: «Jaarverslag OCW (Kamerstukken II 2022/23, 36 360 VIII, nr. 5)».
  titled: (paper) => titled(paper).replace(/\s+/gu, ' '),
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
