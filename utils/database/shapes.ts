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

const asker = v.strictObject({ name: v.nullable(printed), party: v.nullable(printed) })

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
  askedBy: v.exactOptional(v.array(asker)),
  references: v.exactOptional(v.array(printed)),
  top: v.exactOptional(v.number()),
}

const isoDate = v.pipe(v.string(), v.isoDate())

/** What a document says of itself: the entries of `DocumentFacts`. */
export const documentFacts = v.strictObject({
  type: v.nullable(
    v.picklist(['written-questions', 'answers', 'postponement', 'question-list', 'question-and-answer-list']),
  ),
  askedBy: v.array(asker),
  answeredBy: v.array(v.strictObject({ name: v.nullable(printed), function: printed, ministry: v.nullable(printed) })),
  askedOn: v.nullable(isoDate),
  answeredOn: v.nullable(isoDate),
  dossier: v.nullable(printed),
  subject: v.nullable(printed),
  printedIds: v.array(printed),
})

/** What landed in no record: an entry of `Rest`. */
export const documentRest = v.strictObject({
  kind: v.picklist(['furniture', 'outside', 'between']),
  page: count,
  text,
})
