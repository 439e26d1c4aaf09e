import { messages, params } from './i18n.ts'

/** Copying the reference to a paper. */
export const citationMessages = messages(
  'citations',
  {
    copyAs: params('Kopieer verwijzing: {form}'),
    otherForm: 'Andere vorm kiezen',
    forms: 'Vorm van de verwijzing',
  },
  {
    copyAs: 'Copy reference: {form}',
    otherForm: 'Choose another form',
    forms: 'Form of the reference',
  },
)

/** The forms of citing a paper (`CitationForm`). */
export const citationFormMessages = messages(
  'citationForms',
  {
    official: 'Officieel',
    titled: 'Met titel',
    short: 'Kort',
    link: 'Link',
    markdown: 'Markdown-link',
    ris: 'RIS (EndNote, Zotero)',
    'csl-json': 'CSL-JSON (Zotero)',
  },
  {
    official: 'Official',
    titled: 'With title',
    short: 'Short',
    link: 'Link',
    markdown: 'Markdown link',
    ris: 'RIS (EndNote, Zotero)',
    'csl-json': 'CSL-JSON (Zotero)',
  },
)
