import * as v from 'valibot'

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
  'publication',
])

const text = v.pipe(v.string(), v.maxLength(10_000_000))
const printed = v.pipe(v.string(), v.maxLength(1000))

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

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
}
