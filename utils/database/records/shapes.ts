import * as v from 'valibot'
import { anchorLength } from '../../documents/corrections.ts'
import { mostReferences } from '../../documents/most-references.ts'
import { longestKept } from '../../notes/longest.ts'
import { contextLength, longestQuote } from '../../notes/passages/quote.ts'
import type { Passage } from '../schema.ts'

/** Shapes that both messages and export files carry. Bounds keep out what no document can mean. */

export const referenceKind = v.picklist([
  'document',
  'zaak',
  'activiteit',
  'kamerstuk',
  'aanhangsel',
  'kamervraag',
  'handelingen',
  'bijlage',
  'staatsblad',
  'staatscourant',
  'tractatenblad',
  'ecli',
  'bwb',
  'eu',
  'toezegging',
  'dossier',
  'publication',
])

const text = v.pipe(v.string(), v.maxLength(longestKept))
export const printed = v.pipe(v.string(), v.maxLength(1000))

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const askers = v.pipe(
  v.array(v.strictObject({ name: v.nullable(printed), party: v.nullable(printed) })),
  v.maxLength(1000),
)

/** A question as it stands in one document: the entries of `Question`. */
export const printedQuestion = {
  order: count,
  number: printed,
  code: v.nullable(printed),
  page: v.nullable(printed),
  ownPage: count,
  question: text,
  answer: text,
  answeredWith: v.array(printed),
  pointsTo: v.nullable(printed),
  footnotes: v.array(v.strictObject({ mark: printed, text })),
  complete: v.boolean(),
  doubts: v.array(v.picklist(['cut-off', 'number-gap', 'doubtful-split', 'repeated-number'])),
  askedBy: v.exactOptional(askers),
  references: v.exactOptional(v.pipe(v.array(printed), v.maxLength(mostReferences))),
  top: v.exactOptional(v.pipe(v.number(), v.finite())),
}

/** A day as a document has it: `2024-10-30`. */
export const day = v.pipe(v.string(), v.isoDate())

export const documentType = v.nullable(
  v.picklist(['written-questions', 'answers', 'postponement', 'question-list', 'question-and-answer-list']),
)

export const answerers = v.pipe(
  v.array(v.strictObject({ name: v.nullable(printed), function: printed, ministry: v.nullable(printed) })),
  v.maxLength(200),
)

/** What a document says of itself. */
export const documentFacts = v.strictObject({
  type: documentType,
  askedBy: askers,
  answeredBy: answerers,
  askedOn: v.nullable(day),
  answeredOn: v.nullable(day),
  dossier: v.nullable(printed),
  subject: v.nullable(v.pipe(v.string(), v.maxLength(20_000))),
  printedIds: v.pipe(v.array(printed), v.maxLength(1000)),
})

/** Pieces of a document that landed in no record: no document has more of them, and none is longer. */
export const mostRest = 50_000
const longestRest = 1_000_000

/** One of them, without a bound to its text. */
const restShape = { kind: v.picklist(['furniture', 'outside', 'between']), page: count }
export const restPiece = v.strictObject({ ...restShape, text: v.pipe(v.string(), v.maxLength(longestRest)) })

/** One as the reader reports it: a document without end is cut, not refused with all that was found in it. */
export const reportedRest = v.strictObject({
  ...restShape,
  text: v.pipe(
    v.string(),
    v.transform((piece) => piece.slice(0, longestRest)),
  ),
})

/** An address has no fragment there: the note is in the document. */
const passageUrl = v.pipe(v.string(), v.maxLength(20_000), v.regex(/^https?:\/\/[^#]+$/i))
const context = v.pipe(v.string(), v.maxLength(contextLength))

/** What a passage note is on. */
export const passage: v.GenericSchema<unknown, Passage> = v.pipe(
  v.strictObject({
    quote: v.pipe(
      v.strictObject({
        exact: v.pipe(v.string(), v.minLength(1), v.maxLength(longestQuote)),
        prefix: context,
        suffix: context,
        start: count,
        end: count,
      }),
      v.check(({ exact, start, end }) => end - start === exact.length),
    ),
    url: v.exactOptional(passageUrl),
    format: v.picklist(['page', 'pdf']),
    page: v.exactOptional(v.pipe(count, v.minValue(1))),
  }),
  v.check(({ format, page }) => (format === 'pdf') === (page !== undefined)),
)

/** A correction by hand. */
export const correction = {
  number: printed,
  occurrence: v.pipe(count, v.minValue(1)),
  kind: v.picklist(['join', 'border']),
  anchor: v.pipe(v.string(), v.maxLength(anchorLength)),
  place: v.pipe(count, v.minValue(1)),
}
