import type { Selector } from './tree.ts'

/**
 * Where official pages keep a document's text, newest markup first, and what to leave out (DOMAIN §2). A live site can
 * contradict each row, so all of it stands here. The first root that is present and holds text is read.
 */
export const contentRoots: readonly { readonly site: string; readonly root: Selector }[] = [
  {
    site: 'zoek.officielebekendmakingen.nl',
    root: { tag: 'div', id: 'broodtekst', classes: ['stuk', 'broodtekst-container'] },
  },
  { site: 'zoek.officielebekendmakingen.nl', root: { tag: 'div', id: 'broodtekst' } },
  { site: 'zoek.officielebekendmakingen.nl', root: { tag: 'div', classes: ['stuk'] } },
  { site: 'www.tweedekamer.nl', root: { tag: 'div', classes: ['m-modal__content'] } },
  { site: 'any', root: { tag: 'main' } },
  { site: 'any', root: { role: 'main' } },
  { site: 'any', root: { tag: 'article' } },
]

/** Never text of a document, on any site. */
export const droppedTags: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'nav',
  'form',
  'button',
  'select',
  'textarea',
  'svg',
  'iframe',
  'object',
  'audio',
  'video',
  'canvas',
])

export const dropped: readonly Selector[] = [
  { tag: 'ul', classes: ['toc'] },
  { id: 'inhoudsopgave' },
  { classes: ['breadcrumb'] },
  { classes: ['note-close'] },
  ...['h-visually-hidden', 'visually-hidden', 'sr-only', 'screen-reader-text'].map((name) => ({ classes: [name] })),
  { role: 'doc-backlink' },
  { tag: 'body', role: 'navigation' },
]

/** Closing remarks: they follow the last answer and are no part of it. */
export const closing: readonly Selector[] = [{ classes: ['kamervraagopmerking'] }]

/** Elements that say «question» or «answer» themselves. */
export const marked: readonly { readonly selector: Selector; readonly type: 'question' | 'answer' }[] = [
  { selector: { tag: 'div', classes: ['vraag'] }, type: 'question' },
  { selector: { tag: 'div', classes: ['antwoord'] }, type: 'answer' },
]

/** Notes, wherever they stand: popups beside the text or a list below it. */
export const noteSelectors: readonly Selector[] = [
  { tag: 'div', classes: ['voet', 'noot'] },
  { tag: 'div', classes: ['noot'] },
  { tag: 'li', role: 'doc-endnote' },
  { tag: 'li', role: 'doc-footnote' },
  // A page that Word saved.
  { tag: 'p', classes: ['MsoFootnoteText'] },
  { tag: 'p', classes: ['MsoEndnoteText'] },
]

/** Marks in the text that point at a note: their digit is glued to the word before. */
export const noteMarkSelectors: readonly Selector[] = [
  { tag: 'a', classes: ['nootnum'] },
  { tag: 'a', role: 'doc-noteref' },
  { tag: 'span', classes: ['nootnum'] },
  // A page that LibreOffice or Word saved.
  { tag: 'a', classes: ['sdfootnotesym'] },
  { tag: 'a', classes: ['sdendnotesym'] },
  { tag: 'span', classes: ['MsoFootnoteReference'] },
  { tag: 'span', classes: ['MsoEndnoteReference'] },
]
