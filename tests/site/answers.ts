import type { Markup } from './markup.ts'

/** What the server sends for an address. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
  /** Milliseconds before anything is sent. */
  readonly delay?: number
  /** Break the connection after so many bytes. */
  readonly cut?: number
  /** Milliseconds between the first half and the second; a part that is asked for by its bytes comes at once. */
  readonly pause?: number
  /** Hang up without a word, as where there is no connection. */
  readonly drop?: boolean
  /** Send the body again and again, without an end. */
  readonly endless?: boolean
}

export function page(markup: Markup, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: markup.markup }
}

export function pdf(bytes: Uint8Array, name: string): Answer {
  const headers = { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}.pdf"` }
  return { status: 200, headers, body: bytes }
}

export function word(bytes: Uint8Array, name: string): Answer {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return {
    status: 200,
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}.docx"` },
    body: bytes,
  }
}

export function style(css: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: css }
}

export function redirect(location: string): Answer {
  return { status: 302, headers: { location }, body: '' }
}

export const empty: Answer = { status: 204, headers: {}, body: '' }
