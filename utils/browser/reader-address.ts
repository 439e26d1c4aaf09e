import { isIncomingName, writeIncoming } from './incoming.ts'

/** What the reader is asked to show. */
export type ReaderRequest =
  | { readonly url: string; readonly title: string }
  /** A file under `incoming/<file>`. */
  | { readonly file: string; readonly name: string }

/** The reader's own address for a document, without a question. */
export function readerAddress(request: ReaderRequest): string {
  const query = new URLSearchParams()
  if ('file' in request) {
    query.set('file', request.file)
    query.set('name', request.name)
  } else {
    query.set('url', request.url)
    if (request.title !== '') query.set('title', request.title)
  }
  return `/reader.html?${query}`
}

/**
 * The part of the reader's address that names a question, by its order. Behind the `#`: a reader that is open already goes
 * to another question without being loaded anew.
 */
export function questionFragment(order: number): string {
  return `#question=${order}`
}

/** The order of the question that an address names; null where it names none. */
export function questionIn(fragment: string): number | null {
  const order = /^#question=(\d{1,6})$/.exec(fragment)?.[1]
  return order === undefined ? null : Number(order)
}

/** The part that names a passage, by the id of the note on it. */
export function passageFragment(id: string): string {
  return `#passage=${id}`
}

/** The note whose passage an address names; null where it names none. */
export function passageIn(fragment: string): string | null {
  const id = /^#passage=(.+)$/.exec(fragment)?.[1]
  return id !== undefined && isIncomingName(id) ? id : null
}

/** Lays a file down for the reader, until the browser's next start; gives the name that it lies under. */
export async function layDownForReader(file: Blob, sha256?: string): Promise<string> {
  const name = sha256 === undefined ? `reader-${crypto.randomUUID()}` : readerFileName(sha256)
  await writeIncoming(name, file)
  return name
}

/** The name under which a document's bytes lie for the reader, as long as they do. */
export function readerFileName(sha256: string): string {
  return `reader-${sha256}`
}
