import * as v from 'valibot'
import { sourceErrors } from '../../sources/http/errors.ts'
import type { Fact, OfficialDocument } from '../../sources/official-document.ts'
import type { LookupRow } from '../schema.ts'
import { answerers, askers, day, documentType, printed } from './shapes.ts'

/** What the official services say, as an export file carries it. Bounds keep out what no service can mean. */

const line = v.pipe(v.string(), v.maxLength(20_000))
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
/** Addresses of a file from outside end up in `href`. */
const address = v.pipe(v.string(), v.maxLength(2_000), v.regex(/^https:\/\//i))
const moment = v.pipe(v.string(), v.isoTimestamp())
const names = v.pipe(v.array(name), v.maxLength(1_000))

const zaak = v.strictObject({
  id: name,
  kind: v.nullable(printed),
  subject: v.nullable(line),
  status: v.nullable(printed),
  startedOn: v.nullable(day),
  term: v.nullable(day),
  settled: v.nullable(v.boolean()),
})

const related = v.strictObject({
  aliases: v.pipe(names, v.minLength(1)),
  by: v.picklist(['zaak', 'annex', 'annexed-to', 'dossier', 'publication']),
  kind: v.nullable(printed),
  type: documentType,
  title: v.nullable(line),
  date: v.nullable(day),
})

const facts: readonly Fact[] = [
  'aliases',
  'kind',
  'type',
  'chamber',
  'title',
  'subject',
  'date',
  'session',
  'askedBy',
  'askedOf',
  'answeredBy',
  'zaken',
  'dossiers',
  'related',
  'decisions',
  'file',
  'links',
]

const officialDocument: v.GenericSchema<unknown, OfficialDocument> = v.pipe(
  v.strictObject({
    is: v.picklist(['document', 'zaak', 'activiteit', 'dossier']),
    id: name,
    aliases: names,
    kind: v.nullable(printed),
    type: documentType,
    chamber: v.nullable(v.picklist(['Tweede Kamer', 'Eerste Kamer'])),
    title: v.nullable(line),
    subject: v.nullable(line),
    date: v.nullable(day),
    session: v.nullable(printed),
    askedBy: askers,
    askedOf: answerers,
    answeredBy: answerers,
    zaken: v.pipe(v.array(zaak), v.maxLength(1_000)),
    dossiers: v.pipe(v.array(v.strictObject({ number: name, title: v.nullable(line) })), v.maxLength(1_000)),
    related: v.pipe(v.array(related), v.maxLength(20_000)),
    decisions: v.pipe(v.array(line), v.maxLength(10_000)),
    file: v.nullable(
      v.strictObject({
        url: address,
        contentType: v.nullable(printed),
        size: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
      }),
    ),
    links: v.pipe(v.array(address), v.maxLength(1_000)),
    provenance: v.pipe(
      v.array(v.strictObject({ fact: v.picklist(facts), from: address, at: moment })),
      v.maxLength(1_000),
    ),
  }),
  v.check(({ id, aliases }) => aliases.includes(id)),
)

const failedSource = v.strictObject({
  source: v.picklist(['open-data', 'publications']),
  code: v.picklist(sourceErrors),
  retryAt: v.nullable(v.pipe(v.number(), v.finite())),
})

/** What was looked up and found; what is asked for or failed at the moment stays behind. */
export interface LookupRecord extends Omit<LookupRow, 'failure' | 'wanted' | 'follow'> {
  readonly document: OfficialDocument
  readonly askedAt: string
  readonly expiresAt: string
}

export const lookupRecord: v.GenericSchema<unknown, LookupRecord> = v.pipe(
  v.strictObject({
    id: name,
    aliases: names,
    document: officialDocument,
    askedAt: moment,
    expiresAt: moment,
    failed: v.pipe(v.array(failedSource), v.maxLength(10)),
  }),
  v.check(({ id, aliases }) => aliases.includes(id)),
)
