/** Files of annotations as other programs make them, with texts of these tests. */

export const page = 'https://www.rijksoverheid.nl/documenten/rapporten/2026/stages'
export const paper = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'

const selector = [
  { type: 'RangeSelector', startContainer: '/div[1]', startOffset: 3, endContainer: '/div[1]', endOffset: 20 },
  { type: 'TextPositionSelector', start: 210, end: 229 },
  { type: 'TextQuoteSelector', exact: 'toenemende aandacht', prefix: 'Er is ', suffix: ' voor' },
]

export function hypothesisRow(id: string, over: Readonly<Record<string, unknown>> = {}) {
  return {
    id,
    created: '2026-03-01T10:00:00.123456+00:00',
    updated: '2026-03-02T10:00:00.000000+00:00',
    user: 'acct:lezer@hypothes.is',
    uri: page,
    text: 'Terugvragen.',
    tags: ['stage', ' gelijke  kansen '],
    group: '__world__',
    permissions: { read: ['acct:lezer@hypothes.is'] },
    target: [{ source: page, selector }],
    document: { title: ['Rapport over stages'] },
    links: { html: 'https://hypothes.is/a/x' },
    flagged: false,
    ...over,
  }
}

/** What the client's «Export» writes. */
export function hypothesisExport(annotations: readonly unknown[]) {
  return {
    export_date: '2026-04-01T00:00:00.000Z',
    export_userid: 'acct:lezer@hypothes.is',
    client_version: '1.1500.0',
    annotations,
  }
}

export function webAnnotation(id: string, over: Readonly<Record<string, unknown>> = {}) {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'Annotation',
    created: '2026-03-01T10:00:00Z',
    body: { type: 'TextualBody', value: 'Terugvragen.', format: 'text/plain' },
    target: { source: page, selector },
    ...over,
  }
}

export const fileOf = (value: unknown): Blob => new Blob([JSON.stringify(value)])
