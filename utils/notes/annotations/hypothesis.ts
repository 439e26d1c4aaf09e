import * as v from 'valibot'
import { type Annotation, AnnotationFailure, type AnnotationFile, mostAnnotations } from './annotation.ts'
import { asArray, line, moment, quoteIn, selectors, tag, text } from './shapes.ts'

/** An annotation as Hypothesis' API gives it (https://h.readthedocs.io/en/latest/api-reference/). */
const annotation = v.object({
  id: v.optional(line),
  uri: line,
  text: v.optional(v.nullable(text)),
  tags: v.optional(v.nullable(v.pipe(v.array(tag), v.maxLength(1000)))),
  created: v.optional(v.nullable(moment)),
  updated: v.optional(v.nullable(moment)),
  user: v.optional(line),
  references: v.optional(v.nullable(v.pipe(v.array(line), v.maxLength(1000)))),
  document: v.optional(v.nullable(v.object({ title: v.optional(v.union([v.array(line), line])) }))),
  target: v.optional(v.nullable(v.array(v.object({ source: v.optional(line), selector: selectors })))),
})

const file = v.object({
  export_userid: v.optional(line),
  export_date: v.optional(moment),
})

/**
 * Reads what Hypothesis gives out: the file of its «Export» (`annotations`), an answer of its API (`rows`), or such
 * annotations in an array. Null for anything else.
 *
 * @throws AnnotationFailure
 */
export function readHypothesis(value: unknown): AnnotationFile | null {
  const rows = rowsOf(value)
  if (rows === null) return null
  if (rows.length > mostAnnotations) throw new AnnotationFailure('too-many-annotations', `${rows.length}`)
  const about = v.safeParse(file, Array.isArray(value) ? {} : value)
  if (!about.success) throw new AnnotationFailure('damaged-annotations', 'the file')
  const annotations = rows.map((row) => {
    const parsed = v.safeParse(annotation, row)
    if (!parsed.success) throw new AnnotationFailure('damaged-annotations', v.flatten(parsed.issues).root?.[0] ?? '')
    return read(parsed.output)
  })
  return {
    kind: 'hypothesis',
    annotations,
    elsewhere: 0,
    owner: about.output.export_userid === undefined ? null : nameOf(about.output.export_userid),
    madeAt: about.output.export_date ?? null,
  }
}

function rowsOf(value: unknown): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null) return null
  const { annotations, rows, export_date, client_version } = value as Readonly<Record<string, unknown>>
  if (Array.isArray(value)) return value.length > 0 && value.every(isTheirs) ? value : null
  // A file without a single annotation is known by what stands beside them.
  if (Array.isArray(annotations)) {
    const isExport = export_date !== undefined || client_version !== undefined
    return isExport || (annotations.length > 0 && annotations.every(isTheirs)) ? annotations : null
  }
  return Array.isArray(rows) && rows.length > 0 && rows.every(isTheirs) ? rows : null
}

function isTheirs(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'uri' in row && !('body' in row)
}

function read(row: v.InferOutput<typeof annotation>): Annotation {
  return {
    id: row.id ?? null,
    source: row.uri,
    title: asArray(row.document?.title)[0] ?? '',
    ownTarget: null,
    ownColour: null,
    ownPage: null,
    text: row.text ?? '',
    tags: row.tags ?? [],
    quote: row.target?.map(({ selector }) => quoteIn(selector)).find((quote) => quote !== null) ?? null,
    created: row.created ?? row.updated ?? null,
    updated: row.updated ?? row.created ?? null,
    author: row.user === undefined ? null : nameOf(row.user),
    repliesTo: row.references?.at(-1) ?? null,
  }
}

/** `acct:name@hypothes.is` → `name`. */
const nameOf = (user: string): string => user.replace(/^acct:/, '').replace(/@[^@]*$/, '')
