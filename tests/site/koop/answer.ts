import { type Answer, redirect } from '../answers.ts'
import { html, type Markup } from '../markup.ts'
import { type PublicationRecord, publicationRecords } from './records.ts'

const xml = (markup: Markup): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml; charset=utf-8' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${markup.markup}`,
})

/** `metadata.xml` beside a publication; for one that there is not, what the site does for any address that it does not know. */
export function metadataAnswer(url: URL, missing: string): Answer {
  const id = url.pathname.split('/')[1] ?? ''
  const record = publicationRecords.find((each) => each.id === id)
  if (!record) return redirect(missing)
  const lines = record.statements.map(
    ([name, content, scheme = '']) => html`<metadata name="${name}" scheme="${scheme}" content="${content}"/>`,
  )
  return xml(html`<metadata_gegevens>${lines}</metadata_gegevens>`)
}

/** SRU: one identifier, or two spellings of it, within the official publications. Errors come with status 200. */
export function searchAnswer(url: URL): Answer {
  const query = url.searchParams.get('query') ?? ''
  const identifiers = [...query.matchAll(/dt\.identifier=="?([\w-]+)"?/g)].map(([, id]) => id)
  const isUnderstood = /^\(c\.product-area==officielepublicaties AND .+\)$/.test(query) && identifiers.length > 0
  if (!isUnderstood) return response(0, diagnosticOf('info:srw/diagnostic/1/10', 'Query syntax error'))
  // The comparison heeds small and capital letters.
  const found = publicationRecords.filter(({ id }) => identifiers.includes(id))
  return response(found.length, html`<sru:records>${found.map(recordOf)}</sru:records>`)
}

function response(count: number, inner: Markup): Answer {
  return xml(html`<sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse">
<sru:version>2.0</sru:version><sru:numberOfRecords>${count}</sru:numberOfRecords>${inner}</sru:searchRetrieveResponse>`)
}

function diagnosticOf(uri: string, message: string): Markup {
  return html`<sru:diagnostics><diag:diagnostic xmlns:diag="http://docs.oasis-open.org/ns/search-ws/diagnostic">
<diag:uri>${uri}</diag:uri><diag:message>${message}</diag:message></diag:diagnostic></sru:diagnostics>`
}

const kern = /\.(?:identifier|title|type|creator|language|modified)$/

function recordOf({ id, statements }: PublicationRecord, index: number): Markup {
  const element = ([name, content, scheme]: PublicationRecord['statements'][number]) => {
    const local = name.slice(name.indexOf('.') + 1)
    const attribute = scheme === undefined ? '' : ` scheme="${scheme}"`
    return { markup: `<gzd:${local}${attribute}>${html`${content}`.markup}</gzd:${local}>` }
  }
  const frbr = `https://repository.overheid.nl/frbr/officielepublicaties/${id.split('-')[0]}/${id}/1`
  const isOwms = ([name]: PublicationRecord['statements'][number]) => /^DC/.test(name)
  return html`<sru:record><sru:recordSchema>http://standaarden.overheid.nl/sru/</sru:recordSchema><sru:recordPacking>xml</sru:recordPacking>
<sru:recordData><gzd:gzd xmlns:gzd="http://standaarden.overheid.nl/sru"><gzd:originalData><gzd:meta>
<gzd:owmskern>${statements.filter(([name]) => kern.test(name)).map(element)}</gzd:owmskern>
<gzd:owmsmantel>${statements.filter((each) => isOwms(each) && !kern.test(each[0])).map(element)}</gzd:owmsmantel>
<gzd:tpmeta><gzd:product-area>officielepublicaties</gzd:product-area>${statements.filter((each) => !isOwms(each) && !kern.test(each[0])).map(element)}</gzd:tpmeta>
</gzd:meta></gzd:originalData><gzd:enrichedData>
<gzd:itemUrl manifestation="metadata">${frbr}/metadata/metadata.xml</gzd:itemUrl>
<gzd:itemUrl manifestation="pdf">${frbr}/pdf/${id}.pdf</gzd:itemUrl>
</gzd:enrichedData></gzd:gzd></sru:recordData><sru:recordPosition>${index + 1}</sru:recordPosition></sru:record>`
}
