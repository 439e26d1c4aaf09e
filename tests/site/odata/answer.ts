import type { Answer } from '../answers.ts'
import { BadRequest } from './filter.ts'
import { apply } from './options.ts'
import { rowsOf } from './rows.ts'
import { isEntity, playedVersions, schemaOf } from './schema.ts'

/** The open data of the Tweede Kamer, in both versions: the look-ups that Kamerlens makes, and no CORS headers (DOMAIN §3). */
export function openDataAnswer(url: URL): Answer {
  const version = playedVersions.find(({ base }) => url.pathname.startsWith(`${base}/`))
  if (!version) return { status: 404, headers: {}, body: '' }
  const name = url.pathname.slice(version.base.length + 1)
  if (name === '$metadata') {
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: schemaOf(version) }
  }
  if (!isEntity(name)) return { status: 404, headers: {}, body: '' }
  try {
    const value = apply(rowsOf(name), optionsIn(url), version, name)
    return json(200, { '@odata.context': `${url.origin}${version.base}/$metadata#${name}`, value })
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error
    return json(400, { error: { code: '', message: error.message } })
  }
}

/** The real service does not know `%24filter`, so neither does this one. */
function optionsIn({ search }: URL): ReadonlyMap<string, string> {
  const pairs = search.slice(1).split('&').filter(Boolean)
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1).replaceAll('+', ' '))] as const
    }),
  )
}

function json(status: number, value: unknown): Answer {
  const headers = { 'content-type': 'application/json; odata.metadata=minimal; odata.streaming=true' }
  return { status, headers, body: JSON.stringify(value) }
}
