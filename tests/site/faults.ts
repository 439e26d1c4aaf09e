import type { Answer } from './answers.ts'

/** What goes wrong at the real services, each put before the stand-in's own answers on request. */
export const faults = {
  /** Nothing comes for a minute. */
  slow: (answer) => ({ ...answer, delay: 60_000 }),
  'no connection': (answer) => ({ ...answer, drop: true }),
  'too many requests': () => ({ status: 429, headers: { 'retry-after': '2' }, body: '' }),
  'too many requests, for long': () => ({ status: 429, headers: { 'retry-after': '300' }, body: '' }),
  unavailable: () => ({ status: 503, headers: { 'content-type': 'text/html' }, body: errorPage }),
  'cut off': (answer) => ({ ...answer, cut: Math.floor(answer.body.length / 2) }),
  'wrong type': (answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': 'application/octet-stream' } }),
  'error page': () => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: errorPage }),
  'error page that says it is data': ({ headers }) => ({ status: 200, headers, body: errorPage }),
  'broken text': ({ headers, body }) => ({ status: 200, headers, body: `${String(body).slice(0, -20)},,` }),
  endless: (answer) => ({ ...answer, endless: true }),
  'a hundred megabytes': (answer) => ({ ...answer, headers: { ...answer.headers, 'content-length': '104857600' } }),
  'sent elsewhere': () => ({ status: 302, headers: { location: 'https://gegevens.voorbeeld.example/' }, body: '' }),
} satisfies Readonly<Record<string, (answer: Answer) => Answer>>

export type Fault = keyof typeof faults

const errorPage =
  '<!doctype html><html><head><title>Storing</title></head><body><p>Er is een storing.</p></body></html>'

/** The faults that are on, by host. */
export type Faults = ReadonlyMap<string, Fault>

export function withFault(answer: Answer, host: string, on: Faults): Answer {
  const fault = on.get(host)
  return fault === undefined ? answer : faults[fault](answer)
}
