import { writeIncoming } from './incoming.ts'

/** What the reader is asked to show; `private`: from a private window, where nothing is kept unasked. */
export type ReaderRequest =
  | { readonly url: string; readonly title: string; readonly isPrivate?: boolean }
  /** A file under `incoming/<file>`. */
  | { readonly file: string; readonly name: string }

/** The reader's own address for a document. */
export function readerAddress(request: ReaderRequest): string {
  const query = new URLSearchParams()
  if ('file' in request) {
    query.set('file', request.file)
    query.set('name', request.name)
  } else {
    query.set('url', request.url)
    if (request.title !== '') query.set('title', request.title)
    if (request.isPrivate === true) query.set('private', '1')
  }
  return `/reader.html?${query}`
}

/** Lays a file down for the reader, until the browser's next start; gives the name that it lies under. */
export async function layDownForReader(file: Blob): Promise<string> {
  const name = `reader-${crypto.randomUUID()}`
  await writeIncoming(name, file)
  return name
}
