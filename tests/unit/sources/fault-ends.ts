import type { Fault } from '#tests/site/faults.ts'
import type { SourceError } from '#utils/sources/http/errors.ts'

/** How each fault of a service ends for a look-up. */
export const ends: Readonly<Record<Fault, SourceError>> = {
  slow: 'busy',
  'no connection': 'offline',
  'too many requests': 'busy',
  'too many requests, for long': 'busy',
  unavailable: 'busy',
  'cut off': 'broken-answer',
  'wrong type': 'broken-answer',
  'error page': 'broken-answer',
  'error page that says it is data': 'broken-answer',
  'broken text': 'broken-answer',
  endless: 'too-large',
  'a hundred megabytes': 'too-large',
  'sent elsewhere': 'elsewhere',
}
