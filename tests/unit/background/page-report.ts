import type { PageReport } from '#utils/browser/protocol/page-report.ts'

/** What a page says that names these documents, each once. */
export const reportOf = (...ids: readonly string[]): PageReport => ({
  url: 'https://www.tweedekamer.nl/a',
  title: 'A',
  contentType: 'text/html',
  codes: ids.map((id) => ({
    kind: 'document',
    id,
    label: id,
    url: `https://www.tweedekamer.nl/${id}`,
    count: 1,
    collapsed: false,
  })),
})
