import type { ExportedNote } from './exported-note.ts'

/**
 * Notes as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), JSON-LD: a collection with one page that holds
 * them all. The note is a TextualBody in Markdown, each tag one with the purpose `tagging`; a passage has the selectors
 * TextQuoteSelector and TextPositionSelector; what a note without an address is on is named as `urn:kamerlens:<id>`.
 */
export function notesAsWebAnnotations(notes: readonly ExportedNote[], label: string): string {
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
    label,
    total: notes.length,
    first: { type: 'AnnotationPage', startIndex: 0, items: notes.map(annotationOf) },
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

function annotationOf({ note, tags, urls, id, title, quote, question }: ExportedNote) {
  const source = urls[0] ?? `urn:kamerlens:${encodeURIComponent((id ?? note.target).toWellFormed())}`
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${note.id}`,
    type: 'Annotation',
    motivation: quote === null ? 'commenting' : 'highlighting',
    created: note.createdAt,
    modified: note.updatedAt,
    body: [
      { type: 'TextualBody', value: note.body, format: 'text/markdown', purpose: 'commenting' },
      ...tags.map((tag) => ({ type: 'TextualBody', value: tag, purpose: 'tagging' })),
    ],
    target: {
      source,
      title,
      // What leads back here whatever the address: read again by our own import.
      'kamerlens:target': note.target,
      ...(note.colour === undefined ? {} : { 'kamerlens:colour': note.colour }),
      ...(note.passage?.page === undefined ? {} : { 'kamerlens:page': note.passage.page }),
      ...(quote === null && question === null
        ? {}
        : { selector: quote === null ? questionSelector(question?.question ?? '') : selectorsOf(quote) }),
    },
  }
}

const questionSelector = (question: string) => [{ type: 'TextQuoteSelector', exact: question }]

function selectorsOf({ exact, prefix, suffix, start, end }: NonNullable<ExportedNote['quote']>) {
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    { type: 'TextPositionSelector', start, end },
  ]
}
